"""A list number beside a name: "12 Lan" or "Lan (12)", where no. 12 is a Lan, is one pupil."""

from collections.abc import Mapping, Sequence

from services.roll_text.figures import before, is_figure
from services.roll_text.items import VERBS, Item, Part
from services.roll_text.tokens import Cut
from services.roll_text.words import Key

_BESIDE = frozenset([Cut.OPEN, Key.FILLER, Cut.DASH])


def paired_up(items: Sequence[Item], numbers: Mapping[int, int]) -> list[Item]:
    """The items, with such a number taken into the name, which then fits that pupil alone."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        here = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        if is_figure(here) and (one := _same(here, following, numbers)) is not None:
            out.append(one)
            at += 2
            continue
        one = None
        if (here.kind is Part.PUPIL or is_figure(here)) and not _is_late(out):
            last = before(out, len(out), _BESIDE)
            one = _same(here, out[last], numbers) if last >= 0 else None
        if one is not None:
            out[last] = one
        else:
            out.append(here)
        at += 1
    return out


def _same(figure: Item, name: Item | None, numbers: Mapping[int, int]) -> Item | None:
    """The name as this one pupil, if the number in the list is one of those whom it fits."""
    if name is None or name.kind not in (Part.NAME, Part.NEAR):
        return None
    meant = numbers.get(figure.number)
    if meant not in name.ids:
        return None
    return name.turned(Part.NAME, start=min(figure.start, name.start), ids=(meant,))


def _is_late(items: Sequence[Item]) -> bool:
    """Whether the last verb is "muộn": a number after a name is minutes then."""
    return next((i.kind is Key.LATE for i in reversed(items) if i.kind in VERBS), False)
