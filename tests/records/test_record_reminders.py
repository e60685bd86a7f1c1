"""Homeroom teachers hear of gaps in the record shortly before the deadline and once after it."""

from datetime import date, datetime

import pytest

from services.record_reminders import remind, stage_of
from services.school_rules import set_rules
from services.unit import Unit
from tests.support.missing import ZONE, World

DUE = date(2026, 9, 30)  # 25 days after 5 September


def at(month: int, day: int, hour: int) -> datetime:
    """An hour of that autumn."""
    return datetime(2026, month, day, hour, tzinfo=ZONE)


async def ticks(world: World, *moments: datetime) -> list[bool]:
    """What the job says at these moments."""
    told = []
    for moment in moments:
        world.now = moment
        told.append(await world.at(None, remind))
    return told


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 9, 26), None),
        (date(2026, 9, 27), "before"),
        (DUE, "before"),
        (date(2026, 10, 1), "after"),
        (date(2026, 10, 7), "after"),
        (date(2026, 10, 8), None),
    ],
)
def test_which_day_is_for_which_reminder(day: date, stage: str | None) -> None:
    assert stage_of(DUE, day) == stage


async def test_once_before_and_once_after_whatever_restarts(world: World):
    morning, first = at(9, 27, 7), at(9, 27, 16)
    again, missed = at(9, 29, 16), at(10, 3, 20)
    assert await ticks(world, morning, first, again) == [False, True, False]
    await world.deliver()
    text = world.last("khoa").text
    assert "Hồ sơ tối thiểu lớp 7A1" in text
    assert "Hạn của nhà trường: 30/09/2026" in text
    assert await ticks(world, missed, missed) == [True, False]
    await world.deliver()
    assert "Đã qua hạn 30/09/2026" in world.last("khoa").text
    assert len(world.got("khoa", "record-reminder")) == 2
    assert not world.got("oanh", "record-reminder")


async def test_the_deadline_is_the_schools(world: World):
    async def later(unit: Unit) -> None:
        await set_rules(unit, record_days=60)

    await world.at("quang", later)
    assert await ticks(world, at(9, 30, 17), at(11, 4, 17)) == [False, True]
