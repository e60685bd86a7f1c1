"""Where the next step of a conversation is shown: in a message of its own, or in the one tapped.

The handle that a send gives back is kept and edited later, also while it has not left yet. Chats
are known by the unit of work, messages by their handle, never by what came with a button.
"""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context


@dataclass(slots=True)
class Screen:
    """Shows one text at a time. `message_id` is empty until something was shown."""

    bot: Bot
    chat: int
    message_id: int | None = None

    async def show(self, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Show a text with its buttons; the handle under which it can be shown anew."""
        if self.message_id is None:
            sent = await self.bot.send_message(self.chat, text, reply_markup=keyboard)
            self.message_id = sent.message_id
        else:
            await self.bot.edit_message_text(
                text, chat_id=self.chat, message_id=self.message_id, reply_markup=keyboard
            )
        return self.message_id

    async def close(self) -> None:
        """Take the buttons away; what comes next is a message of its own."""
        if self.message_id is not None:
            await self.bot.edit_message_reply_markup(chat_id=self.chat, message_id=self.message_id)
        self.message_id = None


def fresh(bot: Bot, ctx: Context) -> Screen:
    """A screen that begins with a new message."""
    return Screen(bot, int(ctx.chat))


def tapped(query: CallbackQuery, bot: Bot, ctx: Context, handle: int | None = None) -> Screen:
    """The message whose button was tapped; `handle` where the conversation kept one."""
    message = query.message
    if handle is None and isinstance(message, Message):
        handle = message.message_id
    return Screen(bot, int(ctx.chat), handle)


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: who it is with, its state, and where it shows its next step."""

    ctx: Context
    state: FSMContext
    screen: Screen
