"""How the named days hang together: days on end, single ones, so many from one on, or in doubt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from services.attendance_states import Half
from services.leave_text.day_atoms import SATURDAY, Atom, atoms_of
from services.leave_text.said import Days, Doubt, Span
from services.leave_text.scan import Piece
from services.leave_text.words import Sense

LONGEST = 400  # days that are believed to be meant at all


def read_days(
    pieces: Sequence[Piece], today: date, *, past: bool = False, asks: bool = True
) -> Days:
    """The days of some pieces; never raises."""
    atoms = _with_halves(pieces, _present(atoms_of(pieces, today, past=past, asks=asks), today))
    counts = _counts(pieces)
    more = any(piece.sense is Sense.MORE for piece in pieces)
    half = _lone_half(pieces, atoms)
    if any(piece.sense in (Sense.VAGUE, Sense.BAD_DATE) for piece in pieces):
        first = tuple(Span(a.day, a.day, a.half) for a in atoms[:1] if a.sure and not a.week)
        return Days(
            options=_until(first[0]) if first else (), doubt=Doubt.UNTIL if first else Doubt.DAY
        )
    count = counts[0] if len(set(counts)) == 1 else None
    if len(set(counts)) > 1:
        return Days(doubt=Doubt.DAY)
    if not atoms:
        return _without_day(today, count, more, half)
    if any(atom.week for atom in atoms):
        whole = any(piece.sense is Sense.WHOLE_WEEK for piece in pieces)
        return _week(atoms, 6 if whole else count)
    unsure = [atom for atom in atoms if not atom.sure]
    if unsure:
        options = tuple(Span(day, day, unsure[0].half) for day in unsure[0].options)
        return Days(options=options if len(atoms) == 1 else (), doubt=Doubt.DAY)
    days = _joined(pieces, atoms, today)
    if days.doubt is None and len(days.spans) > 0:
        days = _counted(days, count)
    elif days.doubt is Doubt.UNTIL and count is not None:
        begin = atoms[0]
        days = Days((Span(begin.day, begin.day, begin.half, count),))
    return _half_doubt(pieces, atoms, replace(days, more=more), half)


def _present(atoms: list[Atom], today: date) -> list[Atom]:
    """Without days gone by, where the message also names others: they say since when."""
    coming = [atom for atom in atoms if atom.day >= today]
    return coming if coming and len(coming) < len(atoms) and atoms[0].day < today else atoms


def _counts(pieces: Sequence[Piece]) -> list[int]:
    """The numbers of days that are written: "2 ngày", "hai hôm", "1 tuần"."""
    found = []
    for at, piece in enumerate(pieces):
        if piece.sense is Sense.COUNT and piece.number > 0:
            found.append(piece.number)
        elif piece.sense is Sense.DAY and at and pieces[at - 1].sense is Sense.NUMBER:
            if piece.text.casefold().startswith(("ngày", "ngay")):  # "3 ngày mai và mốt"
                found.append(max(1, min(LONGEST, pieces[at - 1].number)))
        elif piece.sense is Sense.UNIT and at and pieces[at - 1].sense is Sense.NUMBER:
            before = pieces[at - 2].sense if at > 1 else None
            if before not in (Sense.NUMBERED, Sense.LESSON, Sense.UNIT):
                found.append(max(1, min(LONGEST, pieces[at - 1].number * piece.number)))
    return found


def _with_halves(pieces: Sequence[Piece], atoms: Sequence[Atom]) -> list[Atom]:
    """The days with the halves that stand right beside them."""
    made = list(atoms)
    for at, piece in enumerate(pieces):
        if piece.sense is not Sense.HALF:
            continue
        place = _beside(pieces, made, at)
        if place is None and len(made) == 1 and _of_verb(pieces, at):
            place = 0
        if place is not None and made[place].half is None:
            made[place] = replace(made[place], half=piece.half)
    return made


def _beside(pieces: Sequence[Piece], atoms: Sequence[Atom], at: int) -> int | None:
    after = at + 1
    while after < len(pieces) and pieces[after].sense in (Sense.UNIT, Sense.POLITE):
        if any(atom.start == after for atom in atoms):
            break
        after += 1
    for place, atom in enumerate(atoms):
        if atom.start == after and atom.half is None:
            return place
    before = at
    while before > 0 and pieces[before - 1].sense in (Sense.COMMA, Sense.POLITE):
        before -= 1
    return next((place for place, atom in enumerate(atoms) if atom.end == before), None)


def _of_verb(pieces: Sequence[Piece], at: int) -> bool:
    """ "hôm nay cháu nghỉ buổi chiều": the half belongs to the verb, so to its only day."""
    return at > 0 and pieces[at - 1].sense is Sense.LEAVE


def _lone_half(pieces: Sequence[Piece], atoms: Sequence[Atom]) -> Half | None:
    """A half that stands beside no day."""
    halves = [
        piece.half
        for at, piece in enumerate(pieces)
        if piece.sense is Sense.HALF
        and _beside(pieces, atoms, at) is None
        and not any(a.half is piece.half for a in atoms)
    ]
    return halves[0] if len(set(halves)) == 1 else None


def _without_day(today: date, count: int | None, more: bool, half: Half | None) -> Days:
    options: tuple[Span, ...] = ()
    if count is not None:
        starts = (today, today + timedelta(days=1))
        options = tuple(Span(day, day, half, count) for day in starts)
    return Days(options=options, count=count, more=more, doubt=Doubt.DAY, half=half)


def _week(atoms: Sequence[Atom], count: int | None) -> Days:
    """A week by itself: all of it if the message says so, else a day of it."""
    week = next(atom for atom in atoms if atom.week)
    if len(atoms) > 1:
        return Days(doubt=Doubt.DAY)
    whole = Span(week.day, week.day + timedelta(days=SATURDAY))
    if count is not None and count >= 6:
        return Days((whole,))
    days = (week.day + timedelta(days=n) for n in range(6))
    return Days(options=(whole, *(Span(day, day, week.half) for day in days)), doubt=Doubt.DAY)


def _joined(pieces: Sequence[Piece], atoms: Sequence[Atom], today: date) -> Days:
    """Ranges and lists; a beginning without an end, or an end without one, is asked about."""
    spans: list[Span] = []
    at = 0
    while at < len(atoms):
        first = atoms[at]
        until = _reaches(pieces, first, atoms[at + 1]) if at + 1 < len(atoms) else False
        if until:
            made = _range(first, atoms[at + 1])
            if made is None:
                return Days(doubt=Doubt.DAY)
            spans += made
            at += 2
            continue
        if first.end_of_week or _led_by(pieces, first, Sense.TO):
            if first.day != today or first.end_of_week:
                starts = (today, today + timedelta(days=1))
                options = tuple(Span(day, first.day, None) for day in starts if day <= first.day)
                return Days(options=options, doubt=Doubt.DAY)
        elif _led_by(pieces, first, Sense.FROM) and len(atoms) == 1:
            day = Span(first.day, first.day, first.half)
            return Days(options=_until(day), doubt=Doubt.UNTIL)
        spans.append(Span(first.day, first.day, first.half))
        at += 1
    return Days(_merged(spans))


def _led_by(pieces: Sequence[Piece], atom: Atom, sense: Sense) -> bool:
    at = atom.start - 1
    while at >= 0 and pieces[at].sense in (Sense.HALF, Sense.UNIT):
        at -= 1
    return at >= 0 and pieces[at].sense is sense


def _reaches(pieces: Sequence[Piece], first: Atom, second: Atom) -> bool:
    """Whether the second day is the last of those that begin with the first."""
    between = [piece.sense for piece in pieces[first.end : second.start]]
    if second.end_of_week or Sense.TO in between:
        return True
    return Sense.DASH in between and len(between) <= 2


def _range(first: Atom, last: Atom) -> list[Span] | None:
    """ "chiều nay đến hết thứ Sáu" is an afternoon and whole days; None where it runs backwards."""
    if last.day < first.day or (last.day - first.day).days > LONGEST:
        return None
    one = timedelta(days=1)
    if first.day == last.day:
        return [Span(first.day, last.day, first.half if first.half is last.half else None)]
    spans = []
    begin, end = first.day, last.day
    if first.half is Half.AFTERNOON:
        spans.append(Span(begin, begin, first.half))
        begin += one
    tail = last.half is Half.MORNING
    if tail:
        end -= one
    if begin <= end:
        spans.append(Span(begin, end))
    return [*spans, Span(last.day, last.day, last.half)] if tail else spans


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Single days that follow each other become days on end; the same day twice one."""
    made: list[Span] = []
    for span in sorted(dict.fromkeys(spans), key=lambda s: (s.first, s.half or "")):
        last = made[-1] if made else None
        if last is not None and last.half == span.half and (span.first - last.last).days <= 1:
            made[-1] = replace(last, last=max(last.last, span.last))
        elif last is not None and last.first == last.last == span.first == span.last:
            halves = {last.half, span.half} - {None}  # morning and afternoon are the whole day
            made[-1] = replace(last, half=halves.pop() if len(halves) == 1 else None)
        else:
            made.append(span)
    return tuple(made)


