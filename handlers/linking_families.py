"""`/giadinh 7A1`: which families are linked; invites and lost phones, guardian by guardian."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.account import take_menus
from handlers.context import Context
from handlers.linking_looks import (
    Face,
    FamilyCard,
    FamilyInvite,
    FamilyList,
    FamilyUnlink,
    FamilyWaiting,
    InviteRevoke,
    class_choice,
    family_card,
    family_page,
    invite_card,
)
from handlers.notices.linking import request_buttons, request_text
from handlers.showing import show
from services import families, invites, phone_links
from services.errors import NotFound
from services.unlinking import unlink_guardian


async def list_families(message: Message, command: CommandObject, ctx: Context) -> None:
    """/giadinh, with a class or for the own one; the choice where there are several."""
    words = (command.args or "").split()
    if words:
        klass = await families.class_called(ctx.unit, words[0])
        number = next((int(w) for w in words[1:] if w.isdigit()), None)
        text, markup = await _page(ctx, klass.id, 0)
        if number is not None:
            found = await families.families(ctx.unit, klass.id)
            mine = next((ties for pupil, ties in found if pupil.list_number == number), [])
            if not mine:
                raise NotFound("identity-no-such-number", number=number, klass=klass.name)
            text, markup = family_card(ctx.t, mine)
    else:
        classes = await families.my_classes(ctx.unit)
        own = [c for c in classes if c.id in ctx.unit.who.homeroom_of]
        if len(own) == 1 or len(classes) == 1:
            text, markup = await _page(ctx, classes[0].id, 0)
        else:
            text = ctx.t("identity-which-class")
            markup = class_choice(classes, lambda id: FamilyList(klass=id, page=0).pack())
    await message.answer(text, reply_markup=markup)


async def _page(ctx: Context, class_id: int, page: int) -> Face:
    found = await families.families(ctx.unit, class_id)
    klass = await families.class_of(ctx.unit, class_id)
    waiting = 0
    if phone_links.may_confirm(ctx.unit, class_id):
        waiting = len(await phone_links.waiting_for(ctx.unit, class_id))
    return family_page(ctx.t, klass, found, page=page, waiting=waiting)


async def turn(query: CallbackQuery, callback_data: FamilyList, bot: Bot, ctx: Context) -> None:
    """Another page of the list."""
    text, markup = await _page(ctx, callback_data.klass, callback_data.page)
    await show(query, bot, ctx, text, markup)


async def card(query: CallbackQuery, callback_data: FamilyCard, bot: Bot, ctx: Context) -> None:
    """One pupil's family."""
    text, markup = family_card(ctx.t, await families.family(ctx.unit, callback_data.pupil))
    await show(query, bot, ctx, text, markup)


async def invite(query: CallbackQuery, callback_data: FamilyInvite, bot: Bot, ctx: Context) -> None:
    """A fresh code, in a message of its own that can be passed on."""
    issued = await invites.invite_guardian(ctx.unit, callback_data.person, callback_data.pupil)
    text, markup = invite_card(ctx.t, issued, ctx.unit.zone)
    await bot.send_message(int(ctx.chat), text, reply_markup=markup)


async def revoke(query: CallbackQuery, callback_data: InviteRevoke, bot: Bot, ctx: Context) -> None:
    """The code just made is of no use any more."""
    await invites.revoke(ctx.unit, callback_data.invite)
    await show(query, bot, ctx, ctx.t("identity-invite-revoked"))


async def unlink(query: CallbackQuery, callback_data: FamilyUnlink, bot: Bot, ctx: Context) -> None:
    """A guardian's lost phone, at once."""
    chats = await unlink_guardian(ctx.unit, callback_data.person, callback_data.pupil)
    await take_menus(bot, ctx, chats)
    ties = await families.family(ctx.unit, callback_data.pupil)
    text, markup = family_card(ctx.t, ties)
    await show(query, bot, ctx, f"{ctx.t('identity-unlinked-done')}\n\n{text}", markup)


async def waiting(
    query: CallbackQuery, callback_data: FamilyWaiting, bot: Bot, ctx: Context
) -> None:
    """The shared numbers that wait for a word, each with its buttons."""
    found = await phone_links.waiting_for(ctx.unit, callback_data.klass)
    if not found:
        await query.answer(ctx.t.plain("identity-nothing-waiting"))
    for request, params in found[:10]:
        await bot.send_message(
            int(ctx.chat),
            f"{request_text(ctx.t, params)}\n{ctx.t('identity-request-ask')}",
            reply_markup=request_buttons(ctx.t, request),
        )


def router() -> Router:
    """For those who look after families."""
    r = Router(name="families")
    r.message.register(list_families, Command("giadinh", "families"))
    r.callback_query.register(turn, FamilyList.filter())
    r.callback_query.register(card, FamilyCard.filter())
    r.callback_query.register(invite, FamilyInvite.filter())
    r.callback_query.register(revoke, InviteRevoke.filter())
    r.callback_query.register(unlink, FamilyUnlink.filter())
    r.callback_query.register(waiting, FamilyWaiting.filter())
    return r
