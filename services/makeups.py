"""The day on which called-off lessons are made up: a free Saturday that follows their timetable.

Only the classes that lost lessons come, and only for the half-days that they lost; a half-day in
which they have lessons already is refused.
"""

from dataclasses import dataclass
from datetime import date

from services import closing, closure_news
from services.access import Action
from services.attendance_states import Half
from services.errors import AlreadyDecided, Invalid, NotFound
from services.makeup_check import AHEAD, ONE, problem
from services.people_changed import people_changed
from services.unit import Unit
from storage import closures as store
from storage.tables import Closure, MakeupDay

OFFERED = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """The closed day that is to be made up next, and free days for it, the nearest first."""

    closure_id: int
    for_day: date
    days: tuple[date, ...]


async def choices(unit: Unit, closure_id: int) -> Choice | None:
    """What can be made up next; None where every closed day has its make-up day. Raises
    `NotFound`."""
    unit.require(Action.CLOSE_SESSIONS)
    row = await _standing(unit, closure_id)
    done = {made.for_day for made in await store.makeups(unit.session) if made.closure_id == row.id}
    lost = [day for day in await closing.taught_days(unit, row) if day not in done]
    if not lost:
        return None
    found: list[date] = []
    day = max(unit.today, row.ends) + ONE
    for _ in range(AHEAD):
        if day.weekday() >= 5 and await _problem(unit, row, lost[0], day) is None:
            found.append(day)
        if len(found) == OFFERED:
            break
        day += ONE
    return Choice(row.id, lost[0], tuple(found))


async def make_up(unit: Unit, closure_id: int, for_day: date, day: date) -> MakeupDay:
    """Open `day` for the lessons of `for_day` and tell everybody concerned. Raises `NotFound` for
    no such closure or day of it, `AlreadyDecided`, and `Invalid` for a day that will not do."""
    unit.require(Action.CLOSE_SESSIONS)
    row = await _standing(unit, closure_id)
    if for_day not in await closing.taught_days(unit, row):
        raise NotFound("closure-none")
    for made in await store.makeups(unit.session):
        if made.closure_id == row.id and made.for_day == for_day:
            raise AlreadyDecided("closure-makeup-already", day=f"{made.day:%d/%m/%Y}")
    if (wrong := await _problem(unit, row, for_day, day)) is not None:
        raise wrong
    makeup = MakeupDay(
        closure_id=row.id,
        for_day=for_day,
        day=day,
        made_by=unit.who.person_id,
        made_at=unit.now,
    )
    unit.session.add(makeup)
    await unit.session.flush()
    unit.audit("closure.makeup", f"closure:{row.id}", for_day=str(for_day), day=str(day))
    await people_changed(unit)
    await closure_news.tell_makeup(unit, row, makeup, await closing.classes_of(unit, row))
    return makeup


async def drop(unit: Unit, makeup_id: int) -> MakeupDay:
    """Take a make-up day back; raises `NotFound`, `Invalid` once a roll was taken on it."""
    unit.require(Action.CLOSE_SESSIONS)
    makeup = await store.makeup(unit.session, makeup_id)
    if makeup is None or makeup.withdrawn_at is not None:
        raise NotFound("closure-makeup-none")
    row = await _standing(unit, makeup.closure_id)
    ids = await closing.classes_of(unit, row)
    if await store.rolls_of(unit.session, (makeup.day, makeup.day), ids, None):
        raise Invalid("closure-makeup-held", day=f"{makeup.day:%d/%m/%Y}")
    if not await store.withdraw(unit.session, makeup, unit.who.person_id, unit.now):
        raise NotFound("closure-makeup-none")
    unit.audit("closure.makeup_dropped", f"closure:{row.id}", day=str(makeup.day))
    await people_changed(unit)
    await closure_news.tell_makeup_dropped(unit, row, makeup, ids)
    return makeup


async def _standing(unit: Unit, closure_id: int) -> Closure:
    row = await store.get(unit.session, closure_id)
    if row is None or row.withdrawn_at is not None:
        raise NotFound("closure-none")
    return row


async def _problem(unit: Unit, row: Closure, for_day: date, day: date) -> Invalid | None:
    half = Half(row.half) if row.half else None
    ids = await closing.classes_of(unit, row)
    return await problem(unit, ids, for_day, day, half=half, closed=(row.starts, row.ends))
