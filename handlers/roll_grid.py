"""`/diemdanh`: the roll by tapping. The grid lives in the conversation's state and in one message;
it becomes a roll only with [Lưu], and then by the same way as a typed one."""

from datetime import date, time
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.roll_buttons import Edit, GridAct, RollStates, Tap
from handlers.roll_card import offer, open_own
from handlers.roll_echo import Echo, echo_text, keyboard
from handlers.roll_flow import choose_list, go_on, leave_open, start
from handlers.roll_grid_view import grid_keyboard, grid_text, next_standing, page_count
from handlers.roll_open import open_grid
from handlers.roll_words import session_words
from handlers.screen import Screen, Talk, fresh, tapped
from services import roll_lists, rolls
from services.attendance_states import Half, SessionKind
from services.errors import NotAllowed, Outdated
from services.name_syllables import fold
from services.roll_dialogue import Pending
from services.roll_known import known_view
from services.roll_permission import may_take
from services.roll_taking import current
from services.roll_text import Frame, Mark, Reading
from services.rosters import Roster, roll_list, roster
from services.sessions import Session, session_for
from services.standing import Standing

LONGEST_CALL = 60  # characters
CALLS = ("", "diem danh", "diem danh lop", "diem danh a")


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/diemdanh, with a class, a day or a whole roll behind it, or nothing."""
    if not ctx.unit.who.is_staff:
        raise NotAllowed
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    text = command.args or ""
    await _begin(talk, await roll_lists.read(ctx.unit, text), text)


async def _begin(talk: Talk, frame: Frame, text: str) -> None:
    """The class asked for where it is not clear; then the grid, or the roll that was written.

    A card that lies with the writer says which class is meant; the cards of other classes they
    teach are offered where the timetable does not say.
    """
    unit = talk.ctx.unit
    bare = not frame.is_roll and not roll_lists.says_anything(frame)
    if bare and await open_own(talk):
        return
    lists = await roll_lists.lists_of(unit, frame)
    if len(lists) > 1:
        if bare and await offer(talk):
            return
        then = {"frame": roll_lists.dump(frame), "text": text, "grid": not frame.is_roll}
        await choose_list(talk, lists, then)
    elif frame.is_roll:
        await start(talk, lists[0], frame, text)
    else:
        session = await session_for(unit, lists[0], frame.date, frame.half, frame.kind)
        if await may_take(unit, session) or not await offer(talk, session):
            await open_grid(talk, session)


async def asks_for_grid(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote no more than "điểm danh", "điểm danh 7A1" or a class or group."""
    text = message.text or ""
    if not text or len(text) > LONGEST_CALL or text.startswith("/"):
        return False
    if ctx.actor is None or not ctx.actor.is_staff:
        return False
    frame = await roll_lists.read(ctx.unit, text)
    rest = fold(frame.rest).strip(" .,:!?")
    if frame.is_roll or rest not in CALLS:
        return False
    return {"frame": frame} if rest or frame.class_name or frame.group_id else False


async def in_words(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, frame: Frame
) -> None:
    """The grid, asked for in words."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    await _begin(talk, frame, message.text or "")


async def edit(
    query: CallbackQuery, callback_data: Edit, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Sửa] below an echo: the roll as it stands now, in the grid."""
    session, _ = await rolls.by_id(ctx.unit, callback_data.roll)
    talk = Talk(ctx, state, tapped(query, bot, ctx))
    await leave_open(talk)
    await open_grid(talk, session)


async def _load(
    ctx: Context, state: FSMContext, token: str
) -> tuple[dict[str, Any], Session, Roster, dict[int, Standing]]:
    """The grid that a tapped button is of; raises `Outdated` for one that is no longer open."""
    data = await state.get_data()
    if data.get("token") != token:
        raise Outdated
    kept = data["session"]
    of = await roll_list(ctx.unit, kept["list"])
    day = date.fromisoformat(kept["day"])
    session = Session(of, day, Half(kept["half"]), SessionKind(kept["kind"]))
    standings = {int(id): Standing.from_json(each) for id, each in data["standings"].items()}
    return data, session, await roster(ctx.unit, of, day), standings


async def tap(
    query: CallbackQuery, callback_data: Tap, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A pupil was tapped."""
    data, session, of, standings = await _load(ctx, state, callback_data.token)
    if not any(place.pupil_id == callback_data.pupil for place in of.members):
        raise Outdated
    changed = next_standing(standings.pop(callback_data.pupil, None))
    if changed is not None:
        standings[callback_data.pupil] = changed
    await _show(query, ctx, state, bot, (data, session, of, standings))


async def act(
    query: CallbackQuery, callback_data: GridAct, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Another page, everybody present, save, or leave."""
    data, session, of, standings = await _load(ctx, state, callback_data.token)
    if callback_data.act == "save":
        screen = tapped(query, bot, ctx, data["screen"])
        await go_on(Talk(ctx, state, screen), _as_roll(session, standings), seen=data["seen"])
        return
    if callback_data.act == "drop":
        await state.clear()
        await _leave(ctx, tapped(query, bot, ctx, data["screen"]), session, of)
        return
    if callback_data.act == "all":
        known = data.get("leave", {})
        standings = {int(id): Standing.from_json(each) for id, each in known.items()}
    elif callback_data.page in range(page_count(of)):
        data["page"] = callback_data.page
    await _show(query, ctx, state, bot, (data, session, of, standings))


async def _show(
    query: CallbackQuery,
    ctx: Context,
    state: FSMContext,
    bot: Bot,
    grid: tuple[dict[str, Any], Session, Roster, dict[int, Standing]],
) -> None:
    data, session, of, standings = grid
    data["standings"] = {str(id): each.to_json() for id, each in standings.items()}
    await state.set_data(data)
    await tapped(query, bot, ctx, data["screen"]).show(
        grid_text(ctx.t, session, of, standings, [int(id) for id in data.get("leave", {})]),
        grid_keyboard(ctx.t, of, standings, data["page"], data["token"]),
    )


def _as_roll(session: Session, standings: dict[int, Standing]) -> Pending:
    marks = tuple(
        Mark(
            id,
            each.state,
            each.minutes,
            each.period,
            time.fromisoformat(each.arrived) if each.arrived else None,
            each.note,
        )
        for id, each in standings.items()
    )
    reading = Reading(all_present=not marks, marks=marks, questions=(), partial=False)
    return Pending(session.of.key, session.day, session.half, session.kind, reading, "")


async def _leave(ctx: Context, screen: Screen, session: Session, of: Roster) -> None:
    """Nothing is changed; what stands is shown, if anything does."""
    taken = await current(ctx.unit, session)
    left = ctx.t("roll-grid-left", session=session_words(ctx.t, session))
    if taken is None:
        await screen.show(left)
        return
    shown = await known_view(ctx.unit, session, of, taken.standings)
    await screen.show(echo_text(ctx.t, Echo(left, shown), ctx.unit.zone), keyboard(ctx.t, taken))


def router() -> Router:
    """The command, and the taps of an open grid."""
    r = Router(name="roll grid")
    r.message.register(command, Command("diemdanh"))
    r.message.register(
        in_words, StateFilter(None, RollStates.grid, RollStates.naming), asks_for_grid
    )
    r.callback_query.register(edit, Edit.filter())
    r.callback_query.register(tap, StateFilter(RollStates.grid), Tap.filter())
    r.callback_query.register(act, StateFilter(RollStates.grid), GridAct.filter())
    return r
