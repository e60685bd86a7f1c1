"""The sums of a term and of the year, and all pages of either as one book to be bound.

A TERM, `term_page`: kind "term", the heading of `services.roll_pages`, term 1 or 2, first, last,
    months: {month, calendar_year, first, last} (the part of the month that the term has),
    rows: the person as on a month's page, total, excused, unexcused, open over the term,
        months: one {total, excused, unexcused, open} each
    sums, month_sums (the school class together), size, signatures []
THE YEAR, `year_page`: the same with kind "year", terms: {first, last} each, term_sums like
    month_sums, and in each row terms: [first, second] like months, and elsewhere: None, or what
    the pupil missed in the other classes of the year (a pupil who changed class is counted where
    the roll was taken; the year's 45 sessions count both).
A BOOK, `bound_pages`: kind "book", cover {school, class, year, term or None, homeroom, size},
    pages: the months and then the sums, each as above; the caller signs each page.

The first term begins with the year and the second with its first planned week, so that the two make
the year and no day falls between them.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from services.attendance_sums import NONE, Sums, sums_of
from services.errors import Invalid
from services.periods import month_of, terms_of
from services.roll_pages import (
    Page,
    added,
    book_class,
    figures,
    heading,
    month_facts,
    on_list,
    person,
    require_book,
    sessions_a_day,
    size,
)
from services.unit import Unit
from storage import attendance_facts, roll_book
from storage.roll_book import BookClass

Days = tuple[date, date]
TERMS = (1, 2)
NOTHING = figures(NONE)


async def term_page(unit: Unit, class_id: int, term: int) -> Page:
    """A class's sums of a term by month. Raises `NotAllowed`, `NotFound`, and `Invalid` for a term
    that the year's plan does not have or that has not begun."""
    require_book(unit, class_id)
    of = await book_class(unit, class_id)
    return await _sums_page(unit, of, await _term_days(unit, of, term)) | {
        "kind": "term",
        "term": term,
    }


async def year_page(unit: Unit, class_id: int) -> Page:
    """A class's sums of the year by month and term. Raises `NotAllowed`, `NotFound`."""
    require_book(unit, class_id)
    of = await book_class(unit, class_id)
    page = await _sums_page(unit, of, (of.starts, of.ends)) | {"kind": "year"}
    terms = await term_days(unit, of)
    parts = [await _sums_of(unit, of, days) for days in terms]
    late = [row["pupil_id"] for row in page["rows"] if row["joined"]]
    elsewhere = await _elsewhere(unit, of, late)
    for row in page["rows"]:
        row["terms"] = [figures(part.get(row["pupil_id"], NONE)) for part in parts]
        row["elsewhere"] = elsewhere.get(row["pupil_id"])
    page["terms"] = [{"first": a.isoformat(), "last": b.isoformat()} for a, b in terms]
    page["term_sums"] = [added(row["terms"][n] for row in page["rows"]) for n in range(len(terms))]
    return page


async def bound_pages(
    unit: Unit,
    class_id: int,
    term: int | None = None,
    *,
    confirmed: Mapping[date, datetime] | None = None,
) -> Page:
    """All months of a term (of the year where `term` is None) that have begun, and the sums.

    `confirmed` has, by first of the month, when each was confirmed. Raises as `term_page` does.
    """
    sums = await (term_page(unit, class_id, term) if term else year_page(unit, class_id))
    pages = []
    for month in sums["months"]:
        first = date(month["calendar_year"], month["month"], 1)
        at = (confirmed or {}).get(first)
        pages.append(await month_facts(unit, class_id, first, confirmed_at=at))
    names = ("school", "class", "class_id", "grade", "year", "homeroom", "size")
    cover = {name: sums[name] for name in names} | {"term": term}
    return {"kind": "book", "cover": cover, "pages": [*pages, sums]}


async def term_days(unit: Unit, of: BookClass) -> list[Days]:
    """The first and last day of each term; without a plan the whole year is the first."""
    terms = await terms_of(unit, of.starts, of.ends)
    return [(term.first, term.last) for term in terms] or [(of.starts, of.ends)]


async def _term_days(unit: Unit, of: BookClass, term: int) -> Days:
    parts = await term_days(unit, of)
    if term not in TERMS or len(parts) < term or parts[term - 1][0] > unit.today:
        raise Invalid("roll-page-no-term", name=of.name, year=of.year)
    return parts[term - 1]


def months_of(days: Days) -> list[Days]:
    """The months that the days touch, each cut to them."""
    first, last = days
    found = []
    while first <= last:
        end = min(month_of(first).last, last)
        found.append((first, end))
        first = end + timedelta(days=1)
    return found


async def _sums_of(unit: Unit, of: BookClass, days: Days) -> dict[int, Sums]:
    facts = await attendance_facts.facts(unit.session, days, class_ids=[of.id])
    return sums_of(facts, await sessions_a_day(unit))


async def _sums_page(unit: Unit, of: BookClass, days: Days) -> Page:
    """What a term's and a year's page have in common; months to come are not on it."""
    first, last = days
    sums = await _sums_of(unit, of, days)
    months = [part for part in months_of(days) if part[0] <= unit.today]
    people = await on_list(unit, of.id, first, last, sums)
    left = await roll_book.outcomes(unit.session, of.id)
    rows: list[dict[str, Any]] = []
    for place, spans in people:
        mine = sums.get(place.pupil_id, NONE)
        parts = [figures(Sums(mine.within(*part))) for part in months]
        rows.append({**person(place, spans, days, left), **figures(mine), "months": parts})
    return {
        **await heading(unit, of, min(last, unit.today)),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "months": [
            {
                "month": start.month,
                "calendar_year": start.year,
                "first": start.isoformat(),
                "last": end.isoformat(),
            }
            for start, end in months
        ],
        "rows": rows,
        "sums": added(rows),
        "month_sums": [added(row["months"][n] for row in rows) for n in range(len(months))],
        "size": size(people, first, min(last, unit.today)),
        "signatures": [],
    }


async def _elsewhere(
    unit: Unit, of: BookClass, pupil_ids: Collection[int]
) -> dict[int, dict[str, int]]:
    """What these pupils missed in other classes in the same year."""
    if not pupil_ids:
        return {}
    facts = await attendance_facts.facts(unit.session, (of.starts, of.ends), pupil_ids=pupil_ids)
    others = sums_of([f for f in facts if f.class_id != of.id], await sessions_a_day(unit))
    return {id: figures(each) for id, each in others.items() if figures(each) != NOTHING}
