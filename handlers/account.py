"""`/toi` shows who one is to the school; `/ngatketnoi` lets a phone go, this one or a lost one."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.channel_choice import places_button
from handlers.context import Context
from handlers.menus import give_menu
from handlers.person_texts import account_words, children_lines, children_of, posts
from handlers.showing import button, keyboard, show
from handlers.texts import Html, Texts
from services.profiles import Profile, profile
from services.unit import Unit
from services.unlinking import Chat, unlink_own
from storage.tables import Account


class LetGo(CallbackData, prefix="ua"):
    """Unlink one of one's own accounts; `sure` after being asked about the one in the hand."""

    account: int
    sure: bool = False


class Stay(CallbackData, prefix="uk"):
    """Leave everything as it is."""


def account_line(t: Texts, account: Account, ctx: Context) -> str:
    """One phone: messenger, since when, and whether it is the one in the hand."""
    words = account_words(t, account, ctx.unit.zone, here=account.id == ctx.account_id)
    return t("identity-account-line", account=words)


def first_of(me: Profile) -> Account | None:
    """The account that gets messages first; None where there is no choice."""
    if len(me.accounts) < 2:
        return None
    return next((account for account in me.accounts if account.id == me.first), None)


def about(t: Texts, me: Profile, ctx: Context) -> str:
    """All of a profile as one text."""
    parts = [t("identity-me", name=me.name)]
    if working := posts(t, me):
        parts.append(t("identity-me-posts", posts=working))
    if me.children:
        parts.append(t("identity-me-children"))
        parts.append(children_lines(t, children_of(me)))
    if not working and not me.children:
        parts.append(t("identity-me-nothing"))
    parts.append(t("identity-me-accounts"))
    parts += [account_line(t, account, ctx) for account in me.accounts]
    if (first := first_of(me)) is not None:
        here = first.id == ctx.account_id
        words = account_words(t, first, ctx.unit.zone, here=here)
        parts.append(t("identity-me-first", account=words))
    return Html("\n".join(parts))


async def who_am_i(message: Message, ctx: Context) -> None:
    """/toi."""
    me = await profile(ctx.unit)
    markup = keyboard([places_button(ctx.t)]) if first_of(me) is not None else None
    await message.answer(about(ctx.t, me, ctx), reply_markup=markup)


async def which(message: Message, ctx: Context) -> None:
    """/ngatketnoi: choose which phone."""
    me = await profile(ctx.unit)
    lines = [account_line(ctx.t, account, ctx) for account in me.accounts]
    text = f"{ctx.t('identity-unlink-which')}\n" + "\n".join(lines)
    await message.answer(text, reply_markup=_choices(me, ctx))


def _choices(me: Profile, ctx: Context) -> InlineKeyboardMarkup | None:
    rows = []
    for account in me.accounts:
        here = account.id == ctx.account_id
        words = account_words(ctx.t, account, ctx.unit.zone, here=False)
        key = "identity-unlink-here" if here else "identity-unlink-other"
        label = ctx.t.plain(key, account=words)
        rows.append([button(label, LetGo(account=account.id).pack())])
    return keyboard(*rows, [button(ctx.t.plain("identity-back-out"), Stay().pack())])


async def let_go(
    query: CallbackQuery, callback_data: LetGo, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """A lost phone is unlinked at once; the one in the hand is asked about first."""
    here = callback_data.account == ctx.account_id
    if here and not callback_data.sure:
        sure = LetGo(account=callback_data.account, sure=True).pack()
        rows = (
            [button(ctx.t.plain("identity-unlink-sure"), sure)],
            [button(ctx.t.plain("identity-back-out"), Stay().pack())],
        )
        await show(query, bot, ctx, ctx.t("identity-unlink-this"), keyboard(*rows))
        return
    chat = await unlink_own(ctx.unit, callback_data.account)
    if here:
        await state.clear()
    await take_menus(bot, ctx, [chat])
    done = "identity-unlinked-here" if here else "identity-unlinked-other"
    await show(query, bot, ctx, ctx.t(done))


async def stay(query: CallbackQuery, bot: Bot, ctx: Context) -> None:
    """Nothing was changed."""
    await show(query, bot, ctx, ctx.t("identity-nothing-changed"))


async def take_menus(bot: Bot, ctx: Context, chats: list[Chat]) -> None:
    """Chats that lost their link get the menu of strangers back."""
    for chat in chats:
        if chat.channel == ctx.channel and ctx.capabilities.command_menu:
            await _take(bot, ctx.unit, chat)


async def _take(bot: Bot, unit: Unit, chat: Chat) -> None:
    await give_menu(bot, unit, chat.account_id, chat.external_id, None)


def router() -> Router:
    """For linked people."""
    r = Router(name="account")
    r.message.register(who_am_i, Command("toi", "me"))
    r.message.register(which, Command("ngatketnoi", "unlink"))
    r.callback_query.register(let_go, LetGo.filter())
    r.callback_query.register(stay, Stay.filter())
    return r
