"""The school's own calendar: days off and days taught beyond the plan, and what comes next.

A day taught may follow another weekday's timetable; a swap gives one day off and teaches another by
its timetable. What is called off overnight is `services/closing.py`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services import closing
from services.access import Action
from services.attendance_states import Half
from services.departures import departures
from services.errors import Invalid, NotFound
from services.people_changed import people_changed
from services.school_days import Off, planned
from services.unit import Unit
from storage import calendar, rolls

LONGEST_NOTE = 200
AHEAD = 90  # days that the list looks ahead
FARTHEST = 400  # days that can be entered ahead
LONGEST_BREAK = 21  # days on end that one message gives off
ONE = timedelta(days=1)


class Line(StrEnum):
    """What a line of the list is about."""

    OFF = "off"
    TAUGHT = "taught"
    HOLIDAY = "holiday"
    BREAK = "break"
    CLOSED = "closed"
    MAKEUP = "makeup"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: days on end, what of it, and for whom (no names: the school). `follows` is the
    weekday whose timetable is taught, `for_day` the day that is made up, `own` an entry that the
    school made and can take back."""

    line: Line
    first: date
    last: date
    note: str | None = None
    follows: int | None = None
    for_day: date | None = None
    half: Half | None = None
    scope: str = "school"
    names: tuple[str, ...] = ()
    own: bool = False


async def upcoming(unit: Unit) -> list[Entry]:
    """What departs from ordinary weeks from today on, by day."""
    unit.require(Action.SEE_CALENDAR)
    own = await calendar.overrides(unit.session)
    found: list[Entry] = []
    day, last = unit.today, unit.today + timedelta(days=AHEAD)
    while day <= last:
        entry = await _of(unit, day, own)
        before = found[-1] if found else None
        if entry is not None and before is not None and _goes_on(before, entry):
            found[-1] = Entry(
                before.line, before.first, day, before.note, before.follows, own=before.own
            )
        elif entry is not None:
            found.append(entry)
        day += ONE
    for each in await closing.every(unit, unit.today):
        if each.last >= unit.today:
            found.append(
                Entry(
                    Line.CLOSED,
                    each.first,
                    each.last,
                    each.reason,
                    half=each.half,
                    scope=each.scope,
                    names=each.names,
                )
            )
        found += [
            Entry(
                Line.MAKEUP,
                on,
                on,
                None,
                for_day=lost,
                half=each.half,
                scope=each.scope,
                names=each.names,
            )
            for _, lost, on in each.makeups
            if on >= unit.today
        ]
    return sorted(found, key=lambda entry: (entry.first, entry.line, entry.names))


async def _of(unit: Unit, day: date, own: dict[date, calendar.Override]) -> Entry | None:
    """What a day is, if it is worth a line."""
    moved = own.get(day)
    if moved is not None:
        line = Line.TAUGHT if moved.taught else Line.OFF
        return Entry(line, day, day, moved.note, moved.follows, own=True)
    known = await planned(unit, day)
    if known.off is Off.HOLIDAY:
        return Entry(Line.HOLIDAY, day, day, known.name)
    if known.off is Off.BREAK:
        return Entry(Line.BREAK, day, day, known.name)
    return None


def _goes_on(before: Entry, entry: Entry) -> bool:
    """Whether the day belongs to the line before it: a break or days off on end for one reason."""
    same = (before.line, before.note, before.own) == (entry.line, entry.note, entry.own)
    return same and entry.line in (Line.BREAK, Line.OFF) and before.last + ONE == entry.first


async def give_off(unit: Unit, first: date, last: date, note: str) -> tuple[date, ...]:
    """Days without lessons; which of them had been taught. Raises `NotAllowed`, and `Invalid`
    where none had, one is gone by, has rolls, or there are too many."""
    unit.require(Action.KEEP_CALENDAR)
    _check(unit, first, last)
    days: list[date] = []
    day = first
    while day <= last:
        known = await planned(unit, day)
        if known.off is None:
            await _without_rolls(unit, day)
            days.append(day)
        day += ONE
    if not days:
        raise Invalid("calendar-off-already", day=f"{first:%d/%m/%Y}")
    for day in days:
        await calendar.put_override(unit.session, day, calendar.Override(False, _note(note)))
    await _changed(unit, "calendar.off", first, days=[str(day) for day in days])
    return tuple(days)


async def teach(unit: Unit, day: date, follows: int | None, note: str | None) -> None:
    """A day with lessons: its own or those of another weekday. Raises as `give_off`, and `Invalid`
    for a holiday or outside the school year."""
    unit.require(Action.KEEP_CALENDAR)
    _check(unit, day, day)
    known = await planned(unit, day)
    if known.off in (Off.HOLIDAY, Off.OUTSIDE):
        key = "calendar-holiday" if known.off is Off.HOLIDAY else "calendar-outside"
        raise Invalid(key, day=f"{day:%d/%m/%Y}", name=known.name or "")
    if known.off is None and follows is None:
        raise Invalid("calendar-taught-already", day=f"{day:%d/%m/%Y}")
    await _without_rolls(unit, day)
    moved = calendar.Override(True, _note(note) if note else None, follows)
    await calendar.put_override(unit.session, day, moved)
    await _changed(unit, "calendar.taught", day, follows=follows)


async def swap(unit: Unit, off: date, on: date, note: str | None) -> None:
    """Give `off` and teach its timetable on `on`; raises as `give_off` and `teach`."""
    unit.require(Action.KEEP_CALENDAR)
    if off == on:
        raise Invalid("calendar-same-day")
    follows = (await departures(unit)).weekday(off)
    await give_off(unit, off, off, note or f"{on:%d/%m/%Y}")
    await teach(unit, on, follows, note)


async def forget(unit: Unit, day: date) -> bool:
    """Let a day be again what the plan says; whether it is taught then. Raises `NotFound`, and
    `Invalid` where a roll was taken on it."""
    unit.require(Action.KEEP_CALENDAR)
    moved = (await calendar.overrides(unit.session)).get(day)
    if moved is None:
        raise NotFound("calendar-none", day=f"{day:%d/%m/%Y}")
    if moved.taught:
        await _without_rolls(unit, day)
    await calendar.drop_override(unit.session, day)
    await _changed(unit, "calendar.forgotten", day)
    return (await planned(unit, day)).off is None


async def _without_rolls(unit: Unit, day: date) -> None:
    taken = [roll for roll in await rolls.of_day(unit.session, day) if not roll.withdrawn]
    if taken:
        raise Invalid("calendar-has-rolls", day=f"{day:%d/%m/%Y}", count=len(taken))


def _check(unit: Unit, first: date, last: date) -> None:
    if last < first:
        raise Invalid("closure-end-before-start")
    if first < unit.today:
        raise Invalid("calendar-past", day=f"{first:%d/%m/%Y}")
    if (last - first).days >= LONGEST_BREAK:
        raise Invalid("closure-too-long", days=LONGEST_BREAK)
    if last > unit.today + timedelta(days=FARTHEST):
        raise Invalid("closure-too-far", days=FARTHEST)


def _note(note: str) -> str:
    return " ".join(note.split())[:LONGEST_NOTE]


async def _changed(unit: Unit, action: str, day: date, **facts: object) -> None:
    unit.audit(action, f"day:{day}", **facts)
    await people_changed(unit)
