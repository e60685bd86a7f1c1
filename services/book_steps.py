"""The way of a page (article 12.1): families see their rows, the homeroom teacher confirms the
month and signs it in the next, the office files it, the principal signs. Each once, in this order.

What is signed here is a confirmation within the system, not an electronic signature in law.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services import book_checks, book_families
from services.access import Action, Target, may
from services.book_checks import Checks, Row
from services.book_periods import over_at, period_at
from services.errors import AlreadyDecided, Invalid, NotFound, Outdated
from services.periods import Kind, Period, month_before, month_of
from services.rosters import RollList, classes
from services.school_rules import rules_of
from services.unit import Unit
from storage import book, families
from storage.tables import BookCorrection, BookPage

STEPS = ("shown", "confirmed", "signed", "filed", "approved")
LATER_STEPS = STEPS[2:]  # of terms and years, whose months were confirmed each
RIGHTS = {
    "shown": Action.KEEP_BOOK,
    "confirmed": Action.KEEP_BOOK,
    "signed": Action.KEEP_BOOK,
    "filed": Action.FILE_BOOK,
    "approved": Action.SIGN_BOOK,
}


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was done, by whom and when."""

    step: str
    name: str
    gender: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as it stands. `next`: the step that comes, empty at the end; `mine`: whether it is the
    actor's; `not_before`: when it can be done, empty for now; `families`: told and answered."""

    page: BookPage
    of: RollList
    period: Period
    rows: list[Row]
    checks: Checks
    done: tuple[Done, ...]
    corrections: tuple[BookCorrection, ...]
    next: str | None
    mine: bool
    not_before: datetime | None
    families: tuple[int, int]


def next_step(page: BookPage, kind: str) -> str | None:
    """What comes next; None once the principal has signed."""
    steps = STEPS if kind == Kind.MONTH else LATER_STEPS
    return next((step for step in steps if getattr(page, f"{step}_at") is None), None)


async def class_list(unit: Unit, class_id: int) -> RollList:
    """A class of this year; raises `NotFound`."""
    for each in await classes(unit):
        if each.class_id == class_id:
            return each
    raise NotFound("roll-no-such-list")


async def open_page(unit: Unit, class_id: int, period: Period) -> BookPage:
    """The page of a class, begun where it was not; asks whether the actor may see it."""
    unit.require(Action.SEE_ROLL_BOOK, Target(class_id=class_id))
    return await book.page(unit.session, class_id, period.kind, period.first, period.last)


async def page_of(unit: Unit, page_id: int) -> tuple[BookPage, Period]:
    """A page by its number, for those who may see it; raises `Outdated` for no such page."""
    page = await book.get(unit.session, page_id)
    if page is None:
        raise Outdated
    unit.require(Action.SEE_ROLL_BOOK, Target(class_id=page.class_id))
    return page, await period_at(unit, page.kind, page.first)


async def view(unit: Unit, page: BookPage, period: Period) -> PageView:
    """The page with what is to be looked at and what comes next."""
    unit.require(Action.SEE_ROLL_BOOK, Target(class_id=page.class_id))
    coming = next_step(page, page.kind)
    target = Target(class_id=page.class_id)
    keeps = may(unit.who, Action.KEEP_BOOK, target)
    fresh = page.kind == Kind.MONTH and page.confirmed_at is None
    return PageView(
        page,
        await class_list(unit, page.class_id),
        period,
        await book_checks.rows(unit, page.class_id, period),
        await book_checks.checks(unit, page.class_id, period, page) if fresh or keeps else Checks(),
        await _done(unit, page),
        tuple(await book.corrections(unit.session, page.id)),
        coming,
        coming is not None and may(unit.who, RIGHTS[coming], target),
        await _not_before(unit, page, period, coming),
        await book_families.counts(unit, page),
    )


async def _done(unit: Unit, page: BookPage) -> tuple[Done, ...]:
    ids = [getattr(page, f"{step}_by") for step in STEPS]
    people = await families.people(unit.session, {id for id in ids if id is not None})
    found = []
    for step, id in zip(STEPS, ids, strict=True):
        if id is not None:
            who = people[id]
            found.append(Done(step, who.name, who.gender or "", getattr(page, f"{step}_at")))
    return tuple(found)


