"""Saving a roll: what a message or a grid says becomes the roll of a session, with its history.

A full roll replaces the one before; a partial one changes only those it names. What another person
saved is never overwritten unseen: unless the new roll merely settles it, the writer is shown the
other's roll first and decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services import absences
from services.absences import FamilyPlan
from services.attendance_recheck import recheck
from services.attendance_states import State
from services.book_lock import require_open
from services.errors import Invalid
from services.known_leave import leave_standings
from services.leave_on_roll import granted
from services.roll_card_closing import roll_changed
from services.roll_text.reading import Mark
from services.rosters import Roster
from services.school_rules import SchoolRules
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage import rolls
from storage.rolls import Key, Stored
from storage.tables import RollCall

LONGEST_DELAY = 300  # minutes
NOTHING_TOLD = FamilyPlan()


@dataclass(frozen=True, slots=True)
class SavedRoll:
    """A roll as it stands: `standings` holds only those who were not plainly present."""

    id: int
    version: int
    taken_by: str
    taken_at: datetime
    withdrawn: bool
    standings: dict[int, Standing]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of taking a roll. `conflict`: nothing was saved, `roll` is another's, unseen so
    far. Otherwise `changed` says whether anything was, `plan` what families will hear, and
    `by_leave` who was marked for known leave without being named."""

    roll: SavedRoll
    changed: bool = False
    conflict: bool = False
    plan: FamilyPlan = NOTHING_TOLD
    by_leave: tuple[int, ...] = ()


def key_of(session: Session) -> Key:
    """The key under which the roll of a session is kept."""
    return Key(session.of.key, session.day, session.half.value, session.kind.value)


def saved(stored: Stored) -> SavedRoll:
    """A stored roll in the service's terms."""
    roll = stored.roll
    standings = {id: Standing.from_json(facts) for id, facts in stored.standings.items()}
    return SavedRoll(
        roll.id, roll.version, stored.taken_by, roll.taken_at, roll.withdrawn, standings
    )


async def current(unit: Unit, session: Session) -> SavedRoll | None:
    """The roll of a session, if one was taken and not withdrawn."""
    stored = await rolls.find(unit.session, key_of(session))
    return None if stored is None or stored.roll.withdrawn else saved(stored)


