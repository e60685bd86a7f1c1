"""`/tongket 7A1 hk1`: how far a class's results are, what is lacking, the way to the principal."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.result_buttons import (
    AveragesCheck,
    ResultBoard,
    ResultConduct,
    ResultDecide,
    ResultHandUp,
    ResultNudge,
    ResultPupils,
    ResultViews,
)
from handlers.result_words import outcome_words, pupil_line, stage_words
from handlers.score_words import short_name
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.access import Action, Target, may
from services.errors import Invalid
from services.name_syllables import fold
from services.results.approval import hand_up, send_waiting
from services.results.averages_check import check
from services.results.kinds import Stage, stage_of
from services.results.nudges import nudge_subjects
from services.results.overview import overview
from services.results.own_views import views
from services.results.readiness import Board, board
from services.results.stage_now import stage_now
from services.rosters import classes
from services.score_text.head import read_head

NAMED = 8  # pupils that one line names


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/tongket, with a class and a stage as far as they are said; heads see all classes."""
    words = command.args or ""
    lists = [c for c in await classes(ctx.unit) if c.class_id is not None]
    head = read_head(words, [c.name for c in lists])
    named = [c for c in lists if c.name in head.class_names]
    named = named or [c for c in lists if c.class_id in ctx.unit.who.homeroom_of]
    plain = fold(words)
    said = Stage(head.term) if head.term else None
    if "ca nam" in plain or plain.split()[-1:] == ["nam"]:
        said = Stage.YEAR
    elif plain.split()[-1:] == ["he"]:
        said = Stage.SUMMER
    if not named and may(ctx.unit.who, Action.SEE_RESULTS):
        await _all(message, ctx, said)
        return
    if len(named) != 1 or named[0].class_id is None:
        raise Invalid("results-say-class")
    stage = said or await stage_now(ctx.unit, named[0].class_id)
    await _show(bot, ctx, named[0].class_id, stage)


async def _all(message: Message, ctx: Context, said: Stage | None) -> None:
    t = ctx.t
    found = await overview(ctx.unit, said)
    lines = [t("results-all-head", stage=stage_words(t, int(found.stage)))]
    lines += [
        t("results-all-line", status=status, names=", ".join(names))
        for status, names in found.by_status.items()
    ]
    waiting = await send_waiting(ctx.unit)
    if waiting:
        lines.append(t("results-all-waiting", count=waiting))
    await message.answer("\n".join(lines))


async def pick(query: CallbackQuery, callback_data: ResultBoard, ctx: Context, bot: Bot) -> None:
    """[Xem lại]."""
    await query.answer()
    await _show(bot, ctx, callback_data.of, stage_of(callback_data.stage))


async def _show(bot: Bot, ctx: Context, class_id: int, stage: Stage) -> None:
    seen = await board(ctx.unit, class_id, stage)
    lines = board_lines(ctx.t, seen)
    text = fitting(ctx.t, lines, min(ROOM, ctx.capabilities.text_length) - CUT)
    await bot.send_message(int(ctx.chat), text, reply_markup=_buttons(ctx, seen))


def board_lines(t: Texts, seen: Board) -> list[str]:
    """The state of a class in words."""
    of, stage = seen.seen, seen.seen.stage
    lines = [
        t("results-board-head", stage=stage_words(t, int(stage)), **{"class": of.class_name}),
        t("results-board-status", status=seen.row.status, why=seen.row.why or "none"),
    ]
    if seen.stale:
        lines.append(t("results-board-stale"))
    if not of.pupils:
        return [*lines, t("results-board-nobody")]
    if seen.subjects:
        done = sum(each.is_done for each in seen.subjects)
        lines.append(t("results-board-subjects", done=done, all=len(seen.subjects)))
    for each in seen.subjects:
        if not each.is_done:
            lines.append(
                t(
                    "results-board-subject",
                    subject=each.subject.name,
                    missing=each.missing,
                    unremarked=each.unremarked,
                    checked="yes" if each.checked else "no",
                    teachers=", ".join(short_name(name, 20) for _, name, _ in each.teachers),
                )
            )
    size = len(of.pupils)
    lines.append(t("results-board-conduct", done=size - len(seen.no_conduct), all=size))
    if stage is not Stage.SUMMER:
        lines.append(t("results-board-remarks", done=size - len(seen.no_remark), all=size))
        lines.append(t("results-board-views", done=seen.viewed, all=size))
    for key, pupils in (
        ("results-board-no-conduct", seen.no_conduct),
        ("results-board-no-remark", seen.no_remark),
        ("results-board-no-result", seen.no_result if stage is Stage.SUMMER else ()),
        ("results-board-left-open", seen.left_open),
    ):
        if pupils:
            names = ", ".join(short_name(p.place.full_name, 20) for p in pupils[:NAMED])
            lines.append(t(key, names=names, rest=max(0, len(pupils) - NAMED)))
    if seen.outcomes:
        counts = "; ".join(f"{outcome_words(t, o)} {n}" for o, n in seen.outcomes.items())
        lines.append(t("results-board-outcomes", counts=counts))
    return lines


