"""Findings: looked for, shown to the vice principal, asked about, answered, raised (article 4.4).

A finding that was closed comes back only when its figures are others. Teachers see their own alone.
"""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any

from services.access import Action
from services.daily import is_due
from services.errors import Invalid, NotAllowed, Outdated
from services.gradebook import column_of
from services.oversight.oddities import Marks, Odd, below, far_means, identical, piles
from services.rosters import classes
from services.school_rules import rules_of
from services.score_cells import Cell
from services.score_terms import term_now
from services.unit import Unit
from storage import calendar, departments, families, gradebook, households, rosters
from storage import oversight as store
from storage.outbox import Priority
from storage.tables import ScoreFinding

QUESTION, ANSWER, RAISED, DIGEST = "score-question", "score-answer", "score-raised", "score-odd"
OPEN = ("open", "answered", "raised")
KEY = "oversight:looked"
LONGEST = 500
MONDAY = 0


async def look(unit: Unit) -> list[ScoreFinding]:
    """Look at this term's marks: new findings are kept, those that are gone end. The open ones,
    newest first."""
    lists = {c.class_id: c.name for c in await classes(unit) if c.class_id is not None}
    if not lists:
        return []
    rules, term = await rules_of(unit), await term_now(unit)
    _, year_id = await gradebook.grade_and_year(unit.session, next(iter(lists)))
    rows = await gradebook.assessments(unit.session, list(lists), None, term)
    columns = await _columns(unit, rows)
    kept = await store.targets(unit.session, year_id)
    targets = {key: (row.bound, row.share) for key, row in kept.items()}
    odd = [
        *(far_means(columns, rules.watch_points, rules.watch_errors) if rules.watch_points else ()),
        *(piles(columns, rules.watch_pile) if rules.watch_pile else ()),
        *identical(columns),
        *below(columns, targets),
    ]
    found = [await _of_column(unit, each, lists) for each in odd]
    if rules.watch_changes:
        places = {row.id: row for row in rows}
        for at, pupil, count in await store.changes(
            unit.session, list(places), rules.watch_changes
        ):
            row = places[at]
            place = (row.class_id, row.subject_id, column_of(row).code)
            name = (await families.pupils(unit.session, [pupil], unit.today))[pupil].name
            each = Odd("changed_often", place, {"count": count, "pupil": name})
            made = await _of_column(unit, each, lists)
            made["key"] = f"{made['key']}:{pupil}"
            found.append(made)
    if rules.watch_corrections:
        for person, count in await store.corrections(
            unit.session, year_id, rules.watch_corrections
        ):
            people = await families.people(unit.session, {person})
            facts = {"teacher": people[person].name, "count": count}
            key = f"{year_id}:corrections:{person}"
            made = {"kind": "corrections", "key": key, "facts": facts, "teacher_id": person}
            found.append(made)
    return await _keep(unit, year_id, term, found)


async def _columns(unit: Unit, rows: Sequence[Any]) -> list[Marks]:
    cells = await gradebook.cells(unit.session, [row.id for row in rows])
    orders: dict[int, list[int]] = {}
    grades: dict[int, int] = {}
    found = []
    for row in rows:
        of = row.class_id
        if of not in orders:
            places = await rosters.class_places(unit.session, of)
            places.sort(key=lambda p: (p.number or 0, p.pupil_id))
            orders[of] = list(dict.fromkeys(place.pupil_id for place in places))
            grades[of] = (await gradebook.grade_and_year(unit.session, of))[0]
        here = cells[row.id]
        counted = [Cell.from_json(dict(here[id])).counted for id in orders[of] if id in here]
        marks = tuple(mark for mark in counted if mark is not None)
        if marks:
            place = (of, row.subject_id, column_of(row).code)
            found.append(Marks(place, grades[of], marks))
    return found


