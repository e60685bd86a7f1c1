"""Who is on a list on a day: of a class, or of an extra class or club with pupils of many classes.

Lists and the index of their names are remembered until the school's data change, since a roll is
read against them with every message. An index is remembered for who is on it, not for the day, so
that a year of days costs no memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from services.access import Target
from services.attendance_states import SessionKind
from services.errors import NotFound
from services.names import Fit, Named, NameIndex
from services.unit import Unit
from storage import rosters
from storage.rosters import ClassRow, GroupRow, Place

Row = TypeVar("Row", ClassRow, GroupRow)


@dataclass(frozen=True, slots=True)
class RollList:
    """A class or a group: exactly one of the two ids is set."""

    class_id: int | None
    group_id: int | None
    name: str
    kind: SessionKind
    starts: date
    ends: date

    @property
    def key(self) -> str:
        """As in `RollCall.list_key`."""
        return f"class:{self.class_id}" if self.class_id else f"group:{self.group_id}"

    @property
    def target(self) -> Target:
        """What permissions are asked about."""
        return Target(class_id=self.class_id, group_id=self.group_id)


@dataclass(frozen=True, slots=True)
class Roster:
    """A list on a day. `others` were on it before or come later."""

    list: RollList
    day: date
    members: tuple[Place, ...]
    others: tuple[Place, ...]
    index: NameIndex
    by_id: dict[int, Place] = field(repr=False)

    def numbers(self) -> dict[int, int]:
        """List number → pupil; of a group only the numbers that one member alone has."""
        found: dict[int, list[int]] = {}
        for place in self.members:
            if place.number is not None:
                found.setdefault(place.number, []).append(place.pupil_id)
        return {number: ids[0] for number, ids in found.items() if len(ids) == 1}


async def classes(unit: Unit) -> list[RollList]:
    """The classes of the school year of the unit's day, or of the newest year outside of one."""

    async def load() -> list[ClassRow]:
        return await rosters.classes(unit.session)

    rows = _of_year(await unit.cached(("classes",), load), unit.today)
    return [RollList(r.id, None, r.name, SessionKind.MAIN, r.starts, r.ends) for r in rows]


async def groups(unit: Unit) -> list[RollList]:
    """The groups of the same year that have not ended."""

    async def load() -> list[GroupRow]:
        return await rosters.groups(unit.session)

    rows = _of_year(await unit.cached(("groups",), load), unit.today)
    running = [r for r in rows if r.ended is None or r.ended >= unit.today]
    return [RollList(None, r.id, r.name, SessionKind(r.kind), r.starts, r.ends) for r in running]


def _of_year(rows: Sequence[Row], day: date) -> list[Row]:
    return [r for r in rows if r.starts <= day <= r.ends] or [
        r for r in rows if r.starts == rows[0].starts
    ]


async def roll_list(unit: Unit, key: str) -> RollList:
    """The class or group of a `RollList.key`; raises `NotFound`."""
    for each in (*await classes(unit), *await groups(unit)):
        if each.key == key:
            return each
    raise NotFound("roll-no-such-list")


async def roster(unit: Unit, of: RollList, day: date) -> Roster:
    """The list on `day`, with the index of its names and the actor's own short names."""

    async def load() -> list[Place]:
        if of.class_id is not None:
            return await rosters.class_places(unit.session, of.class_id)
        return await rosters.group_places(unit.session, of.group_id or 0)

    places = await unit.cached(("places", of.key), load)
    members = tuple(place for place in places if place.holds(day))
    others = tuple(place for place in places if not place.holds(day))
    ids = frozenset(place.pupil_id for place in members)
    mine = tuple((alias, id) for alias, id in await _aliases(unit) if id in ids)

    async def index() -> NameIndex:
        return index_of(members)

    async def own_index() -> NameIndex:
        """A short name counts only while it fits nobody by the rules, and one pupil alone."""
        short: dict[str, set[int]] = {}
        for alias, id in mine:
            if names.fits(alias).fit is Fit.NONE:
                short.setdefault(alias, set()).add(id)
        only = {alias: next(iter(ids)) for alias, ids in short.items() if len(ids) == 1}
        return NameIndex([_named(place) for place in members], only)

    names = await unit.cached(("index", of.key, ids), index)
    if mine:
        names = await unit.cached(("index", of.key, ids, mine), own_index)
    return Roster(of, day, members, others, names, {p.pupil_id: p for p in (*others, *members)})


def index_of(places: Sequence[Place]) -> NameIndex:
    """The names of some pupils only: those asked about, or those who are not on the list."""
    return NameIndex([_named(place) for place in places])


def _named(place: Place) -> Named:
    return Named(place.pupil_id, place.full_name, place.called, place.number)


async def _aliases(unit: Unit) -> list[tuple[str, int]]:
    if unit.actor is None:
        return []
    person_id = unit.actor.person_id
    return await unit.cached(
        ("aliases", person_id), lambda: rosters.aliases(unit.session, person_id)
    )
