"""A pupil is exempt from a subject by the principal's word (article 3.1 and circular 22/2021; which
article of it says so is not verified, so the school's own reason is kept with the decision)."""

from dataclasses import dataclass
from typing import Any

from services.access import Action
from services.errors import AlreadyDecided, Invalid, NotFound, Outdated
from services.gradebook import class_roster
from services.names import Fit
from services.rosters import classes
from services.score_text.head import read_head
from services.subjects import subjects
from services.unit import Unit
from storage import exemptions as store
from storage import families, gradebook, households, outbox
from storage.outbox import Priority
from storage.tables import SubjectExemption

CARD = "exemption"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """An exemption that waits for the principal; `deciders` may be none yet."""

    id: int
    facts: dict[str, Any]
    deciders: int


def owner_of(id: int) -> str:
    """Under which the cards of an exemption are found."""
    return f"{CARD}:{id}"


async def ask(unit: Unit, text: str) -> Asked:
    """ "Lan 7A1 thể dục: gãy tay, có giấy bệnh viện" from the homeroom teacher.

    Raises `Invalid` with what is missing, `NotAllowed` for a class of others.
    """
    said, _, why = text.partition(":")
    reason = " ".join(why.split())[:LONGEST]
    words, names = said.split(), [c.name for c in await classes(unit)]
    for at in range(len(words)):
        head = read_head(" ".join(words[at:]), names)
        if head.class_names and head.subject and not head.body and at:
            break
    else:
        raise Invalid("exemption-how")
    of = next(c for c in await classes(unit) if c.name == head.class_names[0])
    assert of.class_id is not None  # a class was named
    unit.require(Action.ASK_EXEMPTION, of.target)
    if not reason:
        raise Invalid("exemption-why")
    there = await class_roster(unit, of.class_id)
    found = there.index.resolve(" ".join(words[:at]))
    if found.fit is not Fit.ONE:
        raise Invalid("exemption-who", name=" ".join(words[:at]), **{"class": of.name})
    grade, _ = await gradebook.grade_and_year(unit.session, of.class_id)
    known = (await subjects(unit, grade)).values()
    subject = next((s for s in known if s.code == head.subject.code), None)
    if subject is None:
        raise NotFound("scores-no-such-subject")
    pupil_id = found.ids[0]
    if await store.running(unit.session, pupil_id, subject.id):
        raise Invalid("exemption-there", name=there.by_id[pupil_id].full_name)
    row = SubjectExemption(
        pupil_id=pupil_id,
        subject_id=subject.id,
        starts=unit.today,
        until=of.ends,
        reason=reason,
        status="pending",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    unit.audit("exemption.asked", f"pupil:{pupil_id}", subject_id=subject.id, id=row.id)
    facts = await facts_of(unit, row)
    principals = await households.holders_of(unit.session, "principal")
    for person in principals:
        await unit.notify(
            person,
            CARD,
            facts | {"decides": True},
            priority=Priority.APPROVAL,
            key=f"{owner_of(row.id)}:{person}",
            owner=owner_of(row.id),
        )
    return Asked(row.id, facts, len(principals))


async def facts_of(unit: Unit, row: SubjectExemption) -> dict[str, Any]:
    """An exemption as its card shows it."""
    pupil = (await families.pupils(unit.session, [row.pupil_id], unit.today))[row.pupil_id]
    people = await families.people(
        unit.session, {id for id in (row.asked_by, row.decided_by) if id is not None}
    )
    names = dict(await gradebook.subject_names(unit.session))
    return {
        "id": row.id,
        "pupil": pupil.name,
        "class": pupil.class_name or "",
        "subject": names[row.subject_id],
        "reason": row.reason,
        "until": f"{row.until:%d/%m/%Y}" if row.until else "",
        "status": row.status,
        "asked": people[row.asked_by].name,
        "decided": people[row.decided_by].name if row.decided_by else "",
    }


async def decide(unit: Unit, id: int, *, approved: bool) -> dict[str, Any]:
    """The principal's word, once; teacher and principal see it. Raises `AlreadyDecided`."""
    unit.require(Action.DECIDE_EXEMPTION)
    row = await store.get(unit.session, id)
    if row is None:
        raise Outdated
    status = "approved" if approved else "rejected"
    if not await store.settle(unit.session, row, status, unit.who.person_id, unit.now):
        raise AlreadyDecided("exemption-late", status=row.status)
    unit.audit(f"exemption.{status}", f"pupil:{row.pupil_id}", id=row.id)
    facts = await facts_of(unit, row)
    for card in await outbox.by_owner(unit.session, owner_of(row.id)):
        if card.person_id is not None and card.status not in ("failed", "cancelled"):
            await unit.edit_notice(card.id, card.person_id, CARD, facts | {"decides": False})
    await unit.notify(
        row.asked_by,
        CARD,
        facts | {"decides": False},
        priority=Priority.APPROVAL,
        key=f"{owner_of(row.id)}:result",
    )
    return facts
