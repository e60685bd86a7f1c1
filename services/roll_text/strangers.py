"""Words that fit nobody: slips of a name, names of other classes, or no names at all.

A word that is nobody's name makes its neighbour doubtful: in "Phạm Lan", where the class has only
Nguyễn Thị Lan, marking Lan would be a guess. So the longest run around the stranger that comes near
somebody is asked as one.
"""

from collections.abc import Sequence

from services.names import Fit, NameIndex
from services.roll_text.items import Item, Part
from services.roll_text.tokens import Cut
from services.roll_text.words import Key

_LONGEST = 3  # more strange words in a row are prose, not a name


def offer_nearest(items: Sequence[Item], index: NameIndex, text: str) -> list[Item]:
    """The items with strangers (and names beside them) replaced by what comes near, if anything."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        if items[at].kind is not Part.UNKNOWN:
            out.append(items[at])
            at += 1
            continue
        end = at
        while end < len(items) and items[end].kind is Part.UNKNOWN:
            end += 1
        left = out[-1] if out and out[-1].kind is Part.NAME else None
        right = items[end] if end < len(items) and items[end].kind is Part.NAME else None
        near = None
        if end - at <= _LONGEST and not _explains(out):
            near = _near((items[at], items[end - 1]), (left, right), index, text)
        if near is None:
            out.append(Item(Part.UNKNOWN, items[at].start, items[end - 1].end))
            at = end
            continue
        if left is not None and near.start == left.start:
            out.pop()
        out.append(near)
        at = end + (right is not None and near.end == right.end)
    return out


def _explains(earlier: Sequence[Item]) -> bool:
    """Whether the words at this place give a reason: after "vì", or in brackets after a name."""
    for at in range(len(earlier) - 1, -1, -1):
        kind = earlier[at].kind
        if kind is Key.BECAUSE:
            return True
        if kind is Cut.OPEN:
            return at > 0 and earlier[at - 1].kind in (Part.NAME, Part.NEAR, Key.STATE)
        if kind not in (Part.UNKNOWN, Key.FILLER, Key.REASON, Key.PERSONS):
            return False
    return False


def _near(
    strange: tuple[Item, Item],
    sides: tuple[Item | None, Item | None],
    index: NameIndex,
    text: str,
) -> Item | None:
    (first, last), (left, right) = strange, sides
    begins = [left.start, first.start] if left is not None else [first.start]
    ends = [right.end, last.end] if right is not None else [last.end]
    for start, end in sorted(
        ((start, end) for start in begins for end in ends), key=lambda span: span[0] - span[1]
    ):
        found = index.resolve(text[start:end])
        if found.fit is not Fit.NONE:
            inside = [name for name in sides if name and start <= name.start < end]
            ids = dict.fromkeys([*found.ids, *(i for name in inside for i in name.ids)])
            return Item(Part.NEAR, start, end, tuple(ids))
    if right is not None and text[first.start].isupper() == text[right.start].isupper():
        return Item(Part.NEAR, first.start, right.end, right.ids)
    return None
