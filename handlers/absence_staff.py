"""What staff do about a missing child: search, call, grant leave, settle P or K."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from handlers import absence_buttons as buttons
from handlers.absence_buttons import CaseStep, LeaveStep, SettleAbsence
from handlers.context import Context
from handlers.roll_echo import Echo, echo_text, is_echo, keyboard, saved_head, unsettled
from handlers.screen import Screen, tapped
from services import absence_search, leave, rolls
from services.absence_settle import settle
from services.attendance_states import State
from services.errors import Outdated
from services.roll_known import known_view
from services.rosters import roster

SETTLED = {"excused": "absence-saved-p", "unexcused": "absence-saved-k"}


async def step(query: CallbackQuery, callback_data: CaseStep, ctx: Context) -> None:
    """Searching, met, or called back."""
    case, round = callback_data.case, callback_data.round
    if callback_data.step == "seeking":
        await absence_search.seeking(ctx.unit, case, round)
        await query.answer(ctx.t.plain("absence-saved-seeking"))
    elif callback_data.step == "met":
        pupil = await absence_search.met(ctx.unit, case, round)
        await query.answer(ctx.t.plain("absence-saved-met", pupil=pupil))
    elif callback_data.step == "called":
        await absence_search.called(ctx.unit, case, round)
        await query.answer(ctx.t.plain("absence-saved-called"))
    else:
        raise Outdated


async def decide(query: CallbackQuery, callback_data: LeaveStep, ctx: Context) -> None:
    """Grant leave, talk first, or record the absence as without leave."""
    if callback_data.step == "talk":
        news = await leave.talk(ctx.unit, callback_data.leave)
        await query.answer(ctx.t.plain("absence-saved-talk" if news else "absence-talk-already"))
        return
    if callback_data.step not in ("grant", "refuse"):
        raise Outdated
    granted = callback_data.step == "grant"
    pupil = await leave.decide(ctx.unit, callback_data.leave, granted=granted)
    key = "absence-saved-p" if granted else "absence-saved-k"
    await query.answer(ctx.t.plain(key, pupil=pupil))


async def settle_absence(
    query: CallbackQuery, callback_data: SettleAbsence, ctx: Context, bot: Bot
) -> None:
    """P or K for an absence that was not explained; an echo is shown anew, any other message
    that was tapped loses its two buttons."""
    if callback_data.state not in SETTLED:
        raise Outdated
    pupil = await settle(
        ctx.unit, callback_data.roll, callback_data.pupil, State(callback_data.state)
    )
    await query.answer(ctx.t.plain(SETTLED[callback_data.state], pupil=pupil))
    screen = tapped(query, bot, ctx)
    handle = screen.message_id
    if handle is not None and isinstance(query.message, Message):
        if is_echo(query.message.reply_markup):
            await _show_roll(screen, ctx, callback_data.roll)
            return
        left = buttons.without(query.message.reply_markup, callback_data)
        await bot.edit_message_reply_markup(
            chat_id=int(ctx.chat), message_id=handle, reply_markup=left
        )


async def _show_roll(screen: Screen, ctx: Context, roll_id: int) -> None:
    """The echo of a roll as it stands now."""
    session, roll = await rolls.by_id(ctx.unit, roll_id)
    of = await roster(ctx.unit, session.of, session.day)
    shown = await known_view(ctx.unit, session, of, roll.standings)
    text = echo_text(ctx.t, Echo(saved_head(ctx.t, shown), shown), ctx.unit.zone)
    await screen.show(text, keyboard(ctx.t, roll, unsettled(ctx.unit.who, shown)))


def router() -> Router:
    """Buttons only."""
    r = Router(name="absence staff")
    r.callback_query.register(step, CaseStep.filter())
    r.callback_query.register(decide, LeaveStep.filter())
    r.callback_query.register(settle_absence, SettleAbsence.filter())
    return r