async def _of_column(unit: Unit, odd: Odd, lists: dict[int, str]) -> dict[str, Any]:
    of, subject_id, code = odd.place
    teachers = [
        each.person_id
        for each in await _teachings(unit)
        if (each.class_id, each.subject_id) == (of, subject_id) and each.holds(unit.today)
    ]
    names = dict(await gradebook.subject_names(unit.session))
    people = await families.people(unit.session, set(teachers[:1]))
    facts: dict[str, Any] = {
        "class": lists[of],
        "subject": names[subject_id],
        "column": code,
        "teacher": people[teachers[0]].name if teachers else "",
        **odd.figures,
    }
    key = f"{of}:{subject_id}:{code}:{odd.kind}"
    if odd.other is not None:
        facts |= {"other_class": lists[odd.other[0]], "other_column": odd.other[2]}
        key += f":{odd.other[0]}:{odd.other[2]}"
    who = teachers[0] if teachers else None
    return {"kind": odd.kind, "key": key, "facts": facts, "teacher_id": who}


async def _teachings(unit: Unit) -> list[Any]:
    return await unit.cached("oversight-teachings", lambda: calendar.teachings(unit.session))


async def _keep(
    unit: Unit, year_id: int, term: int, found: list[dict[str, Any]]
) -> list[ScoreFinding]:
    there = await store.findings(unit.session, year_id)
    keys = set()
    for each in found:
        digest = sha256(repr(sorted(each["facts"].items())).encode()).hexdigest()
        keys.add(each["key"])
        row = there.get(each["key"])
        if row is None:
            row = ScoreFinding(year_id=year_id, digest=digest, found_at=unit.now, **each)
            unit.session.add(row)
            there[each["key"]] = row
        elif row.digest != digest:
            row.digest, row.facts, row.teacher_id = digest, each["facts"], each["teacher_id"]
            if row.status == "closed":
                row.status, row.found_at = "open", unit.now
    for key, row in there.items():
        if key not in keys and row.status == "open" and _is_of(row, term):
            row.status, row.closed_at = "closed", unit.now
    await unit.session.flush()
    rows = [row for row in there.values() if row.status != "closed"]
    return sorted(rows, key=lambda row: (row.found_at, row.id), reverse=True)


def _is_of(row: ScoreFinding, term: int) -> bool:
    """Whether a look at this term would have found it again."""
    column = row.facts.get("column")
    return column is None or str(column)[:1] == str(term)


async def findings(unit: Unit) -> list[ScoreFinding]:
    """What is open now, for the vice principal and the principal; raises `NotAllowed`."""
    unit.require(Action.OVERSEE_SCORES)
    return await look(unit)


async def close(unit: Unit, id: int) -> ScoreFinding:
    """[Bình thường]: looked at, nothing odd."""
    unit.require(Action.OVERSEE_SCORES)
    row = await _get(unit, id)
    by = {"closed_by": unit.who.person_id, "closed_at": unit.now}
    if not await store.move(unit.session, row, (*OPEN, "asked"), status="closed", **by):
        raise Outdated
    unit.audit("finding.closed", f"finding:{row.id}", key=row.key)
    return row


async def ask(unit: Unit, id: int, question: str = "") -> ScoreFinding:
    """[Hỏi giáo viên]: the teacher is asked, with a day by which to answer; raises `Invalid` where
    no teacher is known."""
    unit.require(Action.OVERSEE_SCORES)
    row = await _get(unit, id)
    if row.teacher_id is None:
        raise Invalid("odd-no-teacher")
    due = unit.today + timedelta(days=(await rules_of(unit)).watch_answer_days)
    values = {
        "status": "asked",
        "asked_by": unit.who.person_id,
        "asked_at": unit.now,
        "question": " ".join(question.split())[:LONGEST] or None,
        "due": due,
    }
    if not await store.move(unit.session, row, OPEN, **values):
        raise Outdated
    unit.audit("finding.asked", f"finding:{row.id}", key=row.key, due=due.isoformat())
    facts = facts_of(row) | {"due": f"{due:%d/%m/%Y}", "question": row.question or ""}
    key = f"{QUESTION}:{row.id}:{unit.now.isoformat()}"
    await unit.notify(row.teacher_id, QUESTION, facts, priority=Priority.APPROVAL, key=key)
    return row


