"""What is said of a page in words: a family's doubt, a teacher's wish for a correction, the
principal's reason against one. Each is asked for first; until it comes nothing is changed."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.book_buttons import (
    WHYS,
    BookBack,
    BookDecide,
    BookRow,
    BookWhy,
    BookWish,
    why_buttons,
)
from handlers.book_words import mark_words, period_words, pupil_words, session_words
from handlers.context import Context
from handlers.screen import fresh, tapped
from handlers.showing import button, keyboard
from services import book_corrections, book_families
from services.errors import Outdated, Refusal

WAITS = timedelta(minutes=30)  # then what is typed is something else


class Said(StatesGroup):
    """Words are awaited."""

    doubt = State()
    wish = State()
    why = State()


async def row(
    query: CallbackQuery, callback_data: BookRow, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """A family: right, or wrong and then in words."""
    page, pupil = callback_data.page, callback_data.pupil
    if callback_data.said == "right":
        name = await book_families.answer(ctx.unit, page, pupil, "right")
        await query.answer()
        await fresh(bot, ctx).show(ctx.t("book-said-right", name=name))
        return
    name = await book_families.child_of_row(ctx.unit, page, pupil)
    await query.answer()
    await _await(state, ctx, Said.doubt, page=page, pupil=pupil)
    await fresh(bot, ctx).show(ctx.t("book-ask-doubt", name=name))


async def wish(
    query: CallbackQuery, callback_data: BookWish, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """A teacher: what shall be corrected."""
    page = await book_corrections.locked_page(ctx.unit, callback_data.page)
    await query.answer()
    await _await(state, ctx, Said.wish, page=page.id)
    await fresh(bot, ctx).show(ctx.t("book-ask-wish", day=f"{page.first:%d/%m}"))


async def decide(
    query: CallbackQuery, callback_data: BookDecide, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """The principal: approve at once, or say why not."""
    if callback_data.approved:
        await book_corrections.decide(ctx.unit, callback_data.wish, approved=True)
        await query.answer(ctx.t.plain("book-said-decided", status="approved"))
        return
    await book_corrections.open_wish(ctx.unit, callback_data.wish)
    await query.answer()
    await _await(state, ctx, Said.why, wish=callback_data.wish)
    await fresh(bot, ctx).show(ctx.t("book-ask-why"), why_buttons(ctx.t, callback_data.wish))


async def why(
    query: CallbackQuery, callback_data: BookWhy, ctx: Context, bot: Bot, state: FSMContext
) -> None:
    """A reason by its button."""
    if callback_data.why not in WHYS:
        raise Outdated
    words = ctx.t.plain(WHYS[callback_data.why])
    await book_corrections.decide(ctx.unit, callback_data.wish, approved=False, why=words)
    if await state.get_state() == Said.why.state:
        await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("book-said-decided", status="rejected"))


async def back(query: CallbackQuery, callback_data: BookBack, ctx: Context, bot: Bot) -> None:
    """A teacher takes a wish back."""
    await book_corrections.withdraw(ctx.unit, callback_data.wish)
    await tapped(query, bot, ctx).show(ctx.t("book-said-decided", status="withdrawn"))


async def is_said(message: Message, ctx: Context, state: FSMContext) -> bool | dict[str, Any]:
    """Words that were asked for and come in time; commands are never among them."""
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        return False
    data = await state.get_data()
    at = datetime.fromisoformat(str(data.get("at", ctx.unit.now.isoformat())))
    if ctx.unit.now - at > WAITS:
        await state.clear()
        return False
    return {"text": text, "data": data}


async def doubt_said(
    message: Message, text: str, data: dict[str, Any], ctx: Context, state: FSMContext
) -> None:
    """A family's doubt goes to the homeroom teacher."""
    await state.clear()
    name = await book_families.answer(ctx.unit, data["page"], data["pupil"], "wrong", text)
    await message.answer(ctx.t("book-said-wrong", name=name))


async def wish_said(
    message: Message, text: str, data: dict[str, Any], ctx: Context, state: FSMContext
) -> None:
    """A wish goes to the principal; what is missing is asked for again."""
    t = ctx.t
    try:
        asked = await book_corrections.ask(ctx.unit, data["page"], text)
    except Refusal as refusal:  # nothing was written; the next message tries again
        await message.answer(t(refusal.key, **refusal.params))
        return
    await state.clear()
    facts = asked.facts
    said = t(
        "book-said-wish",
        pupil=pupil_words(facts["number"], facts["name"]),
        session=session_words(t, facts["day"], facts["half"]),
        old=mark_words(t, facts["old"]),
        new=mark_words(t, facts["new"]),
        reason=facts["reason"],
        deciders=asked.deciders,
        month=period_words(t, "month", 0, facts["month"]),
    )
    markup = keyboard([button(t.plain("book-button-back"), BookBack(wish=asked.id).pack())])
    await message.answer(said, reply_markup=markup)


async def why_said(
    message: Message, text: str, data: dict[str, Any], ctx: Context, state: FSMContext
) -> None:
    """The principal's reason in words."""
    await state.clear()
    await book_corrections.decide(ctx.unit, data["wish"], approved=False, why=text)
    await message.answer(ctx.t("book-said-decided", status="rejected"))


async def _await(state: FSMContext, ctx: Context, what: State, **data: Any) -> None:
    await state.set_state(what)
    await state.set_data(data | {"at": ctx.unit.now.isoformat()})


def router() -> Router:
    """Buttons, and the words that they ask for."""
    r = Router(name="roll book words")
    r.callback_query.register(row, BookRow.filter())
    r.callback_query.register(wish, BookWish.filter())
    r.callback_query.register(decide, BookDecide.filter())
    r.callback_query.register(why, BookWhy.filter())
    r.callback_query.register(back, BookBack.filter())
    r.message.register(doubt_said, StateFilter(Said.doubt), is_said)
    r.message.register(wish_said, StateFilter(Said.wish), is_said)
    r.message.register(why_said, StateFilter(Said.why), is_said)
    return r
