"""`/kenh`: the messengers that somebody has linked, and which of them gets messages first."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.context import Context
from handlers.linking_looks import Face
from handlers.person_texts import account_words, channel_name
from handlers.showing import button, keyboard, show
from handlers.texts import Texts
from services.channel_choice import my_places, prefer


class ChannelPlaces(CallbackData, prefix="kc"):
    """Show where messages come, and choose."""


class ChannelFirst(CallbackData, prefix="kf"):
    """Let messages come to this account first."""

    account: int


def places_button(t: Texts) -> InlineKeyboardButton:
    """[Đổi nơi nhận tin], below what shows the accounts."""
    return button(t.plain("identity-places-change"), ChannelPlaces().pack())


async def _face(ctx: Context) -> Face:
    """The places in order, and a button for each that is not first."""
    t, zone = ctx.t, ctx.unit.zone
    places = await my_places(ctx.unit)
    if len(places) < 2:
        name = channel_name(t, places[0].channel) if places else "–"
        return t("identity-places-one", channel=name), None
    lines, rows = [t("identity-places-head")], []
    for number, account in enumerate(places, 1):
        words = account_words(t, account, zone, here=account.id == ctx.account_id)
        first = "identity-place-first" if number == 1 else "identity-place-line"
        lines.append(t(first, number=number, account=words))
        if number > 1:
            label = t.plain("identity-place-choose", account=words)
            rows.append([button(label, ChannelFirst(account=account.id).pack())])
    lines.append(t("identity-places-foot"))
    return "\n".join(lines), keyboard(*rows)


async def ask(message: Message, ctx: Context) -> None:
    """/kenh."""
    text, markup = await _face(ctx)
    await message.answer(text, reply_markup=markup)


async def places(query: CallbackQuery, bot: Bot, ctx: Context) -> None:
    """The same from a button, in a message of its own."""
    text, markup = await _face(ctx)
    await bot.send_message(int(ctx.chat), text, reply_markup=markup)


async def chosen(query: CallbackQuery, callback_data: ChannelFirst, bot: Bot, ctx: Context) -> None:
    """Messages come there first from now on."""
    account = await prefer(ctx.unit, callback_data.account)
    here = account.id == ctx.account_id
    words = account_words(ctx.t, account, ctx.unit.zone, here=here)
    text, markup = await _face(ctx)
    saved = ctx.t("identity-place-saved", account=words)
    await show(query, bot, ctx, f"{saved}\n\n{text}", markup)


def router() -> Router:
    """For linked people."""
    r = Router(name="channel choice")
    r.message.register(ask, Command("kenh", "channels"))
    r.callback_query.register(places, ChannelPlaces.filter())
    r.callback_query.register(chosen, ChannelFirst.filter())
    return r
