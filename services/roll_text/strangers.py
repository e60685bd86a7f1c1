"""Words that fit nobody: slips of a name, names of other classes, or no names at all.

A word that is nobody's name makes its neighbour doubtful: in "Phạm Lan", where the class has only
Nguyễn Thị Lan, marking Lan would be a guess. So the longest run around the stranger that comes near
somebody is asked as one.
"""

from collections.abc import Iterable, Sequence

from services.names import Fit, NameIndex
from services.roll_text.forks import Forks
from services.roll_text.items import VERBS, Item, Part
from services.roll_text.tokens import Cut
from services.roll_text.words import Key

_LONGEST = 3  # more strange words in a row are prose, not a name
_LONGEST_NAME = 6  # words
_MOST_OFFERED = 5
_WORDS = (Part.NAME, Part.UNKNOWN)


def offer_nearest(items: Sequence[Item], index: NameIndex, text: str, forks: Forks) -> list[Item]:
    """The items with strangers, and the names that touch them, replaced by what is to be asked.

    Where the writer parts names by commas, all that stands between two is one name. Elsewhere the
    stranger is one question and each name beside it another.
    """
    parted = is_parted([[item] for item in items])
    long_names = parted and any(i.kind is Part.NAME and " " in _of(i, text) for i in items)
    out: list[Item] = []
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and items[end].kind in _WORDS:
            end += 1
        group = items[at:end]
        whole = None
        if not _strange(group):
            if (
                long_names
                and _looks_like_one(group, text)
                and forks.one_or_two(group[0], group[-1])
            ):
                whole = _one(group, index, text)
            out += [whole] if whole is not None else group or [items[at]]
        elif _explains(out, text, group):
            out += _joined(group)
        else:
            whole = _one(group, index, text) if parted else None
            out += [whole] if whole is not None else _apart(group, index, text)
        at = max(end, at + 1)
    return out


def _looks_like_one(group: Sequence[Item], text: str) -> bool:
    """ "Minh Linh" among names of two words: Linh with a wrong middle name, or both."""
    return 1 < len(group) <= _LONGEST and not any(" " in _of(item, text) for item in group[1:])


def is_parted(readings: Iterable[Sequence[Item]]) -> bool:
    """Whether two names of one list stand on two sides of a comma, a line break or "và"."""
    named = parted = False
    for items in readings:
        for item in items:
            if item.kind in VERBS:
                parted = named = False
            elif item.kind in (Cut.COMMA, Cut.HARD, Key.AND):
                parted = named
            elif item.kind in _WORDS and parted:
                return True
            elif item.kind in _WORDS:
                named = True
    return False


def _one(group: Sequence[Item], index: NameIndex, text: str) -> Item | None:
    """The whole group as one name that nobody has, with everybody near any part of it."""
    start, end = group[0].start, group[-1].end
    if len(text[start:end].split()) > _LONGEST_NAME:
        return None
    ids = dict.fromkeys(index.resolve(text[start:end]).ids)
    for item in _joined(group):
        near = (
            item.ids if item.kind is Part.NAME else index.resolve(text[item.start : item.end]).ids
        )
        ids.update(dict.fromkeys(near))
    return Item(Part.NEAR, start, end, tuple(ids)[:_MOST_OFFERED]) if ids else None


def _of(item: Item, text: str) -> str:
    return text[item.start : item.end]


def _apart(group: Sequence[Item], index: NameIndex, text: str) -> list[Item]:
    joined = _joined(group)
    out: list[Item] = []
    at = 0
    while at < len(joined):
        spans = [span for span in _spans(joined, at) if _strange(span)]
        near = next((one for span in spans if (one := _near(span, index, text))), None)
        if near is not None:
            out.append(near)
            at += next(len(span) for span in spans if span[-1].end == near.end)
            continue
        doubtful = _strange(joined[max(0, at - 2) : at + 2])
        known = joined[at].kind is Part.NAME
        out.append(joined[at].turned(Part.NEAR) if known and doubtful else joined[at])
        at += 1
    return out


def _spans(joined: Sequence[Item], at: int) -> list[Sequence[Item]]:
    """What may be one misspelt name from here: a stranger with its neighbours, longest first."""
    return [joined[at : at + length] for length in (3, 2, 1) if at + length <= len(joined)]


def _strange(items: Sequence[Item]) -> bool:
    return any(item.kind is Part.UNKNOWN for item in items)


def _near(span: Sequence[Item], index: NameIndex, text: str) -> Item | None:
    words = text[span[0].start : span[-1].end]
    if any(len(text[i.start : i.end].split()) > _LONGEST for i in span if i.kind is Part.UNKNOWN):
        return None
    found = index.resolve(words)
    if found.fit is Fit.NONE:
        return None
    ids = dict.fromkeys([*found.ids, *(i for item in span for i in item.ids)])
    return Item(Part.NEAR, span[0].start, span[-1].end, tuple(ids)[:_MOST_OFFERED])


def _joined(group: Sequence[Item]) -> list[Item]:
    """The group with strange words that follow one another as one piece."""
    out: list[Item] = []
    for item in group:
        if item.kind is Part.UNKNOWN and out and out[-1].kind is Part.UNKNOWN:
            out[-1] = Item(Part.UNKNOWN, out[-1].start, item.end)
        else:
            out.append(item)
    return out


def _explains(earlier: Sequence[Item], text: str, group: Sequence[Item]) -> bool:
    """Whether the words at this place give a reason: after "vì", or in brackets after a name."""
    if any(item.kind is Part.NAME for item in group):
        return False
    for at in range(len(earlier) - 1, -1, -1):
        kind = earlier[at].kind
        if kind is Key.BECAUSE:
            return text[earlier[at].start].isupper() == text[group[0].start].isupper()
        if kind is Cut.OPEN:
            return at > 0 and earlier[at - 1].kind in (Part.NAME, Part.NEAR, Key.STATE)
        if kind not in (Part.UNKNOWN, Key.FILLER, Key.REASON, Key.PERSONS):
            return False
    return False
