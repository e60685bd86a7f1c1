"""A guardian who is barred while a notice is under way hears no more about that child."""

from typing import Any

from sqlalchemy import select

from services import notice_progress, notice_withdrawal, notice_writing
from services.audiences import chosen
from services.barring import bar
from services.unit import Unit
from storage.tables import Enrolment, Guardianship, OutboxRow, SchoolClass

PRINCIPAL = "CB001"


async def family(unit: Unit, class_name: str) -> tuple[int, int]:
    """A guardian and a pupil of a class."""
    row = (
        await unit.session.execute(
            select(Guardianship.person_id, Guardianship.pupil_id)
            .join(Enrolment, Enrolment.pupil_id == Guardianship.pupil_id)
            .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
            .where(SchoolClass.name == class_name)
            .order_by(Enrolment.list_number)
        )
    ).first()
    assert row is not None
    return row[0], row[1]


async def parent_of_two(unit: Unit) -> tuple[int, int]:
    """A guardian of 6A1's first pupil who has a second child in 9A1; the first child."""
    person, pupil = await family(unit, "6A1")
    _, other = await family(unit, "9A1")
    unit.session.add(Guardianship(person_id=person, pupil_id=other, relation="guardian"))
    return person, pupil


async def sent_to(unit: Unit, kind: str) -> int:
    """A notice of the principal to the school or to class 6A1."""
    ids = await unit.session.scalars(select(SchoolClass.id).where(SchoolClass.name == "6A1"))
    audience = await chosen(unit, kind, list(ids))
    notice = (await notice_writing.draft(unit, audience, "mai nghỉ học")).notice
    return (await notice_writing.submit(unit, notice.id, notice.revision)).notice.id


async def of(desk: Any, person: int, kind: str = "notice") -> list[OutboxRow]:
    return [row for row in await desk.rows(kind) if row.person_id == person]


async def test_what_waits_names_only_the_children_that_are_left(desk: Any) -> None:
    person, pupil = await desk.at(PRINCIPAL, parent_of_two)
    await desk.link(person)
    await desk.at(PRINCIPAL, lambda unit: sent_to(unit, "school"))
    await desk.at(PRINCIPAL, lambda unit: sent_to(unit, "class"))
    await desk.at(PRINCIPAL, lambda unit: bar(unit, person, pupil))
    school, class_ = await of(desk, person)
    assert [child[1] for child in (school.params or {})["about"]] == ["9A1"]
    assert (school.status, class_.status) == ("queued", "cancelled")
    await desk.deliver(school)
    desk.later(3)
    await desk.at(None, notice_progress.follow)
    progress = [row.params or {} for row in await desk.rows("notice-progress")]
    assert {p["status"] for p in progress[-2:]} == {"done"}


async def test_no_correction_about_the_child_reaches_them(desk: Any) -> None:
    person, pupil = await desk.at(PRINCIPAL, parent_of_two)
    await desk.link(person)
    notices = [
        await desk.at(PRINCIPAL, lambda unit, kind=kind: sent_to(unit, kind))
        for kind in ("school", "class")
    ]
    await desk.deliver(*await of(desk, person))
    await desk.at(PRINCIPAL, lambda unit: bar(unit, person, pupil))
    for notice in notices:
        await desk.at(PRINCIPAL, lambda unit, id=notice: notice_withdrawal.withdraw(unit, id))
    (told,) = await of(desk, person, "notice-withdrawn")
    assert [child[1] for child in (told.params or {})["about"]] == ["9A1"]
