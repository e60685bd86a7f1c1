"""A family's message as a request for leave, or as none.

Pure and never guessing: what can be meant in two ways is a doubt, which the conversation asks
about with choices.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from services.leave_text.days import read_days
from services.leave_text.intent import kind_of
from services.leave_text.parts import read_part
from services.leave_text.people import Named, find_people
from services.leave_text.reasons import find_reason
from services.leave_text.said import Days, Doubt, Kind, LeaveText, Part
from services.leave_text.scan import Piece, scan
from services.leave_text.words import Sense
from services.names import NameIndex

_BREAKS = (Sense.STOP, Sense.COMMA, Sense.MARK)
_LEADS = (Sense.FROM, Sense.TO, Sense.AFTER)


def read_leave(text: str, today: date, children: NameIndex | None = None) -> LeaveText | None:
    """What a message of a family asks for; None where it speaks of something else.

    `children`: the writer's own. Never raises.
    """
    if text.lstrip().startswith("/"):
        return None
    cleaned, pieces = scan(text, today, children)
    named = find_people(pieces, children)
    made = named.pieces
    reason, why, taken = find_reason(cleaned, made)
    strange = sum(
        piece.sense is Sense.WORD and at not in taken for at, piece in enumerate(made)
    ) - len((named.stranger or "").split())
    kind = kind_of(made, strange)
    if kind is None:
        return None
    senses = {piece.sense for piece in made}
    days = _days(made, today, kind, taken)
    part = Part() if kind in (Kind.BACK, Kind.UNDO) else read_part(_of_part(made), kind)
    if kind is Kind.LEAVE:
        part = Part()
    found = LeaveText(
        kind,
        days,
        part,
        children=named.children,
        all_children=Sense.ALL in senses,
        how_many=max((piece.number for piece in made if piece.sense is Sense.ALL), default=0),
        stranger=named.stranger,
        own=bool(named.children) or Sense.OWN in senses or Sense.ALL in senses,
        says_own=bool(senses & {Sense.OWN, Sense.ALL}),
        reason=reason if kind in (Kind.LEAVE, Kind.LATE, Kind.EARLY) else None,
        why=why if kind in (Kind.LEAVE, Kind.LATE, Kind.EARLY) else None,
    )
    return replace(found, doubts=_doubts(found, named, made))


def answer_days(text: str, today: date) -> Days:
    """The days of an answer to "which day?"."""
    _, pieces = scan(text, today)
    return read_days(pieces, today)


def answer_part(text: str, today: date, kind: Kind) -> Part:
    """The hour or lesson of an answer; a bare number is a lesson."""
    _, pieces = scan(text, today)
    part = read_part(pieces, kind)
    numbers = [piece.number for piece in pieces if piece.sense is Sense.NUMBER]
    if not part.known and len(numbers) == 1 and len(pieces) == 1 and 1 <= numbers[0] <= 7:
        return replace(part, period=numbers[0])
    return part


def _days(pieces: Sequence[Piece], today: date, kind: Kind, taken: range) -> Days:
    """The days of the request, not those of its reason nor of the day the child comes again."""
    of_reason = {at for at in taken if pieces[at].sense is Sense.DAY and pieces[at].number < 0}
    left = [piece for at, piece in enumerate(pieces) if at not in of_reason]
    if kind is Kind.LEAVE and any(piece.sense is Sense.BACK for piece in left):
        left = _without_back(left)
    senses = {piece.sense for piece in left}
    if kind in (Kind.LATE, Kind.EARLY):
        left = _without_lessons(left)
    return read_days(
        left,
        today,
        past=Sense.PARDON in senses,
        asks=bool(senses & {Sense.ASKS, Sense.BACK, Sense.UNDO}),
    )


def _without_back(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the clause that says when the child comes again: "…, thứ Hai cháu đi học lại"."""
    at = next(n for n, piece in enumerate(pieces) if piece.sense is Sense.BACK)
    start = at
    while start > 0 and pieces[start - 1].sense not in (*_BREAKS, Sense.LEAVE, Sense.AND):
        start -= 1
    end = at + 1
    while end < len(pieces) and pieces[end].sense not in _BREAKS:
        end += 1
    return [*pieces[:start], *pieces[end:]]


def _without_lessons(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the figures of lessons, hours and minutes, which are no days."""
    left: list[Piece] = []
    skip = False
    for at, piece in enumerate(pieces):
        after = pieces[at + 1].sense if at + 1 < len(pieces) else None
        timed = (Sense.LESSON, Sense.MINUTES, Sense.HOURS)
        if skip:
            skip = False
        elif piece.sense is Sense.LESSON:
            skip = after is Sense.NUMBER
        elif (piece.sense is Sense.NUMBER and after in timed) or (
            piece.sense in _LEADS and after in (Sense.CLOCK, *timed)
        ):
            continue
        elif piece.sense not in (Sense.CLOCK, *timed):
            left.append(piece)
    return left


def _of_part(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the date's own figures."""
    return [piece for piece in pieces if piece.sense is not Sense.DATE]


def _doubts(found: LeaveText, named: Named, pieces: Sequence[Piece]) -> tuple[Doubt, ...]:
    """What is to be asked, in the order of asking."""
    doubts: list[Doubt] = []
    if found.stranger is not None or named.several:
        doubts.append(Doubt.CHILD)
    if found.kind is Kind.UNDO:
        return tuple(doubts)
    day = found.days.doubt
    if named.or_a_day:
        day = Doubt.DAY
    if day in (Doubt.DAY, Doubt.UNTIL):
        doubts.append(day)
    if found.kind is Kind.BACK:
        return tuple(doubts)
    senses = {piece.sense for piece in pieces}
    several = len(senses & {Sense.LATE, Sense.EARLY, Sense.LEAVE}) > 1
    if found.kind is Kind.LEAVE:
        if day is Doubt.PART or senses & {Sense.LESSON, Sense.CLOCK}:
            doubts.append(Doubt.PART)
    elif not found.part.known or (several and Sense.LEAVE not in senses):
        doubts.append(Doubt.PART)
    return tuple(doubts)
