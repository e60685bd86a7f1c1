"""The board of the day: `/homnay`, a grade or a class of it, its lists, by text or by tap.

The board stays where it stands and follows the rolls; what is opened from it comes below, so that
nothing that is being read is drawn over.
"""

import re
from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.board_buttons import (
    BoardAllChanges,
    BoardAllOpen,
    BoardAnew,
    BoardClass,
    BoardGrade,
    BoardShow,
    BoardTrend,
    grade_keyboard,
    of_session,
)
from handlers.board_trend import send_trend
from handlers.board_words import (
    board_face,
    change_lines,
    class_hint,
    class_line,
    grade_text,
    head_of,
    open_lines,
)
from handlers.context import Context
from handlers.roll_look import look_of
from handlers.screen import Screen, fresh, tapped
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services import board as boards
from services import board_live, roll_lists, rolls
from services.access import Action, may
from services.attendance_states import Half, SessionKind
from services.errors import Invalid, NotFound
from services.name_syllables import fold
from services.rosters import RollList, classes

ROOM = 3900  # of the 4,096 characters a message holds
GRADE = re.compile(r"\b(?:khoi|grade)\s*(\d{1,2})\b")
FILLERS = frozenset({"lop", "buoi", "ngay", "toan", "ca", "truong", "cua", "o", "ve", ",", "."})
ASKS = frozenset(
    {
        "tinh hinh hom nay",
        "tinh hinh diem danh hom nay",
        "hom nay the nao",
        "hom nay ca truong the nao",
        "hom nay toan truong the nao",
        "bang hom nay",
        "si so hom nay",
        "si so toan truong",
        "toan truong hom nay",
        "ca truong hom nay",
        "hom nay vang bao nhieu",
        "hom nay truong vang bao nhieu",
        "hom nay toan truong vang bao nhieu",
    }
)


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/homnay [khối 7 | 7A1] [ngày] [sáng | chiều]."""
    ctx.unit.require(Action.SEE_BOARD)
    said = command.args or ""
    frame = await roll_lists.read(ctx.unit, said)
    day = frame.date or ctx.unit.today
    screen = fresh(bot, ctx)
    if frame.unknown_class is not None:
        known = ", ".join(each.name for each in await classes(ctx.unit))
        raise Invalid("board-no-class", typed=frame.unknown_class, known=known)
    number = GRADE.search(fold(said))
    more = GRADE.sub(" ", f" {' '.join(fold(frame.rest).split())} ")
    if frame.group_id is not None or set(more.split()) - FILLERS:
        raise Invalid("board-not-understood", typed=said)
    if frame.class_name is not None:
        found = [each for each in await classes(ctx.unit) if each.name == frame.class_name]
        await _show_class(ctx, screen, found[0], day, frame.half)
        return
    if number:
        await _show_grade(ctx, screen, day, frame.half, int(number[1]))
        return
    await show_board(ctx, screen, day, frame.half)


async def asks(message: Message, ctx: Context) -> bool:
    """Whether a head asks for the day in words."""
    if ctx.actor is None or not may(ctx.actor, Action.SEE_BOARD):
        return False
    text = message.text or ""
    letters = [sign if sign.isalnum() else " " for sign in fold(text[:80])]
    return " ".join("".join(letters).split()) in ASKS


async def asked(message: Message, ctx: Context, bot: Bot) -> None:
    """Answer with today's board."""
    await show_board(ctx, fresh(bot, ctx), ctx.unit.today, None)


async def show_board(ctx: Context, screen: Screen, day: date, half: Half | None) -> None:
    """Show the board; where messages can change, a new one follows the rolls of its day."""
    tapped_id = screen.message_id
    facts = await boards.board(ctx.unit, day, half)
    text, buttons = board_face(ctx.t, facts)
    handle = await screen.show(text, buttons)
    if not ctx.capabilities.edits:
        return
    if tapped_id is None:
        await board_live.keep(ctx.unit, facts, -handle)
    else:
        await board_live.refreshed(ctx.unit, facts, tapped_id)


async def again(query: CallbackQuery, callback_data: BoardShow, ctx: Context, bot: Bot) -> None:
    """[Làm mới], and the other half-day, where the board stands."""
    await show_board(ctx, tapped(query, bot, ctx), *callback_data.session)


