"""`/ngonngu`: Vietnamese or English, for each person; for a stranger it is kept with the chat."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.menus import give_menu
from handlers.person_texts import ways_in
from handlers.showing import button, show
from handlers.texts import texts
from services.identity import load_actor
from services.profiles import LANGUAGES, set_language

NAMES = {"vi": "Tiếng Việt", "en": "English"}  # each in itself, whatever is spoken now


class Choose(CallbackData, prefix="lang"):
    """A language that was tapped."""

    code: str


def language_keyboard() -> InlineKeyboardMarkup:
    """The languages side by side."""
    row = [button(NAMES[code], Choose(code=code).pack()) for code in LANGUAGES]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def ask(message: Message, ctx: Context) -> None:
    """/ngonngu."""
    await message.answer(ctx.t("identity-choose-language"), reply_markup=language_keyboard())


async def chosen(query: CallbackQuery, callback_data: Choose, bot: Bot, ctx: Context) -> None:
    """Answer in the new language from now on; every phone of the person gets its menu in it."""
    if callback_data.code not in LANGUAGES:
        await query.answer(ctx.t.plain("refused-outdated"), show_alert=True)
        return
    accounts = await set_language(ctx.unit, ctx.account_id, callback_data.code)
    t = texts(callback_data.code)
    if ctx.actor is None:
        told = f"{t('identity-language-set')}\n\n{ways_in(t, ctx.capabilities)}"
        await show(query, bot, ctx, told)
        return
    actor = ctx.unit.actor = await load_actor(ctx.unit, ctx.actor.person_id, ctx.account_id)
    for account in accounts:
        if account.channel == ctx.channel and ctx.capabilities.command_menu:
            await give_menu(bot, ctx.unit, account.id, account.external_id, actor)
    await show(query, bot, ctx, t("identity-language-set"))


def router() -> Router:
    """Open to everybody."""
    r = Router(name="language")
    r.message.register(ask, Command("ngonngu", "language"))
    r.callback_query.register(chosen, Choose.filter())
    return r
