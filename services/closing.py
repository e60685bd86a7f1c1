"""Calling lessons off for a storm or a flood, and taking that back: one action for the school, for
grades or for classes.

No roll card comes and none is pressed, waiting alarms are withdrawn, every family and every teacher
concerned is told once; a roll is refused while the closure stands. The rolls that were taken in a
session which is called off count as not taken; they come back with it.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from services import closure_effects, closure_news
from services.access import Action
from services.attendance_states import Half
from services.closure_wish import Wish, chosen, days_of, names, still_to_come, taught
from services.errors import AlreadyDecided, Invalid, NotFound
from services.makeup_check import problem
from services.people_changed import people_changed
from services.unit import Unit
from storage import closures as store
from storage import families
from storage.tables import Closure, MakeupDay


@dataclass(frozen=True, slots=True)
class Plan:
    """What calling off would mean: `days` that are taught, classes by name (none: the school),
    guardians and staff who will be told, `unlinked` pupils whose family no message reaches, `rolls`
    that will count as not taken, and `kept` ones, since a child is missing."""

    wish: Wish
    class_ids: frozenset[int]
    names: tuple[str, ...]
    days: tuple[date, ...]
    guardians: int = 0
    staff: int = 0
    unlinked: int = 0
    rolls: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A closure that stands, with its make-up days (id, for which day, on which day), and how many
    of its messages have arrived (or may have), are on their way, or could not be delivered."""

    id: int
    scope: str
    names: tuple[str, ...]
    first: date
    last: date
    half: Half | None
    reason: str | None
    makeups: tuple[tuple[int, date, date], ...] = field(default=())
    sent: int = 0
    waiting: int = 0
    failed: int = 0


async def plan(unit: Unit, wish: Wish) -> Plan:
    """What it would mean. Raises `NotAllowed`, and `Invalid` for days gone by, days that are not
    taught, too many of them, or what was called off already, and for a day that cannot make up for
    the first of them."""
    unit.require(Action.CLOSE_SESSIONS)
    found_classes = await chosen(unit, wish)
    ids = frozenset(each.id for each in found_classes)
    wish = await still_to_come(unit, wish)
    days = await days_of(unit, wish, ids)
    if wish.makeup is not None:
        closed = (wish.first, wish.last)
        wrong = await problem(unit, ids, days[0], wish.makeup, half=wish.half, closed=closed)
        if wrong is not None:
            raise wrong
    told = await closure_news.readers(unit, wish.scope, ids, days)
    rolls, kept = (
        await closure_effects.rolls_of(unit, ids, wish.half)
        if wish.first == unit.today
        else ([], [])
    )
    return Plan(
        wish,
        ids,
        await names(unit, wish.scope, wish.ids),
        days,
        len(told.guardians),
        len(told.staff),
        told.unlinked,
        len(rolls),
        len(kept),
    )


