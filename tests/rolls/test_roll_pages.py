"""The class book's roll page of a month: what stands in its cells, its sums and its annex."""

from datetime import date

from services.roll_pages import month_page
from services.rosters import classes
from tests.rolls.conftest import ABSENT, EXCUSED, KHOA, PRINCIPAL, UNEXCUSED, Desk

NOVEMBER = date(2026, 11, 1)
OFFICE = "CB030"


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
