"""Looking at rolls: who was missing in a class on a day, and which classes have none yet."""

from dataclasses import dataclass
from datetime import date

from services.access import Action
from services.attendance_states import Half, SessionKind
from services.errors import NotFound
from services.roll_known import known_view
from services.roll_permission import require_day, require_see
from services.roll_taking import SavedRoll, saved
from services.roll_undo import session_of
from services.roll_view import RollView
from services.rosters import RollList, classes, roster
from services.school_days import school_day
from services.sessions import Session, session_for
from services.timetable import timetable
from services.unit import Unit
from storage import rolls


@dataclass(frozen=True, slots=True)
class Seen:
    """A roll that was taken, as it is shown."""

    roll: SavedRoll
    view: RollView


async def of_day(unit: Unit, of: RollList, day: date | None) -> tuple[Session, list[Seen]]:
    """The rolls of a list on a day (today where none is named), and the session that is on.

    Raises `NotAllowed`, and `Invalid` for a day to come or one that is not taught.
    """
    session = await session_for(unit, of, day)
    await require_see(unit, session)
    await require_day(unit, session.day, looking=True, of=of)
    on = await roster(unit, of, session.day)
    found = []
    for stored in await rolls.of_list(unit.session, of.key, session.day):
        roll = stored.roll
        taken = Session(of, roll.day, Half(roll.half), SessionKind(roll.kind))
        now = saved(stored)
        found.append(Seen(now, await known_view(unit, taken, on, now.standings)))
    return session, found


async def by_id(unit: Unit, roll_id: int) -> tuple[Session, SavedRoll]:
    """A roll by its number, also a withdrawn one; the caller asks the right. Raises `NotFound`."""
    stored = await rolls.get(unit.session, roll_id)
    if stored is None:
        raise NotFound("roll-no-such-roll")
    return await session_of(unit, stored.roll), saved(stored)


async def without_roll(unit: Unit) -> tuple[Session | None, list[RollList]]:
    """The classes that have lessons in the half-day that is on, and no roll yet; with a session of
    that half-day, None where no class has lessons. Raises `NotAllowed` and `Invalid`."""
    unit.require(Action.SEE_ROLL)
    await require_day(unit, unit.today, looking=True)
    every = await classes(unit)
    if not every:
        return None, []
    table = await timetable(unit)
    half = (await session_for(unit, every[0], kind=SessionKind.EXTRA)).half
    due = [
        each
        for each in every
        if any(les.half == half for les in table.of_day(each.class_id or 0, unit.today))
        and table.departures.shut(each.class_id, unit.today, half) is None
        and (await school_day(unit, unit.today, each.class_id)).off is None
    ]
    if not due:
        return None, []
    taken = {
        (roll.class_id, roll.half)
        for roll in await rolls.of_day(unit.session, unit.today)
        if roll.kind == SessionKind.MAIN
    }
    missing = [each for each in due if (each.class_id, half) not in taken]
    return Session(due[0], unit.today, half, SessionKind.MAIN), missing
