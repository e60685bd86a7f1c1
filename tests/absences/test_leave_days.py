"""Half-days joined and taken away, and how many school days on end are missed."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select

from services.attendance_states import Half
from services.leave_days import longest_run, minus, overlap, union, within
from services.leave_text import Span
from storage.tables import SchoolWeek, SchoolYear
from tests.support.missing import World

MONDAY = date(2026, 11, 30)
SPANS = some.lists(
    some.builds(
        lambda start, length, half: Span(
            MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + length), half
        ),
        some.integers(0, 12),
        some.integers(0, 4),
        some.sampled_from([None, Half.MORNING, Half.AFTERNOON]),
    ),
    max_size=4,
)


def half_days(spans) -> set[tuple[date, Half]]:
    return {
        (span.first + timedelta(days=n), half)
        for span in spans
        for n in range((span.last - span.first).days + 1)
        for half in ([span.half] if span.half else list(Half))
    }


@given(SPANS, SPANS)
def test_spans_are_sets_of_half_days(one, two) -> None:
    a, b = half_days(one), half_days(two)
    assert half_days(union(one, two)) == a | b
    assert half_days(minus(one, two)) == a - b
    assert within(one, two) == (a <= b)
    assert overlap(one, two) == bool(a & b)
    joined = union(one, two)
    assert all(x.last < y.first or x.half != y.half for x, y in itertools.pairwise(joined))


def days(first: int, last: int) -> Span:
    return Span(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last))


async def test_a_sunday_between_does_not_break_a_run_but_a_school_day_does(world: World) -> None:
    async def next_week(unit):
        starts, ends = MONDAY + timedelta(days=7), MONDAY + timedelta(days=13)
        year = await unit.session.scalar(select(SchoolYear.id))
        unit.session.add(SchoolWeek(year_id=year, term=1, number=14, starts=starts, ends=ends))

    await world.at(None, next_week)

    async def run(spans, others):
        return await world.at("thuy", lambda unit: longest_run(unit, spans, others))

    assert await run([days(0, 2)], []) == 3
    assert await run([days(0, 0)], [days(1, 2)]) == 3
    assert await run([days(0, 0)], [days(2, 5)]) == 1
    assert await run([days(4, 7)], []) == 3  # Friday, Saturday, Monday
