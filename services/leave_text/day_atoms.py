"""The days that a message names, one by one, before it is known how they hang together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.attendance_states import Half
from services.leave_text.dates import day_of_month, nearest
from services.leave_text.scan import Piece
from services.leave_text.words import Sense
from services.name_syllables import fold

SATURDAY = 5
LINKS = (Sense.COMMA, Sense.AND, Sense.TO, Sense.DASH)
SKIPPED = (Sense.POLITE, Sense.CHILD)


@dataclass(frozen=True, slots=True)
class Atom:
    """A day at `pieces[start:end]`; several `options` where it is not sure which. `end_of_week`
    is the last of some days, `week` (a Monday) all of one."""

    options: tuple[date, ...]
    start: int
    end: int
    half: Half | None = None
    end_of_week: bool = False
    week: bool = False
    weekday: bool = False

    @property
    def day(self) -> date:
        """The day if it is sure, else the likeliest."""
        return self.options[0]

    @property
    def sure(self) -> bool:
        """Whether there is one day only."""
        return len(self.options) == 1


def atoms_of(pieces: Sequence[Piece], today: date, *, past: bool, asks: bool) -> list[Atom]:
    """The days in order. `past`: the message speaks of what was; `asks`: of what shall be."""
    return _Walk(pieces, today, past, asks).run()


@dataclass(slots=True)
class _Walk:
    pieces: Sequence[Piece]
    today: date
    past: bool
    asks: bool

    def run(self) -> list[Atom]:
        atoms: list[Atom] = []
        at = 0
        while at < len(self.pieces):
            found = self._at(at, atoms[-1] if atoms else None)
            if found is None:
                at += 1
                continue
            at = found.end
            last = atoms[-1] if atoms else None
            if last is not None and last.week and found.weekday and last.end == found.start:
                atoms[-1] = found  # "tuần tới thứ Ba"
            elif (
                last is not None
                and last.weekday
                and not found.weekday
                and self._beside(last, found)
            ):
                atoms[-1] = _both(last, found)  # "thứ Năm, 3/12"
            else:
                atoms.append(found)
        return atoms

    def _sense(self, at: int) -> Sense | None:
        return self.pieces[at].sense if 0 <= at < len(self.pieces) else None

    def _at(self, at: int, last: Atom | None) -> Atom | None:
        piece = self.pieces[at]
        sense, after = piece.sense, self._sense(at + 1)
        if sense is Sense.DAY:
            return Atom((self.today + timedelta(days=piece.number),), at, at + 1, piece.half)
        if sense is Sense.DATE and piece.day is not None:
            return Atom((piece.day,), at, at + 1)
        if sense is Sense.END_OF_WEEK:
            saturday = self._monday(piece.number) + timedelta(days=SATURDAY)
            return Atom((saturday,), at, at + 1, end_of_week=True)
        if sense is Sense.WEEKDAY:
            return self._weekday(piece.number, at, at + 1)
        if sense is Sense.NUMBERED and after is Sense.NUMBER:
            number = self.pieces[at + 1].number
            return self._weekday(number - 2, at, at + 2) if 2 <= number <= 7 else None
        if sense is Sense.UNIT and after is Sense.NUMBER and piece.number == 1:
            return self._of_month(self.pieces[at + 1].number, at, at + 2)
        if sense is Sense.NUMBER:
            return self._bare_number(piece.number, at, last)
        if sense in (Sense.WEEK, Sense.WHOLE_WEEK):
            return Atom((self._monday(piece.number),), at, at + 1, week=True)
        return None

    def _monday(self, weeks: int) -> date:
        return self.today + timedelta(days=-self.today.weekday(), weeks=weeks)

    def _weekday(self, weekday: int, start: int, end: int) -> Atom:
        """With the words beside it that say of which week."""
        sense = self._sense(end)
        before = self._sense(start - 1)
        if sense is Sense.WEEK:
            return self._of_week(weekday, self.pieces[end].number, start, end + 1)
        if before is Sense.WEEK:
            return self._of_week(weekday, self.pieces[start - 1].number, start, end)
        later = self._week_later(weekday, end)
        if later is not None:
            return self._of_week(weekday, later, start, end)
        if sense is Sense.LAST or before is Sense.LAST:
            gone = self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
            return Atom((gone,), start, end + (sense is Sense.LAST), weekday=True)
        coming = self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)
        this = sense is Sense.NEXT or (sense is Sense.DAY and fold(self.pieces[end].text) == "nay")
        if this or before is Sense.NEXT:
            return Atom((coming,), start, end + this, weekday=True)
        if sense is Sense.TO and not self._day_follows(end + 1):
            return Atom((coming,), start, end + 1, weekday=True)  # "thứ Hai tới"
        gone = self.today - timedelta(days=(self.today.weekday() - weekday) % 7)
        if self.past:
            return Atom((gone,), start, end, weekday=True)
        if gone == self.today:
            return Atom((gone, coming), start, end, weekday=True)
        if not self.asks and (self.today - gone).days <= 2:
            return Atom((coming, gone), start, end, weekday=True)
        return Atom((coming,), start, end, weekday=True)

    def _week_later(self, weekday: int, at: int) -> int | None:
        """The week of days in a row, said once at their end: "thứ 2 đến thứ 4 tuần sau"."""
        between = (*LINKS, Sense.NUMBERED, Sense.NUMBER, Sense.WEEKDAY, Sense.UNIT, Sense.HALF)
        last = weekday
        while self._sense(at) in between:
            piece = self.pieces[at]
            if piece.sense is Sense.WEEKDAY:
                last = piece.number
            elif piece.sense is Sense.NUMBER:
                last = piece.number - 2
            at += 1
        return self.pieces[at].number if self._sense(at) is Sense.WEEK and last > weekday else None

    def _of_week(self, weekday: int, weeks: int, start: int, end: int) -> Atom:
        return Atom((self._monday(weeks) + timedelta(days=weekday),), start, end, weekday=True)

    def _day_follows(self, at: int) -> bool:
        """Whether a day is named next: then "tới" means "to"."""
        while self._sense(at) in (*SKIPPED, Sense.HALF, Sense.UNIT, Sense.TO):
            at += 1
        wanted = (Sense.DAY, Sense.DATE, Sense.WEEKDAY, Sense.NUMBERED, Sense.NUMBER, Sense.CLOCK)
        return self._sense(at) in (*wanted, Sense.LESSON, Sense.END_OF_WEEK)

    def _of_month(self, number: int, start: int, end: int) -> Atom | None:
        dated = self._dated_later(end, number)
        options = (dated,) if dated else day_of_month(number, self.today)
        if not options:
            return None
        if not dated:
            coming = tuple(day for day in options if day >= self.today)
            gone = tuple(day for day in options if day < self.today)
            near = abs((options[0] - self.today).days)
            if self.past and gone:
                options = gone[:1]
            elif coming and (options[0] == coming[0] or near > 14):
                options = coming[:1]
            else:
                options = (*coming[:1], *gone[:1])
        return Atom(options, start, end)

    def _bare_number(self, number: int, at: int, last: Atom | None) -> Atom | None:
        """ "25 đến 27/11", "ngày 25, 26", "thứ 5, 6": a figure that hangs on a day beside it."""
        if self._sense(at + 1) in (
            Sense.UNIT,
            Sense.LESSON,
            Sense.MINUTES,
            Sense.HOURS,
            Sense.FIRST,
        ):
            return None
        if self._sense(at - 1) in (Sense.LESSON, Sense.NUMBERED, Sense.UNIT, Sense.LESS):
            return None
        dated = self._dated_later(at + 1, number)
        if dated is not None:
            return Atom((dated,), at, at + 1)
        if last is None or not all(piece.sense in LINKS for piece in self.pieces[last.end : at]):
            return None
        before = self.pieces[last.end - 1]
        if last.weekday and before.sense is Sense.NUMBER and 2 <= number <= 7:
            return self._weekday(number - 2, at, at + 1)
        if before.sense is Sense.NUMBER and last.sure and last.day.day < number <= 31:
            day = nearest(number, last.day.month, last.day)
            return Atom((day,), at, at + 1) if day else None
        return None

    def _dated_later(self, at: int, number: int) -> date | None:
        """The month of a whole date that follows: "25 đến 27/11"."""
        seen = False
        while self._sense(at) in (*LINKS, Sense.UNIT, Sense.NUMBER):
            seen = seen or self._sense(at) in LINKS
            at += 1
        if not seen or self._sense(at) is not Sense.DATE:
            return None
        later = self.pieces[at].day
        if later is None or later.day <= number:
            return None
        return nearest(number, later.month, later)

    def _beside(self, last: Atom, found: Atom) -> bool:
        between = self.pieces[last.end : found.start]
        dated = self.pieces[found.end - 1].sense is Sense.DATE or (
            self.pieces[found.start].sense is Sense.UNIT
        )
        return dated and all(
            p.sense in (Sense.COMMA, Sense.UNIT, Sense.POLITE, Sense.DASH) for p in between
        )


def _both(weekday: Atom, dated: Atom) -> Atom:
    """A weekday and its date; where they contradict each other both are possible."""
    same = tuple(day for day in dated.options if day.weekday() == weekday.day.weekday())
    options = same or tuple(dict.fromkeys((*dated.options, *weekday.options)))
    return replace(dated, options=options, start=weekday.start, half=dated.half or weekday.half)
