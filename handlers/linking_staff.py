"""`/canbo`: which of the staff are linked; codes and lost phones, for the administrator."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.account import take_menus
from handlers.context import Context
from handlers.linking_looks import (
    StaffCard,
    StaffInvite,
    StaffList,
    StaffUnlink,
    invite_card,
    staff_card,
    staff_page,
)
from handlers.showing import show
from services import families, invites
from services.unlinking import unlink_staff


async def list_staff(message: Message, ctx: Context) -> None:
    """/canbo."""
    text, markup = staff_page(ctx.t, await families.staff(ctx.unit), 0)
    await message.answer(text, reply_markup=markup)


async def turn(query: CallbackQuery, callback_data: StaffList, bot: Bot, ctx: Context) -> None:
    """Another page."""
    text, markup = staff_page(ctx.t, await families.staff(ctx.unit), callback_data.page)
    await show(query, bot, ctx, text, markup)


async def card(query: CallbackQuery, callback_data: StaffCard, bot: Bot, ctx: Context) -> None:
    """One of the staff."""
    member = await families.staff_member(ctx.unit, callback_data.person)
    text, markup = staff_card(ctx.t, member)
    await show(query, bot, ctx, text, markup)


async def invite(query: CallbackQuery, callback_data: StaffInvite, bot: Bot, ctx: Context) -> None:
    """A fresh code, in a message of its own that can be passed on."""
    issued = await invites.invite_staff(ctx.unit, callback_data.person)
    text, markup = invite_card(ctx.t, issued, ctx.unit.zone)
    await bot.send_message(int(ctx.chat), text, reply_markup=markup)


async def unlink(query: CallbackQuery, callback_data: StaffUnlink, bot: Bot, ctx: Context) -> None:
    """A lost phone, at once."""
    chats = await unlink_staff(ctx.unit, callback_data.person)
    await take_menus(bot, ctx, chats)
    if any(chat.account_id == ctx.account_id for chat in chats):
        await show(query, bot, ctx, ctx.t("identity-unlinked-here"))
        return
    member = await families.staff_member(ctx.unit, callback_data.person)
    text, markup = staff_card(ctx.t, member)
    await show(query, bot, ctx, f"{ctx.t('identity-unlinked-done')}\n\n{text}", markup)


def router() -> Router:
    """For the administrator and the principal."""
    r = Router(name="staff")
    r.message.register(list_staff, Command("canbo", "staff"))
    r.callback_query.register(turn, StaffList.filter())
    r.callback_query.register(card, StaffCard.filter())
    r.callback_query.register(invite, StaffInvite.filter())
    r.callback_query.register(unlink, StaffUnlink.filter())
    return r
