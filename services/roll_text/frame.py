"""Of which class or group, day and session a message speaks, and what it leaves to be read.

These words may stand anywhere ("7A1 hôm qua vắng Lan p", "vắng Lan p hôm qua"). Those that are also
names without their marks ("sang", "thu", "nay") count only before the names begin.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from services.attendance_states import Half, SessionKind
from services.name_syllables import syllable
from services.roll_text.frame_day import last_weekday, written_date
from services.roll_text.frame_place import find_class, find_group, unknown_class
from services.roll_text.frame_words import HINTS, Hint
from services.roll_text.intent import is_roll, key_hits
from services.roll_text.items import VERBS
from services.roll_text.spelling import Lexicon
from services.roll_text.tokens import Cut, Token, clean, tokenise
from services.roll_text.words import Key

_EDGES = " \t,:;.-–—"
_SINCE = frozenset(["từ", "tu", "đến", "den", "tới", "toi", "cả", "ca"])
_MOST_TEXT = 4096


@dataclass(frozen=True, slots=True)
class Frame:
    """What a message says about class, day and session; names are not resolved yet."""

    is_roll: bool  # whether it reads as a roll at all
    class_name: str | None  # as the school writes it
    group_id: int | None
    date: date | None  # None: not said
    half: Half | None
    kind: SessionKind | None
    correction: bool
    rest: str  # what is left to read as marks
    unknown_class: str | None  # looks like a class that the school has not


@cache
def _lexicon() -> Lexicon[Hint]:
    return Lexicon(HINTS)


@dataclass(slots=True)
class _Day:
    on: date | None = None
    half: Half | None = None
    kind: SessionKind | None = None
    kind_word: tuple[str, int] | None = None  # as written properly, and where it ends
    corrects: bool = False


def read_frame(
    text: str, *, classes: Collection[str], groups: Mapping[int, str], today: date
) -> Frame:
    """Take class, group, day, half and kind of session off a message; never raises.

    `classes`: names of this year's classes; `groups`: id → name; `today`: the date of the message.
    """
    text = clean(text)[:_MOST_TEXT]
    tokens = tokenise(text)
    gone: list[tuple[int, int]] = []
    head = _head_end(tokens, len(text))
    place = find_class(text, classes)
    if place is not None:
        gone.append((place.start, place.end))
    day = _Day()
    written = written_date(_masked(text, gone), today)
    if written is not None:
        day.on = written[0]
        gone.append(written[1:])
    left = [token for token in tokens if not _inside(token, gone)]
    gone += _hints(left, day, today, head, gone)
    group = find_group(left, groups, day.kind_word, head)
    if group is not None:
        if place is not None and (
            place.start > head or text[group.end : place.start].strip(_EDGES)
        ):  # "CLB bóng đá vắng Huy 8A1", "CLB bóng đá: Huy 8A1 vắng": the pupil's class
            gone.remove((place.start, place.end))
            place = None
        elif day.kind is SessionKind.CLUB:
            place = None  # a class has no clubs: "7A1 CLB bóng đá" is the club's roll
        gone.append((group.start, group.end))
    unknown = None
    if place is None and group is None and (found := unknown_class(text[:head])) is not None:
        unknown = found[0]
        gone.append(found[1:])
    rest = _masked(text, gone).strip(_EDGES)
    has_place = place is not None or group is not None or unknown is not None
    return Frame(
        is_roll=not text.lstrip().startswith("/")
        and is_roll(rest, tokenise(rest), has_place or day.kind is not None, day.corrects),
        class_name=place.class_name if place is not None else None,
        group_id=group.group_id if group is not None else None,
        date=day.on,
        half=day.half,
        kind=day.kind,
        correction=day.corrects,
        rest=rest,
        unknown_class=unknown,
    )


def _head_end(tokens: Sequence[Token], size: int) -> int:
    """Where the first verb or state of the roll begins."""
    for key, _state, start, _end in key_hits(tokens):
        if key in VERBS or key in (Key.ALL, Key.STATE, Key.EXCEPT, Key.SIZE):
            return tokens[start].start
    return size


def _inside(token: Token, gone: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.end and token.start < end for start, end in gone)


def _masked(text: str, gone: Sequence[tuple[int, int]]) -> str:
    """The text with these places blank; a colon or comma right after one goes with it."""
    signs = list(text)
    for start, end in gone:
        signs[start:end] = " " * (end - start)
        after = end
        while after < len(signs) and signs[after] == " ":
            after += 1
        if after < len(signs) and signs[after] in ":,-" and not text[:start].strip(_EDGES):
            signs[after] = " "
    return "".join(signs)


def _hints(
    tokens: Sequence[Token], day: _Day, today: date, head: int, places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    lows = [token.low if token.cut is Cut.WORD else "\0" for token in tokens]
    marked = any(syllable(low).marked for low in lows)
    gone: list[tuple[int, int]] = []
    weekday: int | None = None
    weeks: int | None = None
    at = depth = 0
    while at < len(tokens):
        depth += (tokens[at].cut is Cut.OPEN) - (tokens[at].cut is Cut.CLOSE)
        found = max(
            (f for f in _lexicon().at(lows, at, marked) if f.cost == 0),
            key=lambda f: f.length,
            default=None,
        )
        length = found.length if found is not None else 1
        run = tokens[at : at + length]
        in_head = run[-1].end <= head or not _begins_roll(tokens, at, head)
        if found is not None and depth <= 0 and not (at and lows[at - 1] in _SINCE):
            hint = found.means
            if hint.number_follows and at + 1 < len(tokens) and tokens[at + 1].cut is Cut.NUM:
                number = tokens[at + 1].values[0]
                exact = syllable(lows[at]).marked
                if 2 <= number <= 7 and weekday is None and (exact or in_head):
                    weekday = number - 2
                    gone.append((run[0].start, tokens[at + 1].end))
                    length = 2
            elif not hint.head_only or (in_head and _is_sure(lows, at, length, tokens, places)):
                taken = _take(hint, day, today)
                if hint.weekday is not None and weekday is None:
                    weekday, taken = hint.weekday, True
                if hint.weeks is not None:
                    weeks, taken = hint.weeks, True
                if hint.kind is not None and taken:
                    day.kind_word = (found.word, run[-1].end)
                if taken and not hint.corrects:
                    gone.append((run[0].start, run[-1].end))
        at += length
    if weekday is not None and day.on is None:
        day.on = last_weekday(weekday, today, weeks)
    return gone


def _begins_roll(tokens: Sequence[Token], at: int, head: int) -> bool:
    return tokens[at].start >= head


def _is_sure(
    lows: Sequence[str],
    at: int,
    length: int,
    tokens: Sequence[Token],
    places: Sequence[tuple[int, int]],
) -> bool:
    """Whether a word that may be a name ("sang", "nay") speaks of the day here.

    With its marks it does; without them only beside a class, a date or another such word.
    """
    if length > 1 or syllable(lows[at]).marked or lows[at] in ("nay", "sua"):
        return True
    start, end = tokens[at].start, tokens[at].end
    return any(0 <= start - b <= 2 or 0 <= a - end <= 2 for a, b in places)


def _take(hint: Hint, day: _Day, today: date) -> bool:
    """Write down what a phrase says unless it was said before; whether it told anything."""
    if hint.corrects:
        day.corrects = True
        return True
    told = False
    if hint.days is not None and day.on is None:
        day.on, told = today + timedelta(days=hint.days), True
    if hint.half is not None and day.half is None:
        day.half, told = hint.half, True
    if hint.kind is not None and day.kind is None:
        day.kind, told = hint.kind, True
    return told
