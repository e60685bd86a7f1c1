"""The roll pages of the class book as plain JSON: a month, a term, a year, a whole book.

The Ministry's form (circular 22/2021, "Sổ theo dõi và đánh giá học sinh (theo lớp học)") has one
page a month: number, name, one cell a day, and the absences TS (all), P (with leave), K (without).
Main sessions only; what does not count stands in the annex. Facts are JSON throughout (days as
"2026-11-03", instants as ISO with offset), no words: `handlers/printing` makes the paper of them.

A MONTH, `month_page`:
    kind "month"; school, class, class_id, grade, year ("2026-2027"), homeroom [names];
    month 11, calendar_year 2026, first, last; sessions_a_day 1 or 2; confirmed_at or None
    days: 28 to 31 × {day 3, date, weekday 0 = Monday, off None or why (`school_days.Off`), name of
        the holiday, rolls: sessions whose roll was taken, missing: sessions past without one}
    rows: {pupil_id, number, name, joined, left (first and last day, where within the month),
        outcome (why left), total, excused, unexcused, open (TS, P, K, not yet settled),
        cells: one a day × {in: on the list that day, marks: ["K"] or ["", "P"] (two sessions a
        day: morning, afternoon), was: None, or the marks before a later correction}}
    size {first, last}: pupils on the first and the last day; sums {total, excused, unexcused, open}
    absent: one number a day; annex {late, early, skipped, other, corrections}
        (`services.roll_page_annex`); signatures []

A TERM or the YEAR, `term_page`, `year_page` (in `services.roll_page_sums`) has kind "term" or
"year" and sums instead of cells. `signatures` is for the caller to fill, in the order of the boxes:
{role: "homeroom", "office", "principal" or a word, name, at: instant or text or None}.

The facts equal the records: TS of a row is what `attendance_sums` counts for the class's rolls.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from services.access import Action, Target
from services.attendance_states import Half
from services.attendance_sums import NONE, Sums, sums_of
from services.errors import Invalid, NotFound
from services.periods import month_of
from services.profiles import school_name
from services.roll_page_annex import annex, corrections
from services.roll_page_marks import as_before, marks_of
from services.school_days import school_day
from services.school_rules import rules_of
from services.timetable import halves, timetable
from services.unit import Unit
from storage import attendance_facts, families, roll_book, rosters
from storage.roll_book import BookClass, Change
from storage.rosters import Place

Page = dict[str, Any]
OTHER = ("extra", "club")
MOST_A_DAY = 2  # sessions that a cell can hold


async def month_page(
    unit: Unit, class_id: int, first_of_month: date, *, confirmed_at: datetime | None = None
) -> Page:
    """A class's page of a month; changes made after `confirmed_at` are shown as corrections.

    Raises `NotAllowed`, `NotFound` for no such class, `Invalid` for a month outside its year.
    """
    require_book(unit, class_id)
    return await month_facts(unit, class_id, first_of_month, confirmed_at=confirmed_at)


def require_book(unit: Unit, class_id: int) -> None:
    """Raise `NotAllowed` unless the actor may see the roll book of the class."""
    unit.require(Action.SEE_ROLL_BOOK, Target(class_id=class_id))


async def month_facts(
    unit: Unit, class_id: int, first_of_month: date, *, confirmed_at: datetime | None = None
) -> Page:
    """The same for a caller who has asked the right, such as a job of the clock."""
    of = await book_class(unit, class_id)
    month = month_of(first_of_month)
    first, last = month.first, month.last
    if last < of.starts or of.ends < first or first > unit.today:
        raise Invalid("roll-page-no-month", name=of.name, month=f"{first:%m/%Y}", year=of.year)
    a_day = await sessions_a_day(unit)
    facts = await attendance_facts.facts(unit.session, (first, last), class_ids=[class_id])
    changes: list[Change] = []
    if confirmed_at is not None:
        changes = await roll_book.changes_since(unit.session, class_id, (first, last), confirmed_at)
    now = sums_of(facts, a_day)
    then = sums_of(as_before(facts, changes, class_id), a_day) if changes else now
    days = await _days(unit, of, first, last)
    people = await on_list(unit, class_id, first, last, {*now, *then})
    ids = [place.pupil_id for place, _ in people]
    other = await attendance_facts.facts(unit.session, (first, last), pupil_ids=ids, kinds=OTHER)
    names = {each.id: each.name for each in await rosters.groups(unit.session)} if other else {}
    left = await roll_book.outcomes(unit.session, class_id)
    dates = [first + timedelta(days=n) for n in range(len(days))]
    rows = []
    for place, spans in people:
        mine, old = now.get(place.pupil_id, NONE), then.get(place.pupil_id, NONE)
        rows.append(
            {
                **person(place, spans, (max(first, of.starts), min(last, of.ends)), left),
                **figures(mine),
                "cells": _cells(dates, spans, marks_of(mine, a_day), marks_of(old, a_day), a_day),
            }
        )
    notes = annex(facts, other, names) | {"corrections": corrections(changes, unit.zone)}
    return {
        **await heading(unit, of, min(last, of.ends)),
        "kind": "month",
        "month": first.month,
        "calendar_year": first.year,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "sessions_a_day": a_day,
        "confirmed_at": confirmed_at and confirmed_at.astimezone(unit.zone).isoformat(),
        "days": days,
        "rows": rows,
        "size": size(people, max(first, of.starts), min(last, of.ends)),
        "sums": added(rows),
        "absent": [sum(any(row["cells"][n]["marks"]) for row in rows) for n in range(len(days))],
        "annex": notes,
        "signatures": [],
    }


async def book_class(unit: Unit, class_id: int) -> BookClass:
    """The class, of whatever year; raises `NotFound`."""
    found = await roll_book.book_class(unit.session, class_id)
    if found is None:
        raise NotFound("roll-no-such-list")
    return found


async def sessions_a_day(unit: Unit) -> int:
    """How many absences a day may count for in this school: 1 or 2."""
    return min(MOST_A_DAY, max(1, (await rules_of(unit)).sessions_a_day))


async def heading(unit: Unit, of: BookClass, day: date) -> Page:
    """What stands at the head of every page; the homeroom teachers are those of `day`."""
    teachers = await families.homeroom(unit.session, of.id, day)
    return {
        "school": await school_name(unit) or "",
        "class": of.name,
        "class_id": of.id,
        "grade": of.grade,
        "year": of.year,
        "homeroom": [each.name for each in teachers],
    }


async def on_list(
    unit: Unit, class_id: int, first: date, last: date, marked: Iterable[int]
) -> list[tuple[Place, list[Place]]]:
    """Who was on the class's list on any of these days, or is `marked` in its rolls, by number;
    each with all times on it (one who left and came back has two)."""
    spans: dict[int, list[Place]] = {}
    for place in await rosters.class_places(unit.session, class_id):
        spans.setdefault(place.pupil_id, []).append(place)
    known = set(marked)
    found = []
    for pupil_id, places in spans.items():
        places.sort(key=lambda place: place.starts)
        here = [p for p in places if p.starts <= last and (p.ends is None or first <= p.ends)]
        if here or pupil_id in known:
            found.append(((here or places)[-1], places))
    return sorted(found, key=lambda each: each[0].number or 0)


def person(
    place: Place, spans: Sequence[Place], days: tuple[date, date], outcomes: dict[int, str | None]
) -> Page:
    """Who a row is of, and when they came or left where that was within `days`."""
    first, last = days
    joined = max((s.starts for s in spans if first < s.starts <= last), default=None)
    left = max((s.ends for s in spans if s.ends and first <= s.ends < last), default=None)
    return {
        "pupil_id": place.pupil_id,
        "number": place.number,
        "name": place.full_name,
        "joined": joined and joined.isoformat(),
        "left": left and left.isoformat(),
        "outcome": outcomes.get(place.pupil_id) if left else None,
    }


def figures(sums: Sums) -> dict[str, int]:
    """TS, P, K and what is not settled yet."""
    return {
        "total": sums.total,
        "excused": sums.excused,
        "unexcused": sums.unexcused,
        "open": sums.unexplained,
    }


def added(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """The figures of several rows together."""
    all_rows = list(rows)
    return {name: sum(row[name] for row in all_rows) for name in figures(NONE)}


def _cells(
    dates: Sequence[date],
    spans: Sequence[Place],
    now: dict[date, list[str]],
    then: dict[date, list[str]],
    sessions: int,
) -> list[Page]:
    nothing = [""] * sessions
    cells = []
    for day in dates:
        marks, was = now.get(day, nothing), then.get(day, nothing)
        on = any(span.holds(day) for span in spans)
        cells.append({"in": on, "marks": marks, "was": was if was != marks else None})
    return cells


def size(people: Sequence[tuple[Place, list[Place]]], first: date, last: date) -> dict[str, int]:
    """How many were on the list on the first and on the last day."""

    def count(day: date) -> int:
        return sum(any(span.holds(day) for span in spans) for _, spans in people)

    return {"first": count(first), "last": count(last)}


async def _days(unit: Unit, of: BookClass, first: date, last: date) -> list[Page]:
    """Each day of the month: whether taught, and whether its rolls were taken."""
    taken = await attendance_facts.taken(unit.session, (first, last), [of.id])
    has_lessons = bool((await timetable(unit)).lessons.get(of.id))
    found = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        known = await school_day(unit, day)
        rolls = [half for half in Half if (of.id, day, half.value) in taken]
        missing = 0
        if known.off is None and day < unit.today:
            due = await halves(unit, of.id, day)
            missing = sum(half not in rolls for half in due)
            if not has_lessons:  # nobody knows its half-days: one roll is enough
                missing = int(not rolls)
        found.append(
            {
                "day": day.day,
                "date": day.isoformat(),
                "weekday": day.weekday(),
                "off": known.off and known.off.value,
                "name": known.name,
                "rolls": len(rolls),
                "missing": missing,
            }
        )
    return found
