"""The sums on the roll pages equal the records, whatever was recorded: month, term and year."""

import asyncio
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import delete, select, update

from services.attendance_states import Half, State
from services.attendance_sums import NONE, sums_of
from services.errors import Invalid
from services.roll_page_marks import MARKS, as_before, marks_of
from services.roll_page_sums import bound_pages, months_of, term_page, year_page
from services.roll_pages import month_page
from storage.attendance_facts import Fact
from storage.roll_book import Change
from storage.tables import Attendance, Enrolment, RollCall
from tests.support import bells as support
from tests.support.bells import START, ZONE, Bells

LAST = date(2026, 12, 31)
NOW = datetime(2027, 2, 20, 9, 0, tzinfo=ZONE)
NAMES = ("7A1", "7A2")
ABSENT = (State.EXCUSED, State.UNEXCUSED, State.UNEXPLAINED)

days = some.dates(START, LAST)
records = some.lists(
    some.tuples(
        some.sampled_from(NAMES),
        days,
        some.sampled_from(Half),
        some.sampled_from(["main", "main", "main", "extra"]),
        some.booleans(),  # withdrawn
        some.dictionaries(
            some.integers(0, 2),
            some.tuples(some.sampled_from(list(State)[1:]), some.sampled_from([None, None, 3])),
        ),
    ),
    max_size=14,
    unique_by=lambda roll: roll[:4],
)


async def write(bells: Bells, rolls: list) -> dict[str, list[int]]:
    """Put these rolls in the place of all others; the pupils of each class by number."""
    pupils: dict[str, list[int]] = {}

    async def work(session) -> None:
        await session.execute(delete(Attendance))
        await session.execute(delete(RollCall))
        for name in NAMES:
            of = select(Enrolment.pupil_id).where(Enrolment.class_id == bells.ids[name])
            pupils[name] = list(await session.scalars(of.order_by(Enrolment.list_number)))
        for name, day, half, kind, withdrawn, states in rolls:
            roll = RollCall(
                list_key=f"class:{bells.ids[name]}",
                class_id=bells.ids[name],
                day=day,
                half=half.value,
                kind=kind,
                on_roll=3,
                withdrawn=withdrawn,
                taken_by=bells.ids["an"],
                taken_at=NOW,
            )
            session.add(roll)
            await session.flush()
            for at, (state, period) in states.items():
                session.add(
                    Attendance(
                        roll_id=roll.id, pupil_id=pupils[name][at], state=state, period=period
                    )
                )
        await session.flush()

    await bells.database.run(work)
    return pupils


def counted(rolls: list, name: str, at: int, first: date, last: date) -> Counter:
    """TS, P, K, ? of one pupil from the records by hand: one a day, K before ? before P."""
    by_day: dict[date, set[State]] = {}
    for of, day, _, kind, withdrawn, states in rolls:
        if of != name or kind != "main" or withdrawn or not first <= day <= last:
            continue
        state, period = states.get(at, (State.PRESENT, None))
        if state in ABSENT and period is None:
            by_day.setdefault(day, set()).add(state)
    found: Counter = Counter(total=len(by_day))
    for some_states in by_day.values():
        if State.UNEXCUSED in some_states:
            found["unexcused"] += 1
        elif State.UNEXPLAINED in some_states:
            found["open"] += 1
        else:
            found["excused"] += 1
    return found


def as_counted(figures: dict) -> Counter:
    return Counter({k: figures[k] for k in ("total", "excused", "unexcused", "open")})


@given(rolls=records)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_sums_on_every_page_equal_the_records(rolls_desk, rolls: list) -> None:
    rolls_desk(rolls)


@pytest.fixture
def rolls_desk(bells_school, tmp_path):
    """Writes rolls and compares every page of a class with them."""

    async def check(rolls: list) -> None:
        async with support.bells(bells_school, tmp_path) as school:
            school.now = NOW
            await write(school, rolls)
            id = school.ids["7A1"]

            async def work(unit) -> tuple:
                months = [
                    await month_page(unit, id, date(2026, month, 1)) for month in (9, 10, 11, 12)
                ]
                return months, await term_page(unit, id, 1), await year_page(unit, id)

            months, term, year = await school.at("quang", work)
            for page in months:
                span = date.fromisoformat(page["first"]), date.fromisoformat(page["last"])
                for at, row in enumerate(page["rows"]):
                    assert as_counted(row) == counted(rolls, "7A1", at, *span)
                    marks = Counter(mark for c in row["cells"] for mark in c["marks"] if mark)
                    assert marks == Counter(
                        P=row["excused"], K=row["unexcused"], **{"?": row["open"]}
                    )
                assert sum(page["absent"]) == page["sums"]["total"]
            for at in range(3):
                alone = [as_counted(page["rows"][at]) for page in months]
                assert sum(alone, Counter()) == as_counted(year["rows"][at])
                assert [as_counted(m) for m in year["rows"][at]["months"][:4]] == alone
                parts = [as_counted(each) for each in year["rows"][at]["terms"]]
                assert sum(parts, Counter()) == as_counted(year["rows"][at])
                assert as_counted(term["rows"][at]) == parts[0]
            for name in ("total", "excused", "unexcused", "open"):
                assert year["sums"][name] == sum(row[name] for row in year["rows"])

    return lambda rolls: asyncio.run(check(rolls))


