"""When the roll card of a class comes, and to whom. 6A1's homeroom teacher is An, 7A1's Bình."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import delete, update

from services.access import CONSOLE
from services.leave import decide
from services.school_rules import set_rules
from storage.tables import (
    Account,
    DayOverride,
    Enrolment,
    LeaveRequest,
    Pupil,
    Staff,
    Substitution,
    Teaching,
)
from tests.support.bells import HEADS, TEACHERS, TUESDAY, ZONE, Bells


def clock(text: str, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(text), ZONE)


async def asked(bells: Bells, at: str = "07:25:00", day: date = TUESDAY) -> list[tuple[str, str]]:
    """Which class's card goes to whom when the clock ticks at that time."""
    bells.now = clock(at, day)
    await bells.tick()
    return [(name, who) for name, who, _ in await bells.sent("card")]


@pytest.fixture(autouse=True)
async def everybody(bells: Bells) -> None:
    await bells.link(*TEACHERS, *HEADS)


async def test_ten_minutes_after_the_bell_and_not_a_second_before(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"))
    assert await asked(bells, "07:24:59") == []
    assert await asked(bells, "07:25:00") == [("6A1", "dung")]
    assert await asked(bells, "07:25:01") == [("6A1", "dung")]


async def test_the_schools_own_minutes(bells: Bells) -> None:
    async def change(unit) -> None:
        unit.actor = CONSOLE
        await set_rules(unit, card_after=3, card_again=2, morning="06:45")

    await bells.at(None, change)
    await bells.add(bells.slot("6A1", 1, "dung"))
    assert await asked(bells, "06:47:59") == []
    assert await asked(bells, "06:48:00") == [("6A1", "dung")]
    await asked(bells, "06:50:00")
    assert [who for _, who, _ in await bells.sent("reminder")] == ["dung"]


async def test_a_class_that_begins_with_the_second_lesson_has_its_own_bell(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 2, "dung"), bells.slot("7A1", 1, "chi"))
    assert await asked(bells) == [("7A1", "chi")]
    assert await asked(bells, "08:14:59") == [("7A1", "chi")]
    assert await asked(bells, "08:15:00") == [("7A1", "chi"), ("6A1", "dung")]


async def test_after_its_last_lesson_nobody_is_asked_any_more(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"))  # until 8:00
    assert await asked(bells, "08:00:00") == []


async def test_a_program_that_starts_late_asks_whoever_teaches_now(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("6A1", 3, "giang"))
    assert await asked(bells, "09:20:00") == [("6A1", "giang")]


async def test_both_halves_of_a_day_have_a_card_each(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("6A1", 1, "chi", "afternoon"))
    assert await asked(bells) == [("6A1", "dung")]
    assert await asked(bells, "13:25:00") == [("6A1", "dung"), ("6A1", "chi")]


async def test_the_homeroom_teachers_own_lesson_is_theirs(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, None), bells.slot("6A1", 2, "dung"))
    assert await asked(bells) == [("6A1", "an")]


async def stand_in(bells: Bells, name: str, who: str, half: str = "morning") -> None:
    await bells.add(
        Substitution(
            class_id=bells.ids[name],
            day=TUESDAY,
            half=half,
            person_id=bells.ids[who],
            granted_by=bells.ids["quang"],
        )
    )


async def test_a_stand_in_goes_before_the_timetable(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("7A1", 1, "chi"))
    await stand_in(bells, "6A1", "giang")
    await stand_in(bells, "7A1", "giang", "afternoon")
    assert await asked(bells) == [("6A1", "giang"), ("7A1", "chi")]


async def unlink(bells: Bells, *names: str) -> None:
    async def work(session) -> None:
        ids = [bells.ids[name] for name in names]
        await session.execute(delete(Account).where(Account.person_id.in_(ids)))

    await bells.database.run(work)


async def test_a_hole_in_the_timetable_falls_to_the_homeroom_teacher(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "hole"), bells.slot("7A1", 1, "dung"))
    await unlink(bells, "dung")
    assert await asked(bells) == [("6A1", "an"), ("7A1", "binh")]


async def test_who_no_longer_teaches_the_subject_or_has_left_is_not_asked(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("7A1", 1, "giang"))

    async def work(session) -> None:
        ended = update(Teaching).where(Teaching.person_id == bells.ids["dung"])
        await session.execute(ended.values(ends=TUESDAY - timedelta(days=1)))
        left = update(Staff).where(Staff.person_id == bells.ids["giang"])
        await session.execute(left.values(active=False))

    await bells.database.run(work)
    assert await asked(bells) == [("6A1", "an"), ("7A1", "binh")]


async def test_nobody_to_ask_waits_for_the_first_account_and_still_reaches_the_list(
    bells: Bells,
) -> None:
    await bells.add(*(bells.slot("6A1", n, "dung") for n in (1, 2, 3)))
    await unlink(bells, "dung", "an")
    assert await asked(bells) == []
    for at in ("07:35:00", "07:45:00"):
        assert await asked(bells, at) == []
    await asked(bells, "07:55:00")
    lists = await bells.rows("missing-rolls")
    assert [row.person_id for row in lists] == [bells.ids["hien"]]
    assert lists[0].params["missing"] == [{"class": "6A1", "holder": {}}]
    await bells.link("an")
    assert await asked(bells, "07:56:00") == [("6A1", "an")]
    await bells.link("dung")
    assert await asked(bells, "07:57:00") == [("6A1", "an")]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 24), "a public holiday of this calendar"),
        (date(2027, 2, 2), "a week without a number"),
        (date(2026, 9, 1), "before the first week"),
        (date(2027, 6, 8), "after the last"),
    ],
)
async def test_none_where_nothing_is_taught(bells: Bells, day: date, why: str) -> None:
    await bells.add(bells.slot("6A1", 1, "dung", weekday=day.weekday()))
    assert await asked(bells, day=day) == [], why
    assert await bells.cards() == []


