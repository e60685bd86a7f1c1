"""What a homeroom teacher has to look at before a month is confirmed: sessions without a roll,
absences that nobody has explained, leave that is undecided or disputed, and what families doubt."""

from dataclasses import dataclass
from datetime import date

from services.attendance_states import Half
from services.attendance_sums import NONE, Sums, sums
from services.book_periods import session_end, taught_days
from services.periods import Kind, Period
from services.timetable import halves
from services.unit import Unit
from storage import attendance_facts, book, rosters
from storage.rosters import Place
from storage.tables import BookPage


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A session missed that is neither P nor K yet."""

    roll_id: int
    pupil: Place
    day: date
    half: Half


@dataclass(frozen=True, slots=True)
class OpenLeave:
    """Leave that waits for a decision, or of which two guardians speak differently."""

    number: int
    name: str
    first: date
    last: date
    disputed: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that a family calls wrong; `words` are theirs, for the homeroom teacher."""

    pupil: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A pupil's row of the page."""

    pupil: Place
    sums: Sums


@dataclass(frozen=True, slots=True)
class Checks:
    """All of it; `hindering` must be settled first, the rest may be confirmed knowingly."""

    missing: tuple[tuple[date, Half], ...] = ()
    unexplained: tuple[Unexplained, ...] = ()
    leave: tuple[OpenLeave, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def hindering(self) -> bool:
        """Whether something keeps the month from being confirmed: the page knows P and K only."""
        return bool(self.unexplained)

    @property
    def odd(self) -> bool:
        """Whether anything is left that a teacher should know of."""
        return bool(self.missing or self.leave or self.doubts)


async def places(unit: Unit, class_id: int, period: Period) -> dict[int, Place]:
    """Everybody who was in the class in the period, by list number."""
    return {
        place.pupil_id: place
        for place in await rosters.class_places(unit.session, class_id)
        if place.starts <= period.last and (place.ends is None or place.ends >= period.first)
    }


async def rows(unit: Unit, class_id: int, period: Period) -> list[Row]:
    """The page's rows, counted as everywhere (`services.attendance_sums`)."""
    found = await sums(unit, period.first, period.last, class_ids=[class_id])
    pupils = await places(unit, class_id, period)
    return [Row(place, found.get(id, NONE)) for id, place in pupils.items()]


async def missing(unit: Unit, class_id: int, period: Period) -> list[tuple[date, Half]]:
    """The sessions that are over and have no roll."""
    last = min(period.last, unit.today)
    there = await attendance_facts.taken(unit.session, (period.first, last), [class_id])
    found = []
    for day in await taught_days(unit, period.first, last):
        for half in await halves(unit, class_id, day):
            if (class_id, day, half.value) in there:
                continue
            if day < unit.today or await session_end(unit, class_id, day, half) <= unit.now:
                found.append((day, half))
    return found


async def checks(unit: Unit, class_id: int, period: Period, page: BookPage | None) -> Checks:
    """What is to be looked at; terms and years have their months for it."""
    if period.kind is not Kind.MONTH:
        return Checks()
    pupils = await places(unit, class_id, period)
    days = period.first, period.last
    unexplained = [
        Unexplained(roll, pupils[pupil], day, Half(half))
        for roll, pupil, day, half in await book.unexplained(unit.session, class_id, *days)
        if pupil in pupils
    ]
    leave = [
        OpenLeave(no, name, row.from_day, row.to_day, row.disputed_by is not None)
        for row, no, name in await book.open_leave(unit.session, class_id, *days)
    ]
    doubts: dict[int, list[str]] = {}
    if page is not None:
        for answer in await book.answers(unit.session, page.id):
            if answer.said == "wrong" and answer.settled_at is None:
                doubts.setdefault(answer.pupil_id, []).append(answer.words or "")
    return Checks(
        tuple(await missing(unit, class_id, period)),
        tuple(unexplained),
        tuple(leave),
        tuple(Doubt(pupils[id], tuple(words)) for id, words in doubts.items() if id in pupils),
    )
