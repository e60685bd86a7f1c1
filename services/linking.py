"""From a code to a linked account, at once, and what stands in the way of it.

Whatever is refused here is an outcome and not an exception, since a wrong code must stay counted
when everything else of the message is undone. Nothing that is said hints at whose code it was.
"""

from dataclasses import dataclass
from enum import StrEnum

from services.direct import tell_chat
from services.errors import Outdated
from services.guessing import Seat, minutes_to_wait, missed
from services.identity import load_actor
from services.invite_codes import hash_of
from services.people_changed import people_changed
from services.unit import Unit
from storage import accounts, households, invites, linking
from storage.tables import Invite, Person


class Outcome(StrEnum):
    """What came of opening a code."""

    LINKED = "linked"
    ALREADY = "already"  # this chat is linked to that person
    OTHER = "other"  # this chat is linked to somebody else: ask first
    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"
    WAIT = "wait"  # too many wrong codes


@dataclass(frozen=True, slots=True)
class Opened:
    """The outcome, with the minutes to wait or the invite that is still open."""

    outcome: Outcome
    minutes: int = 0
    invite_id: int | None = None


async def open_code(unit: Unit, seat: Seat, code: str) -> Opened:
    """Link the chat to the person of a good code, or say why not."""
    if minutes := await minutes_to_wait(unit, seat):
        return Opened(Outcome.WAIT, minutes)
    invite = await invites.by_hash(unit.session, hash_of(code))
    if invite is None:
        await missed(unit, seat, "unknown")
        return Opened(Outcome.UNKNOWN)
    account = await linking.account(unit.session, seat.account_id)
    mine = account is not None and account.person_id == invite.person_id
    if bad := await _fault(unit, invite):
        if mine:
            return Opened(Outcome.ALREADY)
        unit.audit("link.refused", f"account:{seat.account_id}", why=bad.value, invite=invite.id)
        return Opened(bad)
    if mine:
        await invites.use(unit.session, invite.id, seat.account_id, unit.now)
        return Opened(Outcome.ALREADY)
    if account is not None and account.person_id is not None:
        return Opened(Outcome.OTHER, invite_id=invite.id)
    return await _take(unit, seat, invite)


async def is_code(unit: Unit, code: str) -> bool:
    """Whether these letters are a code that was made here, good or used up.

    Asked for linked people, whose words may look like a code by chance.
    """
    return await invites.by_hash(unit.session, hash_of(code)) is not None


async def switch(unit: Unit, seat: Seat, invite_id: int) -> Opened:
    """After being asked: leave the person this chat was linked to and take the invite.

    The caller must know that this chat has opened the invite's code a moment ago.
    """
    invite = await invites.by_id(unit.session, invite_id)
    account = await linking.account(unit.session, seat.account_id)
    if invite is None or account is None or account.person_id is None:
        raise Outdated
    if bad := await _fault(unit, invite):
        return Opened(bad)
    unit.audit("account.unlinked", f"person:{account.person_id}", account=account.id, why="switch")
    await linking.untie(unit.session, [account], unit.now)
    return await _take(unit, seat, invite)


async def _fault(unit: Unit, invite: Invite) -> Outcome | None:
    """Why an invite cannot be used any more; a barred or vanished tie looks like a revoked one."""
    if invite.used_at is not None:
        return Outcome.USED
    if invite.revoked_at is not None:
        return Outcome.REVOKED
    if invite.expires_at <= unit.now:
        return Outcome.EXPIRED
    if invite.pupil_id is None:
        member = await households.staff_member(unit.session, invite.person_id)
        return None if member else Outcome.REVOKED
    ties = await households.ties_of_pupil(unit.session, invite.pupil_id, unit.today)
    good = any(t.person_id == invite.person_id and not t.barred for t in ties)
    return None if good else Outcome.REVOKED


async def _take(unit: Unit, seat: Seat, invite: Invite) -> Opened:
    if not await invites.use(unit.session, invite.id, seat.account_id, unit.now):
        return Opened(Outcome.USED)
    if not await tie(unit, seat.account_id, invite.person_id, how=f"invite:{invite.id}"):
        raise Outdated
    unit.actor = await load_actor(unit, invite.person_id, seat.account_id)
    return Opened(Outcome.LINKED)


async def tie(unit: Unit, account_id: int, person_id: int, *, how: str) -> bool:
    """Link a free account to a person; their other phones hear of it. False if it is not free."""
    others = await linking.accounts_of(unit.session, person_id)
    if not await linking.tie(unit.session, account_id, person_id, unit.now):
        return False
    person = await unit.session.get_one(Person, person_id)
    account = await linking.account(unit.session, account_id)
    if account is not None and account.language and not others:
        # what a stranger chose goes with them
        await linking.set_language(unit.session, account_id, person_id, account.language)
        await unit.session.refresh(person)
    for request in await linking.pending(unit.session, account_id=account_id):
        await linking.decide(unit.session, request.id, "void", None, unit.now)
    unit.audit("account.linked", f"person:{person_id}", account=account_id, how=how)
    await people_changed(unit)
    places = await accounts.open_accounts(unit.session, [person_id])
    first = places[person_id][0].id == account_id
    for other in others:
        if other.closed_at is None and account is not None:
            when = unit.now.astimezone(unit.zone).strftime("%H:%M %d/%m/%Y")
            params = {"channel": account.channel, "when": when, "first": first}
            await tell_chat(unit, other, person.language, "link-another", params)
    return True
