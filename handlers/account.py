"""`/toi` shows who one is to the school; `/ngatketnoi` lets a phone go, this one or a lost one."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.menus import give_menu
from handlers.person_texts import channel_name, children_lines, children_of, posts
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
    since = account.linked_at.astimezone(ctx.unit.zone) if account.linked_at else None
    return t(
        "identity-account-here" if account.id == ctx.account_id else "identity-account-line",
        channel=channel_name(t, account.channel),
        since=since.strftime("%d/%m/%Y") if since else "?",
    )


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
    return Html("\n".join(parts))


async def who_am_i(message: Message, ctx: Context) -> None:
    """/toi."""
    await message.answer(about(ctx.t, await profile(ctx.unit), ctx))


async def which(message: Message, ctx: Context) -> None:
    """/ngatketnoi: choose which phone."""
    me = await profile(ctx.unit)
    lines = [account_line(ctx.t, account, ctx) for account in me.accounts]
    text = f"{ctx.t('identity-unlink-which')}\n" + "\n".join(lines)
    await message.answer(text, reply_markup=_choices(me, ctx))


def _choices(me: Profile, ctx: Context) -> InlineKeyboardMarkup | None:
    rows = []
    for account in me.accounts:
        since = account.linked_at.astimezone(ctx.unit.zone) if account.linked_at else None
        here = account.id == ctx.account_id
        label = ctx.t.plain(
            "identity-unlink-here" if here else "identity-unlink-other",
            channel=channel_name(ctx.t, account.channel),
            since=since.strftime("%d/%m/%Y") if since else "?",
        )
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
