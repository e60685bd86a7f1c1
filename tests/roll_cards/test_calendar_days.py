"""The school's own calendar: days off, days taught by another day's timetable, swaps."""

from datetime import date, datetime, time

import pytest

from services import calendar_days
from services.attendance_states import Half
from services.calendar_days import Line
from services.calendar_words import Act, Wish, read_wish
from services.errors import Invalid, NotAllowed, NotFound
from services.school_days import school_day
from services.timetable import halves
from tests.support.bells import HEADS, TEACHERS, TUESDAY, ZONE, Bells

SATURDAY, SUNDAY = date(2026, 12, 5), date(2026, 12, 6)
WEDNESDAY = date(2026, 12, 2)


def clock(text: str, day: date) -> datetime:
    return datetime.combine(day, time.fromisoformat(text), ZONE)


@pytest.fixture(autouse=True)
async def school(bells: Bells) -> None:
    """6A1 has a lesson on Tuesday's morning and on Wednesday's afternoon."""
    await bells.link(*TEACHERS, *HEADS)
    await bells.add(bells.slot("6A1", 1, "dung", weekday=1))
    await bells.add(bells.slot("6A1", 1, "giang", half="afternoon", weekday=2))


async def test_a_session_moved_to_saturday_in_exchange(bells: Bells) -> None:
    await bells.at("hien", lambda u: calendar_days.swap(u, TUESDAY, SATURDAY, "hội thi"))
    bells.now = clock("07:30", TUESDAY)
    await bells.tick()
    assert await bells.sent("card") == []
    with pytest.raises(Invalid) as refused:
        await bells.take("an", "6A1")
    assert refused.value.key == "roll-day-moved"
    bells.now = clock("07:30", SATURDAY)
    await bells.tick()
    assert [(name, who) for name, who, _ in await bells.sent("card")] == [("6A1", "dung")]
    await bells.take("dung", "6A1")
    with pytest.raises(Invalid) as refused:
        await bells.at("hien", lambda u: calendar_days.forget(u, SATURDAY))
    assert refused.value.key == "calendar-has-rolls"


async def test_a_day_follows_another_weekdays_timetable(bells: Bells) -> None:
    await bells.at("quang", lambda u: calendar_days.teach(u, SUNDAY, 2, None))
    found = await bells.at(None, lambda u: halves(u, bells.ids["6A1"], SUNDAY))
    assert found == [Half.AFTERNOON]
    await bells.at("quang", lambda u: calendar_days.forget(u, SUNDAY))
    assert (await bells.at(None, lambda u: school_day(u, SUNDAY))).off is not None


async def test_days_off_are_listed_and_taken_back(bells: Bells) -> None:
    first, last = date(2026, 12, 21), date(2026, 12, 23)
    await bells.at("hien", lambda u: calendar_days.give_off(u, first, last, "tu sửa trường"))
    entries = await bells.at("an", calendar_days.upcoming)
    off = next(entry for entry in entries if entry.line is Line.OFF)
    assert (off.first, off.last, off.note) == (first, last, "tu sửa trường")
    assert Line.HOLIDAY in {entry.line for entry in entries}
    assert await bells.at("hien", lambda u: calendar_days.forget(u, first))
    with pytest.raises(NotFound):
        await bells.at("hien", lambda u: calendar_days.forget(u, first))


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (date(2026, 11, 30), date(2026, 11, 30), "calendar-past"),
        (WEDNESDAY, TUESDAY, "closure-end-before-start"),
        (SUNDAY, SUNDAY, "calendar-off-already"),
        (WEDNESDAY, date(2027, 2, 2), "closure-too-long"),
        (date(2028, 12, 1), date(2028, 12, 1), "closure-too-far"),
    ],
)
async def test_days_that_cannot_be_given_off(
    bells: Bells, first: date, last: date, key: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await bells.at("hien", lambda u: calendar_days.give_off(u, first, last, "x"))
    assert refused.value.key == key


async def test_only_those_who_keep_it_enter(bells: Bells) -> None:
    with pytest.raises(NotAllowed):
        await bells.at("an", lambda u: calendar_days.give_off(u, WEDNESDAY, WEDNESDAY, "x"))


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        (
            "nghỉ 2/1/2027: nghỉ bù Tết Dương lịch",
            Wish(Act.OFF, date(2027, 1, 2), date(2027, 1, 2), note="nghỉ bù Tết Dương lịch"),
        ),
        (
            "HOC 5/12 theo thu nam: hoc bu",
            Wish(Act.TEACH, SATURDAY, SATURDAY, follows=3, note="hoc bu"),
        ),
        (
            "đổi 31/12 sang 26/12: nghỉ liền Tết",
            Wish(
                Act.SWAP,
                date(2026, 12, 31),
                date(2026, 12, 31),
                date(2026, 12, 26),
                note="nghỉ liền Tết",
            ),
        ),
        ("bỏ 5/12/2026", Wish(Act.FORGET, SATURDAY, SATURDAY)),
        ("nghỉ 31/2: họp", Wish(Act.OFF, note="họp")),
        ("mai đi chơi", None),
    ],
)
def test_what_is_written_behind_the_command(text: str, wish: Wish | None) -> None:
    assert read_wish(text, date(2026, 11, 30)) == wish
