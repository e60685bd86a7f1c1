"""The buttons of a roll card."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.texts import Texts

Keyboard = InlineKeyboardMarkup


class CardFull(CallbackData, prefix="rcf"):
    """Everybody is there but those with known leave."""

    card: int


class CardAbsent(CallbackData, prefix="rca"):
    """Somebody is missing: the grid, or the list to answer in words."""

    card: int


class CardMine(CallbackData, prefix="rcm"):
    """ "I teach this class now", below the card that moved away."""

    card: int


class CardPick(CallbackData, prefix="rcp"):
    """The same among the open cards that /diemdanh shows."""

    card: int


def _button(text: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def ask_keyboard(t: Texts, card: int, on_leave: int) -> Keyboard:
    """[Đủ] and [Có vắng]."""
    full = t.plain("roll-card-full", leave=on_leave)
    absent = t.plain("roll-card-absent")
    row = [_button(full, CardFull(card=card)), _button(absent, CardAbsent(card=card))]
    return Keyboard(inline_keyboard=[row])


def mine_keyboard(t: Texts, card: int) -> Keyboard:
    """[Tôi đang dạy lớp này]."""
    return Keyboard(inline_keyboard=[[_button(t.plain("roll-card-mine"), CardMine(card=card))]])


def pick_keyboard(t: Texts, cards: list[tuple[int, str]]) -> Keyboard:
    """One button for each open card: its number and its class."""
    return Keyboard(
        inline_keyboard=[
            [_button(t.plain("roll-card-mine-of", name=name), CardPick(card=card))]
            for card, name in cards
        ]
    )
