"""What a decider does with a question: `/duyet` shows what waits, three buttons decide it.

A rejection and a wish for changes ask why first, by a button or in words; until the reason is
there nothing is decided, and whether the question is still open is asked again then.
"""

from datetime import datetime, timedelta

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.approval_buttons import (
    REASONS,
    ApprovalLater,
    ApprovalReason,
    ApprovalStep,
    reason_buttons,
)
from handlers.context import Context
from handlers.notice_writing import reads_as_notice
from handlers.notices.approval import reason_line
from handlers.roll_text import reads_as_roll
from handlers.screen import Screen, fresh
from handlers.showing import show
from services import approvals, book_corrections, score_corrections
from services.approvals import Decision
from services.errors import Outdated, Refusal

WAITS = timedelta(minutes=15)  # then what is typed is no reason any more
DECISIONS = {"reject": Decision.REJECT, "changes": Decision.CHANGES}
ASK_WHY = {"reject": "approval-why-reject", "changes": "approval-why-changes"}
SAVED = {
    Decision.REJECT: "approval-saved-rejected",
    Decision.CHANGES: "approval-saved-changes",
}


class Why(StatesGroup):
    """A reason may be typed."""

    words = State()


async def waiting(message: Message, ctx: Context) -> None:
    """/duyet: the questions that wait, anew."""
    count = await approvals.send_waiting(ctx.unit) + await book_corrections.send_waiting(ctx.unit)
    count += await score_corrections.send_waiting(ctx.unit)
    key = "approval-waiting" if count else "approval-none-waiting"
    await message.answer(ctx.t(key, count=count))


async def step(
    query: CallbackQuery, callback_data: ApprovalStep, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """Approve at once, or ask why not."""
    id, wanted = callback_data.approval, callback_data.step
    if wanted == "approve":
        await approvals.decide(ctx.unit, id, Decision.APPROVE)
        await query.answer(ctx.t.plain("approval-saved-approved"))
        return
    if wanted not in DECISIONS:
        raise Outdated
    await approvals.open_question(ctx.unit, id)
    await query.answer()
    buttons = reason_buttons(ctx.t, id, wanted)
    shown = await fresh(bot, ctx).show(ctx.t(ASK_WHY[wanted]), buttons)
    at = ctx.unit.now.isoformat()
    await state.set_state(Why.words)
    await state.set_data({"approval": id, "step": wanted, "at": at, "screen": shown})


async def quick_reason(
    query: CallbackQuery, callback_data: ApprovalReason, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """A reason by its button."""
    if callback_data.reason not in REASONS or callback_data.step not in DECISIONS:
        raise Outdated
    decision = DECISIONS[callback_data.step]
    words = ctx.t.plain(REASONS[callback_data.reason])
    await approvals.decide(ctx.unit, callback_data.approval, decision, words)
    await _leave(state)
    await show(query, bot, ctx, _saved(ctx, decision, words))


async def typed_reason(message: Message, bot: Bot, state: FSMContext, ctx: Context) -> None:
    """A reason in words; the question for it keeps no buttons."""
    data = await state.get_data()
    id, decision = int(data["approval"]), DECISIONS[data["step"]]
    words = message.text or ""
    try:
        await approvals.open_question(ctx.unit, id)
    except Refusal as refusal:  # nothing was changed, and the next words are no reason any more
        await state.clear()
        await message.answer(ctx.t(refusal.key, **refusal.params))
        return
    await approvals.decide(ctx.unit, id, decision, words)
    await state.clear()
    await Screen(bot, int(ctx.chat), data.get("screen")).close()
    await message.answer(_saved(ctx, decision, " ".join(words.split())))


def _saved(ctx: Context, decision: Decision, reason: str) -> str:
    return f"{ctx.t(SAVED[decision])}\n{reason_line(ctx.t, reason)}"


async def later(query: CallbackQuery, bot: Bot, state: FSMContext, ctx: Context) -> None:
    """No reason now."""
    await _leave(state)
    await show(query, bot, ctx, ctx.t("approval-later"))


async def _leave(state: FSMContext) -> None:
    """End this conversation, and no other that was begun since."""
    if await state.get_state() == Why.words.state:
        await state.clear()


async def reason_awaited(message: Message, state: FSMContext, ctx: Context) -> bool:
    """Words, soon after they were asked for, that are not plainly a notice or a class's roll."""
    words = (message.text or "").strip()
    if not words or words.startswith("/") or await reads_as_notice(message, ctx):
        return False
    roll = await reads_as_roll(message, ctx)
    if isinstance(roll, dict) and (roll["frame"].class_name or roll["frame"].group_id):
        return False
    data = await state.get_data()
    if "at" in data and ctx.unit.now - datetime.fromisoformat(data["at"]) <= WAITS:
        return True
    await state.clear()
    return False


def router() -> Router:
    """For deciders."""
    r = Router(name="approvals")
    r.message.register(waiting, Command("duyet", "approvals"))
    r.message.register(typed_reason, StateFilter(Why.words), reason_awaited)
    r.callback_query.register(step, ApprovalStep.filter())
    r.callback_query.register(quick_reason, ApprovalReason.filter())
    r.callback_query.register(later, ApprovalLater.filter())
    return r