def _counted(days: Days, count: int | None) -> Days:
    """So many days from the one that is named; a number that contradicts the days is asked."""
    if count is None:
        return days
    total = sum((span.last - span.first).days + 1 for span in days.spans)
    sundays = sum(
        (span.first + timedelta(days=n)).weekday() == 6
        for span in days.spans
        for n in range((span.last - span.first).days + 1)
    )
    if count in (total, total - sundays):
        return days
    if total == 1:
        return Days((replace(days.spans[0], count=count),))
    return Days(doubt=Doubt.DAY)


def _until(first: Span) -> tuple[Span, ...]:
    """How long it may last: that day, two or three school days, to the end of its week."""
    saturday = first.first + timedelta(days=SATURDAY - first.first.weekday())
    found = [first, replace(first, half=None, count=2), replace(first, half=None, count=3)]
    if saturday > first.first:
        found.append(Span(first.first, saturday))
    return tuple(found)


def _half_doubt(
    pieces: Sequence[Piece], atoms: Sequence[Atom], days: Days, lone: Half | None
) -> Days:
    """ "sáng t5, t6": whether the second day is meant whole is not sure."""
    if days.doubt is not None or any(piece.sense is Sense.WHOLE for piece in pieces):
        return days
    halves = [atom.half for atom in atoms]
    listed = len(days.spans) > 1 or len(atoms) > 1
    if lone is not None:
        return replace(days, doubt=Doubt.PART, half=lone)
    ranged = any(_reaches(pieces, a, b) for a, b in pairwise(atoms))
    if listed and not ranged and halves[0] is not None and None in halves:
        return replace(days, doubt=Doubt.PART)
    return days
