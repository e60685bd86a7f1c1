"""Calling lessons off for a storm or a flood, and taking that back: one action for the school, for
grades or for classes.

No roll card comes and none is pressed, waiting alarms are withdrawn, every family and every teacher
concerned is told once; a roll is refused while the closure stands. The rolls that were taken in a
session which is called off count as not taken; they come back with it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from services import closure_effects, closure_news
from services.access import Action
from services.attendance_states import Half
from services.departures import departures
from services.errors import AlreadyDecided, Invalid, NotFound
from services.makeup_check import problem
from services.people_changed import people_changed
from services.school_days import REFUSED, planned
from services.school_rules import rules_of
from services.unit import Unit
from storage import closures as store
from storage import families, households
from storage.tables import Closure, MakeupDay, SchoolClass

LONGEST = 31  # days on end that one action calls off
AHEAD = 60  # days
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be called off; `scope` and `ids` as in `Closure`."""

    scope: str
    ids: tuple[int, ...]
    first: date
    last: date
    half: Half | None = None
    reason: str | None = None
    makeup: date | None = None

    def dump(self) -> dict[str, Any]:
        """As JSON."""
        days = {name: str(getattr(self, name)) for name in ("first", "last")}
        return asdict(self) | days | {"makeup": str(self.makeup) if self.makeup else None}

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Wish":
        """The reverse of `dump`."""
        return cls(
            data["scope"],
            tuple(data["ids"]),
            date.fromisoformat(data["first"]),
            date.fromisoformat(data["last"]),
            Half(data["half"]) if data["half"] else None,
            data["reason"],
            date.fromisoformat(data["makeup"]) if data["makeup"] else None,
        )


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
    """A closure that stands, with its make-up days (id, for which day, on which day)."""

    id: int
    scope: str
    names: tuple[str, ...]
    first: date
    last: date
    half: Half | None
    reason: str | None
    makeups: tuple[tuple[int, date, date], ...] = field(default=())


async def plan(unit: Unit, wish: Wish) -> Plan:
    """What it would mean. Raises `NotAllowed`, and `Invalid` for days gone by, days that are not
    taught, too many of them, or what was called off already, and for a day that cannot make up for
    the first of them."""
    unit.require(Action.CLOSE_SESSIONS)
    chosen = await _chosen(unit, wish)
    ids = frozenset(each.id for each in chosen)
    wish = await _still_to_come(unit, wish)
    days = await _days(unit, wish, ids)
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
        await _names(unit, wish.scope, wish.ids),
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
    chosen = await _chosen(unit, _wish_of(row))
    ids = frozenset(each.id for each in chosen)
    days = await _taught(unit, row.starts, row.ends, ids)
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
            await _names(unit, row.scope, row.ids),
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


async def classes_of(unit: Unit, closure: Closure) -> frozenset[int]:
    """The classes that a closure concerns."""
    return frozenset(each.id for each in await _chosen(unit, _wish_of(closure)))


async def taught_days(unit: Unit, closure: Closure) -> tuple[date, ...]:
    """The days of a closure that had been taught without it."""
    ids = await classes_of(unit, closure)
    return await _taught(unit, closure.starts, closure.ends, ids)


def _wish_of(row: Closure) -> Wish:
    half = Half(row.half) if row.half else None
    return Wish(row.scope, tuple(row.ids), row.starts, row.ends, half, row.reason)


async def _chosen(unit: Unit, wish: Wish) -> Sequence[SchoolClass]:
    """The classes meant, of the year of the first day."""
    every = await households.classes(unit.session, wish.first)
    if wish.scope == "school":
        found = list(every)
    elif wish.scope == "grade":
        found = [each for each in every if each.grade in wish.ids]
    else:
        found = [each for each in every if each.id in wish.ids]
    if not found:
        raise NotFound("closure-no-such-class")
    return found


async def _names(unit: Unit, scope: str, ids: Sequence[int]) -> tuple[str, ...]:
    if scope == "school":
        return ()
    if scope == "grade":
        return tuple(str(grade) for grade in sorted(ids))
    return tuple(await households.class_names(unit.session, ids))


async def _still_to_come(unit: Unit, wish: Wish) -> Wish:
    """After the last lesson of the morning "today" means its afternoon."""
    if wish.half is None and wish.first == wish.last == unit.today:
        over = (await rules_of(unit)).ends(unit.today, Half.MORNING, unit.zone)
        if unit.now >= over:
            return replace(wish, half=Half.AFTERNOON)
    return wish


async def _days(unit: Unit, wish: Wish, ids: frozenset[int]) -> tuple[date, ...]:
    """The days that this would call off, after all that can be wrong with them."""
    if wish.last < wish.first:
        raise Invalid("closure-end-before-start")
    if wish.first < unit.today:
        raise Invalid("closure-past", day=f"{wish.first:%d/%m/%Y}")
    if (wish.last - wish.first).days >= LONGEST:
        raise Invalid("closure-too-long", days=LONGEST)
    if wish.first > unit.today + timedelta(days=AHEAD):
        raise Invalid("closure-too-far", days=AHEAD)
    if wish.reason and any(not letter.isprintable() for letter in wish.reason):
        raise Invalid("closure-reason-unclear")
    if wish.first == wish.last == unit.today:
        end = (await rules_of(unit)).ends(unit.today, wish.half or Half.AFTERNOON, unit.zone)
        if unit.now >= end:
            raise Invalid("closure-over")
    days = await _taught(unit, wish.first, wish.last, ids)
    if not days:
        known = await planned(unit, wish.first)
        assert known.off is not None  # else the day would be taught
        shown, weekday = f"{known.day:%d/%m/%Y}", known.day.weekday()
        raise Invalid(REFUSED[known.off], day=shown, weekday=weekday, name=known.name or "")
    moved = await departures(unit)
    halves = [wish.half] if wish.half else list(Half)
    if all(moved.shut(id, day, half) for id in ids for day in days for half in halves):
        raise Invalid("closure-already")
    return days


async def _taught(unit: Unit, first: date, last: date, ids: frozenset[int]) -> tuple[date, ...]:
    """The days on which any of these classes is taught, called off or not."""
    moved, found = await departures(unit), []
    day = first
    while day <= last:
        known = await planned(unit, day)
        if known.off is None or any(moved.made_up(id, day) for id in ids):
            found.append(day)
        day += ONE
    return tuple(found)


async def _by_whom(unit: Unit, row: Closure) -> AlreadyDecided:
    people = await families.people(unit.session, [row.withdrawn_by or 0])
    name = people[row.withdrawn_by].name if row.withdrawn_by in people else ""
    at = (row.withdrawn_at or unit.now).astimezone(unit.zone)
    return AlreadyDecided("closure-withdrawn-before", name=name, at=f"{at:%H:%M}")