def standing_of(mark: Mark, session: Session, rules: SchoolRules, unit: Unit) -> Standing | None:
    """What is kept of a mark; None for present. An hour of arrival gives the minutes late."""
    if mark.state is State.PRESENT:
        return None
    minutes, arrived = mark.minutes, None
    if mark.at is not None:
        arrived = f"{mark.at:%H:%M}"
        came = datetime.combine(session.day, mark.at, unit.zone)
        late = int((came - rules.bell(session.day, session.half, unit.zone)).total_seconds() // 60)
        if mark.state is State.LATE and minutes is None and 0 < late <= LONGEST_DELAY:
            minutes = late
    return Standing(mark.state, minutes, mark.period, arrived, mark.note)


async def take_roll(
    unit: Unit,
    roster: Roster,
    session: Session,
    named: Mapping[int, Standing | None],
    *,
    full: bool,
    seen: int | None = None,
) -> Outcome:
    """Save a roll whose right was checked before; `named` maps pupils to how they stood (None:
    present). `seen` is the version the writer has looked at (0: none), or None if they wrote
    without looking. Raises `Invalid` for a partial roll where none was taken.
    """
    stored = await rolls.find(unit.session, key_of(session))
    taken = stored is not None and not stored.roll.withdrawn
    before = saved(stored).standings if stored is not None and taken else {}
    if not full and not taken:
        raise Invalid("roll-none-yet", list=session.of.name)
    after = {} if full else dict(before)
    for pupil_id, standing in named.items():
        if standing is None:
            after.pop(pupil_id, None)
        else:
            after[pupil_id] = standing
    by_leave: list[int] = []
    if full and seen is None:
        by_leave = await _add_leave(unit, session, named, before if taken else None, after)
    await _know_leave(unit, session, after)
    if stored is not None and taken:
        if after == before:
            return Outcome(saved(stored))
        if full and _unseen(unit, stored, seen, before, after):
            return Outcome(saved(stored), conflict=True)
    roll = await _next_version(unit, roster, session, stored)
    if roll is None:
        newer = await rolls.find(unit.session, key_of(session))
        assert newer is not None  # somebody else's write is why ours did not take
        return Outcome(saved(newer), conflict=True)
    old = None if stored is None else roll_facts(stored.roll)
    await write_step(unit, roll, old, before, after)
    plan = await absences.roll_changed(unit, roll, before, after)
    await roll_changed(unit, roll)
    now = SavedRoll(roll.id, roll.version, unit.who.name, roll.taken_at, False, after)
    return Outcome(now, True, plan=plan, by_leave=tuple(by_leave))


async def _add_leave(
    unit: Unit,
    session: Session,
    named: Mapping[int, Standing | None],
    before: Mapping[int, Standing] | None,
    after: dict[int, Standing],
) -> list[int]:
    """Let pupils with known leave whom the writer did not name stand as they did in the roll
    before, or by their leave where there was none; who they are."""
    marked = []
    for pupil_id, standing in (await leave_standings(unit, session)).items():
        known = standing if before is None else before.get(pupil_id)
        if pupil_id not in named and known is not None:
            after[pupil_id] = known
            marked.append(pupil_id)
    return marked


async def _know_leave(unit: Unit, session: Session, standings: dict[int, Standing]) -> None:
    """An absence without a reason is with leave where leave was granted before."""
    open_ids = [
        id for id, s in standings.items() if s.state is State.UNEXPLAINED and s.period is None
    ]
    if not open_ids:
        return
    for id in await granted(unit, open_ids, session.day, session.half.value):
        standings[id] = replace(standings[id], state=State.EXCUSED)


def _unseen(
    unit: Unit,
    stored: Stored,
    seen: int | None,
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
) -> bool:
    """Whether this would undo what somebody saved and the writer has not looked at."""
    if seen is not None:
        return stored.roll.version != seen
    if stored.roll.taken_by == unit.who.person_id:
        return False
    return not all(
        _settles(before.get(pupil_id), after.get(pupil_id)) for pupil_id in {**before, **after}
    )


def _settles(old: Standing | None, new: Standing | None) -> bool:
    """Whether the new standing is the old one, or what a later look makes of it."""
    if old == new:
        return True
    if old is None or new is None:
        return False
    return old.state is State.UNEXPLAINED or (old.state.is_absent and new.state is State.LATE)


async def _next_version(
    unit: Unit, roster: Roster, session: Session, stored: Stored | None
) -> RollCall | None:
    """The roll one version on; None where somebody else was faster."""
    values = {
        "on_roll": len(roster.members),
        "taken_by": unit.who.person_id,
        "taken_at": unit.now,
        "withdrawn": False,
    }
    if stored is not None:
        return await rolls.advance(unit.session, stored.roll.id, stored.roll.version, values)
    values |= {"class_id": session.of.class_id, "group_id": session.of.group_id}
    return await rolls.create(unit.session, key_of(session), values)


def roll_facts(roll: RollCall) -> dict[str, Any]:
    """What the history keeps of the roll itself, beside its pupils."""
    return {
        "taken_by": roll.taken_by,
        "taken_at": rolls.moment(roll.taken_at),
        "on_roll": roll.on_roll,
        "withdrawn": roll.withdrawn,
    }


async def write_step(
    unit: Unit,
    roll: RollCall,
    old: dict[str, Any] | None,
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
    *,
    correction: bool = False,
) -> None:
    """Write the pupils' rows, the history and the audit entry of one version.

    Every change of a roll comes by here; a month that was confirmed is closed to all but an
    approved `correction`, else `Invalid` is raised.
    """
    if not correction:
        await require_open(unit, roll.class_id, roll.day)
    differ = _differ(before, after)
    changed = {id: after[id].to_json() for id in differ if id in after}
    await rolls.put_standings(unit.session, roll.id, changed, [i for i in differ if i not in after])
    steps: list[tuple[int | None, Any, Any]] = [(None, old, roll_facts(roll))]
    steps += [(id, _json(before.get(id)), _json(after.get(id))) for id in differ]
    await rolls.add_history(
        unit.session,
        [
            {
                "roll_id": roll.id,
                "version": roll.version,
                "pupil_id": pupil_id,
                "old": was,
                "new": now,
                "changed_by": unit.who.person_id,
                "changed_at": unit.now,
            }
            for pupil_id, was, now in steps
        ],
    )
    await recheck(unit, roll, differ)
    action = "roll.withdrawn" if roll.withdrawn else "roll.taken"
    changes = {str(id): [was, now] for id, was, now in steps if id is not None}
    unit.audit(action, f"roll:{roll.id}", version=roll.version, changes=changes)


def _differ(before: Mapping[int, Standing], after: Mapping[int, Standing]) -> list[int]:
    ids: Iterable[int] = {**before, **after}
    return [id for id in ids if before.get(id) != after.get(id)]


def _json(standing: Standing | None) -> dict[str, Any] | None:
    return None if standing is None else standing.to_json()
