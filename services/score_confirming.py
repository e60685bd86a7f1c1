"""Midterm and final marks that others entered (article 8.1, the school's secretaries): the
subject's teacher reads and confirms them before families see them."""

from typing import Any

from services.access import Action
from services.errors import NotFound, Outdated
from services.gradebook import column_of, score_target
from services.unit import Unit
from storage import calendar, families, gradebook
from storage.outbox import Priority
from storage.tables import Assessment

NOTICE = "score-entered"


async def ask_teacher(unit: Unit, assessment_id: int) -> int:
    """Tell the subject's teachers that marks were entered for them; how many. Nobody is told of
    what they entered themselves."""
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is None or row.confirmed_at is not None or not column_of(row).is_periodic:
        return 0
    teachers = {
        each.person_id
        for each in await calendar.teachings(unit.session)
        if (each.class_id, each.subject_id) == (row.class_id, row.subject_id)
        and each.holds(unit.today)
        and each.person_id != unit.who.person_id
    }
    facts = await _facts(unit, row)
    for person_id in sorted(teachers):
        await unit.notify(
            person_id,
            NOTICE,
            facts,
            priority=Priority.APPROVAL,
            key=f"{NOTICE}:{row.id}:{row.version}:{person_id}",
            owner=f"{NOTICE}:{row.id}",
        )
    return len(teachers)


async def _facts(unit: Unit, row: Assessment) -> dict[str, Any]:
    names = dict(await gradebook.subject_names(unit.session))
    return {
        "id": row.id,
        "version": row.version,
        "class": await families.class_name(unit.session, row.class_id),
        "class_id": row.class_id,
        "subject": names[row.subject_id],
        "subject_id": row.subject_id,
        "column": column_of(row).code,
        "by": unit.who.name,
    }


async def confirm(unit: Unit, assessment_id: int, version: int) -> Assessment:
    """The teacher has read this version of the column; raises `NotAllowed`, and `Outdated` once it
    was changed or confirmed."""
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is None:
        raise NotFound("score-no-such-column")
    unit.require(Action.ENTER_SCORES, await score_target(unit, row.class_id, row.subject_id))
    if row.version != version:
        raise Outdated("score-entered-changed")
    if row.confirmed_at is not None:
        raise Outdated("score-entered-confirmed")
    row.confirmed_by, row.confirmed_at = unit.who.person_id, unit.now
    unit.audit("scores.confirmed", f"assessment:{row.id}", version=version)
    return row
