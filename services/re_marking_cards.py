"""The cards of a re-marking on the phones of family, principal, second marker and teachers."""

from datetime import timedelta
from typing import Any

from services.score_cells import Column, ColumnKind
from services.score_correction_facts import moment
from services.unit import Unit
from storage import calendar, families, gradebook, households, outbox
from storage import re_markings as store
from storage.outbox import Priority
from storage.tables import ReMarking, SchoolYear

CARD = "re-marking"
WAITS = timedelta(days=3)  # then who is waited for hears again


def owner_of(id: int) -> str:
    """Under which the cards of a re-marking are found."""
    return f"{CARD}:{id}"


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
    if row.status == "written":
        found += [(p, "teacher") for p in await teachers_of(unit, row) if p != row.marker_id]
    return found


async def tell(
    unit: Unit, row: ReMarking, people: list[tuple[int, str]], *, again: str = ""
) -> None:
    """Show it as it is now; once for each state, or `again` by a mark of its own."""
    facts = await facts_of(unit, row)
    for person_id, role in people:
        await unit.notify(
            person_id,
            CARD,
            facts | {"role": role},
            priority=Priority.APPROVAL,
            key=f"{owner_of(row.id)}:{row.status}:{role}:{person_id}{again}",
            owner=owner_of(row.id),
        )


async def redraw(unit: Unit, row: ReMarking) -> None:
    """Every card shows the re-marking as it is now."""
    facts = await facts_of(unit, row)
    for card in await outbox.by_owner(unit.session, owner_of(row.id)):
        if card.person_id is not None and card.status not in ("failed", "cancelled"):
            role = (card.params or {}).get("role", "")
            shown = facts | {"role": role, "older": True}
            await unit.edit_notice(card.id, card.person_id, CARD, shown)


async def remind(unit: Unit) -> bool:
    """The job by the clock: after three days, and every three days more, who is waited for hears
    of it again: the principal, or the second marker."""
    if unit.now.minute or not 8 <= unit.now.astimezone(unit.zone).hour < 18:
        return False
    told = False
    for row in await store.in_status(unit.session, ("asked", "marking")):
        since = row.decided_at if row.status == "marking" else row.asked_at
        turns = (unit.now - (since or row.asked_at)) // WAITS
        if turns < 1:
            continue
        role = "marker" if row.status == "marking" else "principal"
        people = [each for each in await readers(unit, row) if each[1] == role]
        await tell(unit, row, people, again=f":again{turns}")
        told = True
    return told
