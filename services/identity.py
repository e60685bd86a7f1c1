"""From a messenger account to the person behind it, with everything they may do today."""

from services.access import Actor, Duty, Role
from services.unit import Unit
from storage import accounts


async def load_actor(unit: Unit, person_id: int, account_id: int | None = None) -> Actor:
    """The actor for a person on the unit's day; remembered until the revision is raised."""

    async def load() -> Actor:
        ties = await accounts.ties(unit.session, person_id, unit.today)
        roles = {Role(r) for r in ties["roles"]}
        if ties["homeroom_of"]:
            roles |= {Role.HOMEROOM_TEACHER, Role.SUBJECT_TEACHER}
        if ties["teaches"] or ties["leads"]:
            roles.add(Role.SUBJECT_TEACHER)
        if ties["children"]:
            roles.add(Role.GUARDIAN)
        return Actor(
            person_id=person_id,
            name=ties["name"],
            language=ties["language"],
            account_id=account_id,
            roles=frozenset(roles),
            duties=frozenset(Duty(d) for d in ties["duties"]),
            homeroom_of=frozenset(ties["homeroom_of"]),
            teaches=frozenset(ties["teaches"]),
            leads=frozenset(ties["leads"]),
            children=frozenset(ties["children"]),
            subjects=frozenset(ties["subjects"]),
            department=ties["department"],
        )

    return await unit.cached(("actor", person_id, account_id, unit.today), load)