def _buttons(ctx: Context, seen: Board) -> InlineKeyboardMarkup | None:
    t, of, stage = ctx.t, seen.seen.class_id, int(seen.seen.stage)
    look = button(t.plain("results-see-pupils"), ResultPupils(of=of, stage=stage).pack())
    rows = [[look]]
    if may(ctx.unit.who, Action.KEEP_RESULTS, Target(class_id=of)) and seen.row.status == "open":
        term = seen.seen.stage.term
        conduct = ResultConduct(of=of, term=term, all_good=False).pack()
        second = [button(t.plain("results-conduct"), conduct)]
        if stage != Stage.SUMMER:
            ask = ResultViews(of=of, term=term, look=False).pack()
            second.append(button(t.plain("results-ask-views"), ask))
        rows.append(second)
        if any(not each.is_done for each in seen.subjects):
            nudge = ResultNudge(of=of, stage=stage).pack()
            rows.append([button(t.plain("results-nudge"), nudge)])
        if seen.is_complete:
            up = ResultHandUp(of=of, stage=stage).pack()
            rows.append([button(t.plain("results-hand-up"), up)])
    if seen.viewed:
        read = ResultViews(of=of, term=seen.seen.stage.term, look=True).pack()
        rows.append([button(t.plain("results-see-views"), read)])
    if may(ctx.unit.who, Action.APPROVE_RESULTS) and seen.row.status != "open":
        back = ResultDecide(id=seen.row.id, approved=False).pack()
        decide = [button(t.plain("results-give-back", status=seen.row.status), back)]
        if seen.row.status == "asked":
            yes = ResultDecide(id=seen.row.id, approved=True).pack()
            decide.insert(0, button(t.plain("results-approve"), yes))
        rows.append(decide)
    return keyboard(*rows)


async def pupils(query: CallbackQuery, callback_data: ResultPupils, ctx: Context, bot: Bot) -> None:
    """[Xem từng em]."""
    seen = await board(ctx.unit, callback_data.of, stage_of(callback_data.stage))
    await query.answer()
    of, stage = seen.seen, stage_words(ctx.t, callback_data.stage)
    head = ctx.t("results-pupils-head", stage=stage, **{"class": of.class_name})
    lines = [head, *(pupil_line(ctx.t, p) for p in of.pupils)]
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    await bot.send_message(int(ctx.chat), fitting(ctx.t, lines, room))


async def nudge(query: CallbackQuery, callback_data: ResultNudge, ctx: Context, bot: Bot) -> None:
    """[Nhắc bộ môn]."""
    count = await nudge_subjects(ctx.unit, callback_data.of, stage_of(callback_data.stage))
    await query.answer()
    await bot.send_message(int(ctx.chat), ctx.t("results-nudged", count=count))


async def up(query: CallbackQuery, callback_data: ResultHandUp, ctx: Context, bot: Bot) -> None:
    """[Trình hiệu trưởng]."""
    seen, deciders = await hand_up(ctx.unit, callback_data.of, stage_of(callback_data.stage))
    await query.answer()
    name, stage = seen.seen.class_name, stage_words(ctx.t, callback_data.stage)
    text = ctx.t("results-handed-up", stage=stage, deciders=deciders, **{"class": name})
    await bot.send_message(int(ctx.chat), text)


async def read_views(
    query: CallbackQuery, callback_data: ResultViews, ctx: Context, bot: Bot
) -> None:
    """[Đọc ý kiến]."""
    found = await views(ctx.unit, callback_data.of, callback_data.term)
    await query.answer()
    lines = [ctx.t("own-views-head", count=len(found))]
    lines += [ctx.t("own-views-line", pupil=n, voice=v.voice, text=v.text) for n, v in found]
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    await bot.send_message(int(ctx.chat), fitting(ctx.t, lines, room))


async def averages(
    query: CallbackQuery, callback_data: AveragesCheck, ctx: Context, bot: Bot
) -> None:
    """[Xác nhận điểm trung bình], under a page of marks."""
    page = await check(ctx.unit, callback_data.of, callback_data.subject, callback_data.term)
    await query.answer()
    text = ctx.t(
        "averages-checked",
        subject=page.subject.name,
        term=page.term,
        **{"class": page.roster.list.name},
    )
    await bot.send_message(int(ctx.chat), text)


def router() -> Router:
    """For homeroom teachers, subject teachers and the heads."""
    r = Router(name="year board")
    r.message.register(command, Command("tongket", "term"))
    r.callback_query.register(pick, ResultBoard.filter())
    r.callback_query.register(pupils, ResultPupils.filter())
    r.callback_query.register(nudge, ResultNudge.filter())
    r.callback_query.register(up, ResultHandUp.filter())
    r.callback_query.register(read_views, ResultViews.filter())
    r.callback_query.register(averages, AveragesCheck.filter())
    return r
