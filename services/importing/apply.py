"""Carrying out what was shown, with its entries in the audit chain.

The chain cannot forget, so it gets ids, counts and the names of columns, never names or phones.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.clock import Clock
from services.errors import Outdated
from services.importing.layout import Sheet
from services.importing.plan import Plan, make_plan
from services.importing.preview import FieldChange, Kind
from storage import audit, class_changes, school_settings
from storage.draft import Record
from storage.school_store import load_school, revoke_invites
from storage.tables import Enrolment, Guardianship

OPEN_DETAILS = {"class", "status", "number", "teacher", "post"}  # values that name no family


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done: counts per sheet and kind; `changed` is false where nothing was written."""

    changed: bool
    counts: dict[Sheet, Counter[Kind]]


async def apply_plan(
    session: AsyncSession, plan: Plan, clock: Clock, actor_id: int | None
) -> Summary:
    """Write the plan in this unit of work.

    Raises `Outdated` if the school has changed so that something else would happen than was shown.
    """
    fresh = make_plan(await load_school(session), plan.tables, plan.day)
    if not fresh.says_the_same(plan):
        raise Outdated("import-outdated")
    counts = {sheet: fresh.preview.count(sheet) for sheet in fresh.preview.sheets}
    if not fresh.changes_anything:
        return Summary(False, counts)
    unlinked = [
        (record["person_id"].id, record["pupil_id"].id)
        for record in fresh.draft.removed(Guardianship)
    ]
    moved = _moved(fresh)
    await fresh.draft.write(session)
    if moved is not None:
        await class_changes.resize_rolls(session, [each.id for each in moved[0]], moved[1])
    await revoke_invites(session, unlinked, clock.now())
    for sheet in counts:
        for entry in _entries(fresh, sheet):
            await audit.append(session, at=clock.now(), actor_id=actor_id, **entry)
    await school_settings.raise_revision(session)
    return Summary(True, counts)


def _moved(plan: Plan) -> tuple[list[Record], date] | None:
    """The classes whose lists change before today, and from which day on."""
    classes: list[Record] = []
    first = plan.day
    for record in plan.draft.all(Enrolment):
        if record["class_id"].stored and (record.before or not record.stored):
            classes.append(record["class_id"])
            ends = record["ends"]
            first = min(first, record["starts"] if ends is None else ends)
    return (classes, first) if classes and first < plan.day else None


def _entries(plan: Plan, sheet: Sheet) -> Iterator[dict[str, Any]]:
    """One entry for the sheet and one for everybody and everything that it changed."""
    count = plan.preview.count(sheet)
    written = {kind.value: count[kind] for kind in (Kind.ADDED, Kind.CHANGED, Kind.ENDED)}
    if not any(written.values()):
        return
    yield {
        "action": "import.sheet",
        "subject": f"sheet:{sheet.value}",
        "details": written | {"year": plan.preview.year, "refused": count[Kind.REFUSED]},
    }
    for line in plan.preview.of(sheet, Kind.CHANGED, Kind.ENDED):
        if line.record is not None:
            yield {
                "action": f"import.{line.kind.value}",
                "subject": _subject(line.record),
                "details": {"changes": [_open(change) for change in line.changes]},
            }


def _open(change: FieldChange) -> list[str]:
    if change.column in OPEN_DETAILS:
        return [change.column, change.old, change.new]
    return [change.column]


def _subject(record: Record) -> str:
    key = "-".join(
        str(value.id if isinstance(value, Record) else value)
        for value in (record.values.get(column.name) for column in record.table.primary_key)
    )
    return f"{record.table.name}:{key}"
