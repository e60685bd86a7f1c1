"""Saving rolls: what replaces what, what stays, what is shown before it is overwritten."""

import pytest
from sqlalchemy import func, select

from services.attendance_states import State
from services.errors import Invalid, NotAllowed, Outdated
from services.roll_undo import undo
from services.rosters import roster
from services.standing import Standing
from services.unit import Unit
from storage import audit
from storage.tables import AttendanceChange, AuditEvent, LeaveRequest, RollCall
from tests.rolls.conftest import ABSENT, DUNG, EXCUSED, HAN, KHOA, PRINCIPAL, UNEXCUSED, Desk


async def test_the_first_roll_is_saved_with_those_who_are_missing(desk: Desk) -> None:
    outcome = await desk.take(KHOA, {15: EXCUSED, 16: ABSENT})
    assert outcome.changed
    assert outcome.roll.version == 1
    assert await desk.standings() == {15: EXCUSED, 16: ABSENT}


async def test_everybody_present_is_a_roll_too(desk: Desk) -> None:
    await desk.take(KHOA, {})
    assert await desk.standings() == {}


async def test_a_full_roll_replaces_the_one_before(desk: Desk) -> None:
    await desk.take(KHOA, {15: EXCUSED, 16: ABSENT})
    await desk.take(KHOA, {16: UNEXCUSED, 11: Standing(State.LATE, minutes=10)})
    assert await desk.standings() == {16: UNEXCUSED, 11: Standing(State.LATE, minutes=10)}


async def test_a_partial_roll_changes_only_those_it_names(desk: Desk) -> None:
    await desk.take(KHOA, {15: ABSENT, 16: ABSENT})
    await desk.take(KHOA, {15: None}, full=False)
    assert await desk.standings() == {16: ABSENT}


async def test_a_partial_roll_needs_a_roll(desk: Desk) -> None:
    with pytest.raises(Invalid, match="roll-none-yet"):
        await desk.take(KHOA, {15: Standing(State.LEFT_EARLY, period=4)}, full=False)


async def test_the_same_again_changes_nothing(desk: Desk) -> None:
    await desk.take(KHOA, {15: EXCUSED})
    again = await desk.take(KHOA, {15: EXCUSED})
    assert not again.changed
    assert again.roll.version == 1


async def test_what_another_saved_is_shown_before_it_is_overwritten(desk: Desk) -> None:
    await desk.take(KHOA, {15: ABSENT})
    second = await desk.take(HAN, {16: ABSENT})
    assert second.conflict
    assert second.roll.taken_by == "Trần Anh Khoa"
    assert await desk.standings() == {15: ABSENT}
    over = await desk.take(HAN, {16: ABSENT}, seen=second.roll.version)
    assert over.changed
    assert await desk.standings() == {16: ABSENT}


async def test_overwriting_what_has_moved_on_is_asked_again(desk: Desk) -> None:
    await desk.take(KHOA, {15: ABSENT})
    second = await desk.take(HAN, {16: ABSENT})
    await desk.take(KHOA, {15: ABSENT, 11: ABSENT})
    third = await desk.take(HAN, {16: ABSENT}, seen=second.roll.version)
    assert third.conflict
    assert await desk.standings() == {15: ABSENT, 11: ABSENT}


async def test_settling_what_another_left_open_needs_no_question(desk: Desk) -> None:
    await desk.take(HAN, {15: ABSENT, 16: ABSENT})
    settled = await desk.take(KHOA, {15: EXCUSED, 16: UNEXCUSED})
    assert settled.changed
    assert await desk.standings() == {15: EXCUSED, 16: UNEXCUSED}


async def test_a_step_can_be_taken_back_and_again(desk: Desk) -> None:
    await desk.take(KHOA, {15: EXCUSED})
    second = await desk.take(KHOA, {15: UNEXCUSED, 16: ABSENT})
    _, undone = await desk.at(KHOA, lambda u: undo(u, second.roll.id, 2))
    assert await desk.standings() == {15: EXCUSED}
    await desk.at(KHOA, lambda u: undo(u, second.roll.id, undone.roll.version))
    assert await desk.standings() == {15: UNEXCUSED, 16: ABSENT}


async def test_taking_back_the_first_roll_leaves_none_but_its_history(desk: Desk) -> None:
    first = await desk.take(KHOA, {15: EXCUSED})
    _, undone = await desk.at(KHOA, lambda u: undo(u, first.roll.id, 1))
    assert undone.roll.withdrawn
    assert await desk.standings() is None
    again = await desk.take(KHOA, {16: ABSENT})
    assert again.roll.version == 3
    assert await desk.standings() == {16: ABSENT}

    async def look(session):
        return await session.scalar(select(func.count()).select_from(AttendanceChange))

    assert await desk.database.run(look) == 6  # three versions, each with one pupil


async def test_an_older_step_is_not_taken_back(desk: Desk) -> None:
    first = await desk.take(KHOA, {15: EXCUSED})
    await desk.take(KHOA, {16: ABSENT})
    with pytest.raises(Outdated):
        await desk.at(KHOA, lambda u: undo(u, first.roll.id, 1))


async def test_another_classs_roll_cannot_be_taken_back(desk: Desk) -> None:
    first = await desk.take(KHOA, {15: EXCUSED})
    with pytest.raises(NotAllowed):
        await desk.at(DUNG, lambda u: undo(u, first.roll.id, 1))


async def test_the_audit_chain_has_ids_and_no_names(desk: Desk) -> None:
    await desk.take(KHOA, {15: EXCUSED})

    async def look(session):
        entry = await session.scalar(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1))
        assert (await audit.verify(session)).bad_id is None
        return entry

    entry = await desk.database.run(look)
    assert entry.action == "roll.taken"
    assert entry.details["version"] == 1
    assert "Lan" not in str(entry.details)


async def test_a_class_an_extra_lesson_and_a_club_have_rolls_of_their_own(desk: Desk) -> None:
    await desk.take(KHOA, {15: ABSENT})
    await desk.take(KHOA, {1: ABSENT}, list_name="Phụ đạo Toán 7")
    await desk.take(PRINCIPAL, {1: ABSENT}, list_name="CLB Bóng đá")

    async def look(session):
        return (await session.scalars(select(RollCall.kind).order_by(RollCall.id))).all()

    assert await desk.database.run(look) == ["main", "extra", "club"]


async def test_leave_that_was_granted_is_known(desk: Desk) -> None:
    async def grant(unit: Unit) -> None:
        session = await desk.session(unit, "7A1")
        ids = {p.number: p.pupil_id for p in (await roster(unit, session.of, session.day)).members}
        for number, status in ((15, "granted"), (16, "asked")):
            unit.session.add(
                LeaveRequest(
                    pupil_id=ids[number],
                    from_day=session.day,
                    to_day=session.day,
                    asked_by=unit.who.person_id,
                    asked_at=unit.now,
                    status=status,
                )
            )

    await desk.at(KHOA, grant)
    await desk.take(KHOA, {15: ABSENT, 16: ABSENT, 11: ABSENT})
    assert await desk.standings() == {15: EXCUSED, 16: ABSENT, 11: ABSENT}
