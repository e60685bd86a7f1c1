"""Why leave is asked, in the family's own words, cut out of the message."""

from collections.abc import Sequence

from services.leave_text.scan import Piece
from services.leave_text.words import Sense
from services.name_syllables import fold

S = Sense
_VERBS = (S.LEAVE, S.LATE, S.EARLY, S.FETCH, S.COME, S.BACK, S.UNDO)
_BREAKS = (S.STOP, S.COMMA, S.MARK)
_EDGES = (S.POLITE, S.BECAUSE, S.COMMA, S.AND, S.DASH, S.PAST_TIME)
_ENDS = (*_VERBS, S.ASKS, S.PARDON, S.OTHER, S.SOON)
_WHEN = (S.DAY, S.DATE, S.WEEKDAY, S.NUMBERED, S.HALF, S.WEEK, S.COUNT, S.FROM, S.CLOCK, S.UNIT)
_LESSONS = (S.NAME, S.LESSON, S.FIRST, S.FINAL, S.NUMBER)
_KEPT = ("di", "bi", "dang", "moi", "hoc", "len", "co", "o")  # "đi thi", "bị té", "có việc"
LONGEST = 300  # characters


def find_reason(text: str, pieces: Sequence[Piece]) -> tuple[str | None, str | None, range]:
    """The words, what was heard in them ("sick", "family"), and which pieces they take."""
    taken = _because(pieces) or _heard(pieces)
    if taken is None:
        return None, None, range(0)
    start, end = _trimmed(pieces, taken)
    if start >= end:
        return None, None, range(0)
    words = " ".join(text[pieces[start].start : pieces[end - 1].end].split())
    senses = {piece.sense for piece in pieces[start:end]}
    why = "family" if S.FAMILY in senses else "sick" if S.SICK in senses else None
    return words[:LONGEST].strip(" ,.;:-"), why, range(start, end)


def _because(pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """What follows "vì", until the sentence or the thought ends."""
    for at, piece in enumerate(pieces):
        if piece.sense is not S.BECAUSE or (
            at + 1 < len(pieces) and pieces[at + 1].sense in _VERBS
        ):
            continue  # "lí do nghỉ hôm 23/11"
        end = at + 1
        while end < len(pieces) and pieces[end].sense not in (S.STOP, S.MARK):
            if pieces[end].sense is S.COMMA and not _goes_on(pieces, end + 1):
                break
            if pieces[end].sense in _VERBS and end > at + 1 and not _is_told(pieces, at, end):
                break
            if pieces[end].sense in (S.ASKS, S.PARDON) and end > at + 1:
                break
            end += 1
        if end > at + 1:
            return at + 1, end
    return None


def _is_told(pieces: Sequence[Piece], because: int, at: int) -> bool:
    """A verb of leave that stands before anything was said of why: "do vắng nhà"."""
    return all(p.sense in (S.POLITE, S.CHILD) for p in pieces[because + 1 : at])


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next clause still gives reasons: "vì cháu sốt, ho nhiều"."""
    while at < len(pieces) and pieces[at].sense not in _BREAKS:
        if pieces[at].sense in (S.SICK, S.FAMILY):
            return True
        if pieces[at].sense in _ENDS:
            return False
        at += 1
    return False


def _heard(pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """The words around an illness or a family matter, up to the next verb or break."""
    first = next((n for n, p in enumerate(pieces) if p.sense in (S.SICK, S.FAMILY)), None)
    if first is None:
        return None
    start = first
    while start > 0 and pieces[start - 1].sense not in (*_BREAKS, *_ENDS, *_WHEN, *_LESSONS):
        start -= 1
    end = first + 1
    while end < len(pieces) and pieces[end].sense not in (*_ENDS, *_WHEN, S.STOP, S.MARK):
        if pieces[end].sense is S.COMMA and not _goes_on(pieces, end + 1):
            break
        end += 1
    return start, end


def _trimmed(pieces: Sequence[Piece], taken: tuple[int, int]) -> tuple[int, int]:
    """Without polite words and joints at both ends."""
    start, end = taken
    while start < end and pieces[start].sense in _EDGES and fold(pieces[start].text) not in _KEPT:
        start += 1
    while start < end and pieces[end - 1].sense in (*_EDGES, S.CHILD, S.OTHER, *_WHEN):
        end -= 1
    return start, end