async def test_none_on_a_day_that_the_school_closed_and_one_on_a_day_it_opened(
    bells: Bells,
) -> None:
    holiday, next_week = date(2026, 11, 24), TUESDAY + timedelta(days=7)
    await bells.add(
        bells.slot("6A1", 1, "dung"),
        DayOverride(day=TUESDAY, is_school_day=False, note="bão"),
        DayOverride(day=holiday, is_school_day=True, note="học bù"),
    )
    assert await asked(bells) == []
    assert await asked(bells, day=holiday) == [("6A1", "dung")]
    assert len(await asked(bells, day=next_week)) == 2


async def test_a_closure_in_the_middle_of_the_morning_stops_the_steps(bells: Bells) -> None:
    await bells.add(*(bells.slot("6A1", n, "dung") for n in (1, 2)))
    assert await asked(bells) == [("6A1", "dung")]
    await bells.add(DayOverride(day=TUESDAY, is_school_day=False, note="lũ"))
    for at in ("07:35:00", "07:45:00", "07:55:00"):
        await asked(bells, at)
    assert await bells.sent("reminder") == []
    assert await bells.rows("missing-rolls") == []


async def test_a_class_without_lessons_or_without_pupils_has_none(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("7A1", 1, "chi", weekday=2))

    async def work(session) -> None:
        await session.execute(delete(Enrolment).where(Enrolment.class_id == bells.ids["6A1"]))

    await bells.database.run(work)
    assert await asked(bells) == []


async def test_a_roll_taken_before_the_card_is_due_needs_none(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"))
    bells.now = clock("07:20:00")
    outcome = await bells.take("dung", "6A1")
    assert await asked(bells) == []
    await bells.undo("dung", outcome)
    assert await asked(bells, "07:26:00") == [("6A1", "dung")]


async def test_every_step_comes_once_and_stops_when_the_roll_is_taken(bells: Bells) -> None:
    await bells.add(*(bells.slot(name, 1, "dung") for name in ("6A1", "7A1")))
    await bells.add(bells.slot("6A1", 2, "dung"), bells.slot("7A1", 2, "dung"))
    await asked(bells)
    await asked(bells, "07:34:59")
    assert await bells.sent("reminder") == []
    await asked(bells, "07:35:00")
    await asked(bells, "07:35:01")
    assert [(name, who) for name, who, _ in await bells.sent("reminder")] == [
        ("6A1", "dung"),
        ("7A1", "dung"),
    ]
    await bells.take("quang", "6A1")
    await asked(bells, "07:45:00")
    assert [(name, who) for name, who, _ in await bells.sent("homeroom")] == [("7A1", "binh")]
    await asked(bells, "07:55:00")
    await asked(bells, "08:20:00")
    lists = [row for row in await bells.rows("missing-rolls") if row.edits is None]
    assert [row.person_id for row in lists] == [bells.ids["hien"]]
    assert [one["class"] for one in lists[0].params["missing"]] == ["7A1"]


async def test_without_a_vice_principal_the_list_goes_to_the_principal(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "dung"), bells.slot("6A1", 2, "dung"))
    await unlink(bells, "hien")
    for at in ("07:25:00", "07:35:00", "07:45:00", "07:55:00"):
        await asked(bells, at)
    assert [row.person_id for row in await bells.rows("missing-rolls")] == [bells.ids["quang"]]


async def test_what_was_missed_while_down_is_one_step_and_not_all_at_once(bells: Bells) -> None:
    await bells.add(*(bells.slot("6A1", n, "dung") for n in (1, 2, 3)))
    await asked(bells)
    await asked(bells, "08:30:00")
    assert len(await bells.sent("reminder")) == 1
    assert await bells.sent("homeroom") == []
    await asked(bells, "08:39:59")
    assert await bells.sent("homeroom") == []
    await asked(bells, "08:40:00")
    assert len(await bells.sent("homeroom")) == 1


async def test_leave_that_is_asked_for_later_is_shown_on_the_open_card(bells: Bells) -> None:
    await bells.add(bells.slot("6A1", 1, "an"))
    await asked(bells)

    async def ask(session) -> int:
        pupil = await session.get_one(Pupil, 1)
        leave = LeaveRequest(
            pupil_id=pupil.id,
            from_day=TUESDAY,
            to_day=TUESDAY,
            half="morning",
            asked_by=bells.ids["quang"],
            asked_at=bells.now,
            status="asked",
        )
        session.add(leave)
        await session.flush()
        return leave.id

    leave_id = await bells.database.run(ask)
    await bells.at("an", lambda unit: decide(unit, leave_id, granted=True))
    newest = (await bells.rows("roll-card"))[-1]
    assert newest.edits is not None
    assert newest.params["leave"] == [{"name": "Em 6A1 1", "number": 1, "granted": True}]
    assert newest.params["taken"] is None
