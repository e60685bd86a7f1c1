"""The minimum record of a class: who has gaps, against the deadline, and filling them.

Article 7.1 makes it the homeroom teacher's; what is filled is kept with what stood there before,
so that a slip is undone. The audit chain says which field of whom changed, never the value.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from services import record_people
from services.access import Action, Target, may
from services.errors import NotAllowed, NotFound, Outdated
from services.people_changed import people_changed
from services.record_fields import Adult, Field, Minimum, deadline, read_adult, read_value
from services.rosters import RollList, classes
from services.school_rules import rules_of
from services.unit import Unit
from storage import records as store
from storage.records import RecordRow
from storage.tables import RecordChange

COLUMNS = {
    Field.ETHNIC: "ethnic_group",
    Field.ADDRESS: "address",
    Field.POLICY: "policy_family",
}


@dataclass(frozen=True, slots=True)
class ClassRecords:
    """A class's records; `due` is the deadline of most, a later comer's own is `due_of`."""

    of: RollList
    due: date
    days: int
    pupils: tuple[Minimum, ...]

    @property
    def incomplete(self) -> list[Minimum]:
        """Who has gaps."""
        return [pupil for pupil in self.pupils if pupil.gaps]

    def due_of(self, pupil: Minimum) -> date:
        """The last day on which this pupil's record may be incomplete."""
        return deadline(self.of.starts, pupil.since, self.days)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written; `change` is what an undo needs."""

    pupil: Minimum
    field: Field
    change: int


async def own_classes(unit: Unit) -> list[RollList]:
    """The classes whose records one keeps, the own ones first; raises `NotAllowed` for none."""
    actor = unit.who
    found = [
        of
        for of in await classes(unit)
        if of.class_id is not None and may(actor, Action.KEEP_RECORD, Target(class_id=of.class_id))
    ]
    if not found:
        raise NotAllowed
    return sorted(found, key=lambda of: of.class_id not in actor.homeroom_of)


async def of_class(unit: Unit, of: RollList) -> ClassRecords:
    """The records of a class, by list number."""
    unit.require(Action.KEEP_RECORD, of.target)
    return (await _read(unit, [of]))[0]


async def overview(unit: Unit) -> list[ClassRecords]:
    """The records of every class that one keeps, read at once."""
    return await _read(unit, await own_classes(unit))


async def of_pupil(unit: Unit, pupil_id: int) -> Minimum:
    """The record of one pupil; raises `NotFound` for one who is in no class today."""
    found = await store.rows(unit.session, unit.today, pupil_id=pupil_id)
    if not found:
        unit.require(Action.KEEP_RECORD)
        raise NotFound("record-no-pupil")
    unit.require(Action.KEEP_RECORD, Target(class_id=found[-1].class_id))
    return (await _minimums(unit, found[-1:]))[0]


async def fill(unit: Unit, pupil_id: int, field: Field, text: str) -> Filled:
    """Write a typed value into the record.

    Raises `Invalid` with a right example, `NotAllowed` for another's class.
    """
    before = await of_pupil(unit, pupil_id)
    values: dict[str, Any] = {"person_id": None, "old": before.shown(field)}
    if field in (Field.GUARDIAN, Field.PHONE):
        kept = await record_people.write(unit, before, field, read_adult(text))
        values |= {"person_id": kept.person_id, "old": kept.old}
        field, value = kept.field, kept.value
    else:
        value = read_value(field, text, unit.today) or ""
        await _write(unit, pupil_id, field, value or None)
    change = await store.add(
        unit.session,
        pupil_id=pupil_id,
        field=field.value,
        value=value,
        status="accepted",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
        decided_by=unit.who.person_id,
        decided_at=unit.now,
        **values,
    )
    unit.audit("record.filled", f"pupil:{pupil_id}", field=field.value, change=change.id)
    await people_changed(unit)
    return Filled(await of_pupil(unit, pupil_id), field, change.id)


async def undo(unit: Unit, change_id: int) -> Filled:
    """Put back what stood there, once, and only while nobody has written something newer."""
    change = await store.change(unit.session, change_id)
    if change is None:
        raise Outdated
    now = await of_pupil(unit, change.pupil_id)
    field = Field(change.field)
    if change.status != "accepted" or change.asked_by != unit.who.person_id:
        raise Outdated
    if change.person_id is not None:
        await record_people.put_back(unit, now, change)
    elif (now.shown(field) or "") != change.value:
        raise Outdated
    else:
        await _write(unit, change.pupil_id, field, change.old)
    if not await store.move(unit.session, change, "accepted", "undone"):
        raise Outdated
    unit.audit("record.undone", f"pupil:{change.pupil_id}", field=field.value, change=change_id)
    await people_changed(unit)
    return Filled(await of_pupil(unit, change.pupil_id), field, change.id)


async def accept(unit: Unit, change: RecordChange, pupil_id: int) -> None:
    """Write what a family has reported and the school has confirmed; the right is asked before."""
    field = Field(change.field)
    if field is Field.PHONE and change.person_id is not None:
        await store.set_phone(unit.session, change.person_id, change.value)
    else:
        await _write(unit, pupil_id, field, change.value)
    await people_changed(unit)


async def _write(unit: Unit, pupil_id: int, field: Field, value: str | None) -> None:
    if field is Field.BIRTH:
        day = date.fromisoformat(value) if value else None
        await store.set_pupil(unit.session, pupil_id, birth_date=day)
    elif field is Field.GENDER:
        await store.set_pupil(unit.session, pupil_id, gender=value)
    else:
        await store.set_record(unit.session, pupil_id, **{COLUMNS[field]: value})


async def _read(unit: Unit, of: list[RollList]) -> list[ClassRecords]:
    """Some classes with three queries, however many they are."""
    ids = [one.class_id for one in of if one.class_id is not None]
    pupils = await _minimums(unit, await store.rows(unit.session, unit.today, class_ids=ids))
    by_class: dict[int, list[Minimum]] = defaultdict(list)
    for pupil in pupils:
        by_class[pupil.class_id].append(pupil)
    days = (await rules_of(unit)).record_days
    return [
        ClassRecords(
            one,
            deadline(one.starts, one.starts, days),
            days,
            tuple(by_class[one.class_id or 0]),
        )
        for one in of
    ]


async def _minimums(unit: Unit, rows: list[RecordRow]) -> list[Minimum]:
    adults: dict[int, list[Adult]] = defaultdict(list)
    for row in await store.adults(unit.session, [row.pupil_id for row in rows]):
        adults[row.pupil_id].append(Adult(row.person_id, row.name, row.relation, row.phone))
    return [
        Minimum(
            row.pupil_id,
            row.name,
            row.number,
            row.class_id,
            row.class_name,
            row.since,
            row.birth,
            row.gender,
            row.ethnic,
            row.address,
            row.policy,
            tuple(adults[row.pupil_id]),
        )
        for row in rows
    ]
