"""Terms and years: signed once each of their months is confirmed, bound with their signatures."""

from datetime import date, datetime, timedelta

import pytest

from services.book_periods import period_at, terms
from services.book_print import printed
from services.book_steps import months_open, open_page, take, view
from services.errors import Invalid
from services.periods import Period, month_of
from services.unit import Unit
from storage.tables import BookPage
from tests.support.bells import ZONE, Bells

KEEPER = "binh"


async def the_year(unit: Unit) -> Period:
    """The school year."""
    return (await terms(unit))[-1]


async def year_page(unit: Unit) -> int:
    """The year's page of 7A1."""
    return (await open_page(unit, next(iter(unit.who.homeroom_of)), await the_year(unit))).id


async def confirm_months(bells: Bells, *months: date) -> None:
    """These months are confirmed, by the keeper."""
    for first in months:
        month = month_of(first)
        await bells.add(
            BookPage(
                class_id=bells.ids["7A1"],
                kind="month",
                first=month.first,
                last=month.last,
                confirmed_by=bells.ids[KEEPER],
                confirmed_at=datetime.combine(
                    month.last + timedelta(days=1), datetime.min.time(), ZONE
                ),
            )
        )


async def test_a_year_waits_for_its_months(bells: Bells) -> None:
    async def open_months(unit: Unit) -> list[str]:
        found = await months_open(unit, bells.ids["7A1"], await the_year(unit))
        return [month.label for month in found]

    bells.now = datetime(2026, 12, 15, 8, 0, tzinfo=ZONE)
    assert await bells.at(KEEPER, open_months) == ["09/2026", "10/2026", "11/2026"]
    id = await bells.at(KEEPER, year_page)
    with pytest.raises(Invalid, match="book-early-signed"):
        await bells.at(KEEPER, lambda u: take(u, id, "signed"))
    starts = [date(2026, month, 1) for month in (9, 10, 11, 12)]
    starts += [date(2027, month, 1) for month in (1, 2, 3, 4)]
    await confirm_months(bells, *starts)
    bells.now = datetime(2027, 5, 29, 8, 0, tzinfo=ZONE)
    assert await bells.at(KEEPER, open_months) == ["05/2027"]
    with pytest.raises(Invalid, match="book-months-first"):
        await bells.at(KEEPER, lambda u: take(u, id, "signed"))
    await confirm_months(bells, date(2027, 5, 1))
    found = await bells.at(KEEPER, lambda u: take(u, id, "signed"))
    assert found.next == "filed"
    with pytest.raises(Invalid, match="outdated"):  # the plan has no such term
        await bells.at(KEEPER, lambda u: period_at(u, "term", date(2027, 1, 11)))


async def test_what_is_printed_has_the_signatures_there_are(bells: Bells) -> None:
    await confirm_months(bells, date(2026, 9, 1))
    bells.now = datetime(2026, 12, 15, 8, 0, tzinfo=ZONE)

    async def facts(unit: Unit) -> dict[str, object]:
        period = await the_year(unit)
        page = await open_page(unit, next(iter(unit.who.homeroom_of)), period)
        return await printed(unit, await view(unit, page, period))

    september = month_of(date(2026, 9, 1))

    async def sign(unit: Unit) -> None:
        page = await open_page(unit, next(iter(unit.who.homeroom_of)), september)
        page.shown_by, page.shown_at = unit.who.person_id, unit.now
        await unit.session.flush()
        await take(unit, page.id, "signed")

    await bells.at(KEEPER, sign)
    book = await bells.at(KEEPER, facts)
    pages = book["pages"]
    assert isinstance(pages, list)
    boxes = [(box["role"], box["name"], bool(box["at"])) for box in pages[0]["signatures"]]
    assert boxes == [("homeroom", "Binh", True), ("office", "", False), ("principal", "", False)]
    assert not any(box["at"] for box in pages[-1]["signatures"])
