"""The one place where refusals and faults become answers, on a message or on a tapped button."""

from aiogram.types import CallbackQuery, Message, Update

from handlers.context import Context
from services.errors import Refusal

TOAST = 190  # a callback answer holds 200 characters


async def answer_refusal(update: Update, ctx: Context, refusal: Refusal) -> None:
    """Tell the person why nothing was changed."""
    await _say(update, ctx, refusal.key, **refusal.params)


async def answer_fault(update: Update, ctx: Context, fault: str) -> None:
    """Apologise, with the id under which the log explains."""
    await _say(update, ctx, "fault", id=fault)


async def _say(update: Update, ctx: Context, key: str, **values: object) -> None:
    query: CallbackQuery | None = update.callback_query
    if query is not None:
        text = ctx.t.plain(key, **values)
        if len(text) <= TOAST:
            await query.answer(text, show_alert=True)
            return
        await query.answer()
        if query.message is not None:
            await query.message.answer(ctx.t(key, **values))
        return
    message: Message | None = update.message or update.edited_message
    if message is not None:
        await message.answer(ctx.t(key, **values))
