"""Who may take a roll: timetable, substitution, stand-in, leader of a group; and for which days."""

from datetime import date

import pytest
from sqlalchemy import select, update

from services.attendance_states import Half
from services.errors import Invalid, NotAllowed
from services.sessions import session_for
from services.timetable import classes_now
from services.unit import Unit
from storage import school_settings
from storage.tables import Duty, Enrolment, SchoolClass, Staff, Substitution
from tests.rolls.conftest import DUNG, EXCUSED, HAN, KHOA, PRINCIPAL, Desk

NURSE = "CB005"


async def _staff(unit: Unit, code: str) -> int:
    return await unit.session.scalar(select(Staff.person_id).where(Staff.code == code))


async def _class(unit: Unit, name: str) -> int:
    return await unit.session.scalar(select(SchoolClass.id).where(SchoolClass.name == name))


async def test_a_lesson_in_the_half_day_gives_the_right(desk: Desk) -> None:
    await desk.take(HAN, {15: EXCUSED})
    with pytest.raises(NotAllowed):
        await desk.take(DUNG, {15: EXCUSED})
    await desk.take(KHOA, {}, day=date(2026, 11, 25))  # a Wednesday
    wednesday = desk.later(day=2, month=12)
    await wednesday.take(DUNG, {15: EXCUSED}, day=date(2026, 12, 2))


async def test_a_substitution_gives_it_for_that_half_day_only(desk: Desk) -> None:
    async def stand_in(unit: Unit) -> None:
        unit.session.add(
            Substitution(
                class_id=await _class(unit, "7A1"),
                day=date(2026, 11, 30),
                half="morning",
                person_id=await _staff(unit, NURSE),
                granted_by=await _staff(unit, PRINCIPAL),
            )
        )

    with pytest.raises(NotAllowed):
        await desk.take(NURSE, {15: EXCUSED})
    await desk.at(PRINCIPAL, stand_in)
    await desk.take(NURSE, {15: EXCUSED})
    with pytest.raises(NotAllowed):
        await desk.take(NURSE, {15: EXCUSED}, half=Half.AFTERNOON)
    with pytest.raises(NotAllowed):
        await desk.take(NURSE, {15: EXCUSED}, day=date(2026, 11, 28))
    now = await desk.at(NURSE, lambda u: classes_now(u, u.who.person_id))
    assert now == [await desk.at(NURSE, lambda u: _class(u, "7A1"))]


async def test_the_stand_in_duty_gives_it_everywhere(desk: Desk) -> None:
    async def grant(unit: Unit) -> None:
        person_id = await _staff(unit, NURSE)
        unit.session.add(Duty(person_id=person_id, kind="stand_in", starts=date(2026, 11, 1)))
        await school_settings.raise_revision(unit.session)

    await desk.at(PRINCIPAL, grant)
    await desk.take(NURSE, {1: EXCUSED}, list_name="9A3")


async def test_a_group_is_its_leaders(desk: Desk) -> None:
    await desk.take("CB025", {1: EXCUSED}, list_name="CLB Bóng đá")
    with pytest.raises(NotAllowed):
        await desk.take(KHOA, {1: EXCUSED}, list_name="CLB Bóng đá")


async def test_principals_may_correct_what_teachers_no_longer_may(desk: Desk) -> None:
    long_ago = date(2026, 11, 9)
    with pytest.raises(Invalid, match="too-late"):
        await desk.take(KHOA, {15: EXCUSED}, day=long_ago)
    assert (await desk.take(PRINCIPAL, {15: EXCUSED}, day=long_ago)).changed


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 12, 1), "future"),
        (date(2026, 11, 29), "weekday"),
        (date(2026, 11, 24), "holiday"),
        (date(2026, 9, 5), "outside"),
    ],
)
async def test_days_that_have_no_roll(desk: Desk, day: date, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        await desk.take(PRINCIPAL, {15: EXCUSED}, day=day)


async def test_the_half_day_comes_from_the_timetable_and_the_hour(desk: Desk) -> None:
    async def halves(unit: Unit) -> list[Half]:
        return [(await desk.session(unit, name)).half for name in ("7A1", "6A1")]

    assert await desk.at(PRINCIPAL, halves) == [Half.MORNING, Half.AFTERNOON]

    async def of_group(unit: Unit) -> Half:
        return (await desk.session(unit, "CLB Bóng đá")).half

    assert await desk.later(hour=15).at(PRINCIPAL, of_group) is Half.AFTERNOON
    assert await desk.later(hour=8).at(PRINCIPAL, of_group) is Half.MORNING


async def test_who_comes_later_is_not_on_the_list_before(desk: Desk) -> None:
    async def move(unit: Unit) -> None:
        await unit.session.execute(
            update(Enrolment)
            .where(Enrolment.class_id == await _class(unit, "7A1"), Enrolment.list_number == 15)
            .values(starts=date(2026, 11, 30))
        )
        await school_settings.raise_revision(unit.session)

    await desk.at(PRINCIPAL, move)
    await desk.take(KHOA, {15: EXCUSED})
    with pytest.raises(KeyError):
        await desk.take(KHOA, {15: EXCUSED}, day=date(2026, 11, 28))


async def test_a_session_says_what_it_was_told(desk: Desk) -> None:
    async def look(unit: Unit) -> tuple[date, Half]:
        of = (await desk.session(unit, "7A1")).of
        session = await session_for(unit, of, date(2026, 11, 27), Half.AFTERNOON)
        return session.day, session.half

    assert await desk.at(KHOA, look) == (date(2026, 11, 27), Half.AFTERNOON)
