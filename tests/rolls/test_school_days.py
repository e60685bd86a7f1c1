"""Which days are taught, by the plan of weeks, the public holidays and the school's own word."""

from datetime import date, datetime

import pytest
from sqlalchemy import delete

from services.attendance_states import Half
from services.public_holidays import by_package, public_holidays
from services.school_days import Off, SchoolDay, school_day
from services.school_rules import SchoolRules, rules_of, set_rules
from storage import school_settings
from storage.tables import DayOverride, SchoolWeek
from tests.rolls.conftest import PRINCIPAL, ZONE, Desk


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 11, 30), None),
        (date(2026, 11, 28), None),  # a Saturday
        (date(2026, 11, 29), Off.WEEKDAY),
        (date(2026, 11, 24), Off.HOLIDAY),  # Vietnam Cultural Day
        (date(2027, 1, 1), Off.HOLIDAY),
        (date(2027, 2, 3), Off.BREAK),  # Tết
        (date(2027, 2, 8), Off.HOLIDAY),
        (date(2026, 9, 5), Off.OUTSIDE),
        (date(2027, 5, 23), Off.OUTSIDE),
        (date(2027, 7, 14), Off.OUTSIDE),
    ],
)
async def test_the_calendar(desk: Desk, day: date, off: Off | None) -> None:
    assert (await desk.at(PRINCIPAL, lambda u: school_day(u, day))).off is off


async def test_a_holiday_has_its_vietnamese_name(desk: Desk) -> None:
    found = await desk.at(PRINCIPAL, lambda u: school_day(u, date(2027, 1, 1)))
    assert found == SchoolDay(date(2027, 1, 1), 17, Off.HOLIDAY, "Tết Dương lịch")


async def test_the_school_moves_a_day_either_way(desk: Desk) -> None:
    async def move(unit) -> None:
        unit.session.add(DayOverride(day=date(2026, 11, 29), is_school_day=True, note="học bù"))
        unit.session.add(DayOverride(day=date(2026, 11, 30), is_school_day=False, note="bão"))
        await school_settings.raise_revision(unit.session)

    await desk.at(PRINCIPAL, move)
    assert (await desk.at(PRINCIPAL, lambda u: school_day(u, date(2026, 11, 29)))).off is None
    moved = await desk.at(PRINCIPAL, lambda u: school_day(u, date(2026, 11, 30)))
    assert (moved.off, moved.name) == (Off.MOVED, "bão")


async def test_a_year_without_a_plan_of_weeks_is_taught_from_end_to_end(desk: Desk) -> None:
    async def forget(unit) -> None:
        await unit.session.execute(delete(SchoolWeek))
        await school_settings.raise_revision(unit.session)

    await desk.at(PRINCIPAL, forget)
    assert (await desk.at(PRINCIPAL, lambda u: school_day(u, date(2026, 12, 1)))).off is None


def test_the_table_of_holidays_is_what_the_package_says() -> None:
    years = range(2024, 2041)
    assert {y: public_holidays(y) for y in years} == {y: by_package(y) for y in years}
    assert date(2050, 9, 2) in public_holidays(2050)


def test_lessons_begin_after_the_bell_and_the_breaks() -> None:
    rules, day = SchoolRules(), date(2026, 11, 30)
    starts = [rules.lesson_starts(day, Half.MORNING, n, ZONE) for n in range(1, 6)]
    assert [f"{at:%H:%M}" for at in starts] == ["07:15", "08:05", "09:10", "10:05", "10:55"]
    assert rules.ends(day, Half.MORNING, ZONE) == datetime(2026, 11, 30, 11, 40, tzinfo=ZONE)
    assert rules.alarm_from(day, Half.AFTERNOON, ZONE).time().isoformat() == "13:35:00"


async def test_the_school_sets_its_own_rules(desk: Desk) -> None:
    await desk.at(
        PRINCIPAL, lambda u: set_rules(u, morning="06:45", cut_off=0, weekdays=[0, 1, 2, 3, 4])
    )
    rules = await desk.at(PRINCIPAL, rules_of)
    assert rules.morning == "06:45"
    assert rules.cut_off == 0
    assert rules.grace_seconds == 300
    saturday = await desk.at(PRINCIPAL, lambda u: school_day(u, date(2026, 11, 28)))
    assert saturday.off is Off.WEEKDAY


@pytest.mark.parametrize("wrong", [{"bell": "07:00"}, {"morning": "7 giờ"}, {"cut_off": "20"}])
async def test_a_wrong_rule_is_not_taken(desk: Desk, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        await desk.at(PRINCIPAL, lambda u: set_rules(u, **wrong))
    assert await desk.at(PRINCIPAL, rules_of) == SchoolRules()
