"""Signing the gradebook's pages by a tap (article 12.2): the subject's teachers and the homeroom
teacher when they have read a page, then the principal. A confirmation within the system, not an
electronic signature in law. A page that changes afterwards wants its signatures anew."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from services.access import Action, Target, may
from services.errors import Invalid, Outdated
from services.gradebook import score_target
from services.score_papers import (
    YEAR,
    Facts,
    heading,
    marks_pages,
    outcome_page,
    summary_page,
)
from services.unit import Unit
from storage import families
from storage import score_pages as store

ROLES = ("subject", "homeroom", "principal")


@dataclass(frozen=True, slots=True)
class Book:
    """A class's pages of a term, with their signatures in `facts["signatures"]`; of the second
    term also the year's. `mine` are the pages that wait for the actor's signature."""

    class_id: int
    class_name: str
    term: int
    pages: tuple[Facts, ...]
    signed: dict[str, int]
    wanted: dict[str, int]
    mine: tuple[str, ...]
    checks: Facts


def digest_of(page: Facts) -> str:
    """Names what stands on a page."""
    kept = [page["kind"], page["term"], page["rows"]]
    return sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def is_full(page: Facts) -> bool:
    """Whether nothing is missing on a page, but of pupils on whom the principal has decided (a plan
    of their own): only such is signed."""
    if page["kind"] == "marks":
        return all(row["exempt"] or row["average"] or row["decided"] for row in page["rows"])
    return all(
        row["conduct"] is not None and (row["own_plan"] or row["results"] is not None)
        for row in page["rows"]
    )


async def book(unit: Unit, class_id: int, term: int, subject_id: int | None = None) -> Book:
    """The pages that the actor may see: a subject's teacher those taught, the homeroom teacher,
    the heads, the office and the administrator the whole book. Raises `NotAllowed`."""
    if term not in (1, 2):
        raise Outdated
    whole = may(unit.who, Action.SEE_RESULTS, Target(class_id=class_id))
    pages = []
    for page in await marks_pages(unit, class_id, term):
        if subject_id is not None and page["subject_id"] != subject_id:
            continue
        target = await score_target(unit, class_id, page["subject_id"])
        if whole or may(unit.who, Action.SEE_SCORES, target):
            pages.append(page)
    if not pages:
        unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    if whole and subject_id is None:
        pages.append(await summary_page(unit, class_id, term))
        if term > 1:
            pages += [await summary_page(unit, class_id, YEAR), await outcome_page(unit, class_id)]
    kept = await store.signatures(unit.session, class_id)
    people = await families.people(unit.session, {row.person_id for row in kept})
    signed, wanted = dict.fromkeys(ROLES, 0), dict.fromkeys(ROLES, 0)
    mine = []
    for page in pages:
        digest = digest_of(page)
        valid = [row for row in kept if row.page == _code(page) and row.digest == digest]
        boxes = []
        for role in _roles(page):
            own = [row for row in valid if row.role == role]
            wanted[role] += 1
            signed[role] += bool(own)
            at = own[0].signed_at.astimezone(unit.zone) if own else None
            boxes.append(
                {
                    "role": role,
                    "name": ", ".join(people[row.person_id].name for row in own),
                    "at": at.isoformat(timespec="seconds") if at else None,
                }
            )
        page["signatures"] = boxes
        roles = await _own_roles(unit, class_id, page)
        done = {row.role for row in valid if row.person_id == unit.who.person_id}
        first = {row.role for row in valid} >= set(_roles(page)) - {"principal"}
        for role in roles:
            if role not in done and is_full(page) and (role != "principal" or first):
                mine.append(f"{_code(page)}|{role}")
    head = await heading(unit, class_id)
    return Book(
        class_id,
        head["class"],
        term,
        tuple(pages),
        signed,
        wanted,
        tuple(mine),
        head | await _checks(unit, class_id),
    )


def _code(page: Facts) -> str:
    """The outcome's page is signed apart from the year's summary."""
    return "out:0" if page["kind"] == "outcome" else str(page["page"])


def _roles(page: Facts) -> Sequence[str]:
    return ROLES if page["kind"] == "marks" else ROLES[1:]


async def _own_roles(unit: Unit, class_id: int, page: Facts) -> list[str]:
    found = []
    if page["kind"] == "marks" and (class_id, page["subject_id"]) in unit.who.subjects:
        found.append("subject")
    if may(unit.who, Action.KEEP_BOOK, Target(class_id=class_id)):
        found.append("homeroom")
    if may(unit.who, Action.SIGN_BOOK):
        found.append("principal")
    return found


async def sign(unit: Unit, class_id: int, term: int, subject_id: int | None = None) -> int:
    """Sign every full page that waits for the actor; how many. The principal's come after the
    teachers' (article 12.2). Raises `NotAllowed`, `Invalid` where none waits."""
    found = await book(unit, class_id, term, subject_id)
    if not found.mine:
        raise Invalid("score-print-nothing-to-sign", **{"class": found.class_name})
    by_code = {_code(page): page for page in found.pages}
    for each in found.mine:
        code, role = each.split("|")
        key: dict[str, Any] = {
            "class_id": class_id,
            "page": code,
            "role": role,
            "person_id": unit.who.person_id,
        }
        values = {"digest": digest_of(by_code[code]), "signed_at": unit.now}
        await store.sign(unit.session, key, values)
        unit.audit("score_page.signed", f"class:{class_id}", page=code, role=role)
    return len(found.mine)


async def _checks(unit: Unit, class_id: int) -> Facts:
    """The monthly remarks, as the last page of the book has them."""
    rows = await store.checks(unit.session, class_id)
    people = await families.people(unit.session, {row.checked_by for row in rows})
    return {
        "kind": "checks",
        "term": YEAR,
        "teachers": [],
        "signatures": [],
        "rows": [
            {
                "month": f"{row.month:%m/%Y}",
                "text": row.text,
                "name": people[row.checked_by].name,
                "at": f"{row.checked_at.astimezone(unit.zone):%d/%m/%Y}",
            }
            for row in rows
        ],
    }
