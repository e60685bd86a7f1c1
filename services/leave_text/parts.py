"""At what hour or lesson a child comes late or is fetched: "tiết 2", "3h rưỡi", "trễ 15 phút"."""

from collections.abc import Sequence

from services.attendance_states import Half
from services.leave_text.said import Kind, Part
from services.leave_text.scan import Piece
from services.leave_text.words import Sense

MOST_LESSONS, LONGEST_DELAY = 7, 300  # lessons of half a day; minutes


def read_part(pieces: Sequence[Piece], kind: Kind) -> Part:
    """When; nothing where it does not say so, or says two different things."""
    half = _half(pieces)
    clocks = {piece.at: piece for piece in pieces if piece.sense is Sense.CLOCK and piece.at}
    if len(clocks) == 1:
        at, piece = next(iter(clocks.items()))
        assert at is not None  # filtered above
        return Part(at=at, half=piece.half or half)
    if len(clocks) > 1:
        return Part(half=half)
    period = _period(pieces, kind)
    if period is not None:
        return Part(period=period, half=half)
    if kind is Kind.LATE and (minutes := _minutes(pieces)) is not None:
        return Part(minutes=minutes, half=half)
    return Part(half=half)


def _half(pieces: Sequence[Piece]) -> Half | None:
    halves = {piece.half for piece in pieces if piece.half is not None}
    return halves.pop() if len(halves) == 1 else None


def _period(pieces: Sequence[Piece], kind: Kind) -> int | None:
    """The first lesson attended or missed."""
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.sense is not Sense.LESSON:
            continue
        before, after = _sense(pieces, at - 1), _sense(pieces, at + 1)
        counted = before is Sense.NUMBER and _sense(pieces, at - 2) is not Sense.LESSON
        if counted and after is Sense.FIRST:  # "nghỉ 2 tiết đầu"
            found.add(pieces[at - 1].number + 1 if kind is Kind.LATE else 0)
        elif after is Sense.NUMBER:
            number = pieces[at + 1].number
            over = before is Sense.AFTER or _missed(pieces, at, kind)
            found.add(number + 1 if over else number)
        elif after is Sense.FIRST:
            found.add(2 if kind is Kind.LATE else 0)
        else:
            return None
    if len(found) != 1:
        return None
    period = found.pop()
    first = 2 if kind is Kind.LATE else 1
    return period if first <= period <= MOST_LESSONS else None


def _missed(pieces: Sequence[Piece], at: int, kind: Kind) -> bool:
    """ "nghỉ tiết 1": the lesson itself is missed, so that the child comes for the next."""
    back = at - 1
    while back >= 0 and pieces[back].sense in (Sense.POLITE, Sense.CHILD):
        back -= 1
    return kind is Kind.LATE and back >= 0 and pieces[back].sense is Sense.LEAVE


def _minutes(pieces: Sequence[Piece]) -> int | None:
    found = []
    for at, piece in enumerate(pieces):
        number = pieces[at - 1].number if _sense(pieces, at - 1) is Sense.NUMBER else 0
        if piece.sense is Sense.MINUTES:
            found.append(piece.number or number)
        elif piece.sense is Sense.HOURS:
            found.append((piece.number or number) * 60)
    return found[0] if len(found) == 1 and 0 < found[0] <= LONGEST_DELAY else None


def _sense(pieces: Sequence[Piece], at: int) -> Sense | None:
    return pieces[at].sense if 0 <= at < len(pieces) else None
