"""The four lists of a class after its roll: marked, explained, unexplained, discrepancy.

Everybody whom the roll does not show as plainly present is marked. A pupil who missed the whole
session is besides on exactly one of the other three; a discrepancy is where the family and the roll
say different things, so a child whom the teacher saw may be there, too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.attendance_states import State
from services.shown_facts import clock, person
from services.standing import Standing, alarms
from services.unit import Unit
from storage import class_lists as store
from storage import families
from storage.families import GuardianRow
from storage.tables import AbsenceCase, AbsenceCopy, LeaveRequest, OutboxRow, RollCall

EXPLAINED, UNEXPLAINED, DISCREPANCY = "explained", "unexplained", "discrepancy"
PRESENT, LEFT_HOME, PARENTS, NOT_ASKED = "present", "left_home", "parents", "not_asked"
SEARCHED = ("left_home", "searching")
ARRIVED = ("sending", "sent")
Row = dict[str, Any]
Alerts = Sequence[tuple[AbsenceCopy, OutboxRow]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one pupil in one session beside the roll; `cleared` are the kinds of
    discrepancy that somebody has settled, `said` those that were reported."""

    standing: Standing | None
    leave: str | None = None
    disputed: bool = False
    case: str | None = None
    cleared: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()


def list_of(facts: Facts) -> tuple[str | None, str | None]:
    """Which of the three lists a pupil is on, and the kind of discrepancy; neither for one who
    was there and of whom nobody says otherwise."""
    standing = facts.standing
    if standing is not None and standing.period is not None:
        return None, None
    absent = standing is not None and standing.state.is_absent
    open_kinds = [kind for kind in _kinds(facts, absent=absent) if kind not in facts.cleared]
    if open_kinds:
        return DISCREPANCY, open_kinds[0]
    if standing is None or not absent:
        return None, None
    if standing.state is State.UNEXPLAINED and (facts.leave is None or facts.disputed):
        return UNEXPLAINED, None
    return EXPLAINED, None


def _kinds(facts: Facts, *, absent: bool) -> Iterable[str]:
    """What the family says otherwise, the most urgent first."""
    if not absent:
        if facts.leave is not None and not facts.disputed:
            yield PRESENT
        return
    if facts.case in SEARCHED:
        yield LEFT_HOME
    if facts.disputed:
        yield PARENTS
    if NOT_ASKED in facts.said and facts.standing and facts.standing.state is State.EXCUSED:
        yield NOT_ASKED


async def lists(unit: Unit, roll: RollCall, standings: Mapping[int, Standing]) -> dict[str, Any]:
    """The lists as the homeroom teacher's message shows them, as JSON.

    Each row says on which list the pupil is (`list`), what the roll says, what the family was told
    and has said. The right to see them is asked before; reasons are in it.
    """
    session = unit.session
    leave = await _leave(unit, roll)
    cases, alerts = await _cases(unit, roll)
    known = await store.discrepancies(session, roll.id)
    facts: dict[int, Facts] = {}
    for id in {**standings, **leave, **{each.pupil_id: None for each in known}}:
        asked, case, standing = leave.get(id), cases.get(id), standings.get(id)
        facts[id] = Facts(
            standing,
            leave=asked.status if asked else None,
            disputed=asked is not None and asked.disputed_by is not None,
            case=case.status if case else None,
            cleared=frozenset(k.kind for k in known if k.pupil_id == id and k.closed_at),
            said=frozenset(k.kind for k in known if k.pupil_id == id and not k.closed_at),
        )
    wanted = [id for id in facts if id in standings or list_of(facts[id])[0]]
    pupils = await families.pupils(session, wanted, roll.day)
    missing = [id for id, standing in standings.items() if standing.state.is_absent]
    guardians = await families.guardians(session, missing)
    reasons = await store.reasons(session, roll.id)
    rows = []
    for id in wanted:
        fact, case = facts[id], cases.get(id)
        which, kind = list_of(fact)
        row: Row = {"pupil": id, "name": pupils[id].name, "number": pupils[id].list_number}
        row |= (fact.standing or Standing(State.PRESENT)).to_json()
        row |= {"list": which, "kind": kind, "leave": fact.leave, "reason": reasons.get(id)}
        if which == UNEXPLAINED:
            row["told"] = _told(unit, case, alerts.get(id, ()), guardians.get(id, ()))
        rows.append(row)
    rows.sort(key=lambda row: (row["number"] is None, row["number"]))
    people = await families.people(session, [roll.taken_by])
    return {
        "roll": roll.id,
        "class": await families.class_name(session, roll.class_id or 0),
        "day": f"{roll.day:%d/%m/%Y}",
        "half": roll.half,
        "taker": person(people, roll.taken_by),
        "at": clock(unit, roll.taken_at),
        "rows": rows,
        "call": [
            {"name": row["name"], "contacts": contacts(guardians[row["pupil"]])}
            for row in rows
            if row["pupil"] in guardians
            and _to_call(standings[row["pupil"]], guardians[row["pupil"]])
        ],
        "live": roll.day == unit.today,
        "replaced": False,
        "withdrawn": roll.withdrawn,
    }


