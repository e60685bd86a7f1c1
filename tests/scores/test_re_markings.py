"""Re-marking by its rules: closed columns, unchanged marks, what cannot go on, who is reminded."""

from datetime import date, datetime, timedelta

import pytest

from services import re_marking as marking
from services.errors import AlreadyDecided, Invalid, NotAllowed
from services.gradebook import unguarded_page
from services.re_marking_cards import CARD
from services.re_marking_watch import watch
from services.score_cells import Column, score
from services.score_lock_decisions import decide as lock
from services.score_papers import marks_pages
from services.score_publishing import publish, tell_families
from storage.tables import Enrolment, ReMarking
from tests.support.bells import ZONE
from tests.support.marks import Marks

GK = Column.of("1gk")


async def asked(school: Marks) -> ReMarking:
    """Lan's mother asks about a midterm in English that she has seen; 7A2's Quỳnh and 8A1's other
    teachers are there, and English has one teacher: the department marks."""
    await school.link("quang", "me_lan", "tu", "vy")
    done = await school.write("quynh", "7A1", "TOAN", "1gk", "6 7 8 9 5")
    await school.at("quynh", lambda u: publish(u, done.assessment_id))
    await school.at(None, tell_families)
    return await school.at("me_lan", lambda u: marking.ask(u, "phúc khảo toán gk: câu 4"))


async def in_hand(school: Marks) -> ReMarking:
    """With both papers sent by the second marker."""
    row = await asked(school)
    vu = school.ids["vu"]
    await school.at("quang", lambda u: marking.name_marker(u, row.id, vu))
    for letter in "ab":
        await school.at("vu", lambda u, d=letter * 64: marking.add_paper(u, row.id, d, "jpg"))
    return row


async def mark(school: Marks) -> object:
    of, maths = school.ids["7A1"], school.ids["subject TOAN"]
    page = await school.at(None, lambda u: unguarded_page(u, of, maths, 1))
    return page.cell(GK, school.pupil("7A1", 1))


async def told(school: Marks, status: str) -> set[tuple[int | None, str]]:
    rows = await school.rows(CARD)
    return {(r.person_id, r.params["role"]) for r in rows if r.params["status"] == status}


async def test_a_closed_column_is_written_and_stays_closed(marks: Marks) -> None:
    row = await in_hand(marks)
    await marks.at("quang", lambda u: lock(u, True, "hk1"))
    await marks.at("vu", lambda u: marking.enter(u, row.id, "7,5"))
    assert await mark(marks) == score("7.5")
    with pytest.raises(Invalid):
        await marks.write("quynh", "7A1", "TOAN", "1gk", {1: "9"})
    found = await told(marks, "written")
    assert (marks.ids["quynh"], "teacher") in found
    assert (marks.ids["me_lan"], "family") in found
    pages = await marks.at(None, lambda u: marks_pages(u, marks.ids["7A1"], 1))
    cells = next(p for p in pages if p["subject"] == "Toán")["rows"][0]["cells"]
    changed = [cell for cell in cells if cell["was"] is not None]
    assert changed == [{"text": "7.5", "was": "6.0", "minutes": 1, "re_marked": True}]


async def test_an_unchanged_mark_is_told_and_writes_nothing(marks: Marks) -> None:
    row = await in_hand(marks)
    with pytest.raises(NotAllowed):
        await marks.at("quynh", lambda u: marking.enter(u, row.id, "10"))
    done = await marks.at("vu", lambda u: marking.enter(u, row.id, "giữ nguyên"))
    assert (done.status, done.new) == ("written", done.old)
    assert await mark(marks) == score("6")
    with pytest.raises(AlreadyDecided):
        await marks.at("vu", lambda u: marking.enter(u, row.id, "7"))


async def test_a_mark_that_changed_otherwise_ends_it_for_everyone(marks: Marks) -> None:
    row = await in_hand(marks)
    await marks.write("quynh", "7A1", "TOAN", "1gk", {1: "8"})
    done = await marks.at("vu", lambda u: marking.enter(u, row.id, "7,5"))
    assert done.status == "overtaken"
    assert await mark(marks) == score("8")
    people = {person for person, _ in await told(marks, "overtaken")}
    assert {marks.ids[who] for who in ("quang", "me_lan", "quynh")} <= people


async def test_a_child_that_left_ends_it_without_anybodys_doing(marks: Marks) -> None:
    row = await asked(marks)
    lan = marks.pupil("7A1", 1)

    async def leave(unit: object) -> None:
        from sqlalchemy import update

        statement = update(Enrolment).where(Enrolment.pupil_id == lan)
        await unit.session.execute(statement.values(ends=date(2026, 12, 1)))  # type: ignore[attr-defined]

    await marks.at(None, leave)
    marks.now = datetime(2026, 12, 3, 18, 0, tzinfo=ZONE)
    assert await marks.at(None, watch)
    assert {person for person, _ in await told(marks, "overtaken")} >= {marks.ids["quang"]}
    with pytest.raises(AlreadyDecided):
        await marks.at("quang", lambda u: marking.markers(u, row.id))


async def test_who_is_waited_for_is_reminded_every_three_days(marks: Marks) -> None:
    await asked(marks)
    marks.now = datetime(2026, 12, 2, 18, 0, tzinfo=ZONE)
    assert not await marks.at(None, watch)
    marks.now += timedelta(days=3)
    assert await marks.at(None, watch)
    assert not await marks.at(None, watch)
    rows = await marks.rows(CARD)
    again = [r for r in rows if ":again" in (r.unique_key or "")]
    assert [r.person_id for r in again] == [marks.ids["quang"]]
