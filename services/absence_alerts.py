"""Telling guardians that a child is missing, and taking it back.

Of each child there is one case per roll. An alert that has not left is cancelled without a word;
one that has left is followed by a correction, and the old message changes. A child who is reported
missing once more begins a new round of the same case, so that no guardian is alarmed twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.absence_file import (
    ALERT,
    CaseFile,
    for_family,
    group_of,
    picture,
    redraw,
    tell_alarmed_staff,
    tell_family,
)
from services.attendance_states import Half, SessionKind, State
from services.school_rules import rules_of
from services.standing import Standing
from services.unit import Unit
from storage import absences as store
from storage import outbox
from storage.families import GuardianRow, PupilRow
from storage.leave import is_of_one_day
from storage.outbox import Outgoing, Priority
from storage.tables import AbsenceCase, LeaveRequest, RollCall

AFTER_LATE = timedelta(minutes=10)  # that a child may be later than the family has said
AT_REST = ("corrected", "found")  # statuses after which a new absence begins a new round
SEARCHED = ("left_home", "searching")
EVERY = (*AT_REST, *SEARCHED, "told", "on_leave", "call_back", "called", "closed")


@dataclass(frozen=True, slots=True)
class Timing:
    """`known_at`: up to when the child was not seen; `at`: when the alert may leave."""

    known_at: datetime
    at: datetime


def outcome_of(roll: RollCall, standing: Standing | None) -> str:
    """What a family is told instead of the alarm. A roll that was taken back says nothing of
    where the child is."""
    if roll.withdrawn:
        return "withdrawn"
    if standing is not None and standing.state is State.LATE:
        return "late"
    if standing is not None and standing.state is State.EXCUSED and standing.period is None:
        return "excused"
    return "present"


async def timing(unit: Unit, roll: RollCall) -> Timing:
    """A lesson's alarm waits for the grace time and the cut-off after the bell, since children
    walk far; an extra class or club has no bell of ours, so only for the grace time."""
    rules = await rules_of(unit)
    soon = unit.now + timedelta(seconds=rules.grace_seconds)
    if roll.kind != SessionKind.MAIN:
        return Timing(unit.now, soon)
    half = Half(roll.half)
    cut_off = rules.alarm_from(roll.day, half, unit.zone)
    known = min(max(unit.now, cut_off), rules.ends(roll.day, half, unit.zone))
    return Timing(known, max(soon, cut_off))


@dataclass(frozen=True, slots=True)
class Missing:
    """A pupil whose family has to hear of it; `case` is what is known of it so far. `until`: the
    hour at which the family has said that the child comes."""

    pupil: PupilRow
    case: AbsenceCase | None
    guardians: Sequence[GuardianRow]
    until: datetime | None = None


async def raise_alarms(
    unit: Unit, roll: RollCall, missing: Sequence[Missing]
) -> list[tuple[PupilRow, int, datetime]]:
    """Promise each linked guardian one alert; of whom, to how many and for when. Pupils of whom
    there was nothing to promise are left out.

    All rows of a kind are written at once, since this is a class's busiest minute.
    """
    if not missing:
        return []
    when, group = await timing(unit, roll), await group_of(unit, roll)
    times = {each.pupil.id: _no_sooner(when, each.until) for each in missing}
    opened = [
        (each, _open(unit, roll, each, times[each.pupil.id]))
        for each in missing
        if _raises(each.case)
    ]
    await unit.session.flush()
    rows: dict[str, tuple[AbsenceCase, Outgoing]] = {}
    for each, case in opened:
        params = for_family(await picture(unit, CaseFile(case, roll, each.pupil, group)))
        for guardian in each.guardians:
            if not guardian.linked:
                continue
            key = f"absence:{roll.id}:{each.pupil.id}:{guardian.person_id}:{case.round}"
            rows[key] = (
                case,
                Outgoing(
                    not_before=times[each.pupil.id].at,
                    priority=Priority.URGENT,
                    person_id=guardian.person_id,
                    notice=ALERT,
                    params=params,
                    unique_key=key,
                ),
            )
    put = await outbox.put_many(unit.session, [row for _, row in rows.values()], unit.now)
    counts: dict[int, int] = {}
    for key, row_id in put.items():
        case, row = rows[key]
        counts[case.id] = counts.get(case.id, 0) + 1
        if row.person_id is not None:
            store.add_copy(unit.session, case, "alert", row.person_id, row_id)
    await unit.session.flush()
    told = []
    for each, case in opened:
        if count := counts.get(case.id, 0):
            facts = {"pupil": each.pupil.id, "guardians": count, "round": case.round}
            unit.audit("absence.alert", f"absence:{case.id}", **facts)
            told.append((each.pupil, count, times[each.pupil.id].at))
    return told


def _no_sooner(when: Timing, until: datetime | None) -> Timing:
    """A child of whom the family has said that it comes late is not missed before that hour."""
    if until is None:
        return when
    return Timing(max(when.known_at, until), max(when.at, until + AFTER_LATE))


async def put_off(unit: Unit, case: AbsenceCase, until: datetime) -> None:
    """The family has said that the child comes later: alerts that have not left wait for it."""
    copies = await store.copies(unit.session, case, ("alert",))
    waiting = [row.id for _, row in copies if row.status == "queued"]
    await outbox.put_off(unit.session, waiting, until + AFTER_LATE)


def _raises(case: AbsenceCase | None) -> bool:
    """Whether a family may have to be told: not where somebody has answered already."""
    return case is None or case.status in AT_REST or case.status == "told"


def _open(unit: Unit, roll: RollCall, missing: Missing, when: Timing) -> AbsenceCase:
    """A new case, the next round of one that had come to rest, or the one that is open."""
    case = missing.case
    if case is None:
        case = AbsenceCase(
            roll_id=roll.id,
            pupil_id=missing.pupil.id,
            status="told",
            round=1,
            opened_at=unit.now,
            known_at=when.known_at,
        )
        unit.session.add(case)
        return case
    if case.status == "told":
        return case
    case.round, case.status = case.round + 1, "told"  # `outcome` stays: it is what families know
    case.opened_at, case.known_at = unit.now, when.known_at
    case.leave_id = case.answered_by = case.handled_by = case.closed_by = None
    case.answered_at = case.handled_at = case.closed_at = case.escalate_at = None
    return case


async def withdraw(unit: Unit, file: CaseFile, outcome: str) -> bool:
    """The child is accounted for after all: stop what waits, correct what has left. Whether any
    guardian hears of it."""
    case = file.case
    searched = case.status in SEARCHED
    asked_leave = case.status == "on_leave" and outcome == "excused"
    said_before = case.outcome
    if case.status in (*AT_REST, "closed") and said_before == outcome:
        return False
    if case.status == "found" and outcome in ("late", "present"):
        return False  # they were told when and by whom the child was met
    await _stop_waiting(unit, case)
    values = {"closed_by": unit.who.person_id, "closed_at": unit.now, "escalate_at": None}
    await store.move(unit.session, case, EVERY, status="corrected", outcome=outcome, **values)
    await _end_leave(unit, case, outcome)
    # A new alert may not have left: who had an earlier one still believes what was said after it.
    earlier = [] if said_before == outcome else await store.corrected_before(unit.session, case)
    told = await tell_family(unit, file, "granted" if asked_leave else outcome, also=earlier)
    await redraw(unit, file)
    if searched:
        await tell_alarmed_staff(unit, file, outcome)
    unit.audit("absence.corrected", file.subject, outcome=outcome, guardians=told)
    return bool(told)


async def _stop_waiting(unit: Unit, case: AbsenceCase) -> None:
    """Cancel this round's alerts that have not left; mark the others as corrected."""
    copies = await store.copies(unit.session, case, ("alert",))
    keys = [row.unique_key for _, row in copies if row.unique_key is not None]
    caught = await outbox.cancel(unit.session, unit.now, unique_keys=keys)
    for copy, row in copies:
        if copy.state == "cancelled":
            continue
        # of a row that was sent again the first try may have arrived
        copy.state = "cancelled" if row.id in caught and not row.resent else "corrected"
    await unit.session.flush()


