"""Who decides a question: the principal, and while a delegation for its kind lasts its holder.

Nobody but a principal decides what they have asked themselves.
"""

from collections.abc import Sequence

from services.access import Action, Role, Target, may
from services.errors import NotAllowed
from services.unit import Unit
from storage import accounts, delegations, households
from storage.tables import Approval


async def target_of(unit: Unit, kind: str) -> Target:
    """A question of a kind, with those who hold a delegation for it now."""
    running = await delegations.running(unit.session, unit.now)
    return Target(delegates=frozenset(d.to_person_id for d in running if kind in d.kinds))


async def require_decider(unit: Unit, approval: Approval) -> None:
    """Raise `NotAllowed` unless the one who writes may decide this question now."""
    actor = unit.who
    if not may(actor, Action.DECIDE_APPROVAL, await target_of(unit, approval.kind)):
        raise NotAllowed
    if actor.person_id == approval.asked_by and Role.PRINCIPAL not in actor.roles:
        raise NotAllowed("approval-own")


async def reachable(unit: Unit, kind: str, asked_by: int) -> Sequence[int]:
    """The people to ask who have an open account, principals first."""
    principals = await households.holders_of(unit.session, Role.PRINCIPAL)
    delegates = sorted((await target_of(unit, kind)).delegates - {asked_by})
    people = list(dict.fromkeys([*principals, *delegates]))
    linked = await accounts.open_accounts(unit.session, people)
    return [person for person in people if person in linked]
