"""Marking pupil by pupil: a column stays open for half an hour, and "Huy 8,5" goes into it."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.score_buttons import ScoreMarking, ScoreStates
from handlers.score_entry import go_on, kept
from handlers.score_words import place_words
from handlers.screen import fresh
from services import score_drafts as drafts
from services.name_syllables import fold
from services.score_drafts import Draft

ENDS = frozenset(("xong", "thoi", "het", "dung", "xong roi", "done"))


async def begin(
    query: CallbackQuery, callback_data: ScoreMarking, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Chấm tiếp]: the column stays open for further marks."""
    draft = await drafts.of_column(ctx.unit, callback_data.column)
    await state.clear()
    await query.answer()
    await go_on(ctx, state, fresh(bot, ctx), draft)


async def is_mark(message: Message, ctx: Context, state: FSMContext) -> bool | dict[str, Any]:
    """Whether a text has marks for the column that is open, or ends it."""
    text = message.text or ""
    if not text or text.startswith("/"):
        return False
    draft = await kept(state)
    if fold(text.strip(" .!")) in ENDS:
        return {"draft": draft}
    if draft.column is None or not await drafts.has_marks(ctx.unit, draft, text):
        return False
    return {"draft": draft}


async def take(message: Message, ctx: Context, state: FSMContext, bot: Bot, draft: Draft) -> None:
    """One mark more, or the end."""
    text = message.text or ""
    column = draft.column
    assert column is not None  # the filter saw to it, or the text ends the marking
    page = await drafts.page_of(ctx.unit, draft)
    place = place_words(ctx.t, page, column)
    if fold(text.strip(" .!")) in ENDS:
        await state.clear()
        left = len(page.missing(column))
        await message.answer(ctx.t("score-marking-done", place=place, missing=left))
        return
    if drafts.is_over(draft, ctx.unit.now):
        await state.clear()
        await message.answer(ctx.t("score-marking-over", place=place, text=text[:60]))
        return
    await go_on(ctx, state, fresh(bot, ctx), drafts.add(draft, text))


def router() -> Router:
    """The button that opens a column, and the marks that follow."""
    r = Router(name="score marking")
    r.callback_query.register(begin, ScoreMarking.filter())
    return r


def words_router() -> Router:
    """Behind new columns: a text with marks while a column is open."""
    r = Router(name="score marking words")
    r.message.register(take, StateFilter(ScoreStates.marking), is_mark)
    return r