async def own_question(unit: Unit, id: int) -> ScoreFinding:
    """A question that waits for the actor's answer; raises `NotAllowed`, `Outdated`."""
    row = await _get(unit, id)
    if row.teacher_id != unit.who.person_id:
        raise NotAllowed
    if row.status not in ("asked", "raised"):
        raise Outdated
    return row


async def answer(unit: Unit, id: int, text: str) -> ScoreFinding:
    """The teacher's answer goes to who asked; raises `Invalid` for an empty or too long one."""
    row = await own_question(unit, id)
    words = " ".join(text.split())
    if not words or len(words) > 2 * LONGEST:
        raise Invalid("odd-answer-length", most=2 * LONGEST)
    values = {"status": "answered", "answer": words, "answered_at": unit.now}
    if not await store.move(unit.session, row, ("asked", "raised"), **values):
        raise Outdated
    unit.audit("finding.answered", f"finding:{row.id}", answer=words)
    if row.asked_by is not None:
        key = f"{ANSWER}:{row.id}:{unit.now.isoformat()}"
        facts = facts_of(row) | {"answer": words}
        await unit.notify(row.asked_by, ANSWER, facts, priority=Priority.APPROVAL, key=key)
    return row


async def raise_it(unit: Unit, id: int) -> int:
    """[Chuyển hiệu trưởng]: to the principal and the head of the department; how many."""
    unit.require(Action.OVERSEE_SCORES)
    row = await _get(unit, id)
    return await _raise(unit, row, (*OPEN, "asked"))


async def _raise(unit: Unit, row: ScoreFinding, sources: tuple[str, ...]) -> int:
    values = {"status": "raised", "raised_at": unit.now}
    if not await store.move(unit.session, row, sources, **values):
        raise Outdated
    unit.audit("finding.raised", f"finding:{row.id}", key=row.key)
    people = set(await households.holders_of(unit.session, "principal"))
    if row.teacher_id is not None:
        own = await departments.of_people(unit.session, {row.teacher_id})
        of = own.get(row.teacher_id)
        heads = await departments.heads(unit.session)
        people |= {head for head, department in heads if department == of}
    people.discard(row.teacher_id or 0)
    for person in sorted(people):
        key = f"{RAISED}:{row.id}:{unit.now.isoformat()}:{person}"
        facts = facts_of(row) | {"answer": row.answer or ""}
        await unit.notify(person, RAISED, facts, priority=Priority.APPROVAL, key=key)
    return len(people)


def facts_of(row: ScoreFinding) -> dict[str, Any]:
    """A finding as a notice carries it."""
    return {"id": row.id, "kind": row.kind, "status": row.status, **row.facts}


async def _get(unit: Unit, id: int) -> ScoreFinding:
    row = await store.get(unit.session, id)
    if row is None:
        raise Outdated
    return row


async def watch(unit: Unit) -> bool:
    """The job by the clock, once a day at the hour of reminders: questions whose day has passed go
    higher; on Mondays the vice principal hears how much is open, and each head of a department of
    tests below its target. Silent where nothing is."""
    if not await is_due(unit, KEY):
        return False
    told = False
    for row in await store.overdue(unit.session, unit.today):
        told |= await _raise(unit, row, ("asked",)) > 0
    if unit.today.weekday() != MONDAY:
        return told
    found = [row for row in await look(unit) if row.status == "open"]
    if not found:
        return told
    for vice in await households.holders_of(unit.session, "vice_principal"):
        told |= await _digest(unit, vice, found)
    for head, department in await departments.heads(unit.session):
        mine = [row for row in found if row.kind == "below_target"]
        of = await departments.of_people(unit.session, {row.teacher_id or 0 for row in mine})
        own = [row for row in mine if of.get(row.teacher_id or 0) == department]
        if own:
            told |= await _digest(unit, head, own)
    return told


async def _digest(unit: Unit, person_id: int, found: Sequence[ScoreFinding]) -> bool:
    facts = {"findings": [facts_of(row) for row in found[:20]], "count": len(found)}
    key = f"{DIGEST}:{unit.today}:{person_id}"
    return await unit.notify(person_id, DIGEST, facts, key=key) is not None
