"""Everybody who gets a phone in the demonstration: staff, then one guardian a phone."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo import cast
from handlers.texts import Texts, texts
from services.access import Role
from services.clock import Clock, today
from storage import households
from storage.households import StaffMember, Tie
from storage.tables import Homeroom, Person, SchoolClass, Staff, StaffRole

ROLES = {  # the first that fits names the person
    Role.PRINCIPAL: "demo-role-principal",
    Role.VICE_PRINCIPAL: "demo-role-vice-principal",
    Role.ADMINISTRATOR: "demo-role-administrator",
    Role.OFFICE: "demo-role-office",
    Role.NURSE: "demo-role-nurse",
    Role.ACCOUNTANT: "demo-role-accountant",
    Role.LIBRARIAN: "demo-role-librarian",
    Role.EQUIPMENT: "demo-role-equipment",
    Role.DEPARTMENT_HEAD: "demo-role-department-head",
    Role.SUBJECT_TEACHER: "demo-role-teacher",
}
FAMILY = {
    "father": "demo-father",
    "mother": "demo-mother",
    "guardian": "demo-guardian",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One person with a phone; `label` is the small print below the name."""

    who: StaffMember | Tie
    name: str
    phone: str | None
    role: str
    label: str

    @property
    def who_is(self) -> str:
        """What tells people apart on the page."""
        return self.name + (self.phone or "")

    @property
    def on_table(self) -> bool:
        """Whether the phone is open from the start."""
        return cast.is_on_table(self.who)


async def parts(session: AsyncSession, clock: Clock) -> list[Part]:
    """Staff and guardians; a guardian of several children once."""
    day, t = today(clock), texts("vi")
    found = [await _staff_part(session, m, t) for m in await households.staff(session)]
    seen = {p.who.person_id for p in found}
    for tie in await households.all_ties(session, day):
        if tie.person_id in seen:
            continue
        seen.add(tie.person_id)
        relation = FAMILY.get(tie.relation, "demo-guardian")
        label = t.plain(relation, pupil=tie.pupil, klass=tie.class_name)
        found.append(Part(tie, tie.guardian, tie.phone, t.plain("demo-role-guardian"), label))
    return found


async def _staff_part(session: AsyncSession, member: StaffMember, t: Texts) -> Part:
    person = await session.get_one(Person, member.person_id)
    staff = await session.get_one(Staff, member.person_id)
    roles = set(
        await session.scalars(select(StaffRole.role).where(StaffRole.person_id == member.person_id))
    )
    classes = await session.scalars(
        select(SchoolClass.name)
        .join(Homeroom, Homeroom.class_id == SchoolClass.id)
        .where(Homeroom.person_id == member.person_id, Homeroom.ends.is_(None))
    )
    homeroom = ", ".join(classes)
    role = t.plain(next((key for r, key in ROLES.items() if r in roles), "demo-role-teacher"))
    if homeroom:
        role = t.plain("demo-role-homeroom", classes=homeroom)
    return Part(member, member.name, person.phone, role, staff.subjects or staff.department or "")
