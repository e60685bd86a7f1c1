"""A family reports a new number or address; the homeroom teacher confirms it (article 7.1).

Until then nothing of the record changes: a number opens accounts, so somebody of the school has to
have spoken with the family. Only the one who reported hears how it went.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from services.access import Action, Target, may
from services.contact_text import ContactText
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.leave_cards import guardian
from services.record_fields import Field, read_phone, read_value
from services.records import accept
from services.shown_facts import clock, person
from services.unit import Unit
from storage import families, households, outbox
from storage import records as store
from storage.outbox import Priority
from storage.tables import RecordChange

CARD, NEWS = "record-card", "record-news"
MOST_A_DAY = 5  # reports of one guardian; more are no mistakes any more
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Child:
    """An own child with what the record says of the way to the family."""

    id: int
    name: str
    class_id: int
    class_name: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Reported:
    """What was written down; `reached`: a member of staff was told."""

    change: RecordChange
    children: tuple[Child, ...]
    whose: dict[str, Any] | None
    reached: bool
    known: bool = False


async def own_children(unit: Unit) -> list[Child]:
    """The actor's own children who are in a class; raises `NotAllowed` for one who has none."""
    actor = unit.who
    rows = [
        row
        for id in sorted(actor.children)
        if may(actor, Action.REPORT_CONTACT, Target(pupil_id=id))
        for row in await store.rows(unit.session, unit.today, pupil_id=id)
    ]
    if not rows:
        raise NotAllowed("contact-not-a-guardian")
    return [Child(r.pupil_id, r.name, r.class_id, r.class_name, r.address) for r in rows]


async def own_phone(unit: Unit) -> str | None:
    """The actor's own number as the school has it."""
    return (await families.people(unit.session, [unit.who.person_id]))[unit.who.person_id].phone


async def report(unit: Unit, said: ContactText) -> Reported:
    """Write a report down and ask the homeroom teachers; one that still waits is replaced.

    Raises `Invalid` for what is no number or address, or where it is not clear whose number it is.
    """
    children = await own_children(unit)
    field = Field(said.field)
    if await store.reported_since(unit.session, unit.who.person_id, unit.now - DAY) >= MOST_A_DAY:
        raise Invalid("contact-too-many", most=MOST_A_DAY)
    owner_id: int | None = None
    if field is Field.PHONE:
        value = read_phone(said.value)
        owner_id = await _owner(unit, children[0].id, said.owner)
        old = (await families.people(unit.session, [owner_id]))[owner_id].phone
    else:
        value = read_value(field, said.value, unit.today) or ""
        old = children[0].address
    await _replace(unit, field, owner_id)
    change = await store.add(
        unit.session,
        pupil_id=children[0].id,
        person_id=owner_id,
        field=field.value,
        old=old,
        value=value,
        status="asked",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
    )
    if old == value and (field is Field.PHONE or all(c.address == value for c in children)):
        await store.move(unit.session, change, "asked", "accepted")
        whose = await _whose(unit, change)
        return Reported(change, tuple(children), whose, reached=True, known=True)
    unit.audit("contact.reported", f"pupil:{change.pupil_id}", field=field.value, change=change.id)
    reached = await _ask(unit, change, children)
    return Reported(change, tuple(children), await _whose(unit, change), reached)


async def _owner(unit: Unit, pupil_id: int, owner: str | None) -> int:
    """Whose number it is: one's own, or that of the child's other parent where that was said."""
    me = unit.who.person_id
    mine = await families.relation(unit.session, me, pupil_id)
    if owner is None or owner == mine:
        return me
    of_pupil = (await families.guardians(unit.session, [pupil_id]))[pupil_id]
    found = [each.person_id for each in of_pupil if each.relation == owner]
    if len(found) != 1:
        raise Invalid("contact-no-such-parent")
    return found[0]


async def _replace(unit: Unit, field: Field, owner_id: int | None) -> None:
    """An older report of the same thing that still waits has no object any more."""
    for old in await store.waiting_of(unit.session, unit.who.person_id):
        if old.field == field and old.person_id == owner_id:
            await store.move(unit.session, old, "asked", "replaced")
            await _redraw(unit, old)


def owner_of(change_id: int) -> str:
    """Under which the cards about one report are found."""
    return f"record-change:{change_id}"


async def _readers(unit: Unit, children: Sequence[Child]) -> list[int]:
    """The homeroom teachers of the children; without one the vice principals, then the principal.
    Never the one who reports."""
    classes = {child.class_id for child in children}
    for found in (
        await households.homeroom_teachers(unit.session, classes, unit.today),
        await households.holders_of(unit.session, "vice_principal"),
        await households.holders_of(unit.session, "principal"),
    ):
        if people := [id for id in found if id != unit.who.person_id]:
            return people
    return []


