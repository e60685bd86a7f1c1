"""Whether a message speaks of leave, and of what kind.

Families also ask, thank, complain and chat. What is not plainly a request stays unread, since a
message that is taken for leave wrongly would silence the alarm for a missing child.
"""

from collections.abc import Sequence

from services.leave_text.said import Kind
from services.leave_text.scan import Piece
from services.leave_text.words import Sense

S = Sense
_WHEN = (S.DAY, S.DATE, S.WEEKDAY, S.NUMBERED, S.NUMBER, S.UNIT, S.HALF, S.FROM, S.AND, S.WHOLE)
_PASSED = (*_WHEN, S.POLITE, S.NAME, S.WEEK, S.MORE, S.COUNT, S.NEXT, S.TO, S.COMMA, S.SOON)
# With these "no school" is a request; without, it may be news of the school.
_WHY, _WHOSE = {S.SICK, S.FAMILY, S.ASKS}, {S.OWN, S.ALL, S.CHILD, S.NAME}
_STOPS = (S.STOP, S.MARK)
MOST_UNKNOWN, MOST_UNKNOWN_ASKED = 4, 16  # words that are not understood


def kind_of(pieces: Sequence[Piece], strange: int) -> Kind | None:
    """What is wanted; None where it is nothing of the kind. `strange`: words not understood that
    give no reason either."""
    senses = [piece.sense for piece in pieces]
    if S.NO_LEAVE in senses or _asks_something(pieces):
        return None
    if S.UNDO in senses:
        return Kind.UNDO if strange <= MOST_UNKNOWN else None
    kind, at = _verb(pieces)
    if kind is None:
        if (
            S.BACK in senses
            and strange <= MOST_UNKNOWN
            and not _denied(pieces, senses.index(S.BACK))
        ):
            return Kind.BACK
        return None
    asked = S.ASKS in senses or S.PARDON in senses
    if strange > (MOST_UNKNOWN_ASKED if asked else MOST_UNKNOWN) or _denied(pieces, at):
        return None
    subject = _subject(pieces, at)
    if subject is S.OTHER and kind is not Kind.EARLY:
        return None
    if asked or subject is not None:
        return kind
    return kind if strange == 0 and set(senses) & {*_WHEN, S.CLOCK, S.LESSON, S.COUNT} else None


def _asks_something(pieces: Sequence[Piece]) -> bool:
    senses = [piece.sense for piece in pieces]
    if S.QUESTION in senses:
        return True
    if S.MAY_I in senses:
        return not {S.ASKS, S.CHILD, S.OWN, S.NAME} & set(senses)
    if S.MARK in senses and S.ASKS not in senses:
        return True
    words = [p for p in pieces if p.sense not in (S.POLITE, S.COMMA, *_STOPS)]
    return bool(words) and words[-1].sense is S.NOT  # "mai có nghỉ không ạ"


def _verb(pieces: Sequence[Piece]) -> tuple[Kind | None, int]:
    """The kind that the verbs say together, and where the first of them stands."""
    senses = [piece.sense for piece in pieces]
    timed = S.CLOCK in senses or S.LESSON in senses
    if S.LATE in senses:
        return Kind.LATE, senses.index(S.LATE)
    if S.EARLY in senses:
        return Kind.EARLY, senses.index(S.EARLY)
    if S.LEAVE in senses:
        return _leave_or_lessons(pieces), senses.index(S.LEAVE)
    if S.NO_SCHOOL in senses and _WHY & set(senses) and _WHOSE & set(senses):
        return Kind.LEAVE, senses.index(S.NO_SCHOOL)
    if S.FETCH in senses and (timed or S.SOON in senses):
        return Kind.EARLY, senses.index(S.FETCH)
    if S.COME in senses and timed:
        return Kind.LATE, senses.index(S.COME)
    return None, 0


def _leave_or_lessons(pieces: Sequence[Piece]) -> Kind:
    """ "nghỉ tiết 1" is coming late, "nghỉ từ tiết 4" going early; else leave for days."""
    for at, piece in enumerate(pieces):
        if piece.sense not in (S.LESSON, S.CLOCK):
            continue
        before = [p.sense for p in pieces[max(0, at - 3) : at]]
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.sense is S.LESSON and after is not None and _is_first(after):
            return Kind.LATE
        if S.TO in before[-2:] and S.FROM not in [p.sense for p in pieces[:at]]:
            return Kind.LATE
        if S.FROM in before[-2:] and not any(p.sense is S.TO for p in pieces[at:]):
            return Kind.EARLY
        if S.AFTER in before[-2:]:
            return Kind.EARLY
    return Kind.LEAVE


def _is_first(piece: Piece) -> bool:
    return piece.sense is S.FIRST or (piece.sense is S.NUMBER and piece.number == 1)


def _denied(pieces: Sequence[Piece], verb: int) -> bool:
    """ "cháu không nghỉ", "không đi muộn"."""
    at = verb - 1
    while at >= 0 and pieces[at].sense is S.POLITE:
        at -= 1
    return at >= 0 and pieces[at].sense is S.NOT


def _subject(pieces: Sequence[Piece], verb: int) -> Sense | None:
    """Of whom the verb speaks: a child, somebody else, or nobody named."""
    if any(piece.sense in (S.OWN, S.ALL) for piece in pieces):
        return S.CHILD
    at = verb - 1
    while at >= 0 and pieces[at].sense in _PASSED:
        if pieces[at].sense is S.NAME:
            return S.CHILD
        at -= 1
    if at < 0 or pieces[at].sense in _STOPS:
        return None
    sense = pieces[at].sense
    if sense in (S.CHILD, S.SICK, S.FAMILY, S.BECAUSE, S.ASKS):
        return S.CHILD
    return sense if sense is S.OTHER else None
