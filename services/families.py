"""Looking at families and staff by who is linked: the lists behind `/giadinh` and `/canbo`."""

from collections.abc import Sequence

from services.access import Action, Target, may
from services.errors import NotFound
from services.unit import Unit
from storage import households
from storage.households import PupilPlace, StaffMember, Tie
from storage.tables import SchoolClass


async def my_classes(unit: Unit) -> Sequence[SchoolClass]:
    """The classes whose families one may look after: the own ones first, or the whole school's."""
    actor = unit.who
    found = [
        c
        for c in await households.classes(unit.session, unit.today)
        if may(actor, Action.INVITE_FAMILY, Target(class_id=c.id))
    ]
    if not found:
        unit.require(Action.INVITE_FAMILY)
    return sorted(found, key=lambda c: c.id not in actor.homeroom_of)


async def class_called(unit: Unit, name: str) -> SchoolClass:
    """The class of that name in any spelling ("7a1", "lớp 7 A1"); raises `NotFound`."""
    wanted = name.casefold().replace("lớp", "").replace("lop", "").replace(" ", "")
    for klass in await households.classes(unit.session, unit.today):
        if klass.name.casefold() == wanted:
            return klass
    raise NotFound("identity-no-such-class", name=name)


async def class_of(unit: Unit, class_id: int) -> SchoolClass:
    """The class with this number; raises `NotFound`."""
    for klass in await households.classes(unit.session, unit.today):
        if klass.id == class_id:
            return klass
    raise NotFound("identity-no-such-class", name="")


async def families(unit: Unit, class_id: int) -> list[tuple[PupilPlace, list[Tie]]]:
    """A class's pupils by number, each with their guardians, linked, barred or neither."""
    unit.require(Action.INVITE_FAMILY, Target(class_id=class_id))
    of_pupil: dict[int, list[Tie]] = {}
    for tie in await households.ties_of_class(unit.session, class_id, unit.today):
        of_pupil.setdefault(tie.pupil_id, []).append(tie)
    pupils = await households.pupils_of_class(unit.session, class_id, unit.today)
    return [(pupil, of_pupil.get(pupil.pupil_id, [])) for pupil in pupils]


async def family(unit: Unit, pupil_id: int) -> list[Tie]:
    """The guardians of one pupil; raises `NotFound` where nothing is recorded."""
    ties = await households.ties_of_pupil(unit.session, pupil_id, unit.today)
    if not ties:
        raise NotFound("identity-no-such-family")
    unit.require(Action.INVITE_FAMILY, Target(class_id=ties[0].class_id, pupil_id=pupil_id))
    return ties


async def staff(unit: Unit) -> list[StaffMember]:
    """All active staff."""
    unit.require(Action.INVITE_STAFF)
    return await households.staff(unit.session)


async def staff_member(unit: Unit, person_id: int) -> StaffMember:
    """One of the staff; raises `NotFound`."""
    unit.require(Action.INVITE_STAFF)
    member = await households.staff_member(unit.session, person_id)
    if member is None:
        raise NotFound("identity-no-such-staff")
    return member
