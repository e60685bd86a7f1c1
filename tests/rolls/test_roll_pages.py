"""The class book's roll page of a month: what stands in its cells, its sums and its annex."""

from datetime import date

import pytest
from sqlalchemy import select, update

from services.attendance_states import Half, SessionKind, State
from services.errors import Invalid, NotAllowed, NotFound
from services.identity import load_actor
from services.roll_pages import month_page
from services.rosters import classes
from services.school_rules import set_rules
from services.standing import Standing
from storage.tables import Enrolment, StaffRole
from tests.rolls.conftest import ABSENT, DUNG, EXCUSED, HAN, KHOA, PRINCIPAL, UNEXCUSED, Desk

NOVEMBER = date(2026, 11, 1)


async def class_id(desk: Desk, name: str = "7A1") -> int:
    async def work(unit):
        return next(each.class_id for each in await classes(unit) if each.name == name)

    return await desk.at(PRINCIPAL, work)


async def november(desk: Desk, who: str = KHOA, **more: object) -> dict:
    id = await class_id(desk)
    return await desk.at(who, lambda unit: month_page(unit, id, NOVEMBER, **more))


def row(page: dict, number: int) -> dict:
    return next(each for each in page["rows"] if each["number"] == number)


def marks(page: dict, number: int) -> dict[int, list[str]]:
    """The marks of a pupil by day of the month."""
    cells = row(page, number)["cells"]
    return {n: cell["marks"] for n, cell in enumerate(cells, 1) if any(cell["marks"])}


async def test_a_month_shows_who_missed_which_day(desk: Desk) -> None:
    await desk.take(KHOA, {3: EXCUSED, 5: UNEXCUSED}, day=date(2026, 11, 26))
    await desk.take(KHOA, {3: EXCUSED, 8: ABSENT}, day=date(2026, 11, 27))
    page = await november(desk)
    assert (page["class"], page["month"], page["year"]) == ("7A1", 11, "2026-2027")
    assert marks(page, 3) == {26: ["P"], 27: ["P"]}
    assert marks(page, 5) == {26: ["K"]}
    assert marks(page, 8) == {27: ["?"]}
    assert {k: row(page, 3)[k] for k in ("total", "excused", "unexcused")} == {
        "total": 2,
        "excused": 2,
        "unexcused": 0,
    }
    assert page["sums"] == {"total": 4, "excused": 2, "unexcused": 1, "open": 1}
    assert page["absent"][25] == 2
    assert [day["rolls"] for day in page["days"]][25:27] == [1, 1]
    assert page["days"][22]["missing"]  # Monday the 23rd, whose roll nobody took
    assert page["days"][23]["off"] == "holiday"  # the 24th of November
    assert page["days"][28]["off"] == "weekday"  # Sunday


async def test_what_does_not_count_stands_in_the_annex_without_reasons(desk: Desk) -> None:
    await desk.take(
        KHOA,
        {
            2: Standing(State.LATE, minutes=10, note="nhà có tang"),
            4: Standing(State.LEFT_EARLY, period=4, note="đi khám"),
            6: Standing(State.UNEXCUSED, period=3),
        },
        day=date(2026, 11, 27),
    )
    page = await november(desk)
    assert page["sums"]["total"] == 0
    pupils = {row["pupil_id"]: row["number"] for row in page["rows"]}
    annex = page["annex"]
    told = [(pupils[line["pupil_id"]], line["minutes"]) for line in annex["late"]]
    assert told == [(2, 10)]
    assert [(pupils[x["pupil_id"]], x["period"]) for x in annex["early"]] == [(4, 4)]
    assert [(pupils[x["pupil_id"]], x["period"]) for x in annex["skipped"]] == [(6, 3)]
    assert "tang" not in str(page)
    assert "khám" not in str(page)


async def test_extra_lessons_of_the_class_do_not_count(desk: Desk) -> None:
    await desk.take(KHOA, {5: UNEXCUSED}, day=date(2026, 11, 27), kind=SessionKind.EXTRA)
    page = await november(desk)
    assert page["sums"]["total"] == 0
    assert [(line["kind"], line["state"]) for line in page["annex"]["other"]] == [
        ("extra", "unexcused")
    ]


