"""Letting an account go, at once: by its owner, the homeroom teacher, the administrator.

The chat that loses its link is told in words that give nothing away, since the phone may be in
strange hands; what it had begun is dropped, and what waited for it does not leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.access import Action, Target
from services.direct import tell_chat
from services.errors import NotAllowed, NotFound, Outdated
from services.people_changed import people_changed
from services.unit import Unit
from storage import households, linking
from storage.tables import Account, Person


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat whose menu of commands must change."""

    account_id: int
    channel: str
    external_id: str


async def unlink_own(unit: Unit, account_id: int) -> Chat:
    """Unlink one of one's own accounts, this one or a lost phone's."""
    account = await linking.account(unit.session, account_id)
    if account is None or account.person_id is None:
        raise Outdated
    if account.person_id != unit.who.person_id:
        raise NotAllowed
    return (await _untie(unit, [account], "owner"))[0]


async def unlink_guardian(unit: Unit, person_id: int, pupil_id: int) -> list[Chat]:
    """Unlink every account of a pupil's guardian."""
    ties = await households.ties_of_pupil(unit.session, pupil_id, unit.today)
    tie = next((t for t in ties if t.person_id == person_id), None)
    if tie is None:
        raise NotFound("identity-no-such-family")
    unit.require(Action.UNLINK_FAMILY, Target(class_id=tie.class_id, pupil_id=pupil_id))
    if tie.is_staff:
        unit.require(Action.UNLINK_STAFF)
    return await _all_of(unit, person_id, "family")


async def unlink_staff(unit: Unit, person_id: int) -> list[Chat]:
    """Unlink every account of a member of staff."""
    unit.require(Action.UNLINK_STAFF)
    if await households.staff_member(unit.session, person_id) is None:
        raise NotFound("identity-no-such-staff")
    return await _all_of(unit, person_id, "staff")


async def _all_of(unit: Unit, person_id: int, why: str) -> list[Chat]:
    accounts = await linking.accounts_of(unit.session, person_id)
    if not accounts:
        raise Outdated("identity-not-linked-any-more")
    return await _untie(unit, accounts, why)


async def _untie(unit: Unit, accounts: Sequence[Account], why: str) -> list[Chat]:
    for account in accounts:
        person = await unit.session.get_one(Person, account.person_id)
        unit.audit("account.unlinked", f"person:{person.id}", account=account.id, why=why)
        own = unit.actor is not None and account.id == unit.actor.account_id
        language = person.language
        await linking.untie(unit.session, [account], unit.now)
        if not own and account.closed_at is None:
            await tell_chat(unit, account, language, "link-ended", {})
    await people_changed(unit)
    return [Chat(a.id, a.channel, a.external_id) for a in accounts]
