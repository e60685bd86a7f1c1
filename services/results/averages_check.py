"""The subject teacher reads and confirms the averages of a class's term (article 8.2)."""

from collections.abc import Collection
from hashlib import sha256

from services.access import Action
from services.errors import Invalid, Outdated
from services.gradebook import Page, score_target, unguarded_page
from services.score_results import averages
from services.unit import Unit
from storage import results as store


def digest_of(page: Page) -> str:
    """Names the averages as they stand: another mark, another pupil, and it is another."""
    found = sorted((id, str(mark)) for id, mark in averages(page).items())
    return sha256(repr(found).encode()).hexdigest()


def lacking(page: Page, decided: Collection[int] = ()) -> list[int]:
    """The pupils, by list number, who have no average yet; but those on whom the principal decided
    (a plan of their own, a term elsewhere)."""
    found = averages(page)
    return [
        place.number or 0
        for place in page.roster.members
        if place.pupil_id in found
        and place.pupil_id not in decided
        and found[place.pupil_id] is None
    ]


async def is_checked(unit: Unit, page: Page) -> bool:
    """Whether the averages were read as they are now."""
    kept = await store.average_checks(unit.session, page.class_id)
    return kept.get((page.subject.id, page.term)) == digest_of(page)


async def check(unit: Unit, class_id: int, subject_id: int, term: int) -> Page:
    """The subject's teacher confirms; raises `NotAllowed`, and `Invalid` while a mark is missing or
    a test that others entered has not been read."""
    unit.require(Action.ENTER_SCORES, await score_target(unit, class_id, subject_id))
    if term not in (1, 2):
        raise Outdated
    page = await unguarded_page(unit, class_id, subject_id, term)
    decided = {id for id, _ in await store.decisions(unit.session, class_id)}
    missing = lacking(page, decided)
    if missing:
        raise Invalid(
            "averages-missing",
            subject=page.subject.name,
            count=len(missing),
            numbers=", ".join(str(n) for n in missing[:10]),
            **{"class": page.roster.list.name},
        )
    if any(c.is_periodic and f.row.confirmed_at is None for c, f in page.filled.items()):
        raise Invalid("averages-unread", subject=page.subject.name)
    key = {"class_id": class_id, "subject_id": subject_id, "term": term}
    values = {
        "digest": digest_of(page),
        "checked_by": unit.who.person_id,
        "checked_at": unit.now,
    }
    await store.put_average_check(unit.session, key, values)
    unit.audit("averages.checked", f"class:{class_id}", subject_id=subject_id, term=term)
    return page
