"""What the principal wants to change about paid messages: which figure, and its new value.

Read from words, or made by a button.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from services.errors import Invalid
from services.name_syllables import fold
from services.spending import set_budget
from services.spending_question import set_ask_above
from services.unit import Unit

MOST = 1_000_000_000  # đồng; more is a slip of the finger


class Figure(StrEnum):
    """What can be set."""

    MONTH = "month_dong"
    MESSAGES = "month_messages"
    NOTICE = "notice_dong"
    CONSULTATION = "consultation"
    TEMPLATE = "template"
    PHONE = "phone"
    ASK = "ask"


CEILINGS = (Figure.MONTH, Figure.MESSAGES, Figure.NOTICE)
PRICES = (Figure.CONSULTATION, Figure.TEMPLATE, Figure.PHONE)
_NAMES: Mapping[Figure, str] = {
    Figure.CONSULTATION: r"gia ?tu ?van",
    Figure.TEMPLATE: r"gia ?mau",
    Figure.PHONE: r"gia ?(?:so|dien thoai|so dien thoai|sdt)",
    Figure.NOTICE: r"(?:moi |mot )?thong ?bao",
    Figure.MESSAGES: r"(?:so )?tin",
    Figure.MONTH: r"(?:moi |mot )?thang",
    Figure.ASK: r"hoi",
}
_NO_CEILING = re.compile(r"(?:khong|bo) (?:gioi han|han muc)|vo han")
_SUM = re.compile(
    r"(?P<whole>\d{1,3}(?:[. ,]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))? ?"
    r"(?P<unit>k|nghin|ngan|tr|trieu)? ?(?:d|dong|vnd|tin)?"
)
_UNITS = {"k": 1000, "nghin": 1000, "ngan": 1000, "tr": 1_000_000, "trieu": 1_000_000}


@dataclass(frozen=True, slots=True)
class Wish:
    """`value` is in đồng or messages; None lifts a ceiling."""

    figure: Figure
    value: int | None


def read_wish(words: str) -> Wish:
    """ "thang 200000", "mỗi thông báo 50 nghìn", "tin 500", "gia tuvan 60"; raises `Invalid`."""
    typed = " ".join(fold(words).split())
    for figure, name in _NAMES.items():
        match = re.fullmatch(rf"(?:{name})(?: la)? ?[:=]? ?(?P<sum>.+)", typed)
        if match is not None:
            return Wish(figure, _value(figure, match["sum"], words))
    raise Invalid("spending-unclear", typed=words)


def _value(figure: Figure, typed: str, words: str) -> int | None:
    if figure in CEILINGS and _NO_CEILING.fullmatch(typed):
        return None
    match = _SUM.fullmatch(typed)
    if match is None:
        raise Invalid("spending-unclear", typed=words)
    times, part = _UNITS.get(match["unit"] or "", 1), match["part"] or ""
    if part and times == 1:
        raise Invalid("spending-unclear", typed=words)
    value: int = int(re.sub(r"\D", "", match["whole"])) * times
    value += int(part or 0) * times // 10 ** len(part)
    if value > MOST:
        raise Invalid("spending-too-much", typed=words)
    return value


async def fulfil(unit: Unit, wish: Wish) -> None:
    """Set the figure; raises `NotAllowed` for who may not."""
    if wish.figure in CEILINGS:
        await set_budget(unit, {wish.figure.value: wish.value})
    elif wish.figure in PRICES:
        await set_budget(unit, {}, {wish.figure.value: wish.value or 0})
    else:
        await set_ask_above(unit, wish.value or 0)
