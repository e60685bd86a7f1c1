"""A correction as its cards and its minutes show it, as plain facts."""

from datetime import datetime, timedelta
from typing import Any

from services.score_cells import Column, ColumnKind
from services.unit import Unit
from storage import families, gradebook
from storage import score_corrections as store
from storage.tables import SchoolYear, ScoreCorrection

DEMANDED = ("book", "paper")
RECORD = "record"  # what a level of conduct rests on
CONDUCT = "conduct"  # the kind of a correction of a level, which has no subject and no column
OPEN = ("asked", "approved")
EARLIER = 3  # corrections of the same teacher that the principal sees
LAST_WEEK = timedelta(days=7)


def owner_of(correction_id: int) -> str:
    """Under which the cards of a correction are found."""
    return f"score-correction:{correction_id}"


def column_of(row: ScoreCorrection) -> Column:
    """The column that is to be corrected."""
    return Column(row.term, ColumnKind(row.kind), row.column_number)


def place_of(row: ScoreCorrection) -> tuple[int, int | None, int, int, str, int]:
    """What a correction is about, to tell two of the same."""
    number = row.column_number
    return (row.class_id, row.subject_id, row.pupil_id, row.term, row.kind, number)


def _code(row: ScoreCorrection) -> str:
    return "" if row.kind == CONDUCT else column_of(row).code


async def facts_of(unit: Unit, row: ScoreCorrection) -> dict[str, Any]:
    """Everything that the deciders see; `earlier` are the teacher's corrections before this one."""
    pupil = (await families.pupils(unit.session, [row.pupil_id], unit.today))[row.pupil_id]
    ids = {
        row.asked_by,
        row.decided_by,
        row.admin_by,
        row.admin_signed_by,
        row.principal_signed_by,
    }
    people = await families.people(unit.session, {id for id in ids if id is not None})
    names = dict(await gradebook.subject_names(unit.session))
    earlier = [
        each
        for each in await store.of_teacher(unit.session, row.asked_by, row.year_id)
        if each.id < row.id
    ]
    evidence = await store.evidence(unit.session, row.id)

    def who(id: int | None) -> dict[str, str] | None:
        if id is None:
            return None
        return {"name": people[id].name, "gender": people[id].gender or ""}

    return {
        "id": row.id,
        "number": row.number,
        "year": (await unit.session.get_one(SchoolYear, row.year_id)).name,
        "class": await families.class_name(unit.session, row.class_id),
        "kind": row.kind,
        "term": row.term,
        "subject": "" if row.subject_id is None else names[row.subject_id],
        "column": _code(row),
        "pupil": pupil.name,
        "list_number": pupil.list_number,
        "old": row.old,
        "new": row.new,
        "reason": row.reason,
        "late": row.late,
        "status": row.status,
        "asked": who(row.asked_by),
        "asked_at": moment(unit, row.asked_at),
        "decided": who(row.decided_by),
        "decided_at": moment(unit, row.decided_at),
        "why": row.decided_why or "",
        "teacher_at": moment(unit, row.teacher_at),
        "admin": who(row.admin_by),
        "admin_at": moment(unit, row.admin_at),
        "written_at": moment(unit, row.written_at),
        "signed": {
            "principal": [who(row.principal_signed_by), moment(unit, row.principal_signed_at)],
            "admin": [who(row.admin_signed_by), moment(unit, row.admin_signed_at)],
            "teacher": [
                who(row.asked_by) if row.teacher_signed_at else None,
                moment(unit, row.teacher_signed_at),
            ],
        },
        "evidence": {kind: sum(e.kind == kind for e in evidence) for kind in (*DEMANDED, RECORD)},
        "earlier": len(earlier),
        "earlier_shown": [
            {"column": _code(each), "old": each.old, "new": each.new} for each in earlier[:EARLIER]
        ],
    }


def moment(unit: Unit, at: datetime | None) -> str:
    """ "09:15 30/11/2026"; empty where it has not come."""
    return "" if at is None else f"{at.astimezone(unit.zone):%H:%M %d/%m/%Y}"
