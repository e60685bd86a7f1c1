"""Answers to the quiet question about a P, and what the homeroom teacher makes of them."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.context import Context
from handlers.excused_buttons import ExcusedSay, ExcusedStep
from services import excused_questions
from services.errors import Outdated

SAVED = {
    "unexcused": "absence-saved-k",
    "keep": "absence-saved-p",
    "present": "excused-saved-present",
}


async def say(query: CallbackQuery, callback_data: ExcusedSay, ctx: Context) -> None:
    """The family has not asked for leave; or the child left home. The message shows it."""
    question, round = callback_data.question, callback_data.round
    if callback_data.say == "deny":
        await excused_questions.deny(ctx.unit, question, round)
    elif callback_data.say == "left":
        await excused_questions.left_home(ctx.unit, question, round)
    else:
        raise Outdated
    await query.answer(ctx.t.plain("excused-said"))


async def step(query: CallbackQuery, callback_data: ExcusedStep, ctx: Context) -> None:
    """K, P after all, or the child is here."""
    pupil = await excused_questions.settle(ctx.unit, callback_data.question, callback_data.step)
    await query.answer(ctx.t.plain(SAVED[callback_data.step], pupil=pupil))


def router() -> Router:
    """Buttons only."""
    r = Router(name="excused")
    r.callback_query.register(say, ExcusedSay.filter())
    r.callback_query.register(step, ExcusedStep.filter())
    return r