async def stop_unsent(unit: Unit, case: AbsenceCase) -> None:
    """The family has asked for leave: who was not told yet need not be alarmed any more."""
    copies = await store.copies(unit.session, case, ("alert",))
    keys = [row.unique_key for _, row in copies if row.unique_key is not None]
    caught = await outbox.cancel(unit.session, unit.now, unique_keys=keys)
    for copy, row in copies:
        if row.id in caught and not row.resent:
            copy.state = "cancelled"
    await unit.session.flush()


async def catch_returned(unit: Unit) -> bool:
    """Cancel alerts that were on their way when they were corrected, and came back to the queue;
    a job by the clock that promises nothing."""
    await store.cancel_corrected(unit.session, unit.now)
    return False


async def _end_leave(unit: Unit, case: AbsenceCase, outcome: str) -> None:
    """A request that the roll has settled: granted by P, without object once the child came."""
    leave = await unit.session.get(LeaveRequest, case.leave_id) if case.leave_id else None
    if leave is None or outcome == "withdrawn":
        return
    if not is_of_one_day(leave):
        return  # other days are not decided by this one
    status = "granted" if outcome == "excused" else "lapsed"
    values = {"decided_by": unit.who.person_id, "decided_at": unit.now}
    if await store.move_leave(unit.session, leave, ("asked",), status=status, **values):
        unit.audit(f"leave.{status}", f"leave:{leave.id}")
