"""Numbers whose neighbours say what they count: "tiết 3", "10 phút", "2 em", "37/39", "số 12"."""

from collections.abc import Sequence

from services.name_syllables import fold
from services.roll_text.items import Item, Part
from services.roll_text.spelling import roll_lexicon
from services.roll_text.tokens import Cut
from services.roll_text.words import FIGURES, Key

_THROUGH = frozenset([Cut.COLON, Cut.DASH, Key.FILLER, Key.PERSONS])
_LAST_LESSON = 12


def is_figure(item: Item) -> bool:
    """Whether this is a plain number, not yet decided and no "37/39"."""
    return item.kind is Part.NUM and not item.other


def before(items: Sequence[Item], at: int, through: frozenset[object] = _THROUGH) -> int:
    """The index of the nearest item before `at` that is not passed over; -1 if none."""
    at -= 1
    while at >= 0 and items[at].kind in through:
        at -= 1
    return at


def after(items: Sequence[Item], at: int, through: frozenset[object] = _THROUGH) -> int:
    """The index of the nearest item after `at` that is not passed over; `len(items)` if none."""
    at += 1
    while at < len(items) and items[at].kind in through:
        at += 1
    return at


def settle_figures(items: Sequence[Item]) -> list[Item]:
    """The items with every number decided that its neighbours decide."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        took, made = _at(items, at, out)
        out += made
        at += took
    return out


def _at(items: Sequence[Item], at: int, out: list[Item]) -> tuple[int, list[Item]]:
    here = items[at]
    following = items[at + 1] if at + 1 < len(items) else None
    if here.kind is Key.PERIOD:
        return _lesson(items, at)
    if here.kind is Key.SKIP and fold(here.word).endswith("tiet") and _is_lesson(following):
        took, lesson = _lesson(items, at)
        return took, [here, *lesson]
    if here.kind is Key.COUNTED:
        return 1, [here.turned(Part.COUNT, number=_figure(here.word))]
    if (
        following is not None
        and following.kind is Part.NUM
        and here.kind in (Key.NUMBERED, Key.BOTH)
    ):
        if here.kind is Key.BOTH:
            return 2, [here]
        if is_figure(following):
            return 2, [following.turned(Part.PUPIL)]
    if here.kind is Part.NUM:
        return _number(items, at, out)
    return 1, [here]


def _number(items: Sequence[Item], at: int, out: list[Item]) -> tuple[int, list[Item]]:
    here = items[at]
    back = before(out, len(out))
    prior = out[back].kind if back >= 0 else None
    following = items[at + 1].kind if at + 1 < len(items) else None
    if here.other:
        if prior is Key.ABSENT:
            return 1, [here.turned(Part.COUNT), here.turned(Part.TOTAL, number=here.other)]
        high, low = max(here.number, here.other), min(here.number, here.other)
        return 1, [here.turned(Part.TOTAL, number=high), here.turned(Part.HERE, number=low)]
    if following is Key.UNIT:
        return 2, [here.turned(Part.MINUTES, end=items[at + 1].end)]
    if prior in (Key.SIZE, Key.ALL):
        return 1, [here.turned(Part.TOTAL)]
    forth = after(items, at, frozenset([Key.FILLER, Key.PERSONS]))
    later = items[forth].kind if forth < len(items) else None
    if prior is Key.PRESENT or (following is Key.PERSONS and later is Key.PRESENT):
        return 1, [here.turned(Part.HERE)]
    if following is Key.PERSONS and later is Key.ALL:
        return 1, [here.turned(Part.TOTAL)]
    if following is Key.PERSONS:
        return 2, [here.turned(Part.COUNT, end=items[at + 1].end)]
    return 1, [here]


def _lesson(items: Sequence[Item], at: int) -> tuple[int, list[Item]]:
    """ "tiết 3", "tiết 3, 4", "tiết 3-5": the first lesson counts, the words are kept."""
    if not _is_lesson(items[at + 1] if at + 1 < len(items) else None):
        return 1, [items[at].turned(Part.UNKNOWN)]
    end = at + 2
    while end + 1 < len(items):
        link, more = items[end], items[end + 1]
        linked = link.kind in (Cut.COMMA, Cut.DASH, Key.AND) and is_figure(more)
        stated = end + 2 < len(items) and items[end + 2].kind in (Key.STATE, Key.UNIT)
        if not linked or stated or not items[end - 1].number < more.number <= _LAST_LESSON:
            break
        end += 2
    first, last = items[at + 1], items[end - 1]
    return end - at, [
        items[at].turned(Part.LESSON, number=first.number, end=last.end, other=int(end > at + 2))
    ]


def _is_lesson(item: Item | None) -> bool:
    return item is not None and is_figure(item) and 0 < item.number <= _LAST_LESSON


def _figure(word: str) -> int:
    for meant, _cost in roll_lexicon().readings(word.split(maxsplit=1)[0]):
        if meant in FIGURES:
            return FIGURES.index(meant) + 1
    return 0
