"""The roll book reminds by itself, once a day at an hour that the school sets.

On the last day of lessons of a month each homeroom teacher is asked to look at it; in the next
month's first week who has not confirmed or signed is asked again on days 1, 3, 5 and 7, office and
principal hear which classes wait for them, and on days 5 and 8 the heads which are late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services import book_checks
from services.book_periods import over_at, terms
from services.book_steps import LATER_STEPS, STEPS, months_open, next_step
from services.periods import Kind, Period, month_before, month_of
from services.rosters import RollList, classes
from services.school_rules import rules_of
from services.unit import Unit
from storage import book, class_sessions, households, school_settings
from storage.outbox import Priority
from storage.tables import BookPage

REMINDED = "book-reminded"  # the setting that keeps the day of the last round
ASK, WAITING, LATE = "book-ask", "book-waiting", "book-late"
AGAIN = (1, 3, 5, 7)  # days of the next month
LATE_ON = (5, 8)
KEEPER_STEPS = ("shown", "confirmed", "signed")
HOLDERS = {"filed": ("office", "administrator"), "approved": ("principal",)}
AFTER_TERM = 14  # days in which a term or year is asked for


@dataclass(frozen=True, slots=True)
class _Told:
    """A list of classes that somebody is told of."""

    notice: str
    period: Period
    lists: Sequence[RollList]
    step: str


async def remind(unit: Unit) -> bool:
    """The job by the clock; whether anybody was told anything. What was missed while the program
    was down is made up for on the same day."""
    local = unit.now.astimezone(unit.zone)
    if local.hour < (await rules_of(unit)).book_hour:
        return False
    today = local.date().isoformat()
    if await school_settings.get(unit.session, REMINDED) == today:
        return False
    await school_settings.put(unit.session, REMINDED, today)
    told = 0
    for period in await _periods(unit):
        told += await _round(unit, period)
    return bool(told)


async def _periods(unit: Unit) -> list[Period]:
    """What is asked for today: this month, the last one, terms and years lately over."""
    every = await classes(unit)
    if not every:
        return []
    this = month_of(unit.today)
    found = [each for each in (this, month_before(this)) if each.last >= every[0].starts]
    lately = unit.today - timedelta(days=AFTER_TERM)
    return found + [each for each in await terms(unit) if lately <= each.last <= unit.today]


async def _round(unit: Unit, period: Period) -> int:
    every = await classes(unit)
    pages = await book.pages(unit.session, period.kind, period.first)
    begins = STEPS if period.kind is Kind.MONTH else LATER_STEPS
    by_step: dict[str, list[RollList]] = {}
    for of in every:
        page = pages.get(of.class_id or 0)
        coming = begins[0] if page is None else next_step(page, page.kind)
        if coming is not None:
            by_step.setdefault(coming, []).append(of)
    keepers = [(of, s) for s in KEEPER_STEPS for of in by_step.get(s, [])]
    told = await _ask_keepers(unit, period, keepers, pages)
    for step, roles in HOLDERS.items():
        told += await _tell_waiting(unit, period, step, by_step.get(step, []), roles)
    if unit.today > period.last and unit.today.day in LATE_ON:
        late = [of for of, _ in keepers if await _has_lessons(unit, of, period)]
        told += await _tell_late(unit, period, late)
    return told


async def _has_lessons(unit: Unit, of: RollList, period: Period) -> bool:
    over = await over_at(unit, of.class_id or 0, period)
    return over is not None and over <= unit.now


async def _ask_keepers(
    unit: Unit,
    period: Period,
    waiting: Sequence[tuple[RollList, str]],
    pages: dict[int, BookPage],
) -> int:
    """Ask the homeroom teachers whose turn it is, on its days."""
    if not waiting:
        return 0
    ids = [of.class_id or 0 for of, _ in waiting]
    homerooms = await class_sessions.homerooms(unit.session, ids, unit.today)
    reachable = await class_sessions.reachable(
        unit.session, {person for some in homerooms.values() for person in some}
    )
    told = 0
    for of, step in waiting:
        class_id = of.class_id or 0
        people = [person for person in homerooms.get(class_id, []) if person in reachable]
        if not people or not await _is_day(unit, of, period, step):
            continue
        page = pages.get(class_id) or await book.page(
            unit.session, class_id, period.kind, period.first, period.last
        )
        params = await _ask_params(unit, of, period, step, page)
        for person in people:
            key = f"{ASK}:{page.id}:{step}:{unit.today}:{person}"
            told += (
                await unit.notify(person, ASK, params, priority=Priority.NOTICE, key=key)
                is not None
            )
    return told


async def _is_day(unit: Unit, of: RollList, period: Period, step: str) -> bool:
    """Whether this step is asked for today."""
    over = await over_at(unit, of.class_id or 0, period)
    if over is None or over > unit.now:
        return False
    ended = over.astimezone(unit.zone).date()
    if period.kind is not Kind.MONTH:
        if await months_open(unit, of.class_id or 0, period):
            return False
        return unit.today in (ended, *_after(period.last))
    if step == "signed":
        return unit.today in _after(period.last)
    return unit.today == ended or unit.today in _after(period.last)


def _after(last: date) -> list[date]:
    """The days of the following month on which is asked again."""
    return [last + timedelta(days=day) for day in AGAIN]


async def _ask_params(
    unit: Unit, of: RollList, period: Period, step: str, page: BookPage
) -> dict[str, Any]:
    found = await book_checks.checks(unit, page.class_id, period, page)
    return {
        "page": page.id,
        "class": of.name,
        "kind": period.kind.value,
        "number": period.number or 0,
        "label": period.label,
        "step": step,
        "missing": len(found.missing),
        "unexplained": len(found.unexplained),
        "leave": len(found.leave),
        "doubts": len(found.doubts),
        "read_out": bool((await rules_of(unit)).book_read_out),
    }


async def _tell_waiting(
    unit: Unit, period: Period, step: str, waiting: list[RollList], roles: tuple[str, ...]
) -> int:
    """Tell whoever files or signs which classes wait; the first role that can be written to."""
    if not waiting:
        return 0
    people: Sequence[int] = []
    for role in roles:
        people = people or await households.holders_of(unit.session, role)
    return await _tell(unit, _Told(WAITING, period, waiting, step), people)


async def _tell_late(unit: Unit, period: Period, late: list[RollList]) -> int:
    if not late:
        return 0
    heads = {
        person
        for role in ("principal", "vice_principal")
        for person in await households.holders_of(unit.session, role)
    }
    return await _tell(unit, _Told(LATE, period, late, "late"), sorted(heads))


async def _tell(unit: Unit, what: _Told, people: Sequence[int]) -> int:
    period = what.period
    params = {
        "kind": period.kind.value,
        "first": period.first.isoformat(),
        "number": period.number or 0,
        "label": period.label,
        "step": what.step,
        "classes": [of.name for of in what.lists],
    }
    told = 0
    for person in people:
        key = f"{what.notice}:{period.kind}:{period.first}:{what.step}:{unit.today}:{person}"
        row = await unit.notify(person, what.notice, params, priority=Priority.NOTICE, key=key)
        told += row is not None
    return told