async def test_a_change_after_the_month_was_confirmed_is_shown_as_a_correction(desk: Desk) -> None:
    at = {"day": date(2026, 11, 27)}
    await desk.take(KHOA, {3: UNEXCUSED, 9: ABSENT}, **at)
    confirmed = desk.now.replace(hour=9)
    later = desk.later(hour=10)
    await later.take(KHOA, {3: EXCUSED, 11: EXCUSED}, **at)
    page = await november(later, confirmed_at=confirmed)
    cells = {n: row(page, n)["cells"][26] for n in (3, 5, 9, 11)}
    assert (cells[3]["was"], cells[3]["marks"]) == (["K"], ["P"])
    assert cells[5]["was"] is None
    assert (cells[9]["was"], cells[9]["marks"]) == (["?"], [""])
    assert (cells[11]["was"], cells[11]["marks"]) == ([""], ["P"])
    assert len(page["annex"]["corrections"]) == 3
    assert page["annex"]["corrections"][0]["by"] == "Trần Anh Khoa"
    plain = await november(later)
    assert not plain["annex"]["corrections"]
    assert row(plain, 3)["cells"][26]["was"] is None


async def test_a_correction_that_was_undone_again_is_none(desk: Desk) -> None:
    at = {"day": date(2026, 11, 27)}
    await desk.take(KHOA, {3: UNEXCUSED}, **at)
    confirmed = desk.now.replace(hour=9)
    await desk.later(hour=10).take(KHOA, {3: EXCUSED}, **at)
    last = desk.later(hour=11)
    await last.take(KHOA, {3: UNEXCUSED}, **at)
    page = await november(last, confirmed_at=confirmed)
    assert page["annex"]["corrections"] == []
    assert row(page, 3)["cells"][26] == {"in": True, "marks": ["K"], "was": None}


async def test_two_sessions_a_day_are_a_setting(desk: Desk) -> None:
    at = date(2026, 11, 27)
    await desk.take(KHOA, {3: EXCUSED, 5: UNEXCUSED}, day=at, half=Half.MORNING)
    await desk.take(KHOA, {3: UNEXCUSED}, day=at, half=Half.AFTERNOON)
    one = await november(desk)
    assert marks(one, 3) == {27: ["K"]}  # once a day, the graver of the two
    assert row(one, 3)["total"] == 1
    await desk.at(PRINCIPAL, lambda unit: set_rules(unit, sessions_a_day=2))
    two = await november(desk)
    assert marks(two, 3) == {27: ["P", "K"]}
    assert marks(two, 5) == {27: ["K", ""]}
    assert row(two, 3)["total"] == 2


async def test_who_comes_and_goes_keeps_the_number_and_has_dashes(desk: Desk) -> None:
    id = await class_id(desk)

    async def work(unit) -> None:
        of = (Enrolment.class_id == id, Enrolment.list_number == 7)
        left = {"ends": date(2026, 11, 18), "outcome": "transferred"}
        await unit.session.execute(update(Enrolment).where(*of).values(**left))
        came = (Enrolment.class_id == id, Enrolment.list_number == 8)
        begin = {"starts": date(2026, 11, 9)}
        await unit.session.execute(update(Enrolment).where(*came).values(**begin))

    await desk.at(PRINCIPAL, work)
    page = await november(desk)
    gone, new = row(page, 7), row(page, 8)
    assert (gone["left"], gone["outcome"]) == ("2026-11-18", "transferred")
    assert [cell["in"] for cell in gone["cells"]] == [True] * 18 + [False] * 12
    assert new["joined"] == "2026-11-09"
    assert [cell["in"] for cell in new["cells"]] == [False] * 8 + [True] * 22
    assert page["size"] == {"first": len(page["rows"]) - 1, "last": len(page["rows"]) - 1}


async def test_only_who_keeps_the_book_sees_it(desk: Desk) -> None:
    for stranger in (HAN, DUNG):
        with pytest.raises(NotAllowed):
            await november(desk, stranger)
    assert (await november(desk, PRINCIPAL))["class"] == "7A1"

    async def office(unit) -> int:
        of = select(StaffRole.person_id).where(StaffRole.role == "office")
        unit.actor = await load_actor(unit, await unit.session.scalar(of))
        return (await month_page(unit, await class_id_of(unit), NOVEMBER))["month"]

    assert await desk.at(KHOA, office) == 11


async def class_id_of(unit) -> int:
    return next(each.class_id for each in await classes(unit) if each.name == "7A1")


@pytest.mark.parametrize(
    "month", [date(2026, 7, 1), date(2027, 1, 1), date(2027, 7, 1), date(2020, 1, 1)]
)
async def test_a_month_that_is_not_in_the_year_or_not_yet_begun_is_refused(
    desk: Desk, month: date
) -> None:
    id = await class_id(desk)
    with pytest.raises(Invalid, match="roll-page-no-month"):
        await desk.at(KHOA, lambda unit: month_page(unit, id, month))


async def test_there_is_no_page_of_a_class_that_is_not(desk: Desk) -> None:
    with pytest.raises(NotFound):
        await desk.at(PRINCIPAL, lambda unit: month_page(unit, 99999, NOVEMBER))
