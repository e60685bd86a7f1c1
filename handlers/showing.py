"""Putting a new face on the message whose button was tapped, where the messenger can."""

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.context import Context

Row = list[InlineKeyboardButton]


def keyboard(*rows: Row) -> InlineKeyboardMarkup | None:
    """Rows of buttons; None where every row is empty."""
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=filled) if filled else None


def button(text: str, data: str) -> InlineKeyboardButton:
    """One button; `data` is a packed `CallbackData`."""
    return InlineKeyboardButton(text=text, callback_data=data)


def rows_of(buttons: list[InlineKeyboardButton], width: int) -> list[Row]:
    """Buttons laid out in rows of `width`."""
    return [buttons[i : i + width] for i in range(0, len(buttons), width)]


async def show(
    query: CallbackQuery,
    bot: Bot,
    ctx: Context,
    text: str,
    markup: InlineKeyboardMarkup | None = None,
) -> None:
    """Change the tapped message; a new one follows where it cannot be changed any more."""
    if ctx.capabilities.edits and isinstance(query.message, Message):
        await query.message.edit_text(text, reply_markup=markup)
    else:
        await bot.send_message(int(ctx.chat), text, reply_markup=markup)
