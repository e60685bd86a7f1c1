"""Making and taking back one-time invites, for staff and for each guardian of each pupil.

A new invite takes the place of the open one for the same person and child. The code itself is
handed out once, here, and kept only as its hash. Opening it links the *person*: a guardian then
has all children the school's records give them, whichever child's slip they used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import Action, Target
from services.doors import Door, doors
from services.errors import NotFound, Outdated
from services.invite_codes import hash_of, new_code, new_short_code, typed
from services.unit import Unit
from storage import households, invites
from storage.households import PupilPlace, StaffMember, Tie

DAYS = 14
LONGEST = 365


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh invite: the only time its code is seen. `doors` are the ways in with it, `typed` is
    its short form for those where it has to be written."""

    invite_id: int
    person: str
    code: str
    typed: str
    expires: datetime
    tie: Tie | None = None
    doors: tuple[Door, ...] = ()

    @property
    def links(self) -> dict[str, str]:
        """What can be opened, by channel; a link that does not carry the code leads to the bot."""
        found = ((door.channel, door.link(self.code)) for door in self.doors)
        return {channel: link for channel, link in found if link is not None}

    @property
    def link(self) -> str | None:
        """The best of them; None until a bot's name is known."""
        return next(iter(self.links.values()), None)


async def invite_guardian(unit: Unit, person_id: int, pupil_id: int, *, days: int = DAYS) -> Issued:
    """An invite for one guardian of one pupil; refused where the tie is gone or barred."""
    ties = await households.ties_of_pupil(unit.session, pupil_id, unit.today)
    tie = next((t for t in ties if t.person_id == person_id), None)
    if tie is None:
        raise NotFound("identity-no-such-family")
    return await invite_tie(unit, tie, days=days)


async def invite_tie(unit: Unit, tie: Tie, *, days: int = DAYS) -> Issued:
    """The same for a tie that was read in this unit of work."""
    unit.require(Action.INVITE_FAMILY, Target(class_id=tie.class_id, pupil_id=tie.pupil_id))
    if tie.is_staff:
        unit.require(Action.INVITE_STAFF)  # the code would open a staff account
    if tie.barred:
        raise NotFound("identity-no-such-family")
    return await _issue(unit, tie.person_id, tie.guardian, tie, days=days)


async def invite_staff(unit: Unit, person_id: int, *, days: int = DAYS) -> Issued:
    """An invite for a member of staff."""
    unit.require(Action.INVITE_STAFF)
    member = await households.staff_member(unit.session, person_id)
    if member is None:
        raise NotFound("identity-no-such-staff")
    return await _issue(unit, person_id, member.name, None, days=days)


async def invite_many(
    unit: Unit, people: Sequence[StaffMember | Tie], *, days: int = DAYS
) -> list[Issued]:
    """Invites for many members of staff and guardians at once, in their order."""
    unit.require(Action.INVITE_STAFF)
    unit.require(Action.INVITE_FAMILY)
    wanted = [
        (w.person_id, w.guardian, w) if isinstance(w, Tie) else (w.person_id, w.name, None)
        for w in people
    ]
    return await _issue_many(unit, wanted, days=days)


async def _issue(unit: Unit, person_id: int, name: str, tie: Tie | None, *, days: int) -> Issued:
    return (await _issue_many(unit, [(person_id, name, tie)], days=days))[0]


async def _issue_many(
    unit: Unit, wanted: Sequence[tuple[int, str, Tie | None]], *, days: int
) -> list[Issued]:
    if not wanted:
        return []
    older = await invites.open_of(unit.session, set(_pairs(wanted)), unit.now)
    await invites.revoke(unit.session, older, unit.now)
    expires = unit.now + timedelta(days=min(max(days, 1), LONGEST))
    codes = [(new_code(), new_short_code()) for _ in wanted]
    ids = await invites.add_many(
        unit.session,
        [
            (hash_of(code), hash_of(short), *pair)
            for (code, short), pair in zip(codes, _pairs(wanted), strict=True)
        ],
        now=unit.now,
        expires_at=expires,
    )
    ways_in = tuple(await doors(unit.session))
    unit.audit(
        "invite.made",
        f"person:{wanted[0][0]}" if len(wanted) == 1 else "people",
        invites=[[id, *pair] for id, pair in zip(ids, _pairs(wanted), strict=True)],
        replaced=len(older),
    )
    return [
        Issued(id, name, code, typed(short), expires, tie, ways_in)
        for id, (code, short), (_, name, tie) in zip(ids, codes, wanted, strict=True)
    ]


def _pairs(wanted: Sequence[tuple[int, str, Tie | None]]) -> list[tuple[int, int | None]]:
    """Person and pupil of each."""
    return [(person_id, tie.pupil_id if tie else None) for person_id, _, tie in wanted]


async def revoke(unit: Unit, invite_id: int) -> None:
    """Take an unused invite back; raises `Outdated` where it was used or taken back before."""
    invite = await invites.by_id(unit.session, invite_id)
    if invite is None:
        raise Outdated
    if invite.pupil_id is None:
        unit.require(Action.INVITE_STAFF)
    else:
        place = await households.pupil_place(unit.session, invite.pupil_id, unit.today)
        class_id = place.class_id if place else None
        unit.require(Action.INVITE_FAMILY, Target(class_id=class_id, pupil_id=invite.pupil_id))
    if not await invites.revoke(unit.session, [invite_id], unit.now):
        raise Outdated("identity-invite-not-open")
    unit.audit("invite.revoked", f"person:{invite.person_id}", invite=invite_id)


async def invitable(unit: Unit, *, everybody: bool = False) -> tuple[list[StaffMember], list[Tie]]:
    """Staff and guardians without an account (or all of them), for printing slips.

    A guardian of several children appears once per child; whoever is barred does not appear.
    """
    unit.require(Action.INVITE_STAFF)
    unit.require(Action.INVITE_FAMILY)
    staff = [m for m in await households.staff(unit.session) if everybody or not m.linked]
    ties = await households.all_ties(unit.session, unit.today)
    return staff, [t for t in ties if not t.barred and (everybody or not t.linked)]


async def find_pupil(unit: Unit, words: str) -> PupilPlace:
    """The pupil meant by a code or by CLASS/NUMBER; raises `NotFound`."""
    name, _, number = words.strip().rpartition("/")
    if name and number.isdigit():
        wanted = name.replace(" ", "").casefold()
        for klass in await households.classes(unit.session, unit.today):
            if klass.name.casefold() == wanted:
                pupils = await households.pupils_of_class(unit.session, klass.id, unit.today)
                found = [p for p in pupils if p.list_number == int(number)]
                if found:
                    return found[0]
    by_code = await households.pupil_by_code(unit.session, words.strip(), unit.today)
    if by_code is None:
        raise NotFound("identity-no-such-pupil", name=words)
    return by_code
