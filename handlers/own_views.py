"""A family says how it, or its child, sees the child's term (circular 22/2021 art. 8)."""

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.result_buttons import ResultStates, ViewSay
from handlers.screen import fresh
from services.name_syllables import fold
from services.results.own_views import in_words, open_view, say

OPENINGS = ("tu nhan xet", "gia dinh nhan xet", "phu huynh nhan xet")


async def choose(
    query: CallbackQuery, callback_data: ViewSay, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Con tự nhận xét] [Gia đình nhận xét]."""
    pupil, term, voice = callback_data.pupil, callback_data.term, callback_data.voice
    found = await open_view(ctx.unit, pupil, term, voice)
    await query.answer()
    await state.set_state(ResultStates.view)
    await state.set_data({"pupil": pupil, "term": term, "voice": voice})
    await fresh(bot, ctx).show(ctx.t("own-view-write", pupil=found["pupil"], voice=voice))


async def words(message: Message, ctx: Context, state: FSMContext) -> None:
    """What is said."""
    data = await state.get_data()
    await state.clear()
    found = await say(ctx.unit, data["pupil"], data["term"], data["voice"], message.text or "")
    await message.answer(ctx.t("own-view-saved", pupil=found["pupil"], voice=data["voice"]))


async def is_typed(message: Message, ctx: Context) -> bool:
    """ "tự nhận xét Lan: …" from a guardian."""
    text = message.text or ""
    guardian = ctx.actor is not None and ctx.actor.is_guardian
    return guardian and " ".join(fold(text).split()).startswith(OPENINGS)


async def typed(message: Message, ctx: Context) -> None:
    """The same in one message."""
    found = await in_words(ctx.unit, message.text or "")
    await message.answer(ctx.t("own-view-saved", pupil=found["pupil"], voice=found["voice"]))


def router() -> Router:
    """For families."""
    r = Router(name="own views")
    r.callback_query.register(choose, ViewSay.filter())
    r.message.register(words, StateFilter(ResultStates.view), is_words)
    r.message.register(typed, is_typed)
    return r
