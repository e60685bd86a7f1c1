"""Looking at families and staff by who is linked: the lists behind `/giadinh` and `/canbo`."""

from collections.abc import Sequence

from services.access import Action, Role, Target, may
from services.errors import NotFound
from services.unit import Unit
from storage import households
from storage.households import StaffMember, Tie
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


async def class_name(unit: Unit, class_id: int) -> str:
    """The name of a class; raises `NotFound`."""
    names = await households.class_names(unit.session, [class_id])
    if not names:
        raise NotFound("identity-no-such-class", name="")
    return names[0]


async def families(unit: Unit, class_id: int) -> list[Tie]:
    """The guardians of a class, with who is linked and who is barred."""
    unit.require(Action.INVITE_FAMILY, Target(class_id=class_id))
    return await households.ties_of_class(unit.session, class_id, unit.today)


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


def is_principal(unit: Unit) -> bool:
    """Whether the one who writes is the principal, who alone sees who is barred."""
    return Role.PRINCIPAL in unit.who.roles
