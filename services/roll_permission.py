"""Who may take which roll when (article 7.3): asked before every change and every look.

Homeroom teacher, whoever timetable or substitution name for that class and half-day, the leader of
a group, the stand-in, the principals. Never for a day to come, a day without lessons, or one that
lies further back than the school allows its teachers.
"""

from datetime import date, timedelta

from services.access import Action, Actor, Role, Target, may
from services.book_lock import require_open
from services.book_periods import over_at
from services.errors import Invalid, NotAllowed
from services.periods import month_before, month_of
from services.rosters import RollList, classes, groups
from services.school_days import REFUSED, require_session, school_day
from services.school_rules import rules_of
from services.sessions import Session
from services.timetable import named_for
from services.unit import Unit
from storage import calendar, roll_cards

PRINCIPALS = frozenset([Role.PRINCIPAL, Role.VICE_PRINCIPAL])


async def may_take(unit: Unit, session: Session) -> bool:
    """Whether the actor may take the roll of this session, whatever the day."""
    if may(unit.who, Action.TAKE_ROLL, session.of.target):
        return True
    if session.of.class_id is None:
        return False
    named = await named_for(unit, session.of.class_id, session.day, session.half)
    target = Target(class_id=session.of.class_id, timetabled=named)
    return may(unit.who, Action.TAKE_ROLL, target)


async def require_take(unit: Unit, session: Session) -> None:
    """Raise `NotAllowed` or `Invalid`, with the reason, unless this roll may be taken now."""
    if not await may_take(unit, session):
        mine = ", ".join(each.name for each in await own_lists(unit))
        key = "roll-not-yours" if mine else "roll-not-yours-none"
        if await _may_take_over(unit, session):
            key = "roll-not-yours-yet"
        raise NotAllowed(key, list=session.of.name, mine=mine)
    await require_day(unit, session.day, of=session.of)
    await require_session(unit, session.day, session.half, session.of.class_id)
    await require_open(unit, session.of.class_id, session.day)


async def _may_take_over(unit: Unit, session: Session) -> bool:
    """Whether the actor teaches the class, and its card is open."""
    if session.day != unit.today or not may(unit.who, Action.TAKE_OVER_ROLL, session.of.target):
        return False
    half = session.half.value
    card = await roll_cards.of_session(unit.session, session.of.class_id or 0, session.day, half)
    return card is not None and card.closed_at is None


async def require_day(
    unit: Unit, day: date, *, looking: bool = False, of: RollList | None = None
) -> None:
    """Raise `Invalid` for a day to come, a day without lessons (for the class `of`, where it is
    one), or one too far back to change.

    `looking` may be at any day. The homeroom teacher of `of` may change any day of a month whose
    lessons are over, to set its page right before it is confirmed (article 12.1).
    """
    shown = f"{day:%d/%m/%Y}"
    if day > unit.today:
        raise Invalid("roll-day-future", day=shown)
    known = await school_day(unit, day, of.class_id if of is not None else None)
    if known.off is not None:
        raise Invalid(REFUSED[known.off], day=shown, weekday=day.weekday(), name=known.name or "")
    if looking:
        return
    back = (await rules_of(unit)).days_back
    if day >= unit.today - timedelta(days=back) or unit.who.roles & PRINCIPALS:
        return
    if of is None or not await _sets_page_right(unit, of, day):
        raise Invalid("roll-day-too-late", day=shown, days=back)


async def _sets_page_right(unit: Unit, of: RollList, day: date) -> bool:
    """Whether the actor keeps the class's book, and that month, this one or the last, is over."""
    if of.class_id is None or not may(unit.who, Action.KEEP_BOOK, of.target):
        return False
    month = month_of(day)
    if month.first < month_before(month_of(unit.today)).first:
        return False
    over = await over_at(unit, of.class_id, month)
    return over is not None and over <= unit.now


def may_see(actor: Actor, of: RollList) -> bool:
    """Whether the actor may look at the rolls of this list."""
    return may(actor, Action.SEE_ROLL, of.target)


async def require_see(unit: Unit, session: Session) -> None:
    """Raise `NotAllowed` unless the actor may look at the roll of this session."""
    if not may_see(unit.who, session.of) and not await may_take(unit, session):
        raise NotAllowed("roll-not-yours-to-see", list=session.of.name)


async def own_lists(unit: Unit) -> list[RollList]:
    """The classes and groups that are the actor's own: homeroom first, then where they stand in
    today, taught classes, groups they lead. Principals have none of their own."""
    actor = unit.who
    stand_ins = await calendar.substitutes(unit.session, unit.today, person_id=actor.person_id)
    today = {stand_in.class_id for stand_in in stand_ins}
    all_classes = await classes(unit)
    found = [each for each in all_classes if each.class_id in actor.homeroom_of]
    found += [each for each in all_classes if each.class_id in today]
    found += [each for each in all_classes if each.class_id in actor.teaches]
    found += [each for each in await groups(unit) if each.group_id in actor.leads]
    return list(dict.fromkeys(found))
