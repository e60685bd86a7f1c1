"""What is printed of a page: its facts with the signatures there are, a term or year bound with its
months. Whether the actor may see the book is asked by `services.roll_pages`."""

from collections.abc import Collection
from datetime import date
from typing import Any

from services.book_steps import PageView
from services.periods import Kind, Period
from services.roll_page_sums import bound_pages
from services.roll_pages import month_page
from services.unit import Unit
from storage import book, families
from storage.families import PersonRow
from storage.tables import BookPage

BOXES = {"homeroom": "signed", "office": "filed", "principal": "approved"}


async def printed(unit: Unit, found: PageView) -> dict[str, Any]:
    """The facts of a month's page, or of the bound book of a term or year, as JSON."""
    page, period = found.page, found.period
    if period.kind is not Kind.MONTH:
        return await _bound(unit, page, period)
    facts = await month_page(unit, page.class_id, period.first, confirmed_at=page.confirmed_at)
    return facts | {"signatures": _boxes(unit, page, await _people(unit, [page]))}


async def _bound(unit: Unit, page: BookPage, period: Period) -> dict[str, Any]:
    """The months, each with its own signatures, and the sums with those of the term or year."""
    months = await book.months(unit.session, page.class_id, period.first, period.last)
    confirmed = {each.first: each.confirmed_at for each in months if each.confirmed_at is not None}
    term = period.number if period.kind is Kind.TERM else None
    facts = await bound_pages(unit, page.class_id, term, confirmed=confirmed)
    people = await _people(unit, [page, *months])
    by_month = {each.first: each for each in months}
    *pages, sums = facts["pages"]
    for each in pages:
        month = by_month.get(date(each["calendar_year"], each["month"], 1))
        if month is not None:
            each["signatures"] = _boxes(unit, month, people)
    sums["signatures"] = _boxes(unit, page, people)
    return facts


async def _people(unit: Unit, pages: Collection[BookPage]) -> dict[int, PersonRow]:
    ids = {getattr(page, f"{step}_by") for page in pages for step in BOXES.values()}
    return await families.people(unit.session, ids - {None})


def _boxes(unit: Unit, page: BookPage, people: dict[int, PersonRow]) -> list[dict[str, Any]]:
    """The three boxes at a page's foot; one who has not signed leaves theirs empty."""
    found: list[dict[str, Any]] = []
    for role, step in BOXES.items():
        at = getattr(page, f"{step}_at")
        name = people[getattr(page, f"{step}_by")].name if at else ""
        local = at.astimezone(unit.zone).isoformat(timespec="seconds") if at else None
        found.append({"role": role, "name": name, "at": local})
    return found
