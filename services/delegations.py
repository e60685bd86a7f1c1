"""Deciding in the principal's place (article 3 of the regulation): given, shown, taken back.

A delegation names kinds and a last day; while it lasts its questions come to that person's phone
as well. One person holds one delegation of a principal at a time: a new one replaces it.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from services.access import Action, Role, may
from services.approval_cards import send_cards, take_cards_from
from services.deciders import target_of
from services.errors import Invalid, NotFound, Outdated
from services.identity import load_actor
from services.notice_rules import Subject
from services.unit import Unit
from storage import approvals, households
from storage import delegations as store
from storage.delegations import Running
from storage.households import StaffMember

LONGEST = timedelta(days=366)


async def running(unit: Unit) -> Sequence[Running]:
    """Every delegation in force."""
    unit.require(Action.DELEGATE)
    return await store.running(unit.session, unit.now)


async def candidates(unit: Unit) -> list[StaffMember]:
    """Who may be delegated: active staff but the principals, vice principals first."""
    unit.require(Action.DELEGATE)
    heads = set(await households.holders_of(unit.session, Role.PRINCIPAL)) | {unit.who.person_id}
    vice = set(await households.holders_of(unit.session, Role.VICE_PRINCIPAL))
    staff = [m for m in await households.staff(unit.session) if m.person_id not in heads]
    return sorted(staff, key=lambda m: m.person_id not in vice)


async def candidate(unit: Unit, person_id: int) -> StaffMember:
    """One of them; raises `NotFound`."""
    for member in await candidates(unit):
        if member.person_id == person_id:
            return member
    raise NotFound("delegation-no-such-person")


async def delegate(
    unit: Unit, person_id: int, kinds: Collection[Subject], last_day: date
) -> Running:
    """Let somebody decide some kinds until the end of `last_day`; questions that wait follow.

    Raises `Invalid` for no kind, a day that is past or over a year away, or one that is there.
    """
    actor = unit.require(Action.DELEGATE)
    member = await candidate(unit, person_id)
    chosen = [kind for kind in Subject if kind in kinds]
    if not chosen:
        raise Invalid("delegation-no-kind")
    if last_day < unit.today:
        raise Invalid("delegation-day-past")
    if last_day > unit.today + LONGEST:
        raise Invalid("delegation-day-far")
    until = _end_of(unit, last_day)
    for old in await store.running(unit.session, unit.now):
        if (old.from_person_id, old.to_person_id) != (actor.person_id, person_id):
            continue
        if set(old.kinds) == set(chosen) and old.until == until:
            raise Invalid("delegation-there", name=member.name)
        await store.revoke(unit.session, old.delegation_id, unit.now)
        unit.audit("delegation.replaced", f"person:{person_id}", id=old.delegation_id)
    id = await store.add(
        unit.session,
        by=actor.person_id,
        to=person_id,
        kinds=[kind.value for kind in chosen],
        starts=unit.now,
        until=until,
    )
    made = Running(id, actor.person_id, person_id, member.name, tuple(chosen), until)
    unit.audit(
        "delegation.given",
        f"person:{person_id}",
        id=id,
        kinds=list(made.kinds),
        until=last_day.isoformat(),
    )
    await unit.notify(person_id, "delegation-given", _told(unit, made))
    await _take_back(unit, person_id, Subject)
    await _hand_over(unit, made)
    return made


async def revoke(unit: Unit, delegation_id: int) -> str:
    """Take a delegation back; the name of who held it. Raises `Outdated` where it has ended."""
    unit.require(Action.DELEGATE)
    ended = await store.revoke(unit.session, delegation_id, unit.now)
    if ended is None:
        raise Outdated("delegation-ended-before")
    unit.audit("delegation.revoked", f"person:{ended.to_person_id}", id=delegation_id)
    await unit.notify(ended.to_person_id, "delegation-ended", {"number": delegation_id})
    return await _take_back(unit, ended.to_person_id, ended.kinds)


def last_day_of(unit: Unit, until: datetime) -> date:
    """The last day of a delegation that is over at `until`."""
    return (until.astimezone(unit.zone) - timedelta(seconds=1)).date()


def _end_of(unit: Unit, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, unit.zone)


def _told(unit: Unit, made: Running) -> dict[str, object]:
    return {
        "number": made.delegation_id,
        "by": unit.who.name,
        "kinds": list(made.kinds),
        "until": last_day_of(unit, made.until).strftime("%d/%m/%Y"),
    }


async def _take_back(unit: Unit, person_id: int, kinds: Iterable[str]) -> str:
    """Questions that this person may not decide any more lose their buttons; the person's name."""
    holder = await load_actor(unit, person_id)
    lost = [
        kind
        for kind in kinds
        if not may(holder, Action.DECIDE_APPROVAL, await target_of(unit, kind))
    ]
    await take_cards_from(unit, person_id, lost)
    return holder.name


async def _hand_over(unit: Unit, made: Running) -> None:
    """Questions that wait already come to the new delegate, save their own and shown ones."""
    shown = {id for id, _ in await approvals.copies_of(unit.session, made.to_person_id)}
    for approval in await approvals.pending(unit.session, made.kinds):
        if approval.asked_by != made.to_person_id and approval.id not in shown:
            await send_cards(unit, approval, [made.to_person_id])
