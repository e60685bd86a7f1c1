"""Which of the writer's children a message names, and whether it names somebody else's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.leave_text.scan import Piece
from services.leave_text.words import Sense
from services.name_syllables import fold, is_plausible, syllable
from services.names import Fit, NameIndex

S = Sense
_TITLES = (S.CHILD, S.ASKS, S.OWN)
_VERBS = (S.LEAVE, S.LATE, S.EARLY, S.UNDO, S.BACK, S.COME)
# What names can be made of when they are also words of the message.
_NAMELIKE = (S.WORD, S.DAY, S.POLITE, S.OTHER, S.AND, S.FROM, S.COUNT, S.WEEKDAY, S.HALF, S.SICK)
_NAMELIKE_TOO = (S.TO, S.NOT, S.ASKS, S.FIRST, S.AFTER, S.FETCH, S.LATE, S.QUESTION, S.NEXT)
_SMALL = (S.OTHER, S.AND, S.POLITE, S.TO, S.FROM)
_PARENTS = ("me", "bo", "ba", "ma", "phu huynh")
_ADULTS = [
    [word]
    for word in (
        "co",
        "thay",
        "me",
        "bo",
        "ba",
        "ma",
        "ong",
        "chi",
        "anh",
        "gvcn",
        "la",
        "nhiem",
        "giao",
    )
]
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Named:
    """Who was named, and the pieces with those names marked. `unsure`: a name fits several, or
    may be a day as well."""

    pieces: tuple[Piece, ...]
    children: tuple[int, ...] = ()
    several: bool = False
    or_a_day: bool = False
    stranger: str | None = None


def find_people(pieces: Sequence[Piece], index: NameIndex | None) -> Named:
    """The children of `index` in a message, and a name that is none of theirs."""
    made: list[Piece] = []
    ids: dict[int, None] = {}
    several = or_a_day = False
    shouted = not any(any(sign.islower() for sign in piece.text) for piece in pieces)
    at = 0
    while at < len(pieces):
        found = _name_at(pieces, at, index, shouted) if index is not None else None
        if found is None:
            made.append(pieces[at])
            at += 1
            continue
        length, who, doubtful = found
        if doubtful:
            or_a_day = True
            made.append(pieces[at])
            at += 1
            continue
        several = several or len(who) > 1
        ids.update(dict.fromkeys(who))
        first, last = pieces[at], pieces[at + length - 1]
        words = " ".join(piece.text for piece in pieces[at : at + length])
        made.append(replace(first, sense=S.NAME, text=words, end=last.end, half=None, number=0))
        at += length
    if or_a_day and any(p.sense in (S.DAY, S.DATE, S.WEEKDAY, S.NUMBERED) for p in _others(made)):
        or_a_day = False
    return Named(tuple(made), tuple(ids), several, or_a_day, _stranger(made, shouted))


def _others(pieces: Sequence[Piece]) -> list[Piece]:
    """The days beside the first word that may be a name."""
    days = [p for p in pieces if p.sense in (S.DAY, S.DATE, S.WEEKDAY, S.NUMBERED)]
    return days[1:]


def _name_at(
    pieces: Sequence[Piece], at: int, index: NameIndex, shouted: bool
) -> tuple[int, tuple[int, ...], bool] | None:
    """The longest name that begins here: pieces, who fits, and whether it may be a day."""
    words: list[str] = []
    spans: list[int] = []
    for piece in pieces[at : at + LONGEST_NAME]:
        if piece.sense not in (*_NAMELIKE, *_NAMELIKE_TOO):
            break
        words += piece.text.split()
        spans.append(len(words))
    for count in range(len(spans), 0, -1):
        name = words[: spans[count - 1]]
        found = index.fits(" ".join(name))
        if found.fit is Fit.NONE:
            continue
        alone = count == 1 and len(name) == 1 and pieces[at].sense is not S.WORD
        if alone and pieces[at].sense is S.DAY:
            titled = at > 0 and pieces[at - 1].sense in (S.CHILD, S.OWN)
            inside = at > 0 and pieces[at - 1].sense not in (S.STOP, S.COMMA)
            if name[0][:1].isupper() and not shouted and (titled or inside):
                return 1, found.ids, False
            doubtful = titled or (name[0][:1].isupper() and not shouted)
            return (1, found.ids, True) if doubtful else None
        capital = name[0][:1].isupper() and not shouted
        titled = at > 0 and pieces[at - 1].sense in (S.CHILD, S.OWN)
        if not _stands_as_name(pieces, at, at + count, shouted):
            continue
        if alone and not capital and not (titled and pieces[at].sense in _SMALL):
            continue
        return count, found.ids, False
    return None


def _stands_as_name(pieces: Sequence[Piece], at: int, end: int, shouted: bool) -> bool:
    """Written with a capital, or in a name's place: after "cháu", before a verb, at the front."""
    if pieces[at].text[:1].isupper() and not shouted:
        return True
    before = pieces[at - 1].sense if at else None
    after = pieces[end].sense if end < len(pieces) else None
    if before is S.OTHER and fold(pieces[at - 1].text) in _PARENTS:
        return True
    return (
        before
        in (None, S.FETCH, S.LEAVE, *_TITLES, S.COMMA, S.STOP, S.DAY, S.AND, S.NAME, S.POLITE)
        or after in _VERBS
    )


def _stranger(pieces: Sequence[Piece], shouted: bool) -> str | None:
    """A name in a child's place that fits no child of the writer's."""
    for at, piece in enumerate(pieces):
        if piece.sense is not S.WORD or (at and pieces[at - 1].sense is S.WORD):
            continue
        end = at
        while end < len(pieces) and pieces[end].sense is S.WORD and end - at < LONGEST_NAME:
            end += 1
        words = [p.text for p in pieces[at:end]]
        before = pieces[at - 1] if at else None
        capital = not shouted and all(word[:1].isupper() for word in words)
        if before is not None and fold(before.text).split()[-1:] in _ADULTS:
            continue
        titled = (
            before is not None and before.sense in (S.CHILD, S.OWN) and not _is_self(pieces, at)
        )
        led = before is not None and before.sense is S.ASKS
        to_verb = end < len(pieces) and pieces[end].sense in _VERBS
        plausible = all(is_plausible(syllable(word.casefold()).base) for word in words)
        starts_with_class = any(sign.isdigit() for word in words for sign in word)
        if starts_with_class:
            continue
        if (capital and (titled or led or to_verb)) or (
            not capital
            and plausible
            and to_verb
            and len(words) <= 4
            and (titled or led or _after_day(pieces, at))
        ):
            return " ".join(words)
    return None


def _is_self(pieces: Sequence[Piece], at: int) -> bool:
    """ "em tên Hoa": the writer speaks of themselves."""
    return fold(pieces[at].text) == "ten"


def _after_day(pieces: Sequence[Piece], at: int) -> bool:
    return at == 0 or pieces[at - 1].sense in (
        S.DAY,
        S.WEEKDAY,
        S.DATE,
        S.NUMBER,
        S.COMMA,
        S.POLITE,
    )
