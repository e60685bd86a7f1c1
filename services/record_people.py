"""The adults of the minimum record: who answers for a child, and under which number.

An adult of the same name and number is the same person, as when a workbook is read; a number that
belongs to somebody of another name makes nobody that person.
"""

from dataclasses import dataclass

from services.errors import Invalid, Outdated
from services.importing.cells import name_key
from services.record_fields import Adult, Field, Minimum, TypedAdult
from services.unit import Unit
from storage import records as store
from storage.school_store import revoke_invites
from storage.tables import RecordChange

GENDERS = {"father": "M", "mother": "F"}


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written, as a change keeps it."""

    field: Field
    person_id: int
    old: str | None
    value: str


async def write(unit: Unit, pupil: Minimum, field: Field, said: TypedAdult) -> Kept:
    """Write an adult or a number.

    Raises `Invalid` where it is not said whose number it is, or where another adult already stands
    in that place.
    """
    known = _known(pupil, said)
    if known is not None:
        if said.phone is None:
            raise Invalid("record-wrong-phone", shown=said.name or "")
        await store.set_phone(unit.session, known.person_id, said.phone)
        return Kept(Field.PHONE, known.person_id, known.phone, said.phone)
    if said.name is None or said.relation is None:
        key = "record-whose-number" if field is Field.PHONE else "record-wrong-guardian"
        raise Invalid(key, shown=said.name or said.phone or "")
    held = next((adult for adult in pupil.adults if adult.relation == said.relation), None)
    if held is not None:
        raise Invalid("record-place-taken", name=held.name, relation=held.relation)
    person_id = await _same_person(unit, said)
    if person_id is None:
        gender = GENDERS.get(said.relation)
        person_id = await store.new_person(unit.session, said.name, gender, said.phone)
    elif any(adult.person_id == person_id for adult in pupil.adults):
        raise Invalid("record-place-taken", name=said.name, relation=said.relation)
    await store.tie(unit.session, person_id, pupil.pupil_id, said.relation)
    return Kept(Field.GUARDIAN, person_id, None, said.name)


def _known(pupil: Minimum, said: TypedAdult) -> Adult | None:
    """Which adult of the child is meant: by place and name, or the only one there is."""
    found = [
        adult
        for adult in pupil.adults
        if said.relation in (None, adult.relation)
        and (said.name is None or name_key(said.name) == name_key(adult.name))
    ]
    return found[0] if len(found) == 1 else None


async def _same_person(unit: Unit, said: TypedAdult) -> int | None:
    if said.phone is None or said.name is None:
        return None
    for person in await store.people_of_phone(unit.session, said.phone):
        if name_key(person.full_name) == name_key(said.name):
            return person.id
    return None


async def put_back(unit: Unit, pupil: Minimum, change: RecordChange) -> None:
    """Undo what was written about an adult; raises `Outdated` where it changed since."""
    person_id = change.person_id
    held = next((adult for adult in pupil.adults if adult.person_id == person_id), None)
    if held is None or person_id is None:
        raise Outdated
    if change.field == Field.GUARDIAN:
        await store.untie(unit.session, person_id, pupil.pupil_id)
        await revoke_invites(unit.session, [(person_id, pupil.pupil_id)], unit.now)
    elif held.phone != change.value:
        raise Outdated
    else:
        await store.set_phone(unit.session, person_id, change.old)
