"""Words that a guardian writes after an alert, passed on to the homeroom teacher as they are."""

from collections.abc import Sequence
from typing import Any

from services.absence_answers import OPEN, open_for_guardian
from services.absence_file import CaseFile, open_file, picture, responsible
from services.unit import Unit
from storage import absences as store
from storage import families
from storage.outbox import Priority

WORDS = "absence-words"
HEARD = (*OPEN, "on_leave", "left_home", "searching")
LONGEST = 1500


async def open_cases(unit: Unit) -> Sequence[CaseFile]:
    """The actor's own children of whose absence today something is still to be said."""
    if unit.actor is None or not unit.actor.is_guardian:
        return ()
    cases = await store.open_cases_for(unit.session, unit.actor.person_id, unit.today, HEARD)
    mine = [case for case in cases if case.pupil_id in unit.actor.children]
    return [await open_file(unit, case) for case in mine]


async def pass_on(unit: Unit, case_id: int, round: int, words: str) -> dict[str, Any]:
    """Send a guardian's words to whoever is responsible; the case as its messages show it, with
    `reached`: whether there was anyone."""
    file = await open_for_guardian(unit, case_id, round)
    who = unit.who
    person = (await families.people(unit.session, [who.person_id]))[who.person_id]
    relation = await families.relation(unit.session, who.person_id, file.pupil.id)
    standing = await store.attendance(unit.session, file.roll.id, file.pupil.id)
    shown = await picture(unit, file)
    params = {
        "roll": file.roll.id,
        "pupil_id": file.pupil.id,
        "pupil": file.pupil.name,
        "class": file.pupil.class_name or "",
        "words": words[:LONGEST],
        "name": person.name,
        "relation": relation or "guardian",
        "phone": person.phone,
        "unexplained": standing is not None and standing.state == "unexplained",
    }
    urgent = file.case.status in ("left_home", "searching")
    staff = await responsible(unit, file)
    for person_id in staff:
        priority = Priority.URGENT if urgent else Priority.APPROVAL
        await unit.notify(person_id, WORDS, params, priority=priority)
    unit.audit("absence.words", file.subject, pupil=file.pupil.id, to=staff)
    return shown | {"reached": bool(staff)}