async def _ask(unit: Unit, change: RecordChange, children: Sequence[Child]) -> bool:
    readers = await _readers(unit, children)
    shown = await picture(unit, change, children)
    for reader in readers:
        await unit.notify(
            reader,
            CARD,
            shown,
            priority=Priority.APPROVAL,
            key=f"{owner_of(change.id)}:{reader}",
            owner=owner_of(change.id),
        )
    return bool(readers)


async def picture(
    unit: Unit, change: RecordChange, children: Sequence[Child] = ()
) -> dict[str, Any]:
    """All that a card may show, as JSON."""
    if not children:
        children = await _children(unit, change)
    people = await families.people(unit.session, {change.decided_by or 0})
    return {
        "change": change.id,
        "field": change.field,
        "old": change.old,
        "value": change.value,
        "status": change.status,
        "who": await guardian(unit, change.asked_by, change.pupil_id),
        "whose": await _whose(unit, change),
        "children": [{"name": child.name, "class": child.class_name} for child in children],
        "decided": person(people, change.decided_by) | {"at": clock(unit, change.decided_at)},
    }


async def _whose(unit: Unit, change: RecordChange) -> dict[str, Any] | None:
    """The other parent whose number it is; None for the own one, and for addresses."""
    if change.person_id is None or change.person_id == change.asked_by:
        return None
    found = await guardian(unit, change.person_id, change.pupil_id)
    return {"name": found["name"], "relation": found["relation"]}


async def _children(unit: Unit, change: RecordChange) -> list[Child]:
    """The children of the one who reported, barred ones left out."""
    ties = await households.ties_of_person(unit.session, change.asked_by, unit.today)
    return [
        Child(t.pupil_id, t.pupil, t.class_id, t.class_name, None) for t in ties if not t.barred
    ]


async def decide(unit: Unit, change_id: int, *, accepted: bool) -> None:
    """The teacher's word, once. An address counts for each child whose class is the teacher's.

    Raises `AlreadyDecided` with who and when, `NotAllowed` for another's class or an own report.
    """
    change = await store.change(unit.session, change_id)
    if change is None:
        raise Outdated
    children = [
        child
        for child in await _children(unit, change)
        if may(unit.who, Action.KEEP_RECORD, Target(class_id=child.class_id))
    ]
    if not children:
        unit.require(Action.KEEP_RECORD)
        raise Outdated  # the child has left, or the guardian was barred
    if change.asked_by == unit.who.person_id:
        raise NotAllowed("contact-not-own")
    status = "accepted" if accepted else "refused"
    by, at = unit.who.person_id, unit.now
    if not await store.move(unit.session, change, "asked", status, by=by, at=at):
        raise await _already(unit, change)
    if accepted:
        await _write(unit, change)
    unit.audit(f"contact.{status}", f"pupil:{change.pupil_id}", change=change.id)
    await _redraw(unit, change)
    await unit.notify(change.asked_by, NEWS, await picture(unit, change))


async def _write(unit: Unit, change: RecordChange) -> None:
    """A number is the adult's; an address is that of every child of the family at the school."""
    if change.field == Field.PHONE:
        await accept(unit, change, change.pupil_id)
        return
    for child in await _children(unit, change):
        await accept(unit, change, child.id)


async def _already(unit: Unit, change: RecordChange) -> AlreadyDecided | Outdated:
    if change.decided_by is None or change.decided_at is None:
        return Outdated("contact-over")
    by = (await families.people(unit.session, [change.decided_by]))[change.decided_by]
    when = change.decided_at.astimezone(unit.zone).strftime("%H:%M %d/%m")
    return AlreadyDecided("contact-decided", name=by.name, when=when)


async def take_back(unit: Unit, change_id: int) -> None:
    """The family takes its own report back while it waits."""
    change = await store.change(unit.session, change_id)
    if change is None or change.asked_by != unit.who.person_id:
        raise NotAllowed
    unit.require(Action.REPORT_CONTACT, Target(pupil_id=change.pupil_id))
    if not await store.move(unit.session, change, "asked", "withdrawn"):
        raise await _already(unit, change)
    unit.audit("contact.withdrawn", f"pupil:{change.pupil_id}", change=change.id)
    await _redraw(unit, change)


async def _redraw(unit: Unit, change: RecordChange) -> None:
    """Show a report as it now is wherever its card was sent; one that has not left is stopped."""
    shown: dict[str, Any] | None = None
    for row in await outbox.by_owner(unit.session, owner_of(change.id)):
        if row.edits is not None or row.person_id is None or row.status in ("failed", "cancelled"):
            continue
        shown = shown or await picture(unit, change)
        own = unit.actor is not None and row.person_id == unit.actor.person_id
        await unit.edit_notice(row.id, row.person_id, CARD, shown | {"own": own})
