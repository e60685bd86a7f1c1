"""The days of a request against the school's calendar: what is taught, how many days, how far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.attendance_states import Half
from services.errors import Invalid
from services.leave_text import Span
from services.school_days import REFUSED, SchoolDay, school_day
from services.school_rules import rules_of
from services.unit import Unit

LONGEST = 60  # days from first to last that can be asked for by message
AHEAD = 400  # days that are looked through for the next school day
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Resolved:
    """`spans` begin and end on school days; `count` school days in all; `off` were named one by
    one and are not taught."""

    spans: tuple[Span, ...]
    count: int
    off: tuple[SchoolDay, ...] = ()

    @property
    def first(self) -> date:
        """The first day."""
        return self.spans[0].first

    @property
    def last(self) -> date:
        """The last day."""
        return max(span.last for span in self.spans)


async def resolve(unit: Unit, spans: Iterable[Span]) -> Resolved:
    """The school days among these; raises `Invalid` where there are none, they lie too far back,
    or are more than a message can ask for."""
    ordered = sorted(spans, key=lambda span: span.first)
    for span in ordered:
        if span.last < span.first:
            raise Invalid("leave-end-before-start")
        if (span.count or 0) > LONGEST or (span.last - ordered[0].first).days >= LONGEST:
            raise Invalid("leave-too-long", days=LONGEST)
    back = (await rules_of(unit)).days_back
    if ordered[0].first < unit.today - timedelta(days=back):
        raise Invalid("leave-too-far-back", days=back)
    made: list[Span] = []
    off: list[SchoolDay] = []
    count = 0
    for span in ordered:
        taught = await _taught(unit, span)
        count += len(taught)
        if taught:
            made.append(replace(span, first=taught[0], last=taught[-1], count=None))
        else:
            off.append(await school_day(unit, span.first))
    if not made:
        known = off[0]
        assert known.off is not None  # else the day would be taught
        raise Invalid(
            REFUSED[known.off],
            day=f"{known.day:%d/%m/%Y}",
            weekday=known.day.weekday(),
            name=known.name or "",
        )
    return Resolved(tuple(made), count, tuple(off))


async def _taught(unit: Unit, span: Span) -> list[date]:
    """The school days of a span."""
    found: list[date] = []
    day = span.first
    while (day <= span.last) if span.count is None else (len(found) < span.count):
        if (await school_day(unit, day)).off is None:
            found.append(day)
        day += ONE
        if (day - span.first).days > AHEAD:
            break
    return found


async def next_school_days(unit: Unit, start: date, count: int) -> list[date]:
    """So many school days from `start` on; fewer where the school year ends."""
    return (await _taught(unit, Span(start, start, count=count)))[:count]


async def longest_run(unit: Unit, spans: Sequence[Span], others: Sequence[Span]) -> int:
    """How many school days on end are missed, counting what was asked for before and after."""
    days = {day for span in (*spans, *others) for day in _each(span)}
    first, last = min(days), max(days)
    longest = run = 0
    mine = {day for span in spans for day in _each(span)}
    touched = False
    day = first
    while day <= last + ONE:
        if day in days and (await school_day(unit, day)).off is None:
            run += 1
            touched = touched or day in mine
        elif day > last or (await school_day(unit, day)).off is None:
            longest = max(longest, run if touched else 0)
            run, touched = 0, False
        day += ONE
    return longest


def _each(span: Span) -> Iterable[date]:
    return (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))


def union(one: Sequence[Span], two: Sequence[Span]) -> tuple[Span, ...]:
    """Days of both, joined where they overlap or follow each other; halves of a day stay halves."""
    halves: dict[date, Half | None] = {}
    for span in (*one, *two):
        for day in _each(span):
            halves[day] = span.half if halves.get(day, span.half) == span.half else None
    made: list[Span] = []
    for day in sorted(halves):
        last = made[-1] if made else None
        if last is not None and day - last.last == ONE and last.half == halves[day]:
            made[-1] = replace(last, last=day)
        else:
            made.append(Span(day, day, halves[day]))
    return tuple(made)


def minus(one: Sequence[Span], two: Sequence[Span]) -> tuple[Span, ...]:
    """The half-days of the first that the second has not."""
    gone = set(_half_days(two))
    return union(
        [Span(day, day, half) for day, half in _half_days(one) if (day, half) not in gone], ()
    )


def _half_days(spans: Sequence[Span]) -> Iterable[tuple[date, Half]]:
    for span in spans:
        for day in _each(span):
            for half in [span.half] if span.half else Half:
                yield day, half


def within(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Whether all of `inner` is in `outer` already."""
    return union(inner, outer) == union((), outer)


def overlap(one: Sequence[Span], two: Sequence[Span]) -> bool:
    """Whether they have a half-day in common."""
    return any(
        a.first <= b.last and b.first <= a.last and (a.half is None or b.half in (None, a.half))
        for a in one
        for b in two
    )