async def anew(query: CallbackQuery, callback_data: BoardAnew, ctx: Context, bot: Bot) -> None:
    """[Mở bảng] below the day's summary."""
    await show_board(ctx, fresh(bot, ctx), *callback_data.session)


async def grade(query: CallbackQuery, callback_data: BoardGrade, ctx: Context, bot: Bot) -> None:
    """The classes of a grade."""
    screen = tapped(query, bot, ctx) if callback_data.here else fresh(bot, ctx)
    day, half = callback_data.session
    await _show_grade(ctx, screen, day, half, callback_data.grade)


async def _show_grade(
    ctx: Context, screen: Screen, day: date, half: Half | None, number: int
) -> None:
    facts = await boards.grade(ctx.unit, day, half, number)
    await screen.show(grade_text(ctx.t, facts), grade_keyboard(ctx.t, facts))


async def one_class(
    query: CallbackQuery, callback_data: BoardClass, ctx: Context, bot: Bot
) -> None:
    """One class: its roll, or why there is none."""
    found = [each for each in await classes(ctx.unit) if each.class_id == callback_data.klass]
    if not found:
        raise NotFound("roll-no-such-list")
    screen = tapped(query, bot, ctx) if callback_data.here else fresh(bot, ctx)
    await _show_class(ctx, screen, found[0], *callback_data.session)


async def _show_class(
    ctx: Context, screen: Screen, of: RollList, day: date, half: Half | None
) -> None:
    """The class's roll with its buttons, or its line of the board; and the way to its grade."""
    facts = await boards.one_class(ctx.unit, day, half, of.class_id or 0)
    _, seen = await rolls.of_day(ctx.unit, of, day)
    lines = [head_of(ctx.t, facts), class_line(ctx.t, facts["line"]), *class_hint(ctx.t, facts)]
    text, rows = "\n".join(lines), []
    for one in seen:
        session = one.view.session
        if session.kind is SessionKind.MAIN and session.half == facts["half"]:
            text, buttons = look_of(ctx, one)
            rows = list(buttons.inline_keyboard) if buttons else []
    back = BoardGrade(**of_session(facts), grade=facts["grade"], here=True).pack()
    label = ctx.t.plain("board-button-grade", grade=str(facts["grade"]))
    await screen.show(text, keyboard(*rows, [button(label, back)]))


async def all_open(
    query: CallbackQuery, callback_data: BoardAllOpen, ctx: Context, bot: Bot
) -> None:
    """Everybody whose absence has waited too long."""
    facts = await boards.board(ctx.unit, *callback_data.session)
    lines = open_lines(ctx.t, facts) or [ctx.t("board-nothing-open")]
    await fresh(bot, ctx).show(_cut(ctx.t, lines))


async def all_changes(
    query: CallbackQuery, callback_data: BoardAllChanges, ctx: Context, bot: Bot
) -> None:
    """Every change of class size."""
    facts = await boards.board(ctx.unit, *callback_data.session)
    lines = change_lines(ctx.t, facts) or [ctx.t("board-nothing-changed", days=facts["days"])]
    await fresh(bot, ctx).show(_cut(ctx.t, lines))


def _cut(t: Texts, lines: list[str]) -> str:
    """As many lines as one message holds."""
    shown, room = lines, ROOM
    for at, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            shown = [*lines[:at], t("board-more", count=len(lines) - at)]
            break
    return "\n".join(shown)


async def chart(query: CallbackQuery, callback_data: BoardTrend, ctx: Context, bot: Bot) -> None:
    """[Biểu đồ]."""
    day, _ = callback_data.session
    await send_trend(ctx, bot, day)


def router() -> Router:
    """The command and the buttons."""
    r = Router(name="board")
    r.message.register(command, Command("homnay"))
    r.callback_query.register(again, BoardShow.filter())
    r.callback_query.register(anew, BoardAnew.filter())
    r.callback_query.register(grade, BoardGrade.filter())
    r.callback_query.register(one_class, BoardClass.filter())
    r.callback_query.register(all_open, BoardAllOpen.filter())
    r.callback_query.register(all_changes, BoardAllChanges.filter())
    r.callback_query.register(chart, BoardTrend.filter())
    return r


def words_router() -> Router:
    """The question in free words: after open conversations."""
    r = Router(name="questions about the day")
    r.message.register(asked, asks)
    return r
