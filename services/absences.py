"""What families hear when a roll says that a child is missing, and when it no longer says so.

The one door for the roll: it says how pupils stood before and after, and gets back what families
will be told and whom nobody can reach. Everything promised here is rows of the roll's own commit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from services import excused_changes, leave_on_roll
from services.absence_alerts import SEARCHED, Missing, outcome_of, raise_alarms, withdraw
from services.absence_file import CaseFile, group_of
from services.absence_summary import tell_homeroom
from services.access import Action, Target, may
from services.attendance_states import State
from services.leave_outcome import end_leave
from services.standing import Standing, alarms
from services.unit import Unit
from storage import absences as store
from storage import families
from storage import leave as requests
from storage.families import GuardianRow, PupilRow
from storage.leave import is_of_one_day
from storage.tables import AbsenceCase, LeaveRequest, RollCall

NOBODY = GuardianRow(0, "", "guardian", None, linked=False)


@dataclass(frozen=True, slots=True)
class ToldFamily:
    """A pupil whose guardians will be told at `at`, unless the roll changes before."""

    pupil_id: int
    pupil_name: str
    guardians_count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """A guardian whom no message reaches; `relation` is father, mother or guardian.

    `phone` is empty where there is none, or where the reader may not see it.
    """

    name: str
    relation: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class UnlinkedFamily:
    """The guardians of a missing pupil who have no linked account; none on record: no contacts."""

    pupil_id: int
    pupil_name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """What a change of a roll means to families: alerts promised, whom no message reaches, and
    the pupils whose guardians get a correction, with their names."""

    told: tuple[ToldFamily, ...] = ()
    unlinked: tuple[UnlinkedFamily, ...] = ()
    corrected: tuple[int, ...] = ()
    corrected_names: tuple[str, ...] = ()


async def roll_changed(
    unit: Unit,
    roll: RollCall,
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
) -> FamilyPlan:
    """Promise alerts and corrections for a saved roll; both maps hold only pupils not plainly
    present. Call it after the roll's rows are flushed, in the same unit of work; the right to take
    the roll is the roll's to ask.

    Only the day's own rolls raise alarms; a correction goes out on any day.
    """
    session = unit.session
    cases = await store.cases_of_roll(session, roll.id) if roll.version > 1 else {}
    alarming = [id for id, standing in after.items() if alarms(standing)]
    pupils = await families.pupils(session, {*alarming, *cases}, roll.day)
    families_of = await families.guardians(session, alarming)
    said = await leave_on_roll.said_of(unit, alarming, roll.day, roll.half)
    missing: list[Missing] = []
    unlinked: list[UnlinkedFamily] = []
    corrected: list[int] = []
    for id in sorted({**before, **after}):
        case = cases.get(id)
        if not alarms(after.get(id)):
            if case is not None and not _searched_under_leave(case, before.get(id), after.get(id)):
                file = CaseFile(case, roll, pupils[id], await group_of(unit, roll))
                if await withdraw(unit, file, outcome_of(roll, after.get(id))):
                    corrected.append(id)
            continue
        if case is not None and case.status == "on_leave":
            await _refused_by_roll(unit, case, before.get(id), after[id], pupils[id])
        if roll.day != unit.today or id in said.away:
            continue
        missing.append(Missing(pupils[id], case, families_of[id], said.until.get(id)))
        if not alarms(before.get(id)) and not all(g.linked for g in families_of[id] or [NOBODY]):
            unlinked.append(_unlinked(unit, pupils[id], families_of[id]))
    told = await raise_alarms(unit, roll, missing)
    await _settled_by_roll(unit, roll, before, after)
    await excused_changes.roll_changed(unit, roll, before, after, corrected)
    await tell_homeroom(unit, roll, before, after)
    return FamilyPlan(
        tuple(ToldFamily(pupil.id, pupil.name, count, at) for pupil, count, at in told),
        tuple(unlinked),
        tuple(corrected),
        tuple(pupils[id].name for id in corrected),
    )


def _searched_under_leave(case: AbsenceCase, old: Standing | None, new: Standing | None) -> bool:
    """Whether a child that is marked P is searched for by the family's word, and this change of
    the roll is about others."""
    return old is not None and old == new and case.status in SEARCHED


def _unlinked(unit: Unit, pupil: PupilRow, guardians: Sequence[GuardianRow]) -> UnlinkedFamily:
    """Whom no message reaches; their numbers only for those who may see them."""
    sees = may(unit.who, Action.SEE_GUARDIAN_PHONES, Target(class_id=pupil.class_id))
    contacts = (
        Contact(g.name, g.relation, g.phone if sees else None) for g in guardians if not g.linked
    )
    return UnlinkedFamily(pupil.id, pupil.name, tuple(contacts))


async def _refused_by_roll(
    unit: Unit, case: AbsenceCase, old: Standing | None, new: Standing, pupil: PupilRow
) -> None:
    """A K written by one who may settle it answers the family's request for leave."""
    leave = await unit.session.get(LeaveRequest, case.leave_id) if case.leave_id else None
    settles = new.state is State.UNEXCUSED and old != new
    if (
        leave is not None
        and settles
        and is_of_one_day(leave)
        and may(unit.who, Action.SETTLE_ABSENCE, Target(class_id=pupil.class_id))
    ):
        await end_leave(unit, leave, granted=False)


async def _settled_by_roll(
    unit: Unit, roll: RollCall, before: Mapping[int, Standing], after: Mapping[int, Standing]
) -> None:
    """P or K in the roll, by one who may settle it, decides a request for that day alone."""
    settling = (State.EXCUSED, State.UNEXCUSED)
    fresh = [
        id
        for id, standing in after.items()
        if standing.state in settling and standing.period is None and before.get(id) != standing
    ]
    if not fresh or not may(unit.who, Action.SETTLE_ABSENCE, Target(class_id=roll.class_id)):
        return
    for leave in await requests.on_session(unit.session, fresh, roll.day, roll.half):
        if leave.kind == "leave" and leave.status == "asked" and is_of_one_day(leave):
            if leave.asked_by == unit.who.person_id:
                continue  # nobody decides what they have asked for themselves
            granted = after[leave.pupil_id].state is State.EXCUSED
            await end_leave(unit, leave, granted=granted)