async def _not_before(
    unit: Unit, page: BookPage, period: Period, step: str | None
) -> datetime | None:
    """When the step can be done, if that is later than now."""
    when: datetime | None = None
    if step == "shown" or (step == "signed" and period.kind is not Kind.MONTH):
        when = await over_at(unit, page.class_id, period)
        if when is None:
            raise Invalid("book-no-lessons", month=period.label)
    elif step == "confirmed" and page.shown_at is not None:
        told, answered = await book_families.counts(unit, page)
        if answered < told:
            hours = (await rules_of(unit)).book_family_hours
            when = page.shown_at + timedelta(hours=hours)
    elif step == "signed":
        after = month_of(period.last + timedelta(days=1)).first
        when = datetime.combine(after, datetime.min.time(), unit.zone)
    return when if when is not None and when > unit.now else None


async def take(unit: Unit, page_id: int, step: str, *, knowing: bool = False) -> PageView:
    """Do the next step of a page; `knowing`: confirmed although something is odd.

    Raises `NotAllowed`, `AlreadyDecided` with who and when, `Outdated` for a step whose turn it is
    not, or `Invalid` with what must be done first.
    """
    page, period = await page_of(unit, page_id)
    if step not in RIGHTS:
        raise Outdated
    who = unit.require(RIGHTS[step], Target(class_id=page.class_id))
    await _require_turn(unit, page, period, step)
    if step == "confirmed":
        await _require_clean(unit, page, period, knowing=knowing)
    if step == "signed" and period.kind is not Kind.MONTH:
        await _require_months(unit, page, period)
    if not await book.take_step(unit.session, page, step, who.person_id, unit.now):
        raise await _already(unit, page, step)
    details: dict[str, Any] = {"kind": page.kind, "first": page.first.isoformat()}
    if step == "confirmed":
        found = await book_checks.checks(unit, page.class_id, period, page)
        details |= {"missing": len(found.missing), "doubts": len(found.doubts)}
    unit.audit(f"book.{step}", f"book-page:{page.id}", **details)
    if step == "shown":
        await book_families.show(unit, page, period)
    if step == "confirmed":
        await book_families.refresh(unit, page, period, "confirmed")
    return await view(unit, page, period)


async def _require_turn(unit: Unit, page: BookPage, period: Period, step: str) -> None:
    if getattr(page, f"{step}_at") is not None:
        raise await _already(unit, page, step)
    coming = next_step(page, page.kind)
    if coming != step:
        raise Outdated(f"book-first-{coming}" if coming in FIRST else "refused-outdated")
    when = await _not_before(unit, page, period, step)
    if when is not None:
        local = when.astimezone(unit.zone)
        raise Invalid(TOO_EARLY[step], when=f"{local:%H:%M} {local:%d/%m/%Y}")


FIRST = {  # what is missing where a later step is tried
    "shown": "book-first-shown",
    "confirmed": "book-first-confirmed",
    "signed": "book-first-signed",
    "filed": "book-first-filed",
}
TOO_EARLY = {
    "shown": "book-early-shown",
    "confirmed": "book-early-confirmed",
    "signed": "book-early-signed",
}


async def _require_clean(unit: Unit, page: BookPage, period: Period, *, knowing: bool) -> None:
    found = await book_checks.checks(unit, page.class_id, period, page)
    if found.hindering:
        raise Invalid("book-unexplained-first", count=len(found.unexplained))
    if found.odd and not knowing:
        raise Outdated("book-odd-now")


async def _require_months(unit: Unit, page: BookPage, period: Period) -> None:
    """A term or year is signed once each of its months that is over was confirmed."""
    open_months = await months_open(unit, page.class_id, period)
    if open_months:
        raise Invalid("book-months-first", months=", ".join(m.label for m in open_months))


async def months_open(unit: Unit, class_id: int, period: Period) -> Sequence[Period]:
    """The months of a term or year that are over and not confirmed, in order."""
    first, last = period.first, period.last
    closed = {
        page.first
        for page in await book.months(unit.session, class_id, first, last)
        if page.confirmed_at is not None
    }
    found = []
    month = month_of(min(last, unit.today))
    while month.last >= first:
        if month.first not in closed:
            over = await over_at(unit, class_id, month)
            if over is not None and over <= unit.now:
                found.append(month)
        month = month_before(month)
    return found[::-1]


async def _already(unit: Unit, page: BookPage, step: str) -> AlreadyDecided:
    done = next(each for each in await _done(unit, page) if each.step == step)
    local = done.at.astimezone(unit.zone)
    return AlreadyDecided(
        "book-already",
        step=step,
        name=done.name,
        gender=done.gender,
        when=f"{local:%H:%M} {local:%d/%m/%Y}",
    )
