"""A change after a month was confirmed: the homeroom teacher asks with a reason, the principal
decides once, what is approved is applied and stays visible as a correction (articles 11 and 12.1).
"""

from dataclasses import dataclass
from typing import Any

from services import book_checks, book_families
from services.access import Action, Target, may
from services.attendance_states import Half
from services.book_periods import period_at
from services.book_wish import read_wish
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.periods import Kind
from services.roll_taking import roll_facts, write_step
from services.standing import Standing
from services.unit import Unit
from storage import book, families, households, outbox, rolls
from storage.outbox import Priority
from storage.tables import BookCorrection, BookPage, RollCall

CARD, RESULT = "book-correction", "book-correction-result"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish that waits for the principal; `deciders` may be none yet."""

    id: int
    facts: dict[str, Any]
    deciders: int


def owner_of(wish_id: int) -> str:
    """Under which the cards of a wish are found."""
    return f"book-correction:{wish_id}"


async def locked_page(unit: Unit, page_id: int) -> BookPage:
    """A page that the actor keeps and whose month is confirmed; raises `Outdated` otherwise."""
    page = await book.get(unit.session, page_id)
    if page is None:
        raise Outdated
    unit.require(Action.KEEP_BOOK, Target(class_id=page.class_id))
    if page.kind != Kind.MONTH or page.confirmed_at is None:
        raise Outdated("book-not-locked")
    return page


async def ask(unit: Unit, page_id: int, text: str) -> Asked:
    """Ask for a correction in words; raises `Invalid` with what is missing.

    Only a day with a roll can be corrected, and one wish at a time for a pupil's session.
    """
    page = await locked_page(unit, page_id)
    period = await period_at(unit, page.kind, page.first)
    pupils = await book_checks.places(unit, page.class_id, period)
    wish = read_wish(text, list(pupils.values()), period.first, period.last)
    roll = await _roll(unit, page, wish.day, wish.half)
    stored = await rolls.get(unit.session, roll.id)
    assert stored is not None  # it was just read
    old = stored.standings.get(wish.pupil.pupil_id)
    was = Standing.from_json(old) if old else None
    if _plain(was) == _plain(wish.standing):
        raise Invalid("book-wish-same", name=wish.pupil.full_name, day=f"{wish.day:%d/%m/%Y}")
    for other in await book.corrections(unit.session, page.id):
        same = other.roll_id == roll.id and other.pupil_id == wish.pupil.pupil_id
        if same and other.status == "pending":
            raise Invalid("book-wish-waiting", name=wish.pupil.full_name)
    row = BookCorrection(
        page_id=page.id,
        roll_id=roll.id,
        pupil_id=wish.pupil.pupil_id,
        old=None if was is None else was.to_json(),
        new=None if wish.standing is None else wish.standing.to_json(),
        reason=wish.reason,
        asked_by=unit.who.person_id,
        asked_at=unit.now,
        status="pending",
    )
    unit.session.add(row)
    await unit.session.flush()
    unit.audit(
        "book.correction_asked", f"book-page:{page.id}", correction=row.id, old=row.old, new=row.new
    )
    facts = await facts_of(unit, row)
    principals = await households.holders_of(unit.session, "principal")
    for person in principals:
        key = f"{owner_of(row.id)}:{person}"
        await unit.notify(
            person, CARD, facts, priority=Priority.APPROVAL, key=key, owner=owner_of(row.id)
        )
    return Asked(row.id, facts, len(principals))


def _plain(standing: Standing | None) -> tuple[Any, ...] | None:
    return None if standing is None else (standing.state, standing.minutes)


async def _roll(unit: Unit, page: BookPage, day: Any, half: Half | None) -> RollCall:
    """The roll that is meant; raises `Invalid` where there is none, or two and no half named."""
    found = [
        roll
        for roll in await rolls.of_class(unit.session, page.class_id, (day, day))
        if half is None or roll.half == half
    ]
    if not found:
        raise Invalid("book-wish-no-roll", day=f"{day:%d/%m/%Y}")
    if len(found) > 1:
        raise Invalid("book-wish-half", day=f"{day:%d/%m/%Y}")
    return found[0]


async def facts_of(unit: Unit, row: BookCorrection) -> dict[str, Any]:
    """A wish as its card shows it, as JSON; the reason is for the principal and who asked."""
    page = await book.get(unit.session, row.page_id)
    roll = await unit.session.get_one(RollCall, row.roll_id)
    assert page is not None  # a wish belongs to a page
    pupil = (await families.pupils(unit.session, [row.pupil_id], roll.day))[row.pupil_id]
    people = await families.people(
        unit.session, {id for id in (row.asked_by, row.decided_by) if id is not None}
    )
    asked, decided = people[row.asked_by], people.get(row.decided_by or 0)
    return {
        "id": row.id,
        "page": page.id,
        "class": await families.class_name(unit.session, page.class_id),
        "month": f"{page.first:%m/%Y}",
        "name": pupil.name,
        "number": pupil.list_number,
        "day": f"{roll.day:%d/%m/%Y}",
        "half": roll.half,
        "old": row.old,
        "new": row.new,
        "reason": row.reason,
        "status": row.status,
        "asked": {"name": asked.name, "gender": asked.gender or ""},
        "by": {"name": decided.name, "gender": decided.gender or ""} if decided else None,
        "at": _moment(unit, row),
        "why": row.decided_why or "",
    }


def _moment(unit: Unit, row: BookCorrection) -> str:
    if row.decided_at is None:
        return ""
    local = row.decided_at.astimezone(unit.zone)
    return f"{local:%H:%M} {local:%d/%m/%Y}"


async def open_wish(unit: Unit, wish_id: int) -> BookCorrection:
    """A wish that the actor may decide now; raises `NotAllowed`, or `AlreadyDecided`."""
    unit.require(Action.SIGN_BOOK)
    row = await book.correction(unit.session, wish_id)
    if row is None:
        raise Outdated
    if row.status != "pending":
        raise await _late(unit, row)
    return row


async def decide(unit: Unit, wish_id: int, *, approved: bool, why: str = "") -> dict[str, Any]:
    """Approve (and apply) or reject a wish, once; its facts. A rejection needs a reason.

    Raises `Outdated` where the roll changed since it was asked.
    """
    row = await open_wish(unit, wish_id)
    why = " ".join(why.split())[:LONGEST]
    if not approved and not why:
        raise Invalid("book-reject-why")
    values = {"decided_by": unit.who.person_id, "decided_at": unit.now, "decided_why": why or None}
    status = "approved" if approved else "rejected"
    if not await book.settle_correction(unit.session, row, status, **values):
        raise await _late(unit, row)
    if approved:
        await _apply(unit, row)
    unit.audit(f"book.correction_{status}", f"book-page:{row.page_id}", correction=row.id)
    facts = await _redraw(unit, row)
    key = f"{RESULT}:{row.id}"
    await unit.notify(row.asked_by, RESULT, facts, priority=Priority.APPROVAL, key=key)
    return facts


async def _apply(unit: Unit, row: BookCorrection) -> None:
    """Write the new standing; families are shown the row anew, no alarm is raised for the past."""
    stored = await rolls.get(unit.session, row.roll_id)
    if stored is None or stored.roll.withdrawn:
        raise Outdated("book-wish-changed")
    before = {id: Standing.from_json(facts) for id, facts in stored.standings.items()}
    now = before.get(row.pupil_id)
    if (now.to_json() if now else None) != row.old:
        raise Outdated("book-wish-changed")
    facts = roll_facts(stored.roll)
    newer = await rolls.advance(unit.session, row.roll_id, stored.roll.version, {})
    if newer is None:
        raise Outdated("book-wish-changed")
    after = {id: standing for id, standing in before.items() if id != row.pupil_id}
    if row.new is not None:
        after[row.pupil_id] = Standing.from_json(row.new)
    await write_step(unit, newer, facts, before, after, correction=True)
    row.version = newer.version
    await unit.session.flush()
    page = await book.get(unit.session, row.page_id)
    assert page is not None  # a wish belongs to a page
    period = await period_at(unit, page.kind, page.first)
    await book_families.refresh(unit, page, period, "corrected", row.pupil_id)


async def withdraw(unit: Unit, wish_id: int) -> dict[str, Any]:
    """Take an own wish back while it waits; its facts."""
    row = await book.correction(unit.session, wish_id)
    if row is None:
        raise Outdated
    if row.asked_by != unit.who.person_id:
        raise NotAllowed
    values = {"decided_by": unit.who.person_id, "decided_at": unit.now}
    if not await book.settle_correction(unit.session, row, "withdrawn", **values):
        raise await _late(unit, row)
    unit.audit("book.correction_withdrawn", f"book-page:{row.page_id}", correction=row.id)
    return await _redraw(unit, row)


async def _redraw(unit: Unit, row: BookCorrection) -> dict[str, Any]:
    facts = await facts_of(unit, row)
    for card in await outbox.by_owner(unit.session, owner_of(row.id)):
        if card.person_id is not None and card.status not in ("failed", "cancelled"):
            own = card.person_id == unit.who.person_id
            await unit.edit_notice(card.id, card.person_id, CARD, facts | {"own": own})
    return facts


async def send_waiting(unit: Unit) -> int:
    """Show the principal every wish that waits, anew; how many. Others are shown none."""
    if not may(unit.who, Action.SIGN_BOOK):
        return 0
    waiting = await book.pending(unit.session)
    for row in waiting:
        await unit.notify(
            unit.who.person_id,
            CARD,
            await facts_of(unit, row),
            priority=Priority.APPROVAL,
            owner=owner_of(row.id),
        )
    return len(waiting)


async def _late(unit: Unit, row: BookCorrection) -> AlreadyDecided:
    facts = await facts_of(unit, row)
    by = facts["by"] or {"name": "", "gender": ""}
    return AlreadyDecided("book-wish-late", status=row.status, when=facts["at"], **by)