async def close(unit: Unit, wish: Wish) -> Standing:
    """Call off, tell everybody concerned, and withdraw what waits; the refusals of `plan`."""
    found = await plan(unit, wish)
    wish = found.wish
    row = Closure(
        scope=wish.scope,
        ids=list(wish.ids),
        starts=wish.first,
        ends=wish.last,
        half=wish.half.value if wish.half else None,
        reason=wish.reason,
        made_by=unit.who.person_id,
        made_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    facts = {"scope": wish.scope, "ids": list(wish.ids), "half": row.half}
    unit.audit(
        "closure.made", f"closure:{row.id}", **facts, first=str(wish.first), last=str(wish.last)
    )
    if wish.makeup is not None:
        makeup = MakeupDay(
            closure_id=row.id,
            for_day=found.days[0],
            day=wish.makeup,
            made_by=unit.who.person_id,
            made_at=unit.now,
        )
        unit.session.add(makeup)
        await unit.session.flush()
        unit.audit("closure.makeup", f"closure:{row.id}", day=str(wish.makeup))
    await people_changed(unit)
    if wish.first <= unit.today <= wish.last:
        row.undone = await closure_effects.shut(unit, found.class_ids, wish.half)
        await unit.session.flush()
    await closure_news.tell_closed(unit, row, found.class_ids, found.days)
    return await one(unit, row.id)


async def reopen(unit: Unit, closure_id: int) -> Standing:
    """Take it back: unsent messages are stopped, who was told is told again, the day's rolls and
    cards come back. What it was. Raises `NotFound`, `AlreadyDecided` with who was faster, and
    `Invalid` where lessons have been made up already."""
    unit.require(Action.CLOSE_SESSIONS)
    row = await store.get(unit.session, closure_id)
    if row is None:
        raise NotFound("closure-none")
    if row.withdrawn_at is not None:
        raise await _by_whom(unit, row)
    was = await one(unit, closure_id)
    found_classes = await chosen(unit, _wish_of(row))
    ids = frozenset(each.id for each in found_classes)
    days = await taught(unit, row.starts, row.ends, ids)
    for id, _, day in was.makeups:
        makeup = await store.makeup(unit.session, id)
        if makeup is None:
            continue
        if day <= unit.today and await store.rolls_of(unit.session, (day, day), ids, None):
            raise Invalid("closure-makeup-held", day=f"{day:%d/%m/%Y}")
        await store.withdraw(unit.session, makeup, unit.who.person_id, unit.now)
    if not await store.withdraw(unit.session, row, unit.who.person_id, unit.now):
        raise await _by_whom(unit, row)
    unit.audit("closure.withdrawn", f"closure:{row.id}")
    await people_changed(unit)
    if row.starts <= unit.today <= row.ends:
        await closure_effects.open_again(unit, row.undone or {})
    await closure_news.tell_reopened(unit, row, days)
    return was


async def to_reopen(unit: Unit, closure_id: int) -> Standing:
    """A closure that stands, for one who may take it back; raises `NotAllowed`, `NotFound`, and
    `AlreadyDecided`."""
    unit.require(Action.CLOSE_SESSIONS)
    row = await store.get(unit.session, closure_id)
    if row is not None and row.withdrawn_at is not None:
        raise await _by_whom(unit, row)
    return await one(unit, closure_id)


async def one(unit: Unit, closure_id: int) -> Standing:
    """A closure that stands; raises `NotFound`."""
    found = [each for each in await every(unit) if each.id == closure_id]
    if not found:
        raise NotFound("closure-none")
    return found[0]


async def every(unit: Unit, since: date | None = None) -> list[Standing]:
    """The closures that stand and end on `since` or later, with their make-up days."""
    unit.require(Action.SEE_CALENDAR)
    makeups: dict[int, list[tuple[int, date, date]]] = {}
    for made in await store.makeups(unit.session):
        makeups.setdefault(made.closure_id, []).append((made.id, made.for_day, made.day))
    return [
        Standing(
            row.id,
            row.scope,
            await names(unit, row.scope, row.ids),
            row.starts,
            row.ends,
            Half(row.half) if row.half else None,
            row.reason,
            tuple(makeups.get(row.id, ())),
        )
        for row in await store.standing(unit.session)
        if since is None
        or row.ends >= since
        or any(day >= since for _, _, day in makeups.get(row.id, ()))
    ]


async def with_progress(unit: Unit, since: date) -> list[Standing]:
    """The closures that stand, as `every`, with how far their news has come."""
    unit.require(Action.CLOSE_SESSIONS)
    found = []
    for each in await every(unit, since):
        counts = await store.outcomes(unit.session, closure_news.owner_of(each.id))
        found.append(
            replace(
                each,
                sent=counts.get("sent", 0) + counts.get("uncertain", 0),
                waiting=counts.get("queued", 0) + counts.get("sending", 0),
                failed=counts.get("failed", 0),
            )
        )
    return found


async def classes_of(unit: Unit, closure: Closure) -> frozenset[int]:
    """The classes that a closure concerns."""
    return frozenset(each.id for each in await chosen(unit, _wish_of(closure)))


async def taught_days(unit: Unit, closure: Closure) -> tuple[date, ...]:
    """The days of a closure that had been taught without it."""
    ids = await classes_of(unit, closure)
    return await taught(unit, closure.starts, closure.ends, ids)


def _wish_of(row: Closure) -> Wish:
    half = Half(row.half) if row.half else None
    return Wish(row.scope, tuple(row.ids), row.starts, row.ends, half, row.reason)


async def _by_whom(unit: Unit, row: Closure) -> AlreadyDecided:
    people = await families.people(unit.session, [row.withdrawn_by or 0])
    name = people[row.withdrawn_by].name if row.withdrawn_by in people else ""
    at = (row.withdrawn_at or unit.now).astimezone(unit.zone)
    return AlreadyDecided("closure-withdrawn-before", name=name, at=f"{at:%H:%M}")
