"""A pupil who is new to the school: the pupil's own row, the family, and the place in a class.

Whoever was here before is not entered twice: the same code, or the same name and birth date, is the
same pupil, who then comes back. An adult whom the school knows by name and phone (a brother's
mother) is tied to the new child, and sees it at once where they are linked.
"""

from datetime import date

from services.access import Action, Target
from services.errors import Invalid
from services.importing.cells import fold, name_key
from services.pupil_moves import Done, come_back, enter_new
from services.pupil_words import Newcomer
from services.unit import Unit
from storage import class_changes as store
from storage.tables import Guardianship, Person, Pupil

GENDERS = {"father": "M", "mother": "F"}


async def known(unit: Unit, new: Newcomer) -> int | None:
    """The pupil of the school's records whom the words mean, present or gone."""
    for id, name, born, code in await store.pupils_named(unit.session):
        if new.code is not None and code == new.code:
            return id
        if name_key(name) == name_key(new.name) and new.birth is not None and born == new.birth:
            return id
    return None


async def receive(unit: Unit, new: Newcomer, class_id: int, day: date) -> Done:
    """Enter a newcomer. Raises `Invalid` for one who is in a class already, or whose code belongs
    to a pupil of quite another name."""
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id))
    pupil_id = await known(unit, new)
    if pupil_id is not None:
        pupil = await unit.session.get_one(Pupil, pupil_id)
        if fold(pupil.full_name) != fold(new.name):
            raise Invalid("pupil-code-taken", code=new.code or "", name=pupil.full_name)
        done = await come_back(unit, pupil_id, class_id, day)
    else:
        fresh = Pupil(full_name=new.name, code=new.code, birth_date=new.birth, gender=new.gender)
        unit.session.add(fresh)
        await unit.session.flush()
        pupil_id = fresh.id
        await _tie_family(unit, new, pupil_id)
        done = await enter_new(unit, pupil_id, class_id, day)
    return done


async def _tie_family(unit: Unit, new: Newcomer, pupil_id: int) -> None:
    tied: set[int] = set()
    for adult in new.adults:
        person = None
        if adult.phone is not None:
            for other in await store.adult(unit.session, adult.phone):
                if fold(other.full_name) == fold(adult.name):
                    person = other
        if person is None:
            person = Person(
                full_name=adult.name,
                phone=adult.phone,
                gender=GENDERS.get(adult.relation),
                language="vi",
            )
            unit.session.add(person)
            await unit.session.flush()
        if person.id not in tied:
            tied.add(person.id)
            tie = Guardianship(person_id=person.id, pupil_id=pupil_id, relation=adult.relation)
            unit.session.add(tie)
    await unit.session.flush()
