"""The cards of a re-marking on the phones of family, principal, second marker and teachers."""

from typing import Any

from services import role_cards
from services.score_cells import Column, ColumnKind
from services.score_correction_facts import moment
from services.unit import Unit
from storage import calendar, families, gradebook, households
from storage import re_markings as store
from storage.tables import ReMarking, SchoolYear

CARD = "re-marking"


def column_of(row: ReMarking) -> Column:
    """The test that is marked anew."""
    return Column(row.term, ColumnKind(row.kind))


async def facts_of(unit: Unit, row: ReMarking) -> dict[str, Any]:
    """A re-marking as plain facts; each face of a card leaves out what is not its reader's."""
    pupil = (await families.pupils(unit.session, [row.pupil_id], unit.today))[row.pupil_id]
    ids = {id for id in (row.asked_by, row.decided_by, row.marker_id) if id is not None}
    people = await families.people(unit.session, ids)
    names = dict(await gradebook.subject_names(unit.session))

    def name(id: int | None) -> str:
        return people[id].name if id is not None else ""

    return {
        "id": row.id,
        "number": row.number,
        "year": (await unit.session.get_one(SchoolYear, row.year_id)).name,
        "class": await families.class_name(unit.session, row.class_id),
        "subject": names[row.subject_id],
        "column": column_of(row).code,
        "pupil": pupil.name,
        "list_number": pupil.list_number,
        "old": row.old,
        "new": row.new,
        "reason": row.reason,
        "status": row.status,
        "asked": name(row.asked_by),
        "asked_at": moment(unit, row.asked_at),
        "decided": name(row.decided_by),
        "decided_at": moment(unit, row.decided_at),
        "why": row.decided_why or "",
        "marker": name(row.marker_id),
        "written_at": moment(unit, row.written_at),
        "papers": len(await store.papers(unit.session, row.id)),
    }


async def teachers_of(unit: Unit, row: ReMarking) -> list[int]:
    """Who teaches the subject in the class."""
    return [
        each.person_id
        for each in await calendar.teachings(unit.session)
        if (each.class_id, each.subject_id) == (row.class_id, row.subject_id)
        and each.holds(unit.today)
    ]


async def readers(unit: Unit, row: ReMarking) -> list[tuple[int, str]]:
    """Everyone concerned, each in a role: the principals decide, the marker marks, the family and
    the subject's teachers hear how it ends."""
    found = [(p, "principal") for p in await households.holders_of(unit.session, "principal")]
    found.append((row.asked_by, "family"))
    if row.marker_id is not None:
        found.append((row.marker_id, "marker"))
    if row.status in ("written", "overtaken"):
        found += [(p, "teacher") for p in await teachers_of(unit, row) if p != row.marker_id]
    return found


async def tell(
    unit: Unit, row: ReMarking, people: list[tuple[int, str]], *, again: str = ""
) -> None:
    """Show it as it is now; once for each state, or `again` by a mark of its own."""
    await role_cards.tell(unit, CARD, await facts_of(unit, row), people, mark=again)


async def redraw(unit: Unit, row: ReMarking) -> None:
    """Every card shows the re-marking as it is now."""
    await role_cards.redraw(unit, CARD, await facts_of(unit, row))
