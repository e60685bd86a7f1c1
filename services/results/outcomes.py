"""What is kept of each pupil when a class is approved, and what each family is told of it: the own
child's alone (circular 15/2026 art. 22.2)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from services.access import Action, Target
from services.class_results import unguarded_results
from services.evaluation.kinds import Mark, Passing
from services.results.kinds import Stage
from services.results.readiness import urgent
from services.results.reckoning import ClassStage, PupilStage
from services.school_rules import rules_of
from services.score_publishing import usual_time
from services.unit import Unit
from storage import families
from storage import results as store
from storage.outbox import Priority
from storage.tables import PupilOutcome, SummerTask

NOTICE = "pupil-result"
AT_ONCE = 40  # families in one unit of work, so that nobody waits for it
MORNING, NIGHT = 6, 21  # hours between which a family may be told at once
SUMMER_ENDS = "31/8"  # article 11.1d


def mark_text(mark: Mark | None) -> str:
    """A subject's result as it is kept: "7.8", "passed", "failed", or nothing."""
    if mark is None:
        return ""
    return mark.name.lower() if isinstance(mark, Passing) else str(mark)


async def outcome_rows(unit: Unit, seen: ClassStage) -> list[PupilOutcome]:
    """The rows of a class that is approved now. Families of pupils who are not simply promoted
    are told at once, the others at the school's usual hour."""
    usual = usual_time(unit, await rules_of(unit))
    first = {p.place.pupil_id for p in urgent(seen.pupils)}
    terms: dict[int, dict[int, dict[str, Mark]]] = {}
    for term in (1, 2) if seen.stage.is_year else (1,):
        found = await unguarded_results(unit, seen.class_id, term)
        terms[term] = {
            p.place.pupil_id: {mark.code: mark.mark for mark in p.marks} for p in found.pupils
        }
    remarks: dict[int, list[dict[str, str]]] = {}
    if seen.stage is not Stage.SUMMER:
        rows = await store.subject_remarks(unit.session, seen.class_id, seen.stage.term)
        names = {subject.id: subject.name for subject in seen.subjects.values()}
        for row in rows:
            said = {"subject": names.get(row.subject_id, ""), "text": row.text}
            remarks.setdefault(row.pupil_id, []).append(said)
    return [
        PupilOutcome(
            class_id=seen.class_id,
            pupil_id=p.place.pupil_id,
            stage=int(seen.stage),
            results=None if p.level is None else int(p.level),
            conduct=None if p.conduct is None else int(p.conduct),
            absent=p.absent,
            outcome=p.outcome,
            title=None if p.title is None or p.decided else p.title.value,
            facts=_facts(seen, p, terms) | {"remarks": remarks.get(p.place.pupil_id, [])},
            tell_at=_by_day(unit) if p.place.pupil_id in first else usual,
        )
        for p in seen.pupils
    ]


def _by_day(unit: Unit) -> datetime:
    """Now, or in the morning where it is night: nobody is woken by a result."""
    local = unit.now.astimezone(unit.zone)
    if MORNING <= local.hour < NIGHT:
        return unit.now
    day = local.date() + timedelta(days=local.hour >= NIGHT)
    return datetime.combine(day, time(MORNING), unit.zone)


def _facts(
    seen: ClassStage, of: PupilStage, terms: dict[int, dict[int, dict[str, Mark]]]
) -> dict[str, Any]:
    id = of.place.pupil_id
    year = {mark.code: mark.mark for mark in of.marks} if seen.stage.is_year else {}
    subjects = [
        {
            "name": subject.name,
            "terms": [mark_text(terms[term].get(id, {}).get(code)) for term in terms],
            "year": mark_text(year.get(code)),
        }
        for code, subject in seen.subjects.items()
    ]
    end = of.end
    open_in = [seen.subjects[c].name for c in end.subjects if c in seen.subjects] if end else []
    return {
        "class": seen.class_name,
        "subjects": subjects,
        "retest": open_in if of.outcome in ("retest", "principal") else [],
        "remark": of.remark,
        "own_plan": of.own_plan,
        "lifted": bool(of.verdict and of.verdict.adjusted_for),
    }


async def tell_results(unit: Unit) -> bool:
    """The job by the clock: families whose hour has come hear of their own child."""
    rows = await store.due_outcomes(unit.session, unit.now, AT_ONCE)
    if not rows:
        return False
    ids = [row.pupil_id for row in rows]
    pupils = await families.pupils(unit.session, ids, unit.today)
    guardians = await families.guardians(unit.session, ids)
    tasks: dict[int, SummerTask] = {}
    for class_id in {row.class_id for row in rows}:
        tasks |= await store.summer_tasks(unit.session, class_id)
    for row in rows:
        task = tasks.get(row.pupil_id)
        facts = told_facts(row, pupils[row.pupil_id].name) | {
            "task": task.text if task and row.stage == Stage.YEAR else "",
            "due": f"{task.due:%d/%m/%Y}" if task and row.stage == Stage.YEAR else "",
        }
        for person in guardians[row.pupil_id]:
            key = f"{NOTICE}:{row.class_id}:{row.stage}:{row.pupil_id}:{person.person_id}"
            await unit.notify(
                person.person_id,
                NOTICE,
                facts,
                priority=Priority.NOTICE,
                key=f"{key}:{row.tell_at.isoformat()}",
            )
        row.told_at = unit.now
        unit.audit("results.told", f"pupil:{row.pupil_id}", stage=row.stage)
    return True


def told_facts(row: PupilOutcome, name: str) -> dict[str, Any]:
    """A pupil's approved result as families are shown it."""
    return {
        "pupil": name,
        "pupil_id": row.pupil_id,
        "class": row.facts["class"],
        "stage": row.stage,
        "results": row.results,
        "conduct": row.conduct,
        "absent": row.absent,
        "outcome": row.outcome or "",
        "title": row.title or "",
        "subjects": row.facts["subjects"],
        "retest": row.facts["retest"],
        "remark": row.facts["remark"],
        "remarks": row.facts["remarks"],
        "own_plan": row.facts["own_plan"],
        "summer_ends": SUMMER_ENDS,
    }


@dataclass(frozen=True, slots=True)
class Told:
    """A result that a family was told."""

    facts: dict[str, Any]
    at: datetime


async def child_results(unit: Unit, pupil_id: int) -> list[Told]:
    """What was told of the own child, the newest first; raises `NotAllowed`."""
    unit.require(Action.SEE_CHILD_SCORES, Target(pupil_id=pupil_id))
    rows = await store.outcomes_of(unit.session, pupil_id)
    found = []
    for row in rows:
        pupil = (await families.pupils(unit.session, [pupil_id], unit.today))[pupil_id]
        assert row.told_at is not None  # only such were asked for
        found.append(Told(told_facts(row, pupil.name), row.told_at))
    return found