standing = some.one_of(
    some.none(), some.builds(lambda s: {"state": s.value}, some.sampled_from(list(State)[1:]))
)


@given(
    some.dictionaries(some.tuples(some.integers(1, 3), days), standing),
    some.lists(some.tuples(some.integers(1, 3), days, standing), max_size=8),
)
def test_the_history_leads_back_to_what_was_confirmed(before: dict, steps: list) -> None:
    now, changes = dict(before), []
    for pupil, day, new in steps:
        old = now.get((pupil, day))
        changes.append(Change(pupil, day, "morning", old, new, "Khoa", NOW))
        now[pupil, day] = new

    def facts(of: dict) -> list[Fact]:
        return [
            Fact(pupil, 1, None, day, "morning", "main", s["state"], None, None)
            for (pupil, day), s in of.items()
            if s is not None
        ]

    assert sums_of(as_before(facts(now), changes, 1)) == sums_of(facts(before))


@given(days, days)
def test_months_follow_each_other_without_a_gap(one: date, other: date) -> None:
    first, last = sorted((one, other))
    parts = months_of((first, last))
    assert (parts[0][0], parts[-1][1]) == (first, last)
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in pairwise(parts))
    assert all(a.replace(day=1) == b.replace(day=1) for a, b in parts)


def test_a_day_has_a_mark_for_each_session_that_counts() -> None:
    facts = [
        Fact(1, 1, None, START, "afternoon", "main", "unexcused", None, None),
        Fact(1, 1, None, START, "morning", "main", "excused", None, None),
    ]
    assert marks_of(sums_of(facts)[1], 1) == {START: ["K"]}
    assert marks_of(sums_of(facts, 2)[1], 2) == {START: ["P", "K"]}
    assert marks_of(NONE, 1) == {}
    assert set(MARKS) == set(ABSENT)


async def test_a_term_that_is_not_planned_or_not_begun_is_refused(bells: Bells) -> None:
    bells.now = NOW
    for term in (0, 2, 3):
        with pytest.raises(Invalid, match="roll-page-no-term"):
            await bells.at("quang", lambda unit, term=term: term_page(unit, bells.ids["7A1"], term))


async def test_one_who_changed_class_has_the_other_class_beside_the_year(bells: Bells) -> None:
    """What was missed in the old class stays on its page, and is told on the new one's."""
    bells.now = NOW
    pupils = await write(
        bells,
        [
            ("7A2", date(2026, 10, 5), Half.MORNING, "main", False, {0: (State.EXCUSED, None)}),
            ("7A1", date(2026, 11, 9), Half.MORNING, "main", False, {1: (State.EXCUSED, None)}),
        ],
    )
    mover = pupils["7A2"][0]

    async def move(session) -> None:
        of = update(Enrolment).where(Enrolment.pupil_id == mover)
        await session.execute(of.values(ends=date(2026, 10, 31), outcome="changed_class"))
        session.add(
            Enrolment(
                pupil_id=mover,
                class_id=bells.ids["7A1"],
                list_number=4,
                starts=date(2026, 11, 2),
            )
        )

    await bells.database.run(move)
    new = await bells.at("quang", lambda unit: year_page(unit, bells.ids["7A1"]))
    old = await bells.at("quang", lambda unit: year_page(unit, bells.ids["7A2"]))
    row = next(row for row in new["rows"] if row["pupil_id"] == mover)
    assert (row["number"], row["joined"], row["total"]) == (4, "2026-11-02", 0)
    assert row["elsewhere"] == {"total": 1, "excused": 1, "unexcused": 0, "open": 0}
    row = next(row for row in old["rows"] if row["pupil_id"] == mover)
    assert (row["left"], row["outcome"], row["total"]) == ("2026-10-31", "changed_class", 1)


async def test_a_bound_term_has_its_months_and_then_its_sums(bells: Bells) -> None:
    bells.now = NOW
    book = await bells.at("quang", lambda unit: bound_pages(unit, bells.ids["7A1"], 1))
    kinds = [page["kind"] for page in book["pages"]]
    assert kinds == ["month"] * 6 + ["term"]  # September to February, and no month to come
    assert (book["cover"]["class"], book["cover"]["term"]) == ("7A1", 1)
