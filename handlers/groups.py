"""Groups and channels: the bot says one line there that names nobody, and leaves.

Asked before every other router, so that nothing of the school is ever said among many. The first
sign of a group (being added, or a message) is answered; what still arrives of it afterwards is not.
"""

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers.context import Context
from services import chats

GONE = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


async def in_group(message: Message) -> bool:
    """Whether others can read along."""
    return message.chat.type != ChatType.PRIVATE


async def group_button(query: CallbackQuery) -> bool:
    """A button below a message that others can see."""
    return query.message is not None and query.message.chat.type != ChatType.PRIVATE


async def group_message(message: Message, bot: Bot, ctx: Context) -> None:
    """Said in a group; silence where the bot has left already."""
    if not ctx.was_closed:
        await bot.send_message(message.chat.id, ctx.t("group-only-private"))
        await bot.leave_chat(message.chat.id)
    await chats.closed(ctx.unit, ctx.channel, ctx.chat)


async def in_group_tapped(query: CallbackQuery, ctx: Context) -> None:
    """A tap in a group changes nothing."""
    await query.answer(ctx.t.plain("group-only-private"), show_alert=True)


async def membership(event: ChatMemberUpdated, bot: Bot, ctx: Context) -> None:
    """Added, removed, blocked, let in again."""
    if event.new_chat_member.status in GONE:
        await chats.closed(ctx.unit, ctx.channel, ctx.chat)
    elif event.chat.type == ChatType.PRIVATE:
        await chats.reopened(ctx.unit, ctx.account_id)
    elif event.old_chat_member.status in GONE:
        if event.chat.type != ChatType.CHANNEL:
            await bot.send_message(event.chat.id, ctx.t("group-only-private"))
        await bot.leave_chat(event.chat.id)
        await chats.closed(ctx.unit, ctx.channel, ctx.chat)


def router() -> Router:
    """The first of all routers."""
    r = Router(name="groups")
    r.my_chat_member.register(membership)
    r.message.register(group_message, in_group)
    r.callback_query.register(in_group_tapped, group_button)
    return r
