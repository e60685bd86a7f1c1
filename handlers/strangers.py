"""Whoever is not linked: a polite way in, and nothing about the school but its name.

This router stands before all that is for linked people, so a stranger's words and taps never
reach them.
"""

import re
import unicodedata

from aiogram import Router
from aiogram.types import (
    CallbackQuery,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    TelegramObject,
)

from handlers.context import Context
from handlers.language import language_keyboard
from handlers.person_texts import ways_in
from services.name_syllables import fold
from services.phone_numbers import normalised
from services.profiles import school_name

_GREETING = re.compile(r"\W*((xin\s+)?chao|hello|hi|alo|bat dau|start)\b")  # folded
_FIGURES = re.compile(r"[\d\s.+()-]{9,20}")


async def is_stranger(event: TelegramObject, ctx: Context) -> bool:
    """Whether this chat belongs to nobody the school knows."""
    return ctx.actor is None


async def is_number(message: Message, ctx: Context) -> bool:
    """A stranger who types a phone number, which proves nothing."""
    text = (message.text or "").strip()
    return ctx.actor is None and bool(_FIGURES.fullmatch(text)) and normalised(text) is not None


async def is_greeting(message: Message, ctx: Context) -> bool:
    """A stranger's first words, where no START is pressed."""
    words = unicodedata.normalize("NFC", message.text or "")
    return (
        ctx.actor is None
        and not ctx.capabilities.start_links
        and _GREETING.match(fold(words)) is not None
    )


def contact_keyboard(ctx: Context) -> ReplyKeyboardMarkup | None:
    """The button that shares one's own number, where the messenger has one."""
    if not ctx.capabilities.contact_button:
        return None
    share = KeyboardButton(text=ctx.t.plain("identity-share-phone"), request_contact=True)
    return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, one_time_keyboard=True)


async def greet(message: Message, ctx: Context) -> None:
    """Where they are, how to come in, and in which language."""
    school = await school_name(ctx.unit)
    hello = ctx.t("identity-greeting", school=school or ctx.t.plain("identity-the-school"))
    await message.answer(
        f"{hello}\n\n{ways_in(ctx.t, ctx.capabilities)}", reply_markup=contact_keyboard(ctx)
    )
    await message.answer(ctx.t("identity-choose-language"), reply_markup=language_keyboard())


async def typed_number(message: Message, ctx: Context) -> None:
    """A number must come by the button, which shows whose it is; where there is none, a code."""
    by_button = ctx.capabilities.contact_button
    told = ctx.t("identity-press-share" if by_button else "identity-number-typed")
    await message.answer(told, reply_markup=contact_keyboard(ctx))


async def anything(message: Message, ctx: Context) -> None:
    """Whatever else a stranger sends."""
    await message.answer(
        f"{ctx.t('identity-not-linked')}\n\n{ways_in(ctx.t, ctx.capabilities)}",
        reply_markup=contact_keyboard(ctx),
    )


async def tapped(query: CallbackQuery, ctx: Context) -> None:
    """A button from before this chat was unlinked, or a forged one."""
    await query.answer(ctx.t.plain("refused-not-linked"), show_alert=True)


def router() -> Router:
    """After the ways in, before everything else."""
    r = Router(name="strangers")
    r.message.register(typed_number, is_number)
    r.message.register(greet, is_greeting)
    r.message.register(anything, is_stranger)
    r.callback_query.register(tapped, is_stranger)
    return r
