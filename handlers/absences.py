"""What guardians do about the alert of a missing child: answer it, say why, or write in words."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import absence_buttons as buttons
from handlers.absence_buttons import AlertAnswer, LeaveReason, LeaveWords, WordsFor
from handlers.absence_words import time_words
from handlers.context import Context
from handlers.screen import fresh, tapped
from services import absence_answers, absence_words, leave
from services.absence_file import CaseFile
from services.errors import Refusal

SAVED_REASON = {"sick": "absence-reason-sick", "family": "absence-reason-family"}


async def answer(query: CallbackQuery, callback_data: AlertAnswer, ctx: Context, bot: Bot) -> None:
    """One of the buttons below the alert."""
    case, round = callback_data.case, callback_data.round
    if callback_data.say == "leave":
        asked = await absence_answers.ask_leave(ctx.unit, case, round)
        await query.answer(ctx.t.plain("absence-leave-passed"))
        await fresh(bot, ctx).show(ctx.t("absence-reason-ask"), buttons.reasons(ctx.t, asked.id))
    elif callback_data.say == "left":
        heard = await absence_answers.left_home(ctx.unit, case, round)
        await query.answer(
            ctx.t.plain("absence-left-passed" if heard else "absence-left-phone"), show_alert=True
        )
    elif callback_data.say == "call":
        await absence_answers.call_back(ctx.unit, case, round)
        await query.answer(ctx.t.plain("absence-call-passed"))
    else:
        await _why(query, case, ctx, bot)


async def _why(query: CallbackQuery, case: int, ctx: Context, bot: Bot) -> None:
    why = await absence_answers.why(ctx.unit, case)
    await query.answer()
    marker = "absence-marker-homeroom" if why.homeroom else "absence-marker-teacher"
    text = ctx.t(
        "absence-why",
        pupil=why.pupil,
        marker=ctx.t.plain(marker, name=why.name, gender=why.gender or ""),
        time=time_words(ctx.t, why.at),
        minutes=why.cut_off,
    )
    await fresh(bot, ctx).show(text)


async def reason(
    query: CallbackQuery, callback_data: LeaveReason, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """A quick reason for the leave, words to be typed, or none."""
    screen = tapped(query, bot, ctx)
    if callback_data.reason == "other":
        await state.set_state(LeaveWords.reason)
        await state.update_data(leave=callback_data.leave)
        await screen.show(ctx.t("absence-reason-type"))
    elif callback_data.reason in SAVED_REASON:
        await leave.give_reason(ctx.unit, callback_data.leave, callback_data.reason)
        said = ctx.t.plain(SAVED_REASON[callback_data.reason])
        await screen.show(ctx.t("absence-reason-saved", reason=said))
    else:
        await screen.show(ctx.t("absence-reason-skipped"))


async def typed_reason(message: Message, ctx: Context, state: FSMContext) -> None:
    """The reason in the guardian's own words."""
    leave_id = (await state.get_data()).get("leave", 0)
    await state.clear()
    words = (message.text or "").strip()
    try:
        await leave.give_reason(ctx.unit, int(leave_id), words)
    except Refusal as refusal:  # nothing was changed, and the next words are no reason any more
        await message.answer(ctx.t(refusal.key, **refusal.params))
        return
    await message.answer(ctx.t("absence-reason-saved", reason=words[: leave.LONGEST]))


async def in_words(
    message: Message, cases: Sequence[CaseFile], ctx: Context, state: FSMContext
) -> None:
    """Words instead of a button: passed on to the homeroom teacher, with the buttons again."""
    words = (message.text or "").strip()
    if len(cases) > 1:
        await state.set_state(LeaveWords.which_child)
        await state.update_data(words=words[: absence_words.LONGEST])
        offered = [(f.case.id, f.case.round, f.pupil.name) for f in cases]
        keyboard = buttons.children(ctx.t, offered)
        await message.answer(ctx.t("absence-words-which"), reply_markup=keyboard)
        return
    file = cases[0].case
    shown = await absence_words.pass_on(ctx.unit, file.id, file.round, words)
    text, keyboard = _passed(ctx, shown)
    await message.answer(text, reply_markup=keyboard)


async def words_for(
    query: CallbackQuery, callback_data: WordsFor, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """Which child the words are about."""
    words = (await state.get_data()).get("words")
    await state.clear()
    screen = tapped(query, bot, ctx)
    if not words:
        await screen.show(ctx.t("absence-words-lost"))
        return
    shown = await absence_words.pass_on(
        ctx.unit, callback_data.case, callback_data.round, str(words)
    )
    await screen.show(*_passed(ctx, shown))


def _passed(ctx: Context, shown: dict[str, Any]) -> tuple[str, Any]:
    key = "absence-words-passed" if shown["reached"] else "absence-words-phone"
    text = ctx.t(key, pupil=shown["pupil"])
    keyboard = buttons.answers(ctx.t, shown)
    if shown["status"] in absence_answers.OPEN:
        text = "\n".join([text, ctx.t("absence-words-choose")])
    return text, keyboard


async def is_text(message: Message) -> bool:
    """Words, not a command."""
    words = (message.text or "").strip()
    return bool(words) and not words.startswith("/")


async def answers_alert(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether the writer is a guardian whose child is missing today, and nobody knows why."""
    if not await is_text(message):
        return False
    cases = await absence_words.open_cases(ctx.unit)
    return {"cases": cases} if cases else False


def router() -> Router:
    """Buttons and the awaited reason. What is written freely comes last: `words_router`."""
    r = Router(name="absences")
    r.callback_query.register(answer, AlertAnswer.filter())
    r.callback_query.register(reason, LeaveReason.filter())
    r.callback_query.register(words_for, WordsFor.filter())
    r.message.register(typed_reason, StateFilter(LeaveWords.reason), is_text)
    return r


def words_router() -> Router:
    """Free words of a guardian after an alert, once nothing else has understood them."""
    r = Router(name="absence words")
    r.message.register(in_words, answers_alert)
    return r
