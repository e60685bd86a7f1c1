"""What is to be called off: for whom and which days, and everything that can be wrong with it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from services.attendance_states import Half
from services.departures import departures
from services.errors import Invalid, NotFound
from services.school_days import REFUSED, planned
from services.school_rules import rules_of
from services.unit import Unit
from storage import households
from storage.tables import SchoolClass

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


async def chosen(unit: Unit, wish: Wish) -> Sequence[SchoolClass]:
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


async def names(unit: Unit, scope: str, ids: Sequence[int]) -> tuple[str, ...]:
    """The grades or classes as people call them; none for the school."""
    if scope == "school":
        return ()
    if scope == "grade":
        return tuple(str(grade) for grade in sorted(ids))
    return tuple(await households.class_names(unit.session, ids))


async def still_to_come(unit: Unit, wish: Wish) -> Wish:
    """After the last lesson of the morning "today" means its afternoon."""
    if wish.half is None and wish.first == wish.last == unit.today:
        over = (await rules_of(unit)).ends(unit.today, Half.MORNING, unit.zone)
        if unit.now >= over:
            return replace(wish, half=Half.AFTERNOON)
    return wish


async def days_of(unit: Unit, wish: Wish, ids: frozenset[int]) -> tuple[date, ...]:
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
    days = await taught(unit, wish.first, wish.last, ids)
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


async def taught(unit: Unit, first: date, last: date, ids: frozenset[int]) -> tuple[date, ...]:
    """The days on which any of these classes is taught, called off or not."""
    moved, found = await departures(unit), []
    day = first
    while day <= last:
        known = await planned(unit, day)
        if known.off is None or any(moved.made_up(id, day) for id in ids):
            found.append(day)
        day += ONE
    return tuple(found)