def contacts(guardians: Iterable[GuardianRow]) -> list[dict[str, Any]]:
    """Guardians with their numbers, for those who may see them."""
    return [{"name": g.name, "relation": g.relation, "phone": g.phone} for g in guardians]


def left_open(shown: Mapping[str, Any]) -> bool:
    """Whether the lists still ask for something."""
    return any(row["list"] in (UNEXPLAINED, DISCREPANCY) for row in shown["rows"])


def _to_call(standing: Standing, guardians: Sequence[GuardianRow]) -> bool:
    """Whether no message tells the family of this absence."""
    if standing.state is State.EXCUSED:
        return False
    return not alarms(standing) or not any(g.linked for g in guardians)


async def _leave(unit: Unit, roll: RollCall) -> dict[int, LeaveRequest]:
    """What families have asked for; of two requests of one child the one that is in dispute."""
    found: dict[int, LeaveRequest] = {}
    if roll.kind != "main" or roll.class_id is None:
        return found
    for asked in await store.said(unit.session, roll.class_id, roll.day, roll.half):
        kept = found.get(asked.pupil_id)
        if kept is None or kept.disputed_by is None:
            found[asked.pupil_id] = asked
    return found


async def _cases(
    unit: Unit, roll: RollCall
) -> tuple[dict[int, AbsenceCase], dict[int, list[tuple[AbsenceCopy, OutboxRow]]]]:
    cases: dict[int, AbsenceCase] = {}
    alerts: dict[int, list[tuple[AbsenceCopy, OutboxRow]]] = {}
    for case, copy, row in await store.alerts(unit.session, roll.id):
        cases[case.pupil_id] = case
        if copy is not None and row is not None and copy.state != "cancelled":
            alerts.setdefault(case.pupil_id, []).append((copy, row))
    return cases, alerts


def _told(
    unit: Unit, case: AbsenceCase | None, alerts: Alerts, guardians: Sequence[GuardianRow]
) -> dict[str, Any]:
    """How far the family knows: `how` is call_back, called, told, failed or nobody; `at` is
    when it was told or will be."""
    if case is not None and case.status in ("call_back", "called"):
        at = case.handled_at if case.status == "called" else case.answered_at
        return {"how": case.status, "at": clock(unit, at)}
    if not any(guardian.linked for guardian in guardians):
        return {"how": "nobody", "at": None}
    going = [row for _, row in alerts if row.status in ("queued", *ARRIVED)]
    if going:
        first = min(going, key=lambda row: row.not_before)
        return {"how": "told", "at": clock(unit, first.not_before)}
    return {"how": "failed" if alerts else "nobody", "at": None}
