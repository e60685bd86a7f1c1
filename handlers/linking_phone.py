"""A shared phone number, and the homeroom teacher's word on it."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove

from handlers.context import Context
from handlers.menus import give_menu
from handlers.notices.linking import Decide
from handlers.start import seat_of
from services import phone_links
from services.identity import load_actor


async def has_contact(message: Message) -> bool:
    """A shared contact."""
    return message.contact is not None


async def shared(message: Message, ctx: Context) -> None:
    """The own number goes to the teacher concerned; the answer is the same for every number."""
    if ctx.actor is not None:
        text = ctx.t("identity-already", name=ctx.actor.name)
        await message.answer(text, reply_markup=ReplyKeyboardRemove())
        return
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        await phone_links.forged(ctx.unit, seat_of(ctx))
        await message.answer(ctx.t("identity-own-contact"))
        return
    await phone_links.share(ctx.unit, seat_of(ctx), contact.phone_number, sender.full_name)
    await message.answer(ctx.t("identity-number-taken"), reply_markup=ReplyKeyboardRemove())


async def decided(query: CallbackQuery, callback_data: Decide, bot: Bot, ctx: Context) -> None:
    """[Đúng là phụ huynh] or [Không phải]; the cards themselves are changed by the service."""
    account = await phone_links.decide(ctx.unit, callback_data.request, accept=callback_data.yes)
    if account is None:
        await query.answer(ctx.t.plain("identity-request-refused-toast"))
        return
    if account.channel == ctx.channel and ctx.capabilities.command_menu and account.person_id:
        owner = await load_actor(ctx.unit, account.person_id, account.id)
        await give_menu(bot, ctx.unit, account.id, account.external_id, owner)
    await query.answer(ctx.t.plain("identity-request-accepted-toast"))


def contacts() -> Router:
    """Open to everybody: strangers share their number."""
    r = Router(name="contacts")
    r.message.register(shared, has_contact)
    return r


def router() -> Router:
    """For linked people: what the teachers answer."""
    r = Router(name="link requests")
    r.callback_query.register(decided, Decide.filter())
    return r
