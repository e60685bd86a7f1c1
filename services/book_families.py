"""Each family sees its own child's row before the month is confirmed, and says whether it is right.

What one guardian says is shown to the homeroom teacher alone, never to the other guardian.
"""

from typing import Any

from services import book_checks
from services.access import Action, Target
from services.book_checks import Row
from services.book_periods import period_at
from services.errors import Invalid, Outdated
from services.periods import Period
from services.unit import Unit
from storage import book, families, households, outbox
from storage.outbox import Priority
from storage.rosters import Place
from storage.tables import BookPage

ROW, DOUBT = "book-row", "book-doubt"
LONGEST = 500


def owner_of(page: BookPage) -> str:
    """Under which the families' rows of a page are found."""
    return f"book-page:{page.id}"


def row_facts(page: BookPage, class_name: str, period: Period, row: Row) -> dict[str, Any]:
    """A child's month as its family is shown it, as JSON: no reasons, nobody else."""
    sums = row.sums
    return {
        "page": page.id,
        "pupil": row.pupil.pupil_id,
        "name": row.pupil.full_name,
        "class": class_name,
        "month": period.label,
        "total": sums.total,
        "excused": sums.excused,
        "unexcused": sums.unexcused,
        "missed": [
            {"day": f"{m.day:%d/%m}", "half": m.half or "", "state": m.state.value}
            for m in sums.missed
        ],
        "late": sums.late,
        "early": sums.left_early,
        "skipped": sums.skipped,
    }


async def show(unit: Unit, page: BookPage, period: Period) -> int:
    """Show every family its row; how many guardians are told."""
    found = await book_checks.rows(unit, page.class_id, period)
    guardians = await families.guardians(unit.session, [row.pupil.pupil_id for row in found])
    name = await families.class_name(unit.session, page.class_id)
    told = 0
    for row in found:
        facts = row_facts(page, name, period, row)
        for guardian in guardians[row.pupil.pupil_id]:
            if not guardian.linked:
                continue
            key = f"{ROW}:{page.id}:{row.pupil.pupil_id}:{guardian.person_id}"
            params = facts | {"face": "asked"}
            sent = await unit.notify(guardian.person_id, ROW, params, key=key, owner=owner_of(page))
            told += sent is not None
    return told


async def counts(unit: Unit, page: BookPage) -> tuple[int, int]:
    """How many guardians were shown a row, and how many of them have answered."""
    if page.shown_at is None:
        return 0, 0
    rows = await outbox.by_owner(unit.session, owner_of(page))
    asked = [row for row in rows if row.edits is None and row.status not in ("failed", "cancelled")]
    return len(asked), len(await book.answers(unit.session, page.id))


async def refresh(
    unit: Unit, page: BookPage, period: Period, face: str, pupil_id: int | None = None
) -> None:
    """Show families whose row has changed since how it stands now; `face`: confirmed, corrected.

    With `pupil_id` that child's row is shown anew in any case.
    """
    found = {row.pupil.pupil_id: row for row in await book_checks.rows(unit, page.class_id, period)}
    name = await families.class_name(unit.session, page.class_id)
    shown = await outbox.by_owner(unit.session, owner_of(page))
    for first in shown:
        if first.edits is not None or first.person_id is None or first.status == "cancelled":
            continue
        was = first.params or {}
        pupil = int(was.get("pupil", 0))
        if pupil not in found or pupil_id not in (None, pupil):
            continue
        now = row_facts(page, name, period, found[pupil])
        if pupil_id is not None or any(was.get(key) != value for key, value in now.items()):
            await unit.edit_notice(
                first.id, first.person_id, ROW, now | {"face": face}, priority=Priority.NOTICE
            )


async def _shown(unit: Unit, page_id: int, pupil_id: int) -> tuple[BookPage, Period, Place]:
    """A row that the actor, a guardian of the child, was shown."""
    unit.require(Action.ANSWER_BOOK, Target(pupil_id=pupil_id))
    page = await book.get(unit.session, page_id)
    if page is None or page.shown_at is None:
        raise Outdated
    period = await period_at(unit, page.kind, page.first)
    pupil = (await book_checks.places(unit, page.class_id, period)).get(pupil_id)
    if pupil is None:
        raise Outdated
    return page, period, pupil


async def child_of_row(unit: Unit, page_id: int, pupil_id: int) -> str:
    """The name of the child whose row a guardian speaks of; the refusals of `answer`."""
    return (await _shown(unit, page_id, pupil_id))[2].full_name


async def answer(unit: Unit, page_id: int, pupil_id: int, said: str, words: str = "") -> str:
    """A guardian's word on the child's row: right, or wrong with words; the child's name.

    The homeroom teacher is told what is wrong. Raises `NotAllowed` for another's child, `Outdated`
    for a row that was not shown, `Invalid` where nothing is said.
    """
    page, period, pupil = await _shown(unit, page_id, pupil_id)
    words = " ".join(words.split())[:LONGEST]
    if said == "wrong" and not words:
        raise Invalid("book-doubt-empty")
    who = unit.who.person_id
    values = {"page_id": page_id, "pupil_id": pupil_id, "person_id": who, "at": unit.now}
    await book.answer(unit.session, values | {"said": said, "words": words or None})
    unit.audit("book.answered", f"book-page:{page_id}", pupil=pupil_id, said=said)
    if said == "wrong":
        relation = await families.relation(unit.session, who, pupil_id)
        params = {
            "page": page_id,
            "pupil": pupil_id,
            "name": pupil.full_name,
            "number": pupil.number,
            "class": pupil.class_name,
            "month": period.label,
            "relation": relation or "guardian",
            "guardian": unit.who.name,
            "words": words,
            "locked": page.confirmed_at is not None,
        }
        for teacher in await households.homeroom_teachers(
            unit.session, [page.class_id], unit.today
        ):
            await unit.notify(teacher, DOUBT, params, priority=Priority.APPROVAL)
    return pupil.full_name


async def seen(unit: Unit, page_id: int, pupil_id: int) -> str:
    """The homeroom teacher has seen to a family's doubt: those who doubted are shown the row as it
    stands now; the pupil's name. Raises `Outdated` where no doubt is open."""
    page = await book.get(unit.session, page_id)
    if page is None:
        raise Outdated
    who = unit.require(Action.KEEP_BOOK, Target(class_id=page.class_id))
    doubted = [
        each.person_id
        for each in await book.answers(unit.session, page_id)
        if each.pupil_id == pupil_id and each.said == "wrong" and each.settled_at is None
    ]
    if not await book.settle_answers(unit.session, page_id, pupil_id, who.person_id, unit.now):
        raise Outdated
    unit.audit("book.doubt_seen", f"book-page:{page_id}", pupil=pupil_id)
    period = await period_at(unit, page.kind, page.first)
    name = await families.class_name(unit.session, page.class_id)
    rows = await book_checks.rows(unit, page.class_id, period)
    row = next((row for row in rows if row.pupil.pupil_id == pupil_id), None)
    if row is None:
        raise Outdated
    guardians = (await families.guardians(unit.session, [pupil_id]))[pupil_id]
    reachable = {guardian.person_id for guardian in guardians if guardian.linked}
    for person in doubted:
        if person in reachable:
            params = row_facts(page, name, period, row) | {"face": "seen"}
            await unit.notify(person, ROW, params)
    return row.pupil.full_name
