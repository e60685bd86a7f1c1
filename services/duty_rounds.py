"""The duty of entering periodic marks, limited to a test round: "Đào: giữa kì hk1 khối 7 toán đến
30/11" (article 8.1: the secretaries enter the tests that the principal gives them)."""

import re
from dataclasses import dataclass
from datetime import date

from services.access import Action, Duty
from services.duties import read_day
from services.errors import Invalid, NotAllowed
from services.name_syllables import fold
from services.names import Fit, Named, NameIndex
from services.people_changed import people_changed
from services.score_cells import Column, ColumnKind
from services.score_text.head import read_head
from services.subjects import subjects
from services.unit import Unit
from storage import duties, gradebook

_GRADE = re.compile(r"\bkhoi\s*([6-9])\b")
_UNTIL = re.compile(
    r"(?:den(?:\s+het)?(?:\s+ngay)?|until)\s+(\d{1,2}[/.-]\d{1,2}(?:[/.-]20\d\d)?)\s*$"
)
KIND = Duty.PERIODIC_SCORES


@dataclass(frozen=True, slots=True)
class Round:
    """What a duty is limited to; None means all."""

    name: str
    term: int | None
    kind: str | None
    grade: int | None
    subject: str | None
    until: date | None


async def limit(unit: Unit, text: str) -> Round:
    """Limit the running duty of the person who is named; the person is told.

    Raises `NotAllowed`, `Invalid` for what is not clear or a person without the duty.
    """
    unit.require(Action.GRANT_DUTY)
    name, colon, words = text.partition(":")
    if not colon or not name.strip():
        raise Invalid("duty-round-how")
    running = [d for d in await duties.running(unit.session, unit.today) if d.kind == KIND]
    index = NameIndex(Named(d.person_id, d.name) for d in running)
    found = index.resolve(name.strip())
    if found.fit is not Fit.ONE:
        raise Invalid("duty-round-who", name=name.strip())
    duty = next(d for d in running if d.person_id == found.ids[0])
    low = " ".join(fold(words).split())
    until = None
    if (said := _UNTIL.search(low)) is not None:
        until = read_day(said[1], unit.today)
        if until is None or until < unit.today:
            raise Invalid("identity-day-past")
        low = low[: said.start()]
    grade = _GRADE.search(low)
    head = read_head(" ".join(_GRADE.sub(" ", low).split()), ())
    kinds = (None, ColumnKind.MIDTERM, ColumnKind.FINAL)
    if head.body or head.kind not in kinds or not (grade or head.kind or head.subject or head.term):
        raise Invalid("duty-round-how")
    subject = None
    if head.subject is not None:
        known = (await subjects(unit, int(grade[1]) if grade else 6)).values()
        subject = next((s for s in known if s.code == head.subject.code), None)
        if subject is None:
            raise Invalid("duty-round-how")
    scope = {
        "term": head.term,
        "kind": head.kind.value if head.kind else None,
        "grade": int(grade[1]) if grade else None,
        "subject_id": subject.id if subject else None,
    }
    await duties.limit(unit.session, duty.duty_id, scope, until)
    unit.audit("duty.limited", f"person:{duty.person_id}", id=duty.duty_id, **scope)
    await people_changed(unit)
    made = Round(
        duty.name,
        head.term,
        scope["kind"] if isinstance(scope["kind"], str) else None,
        int(grade[1]) if grade else None,
        subject.name if subject else None,
        until or duty.until,
    )
    facts = {
        "term": made.term or 0,
        "kind": made.kind or "",
        "grade": made.grade or 0,
        "subject": made.subject or "",
        "until": f"{made.until:%d/%m/%Y}" if made.until else "",
    }
    await unit.notify(duty.person_id, "duty-limited", facts)
    return made


async def require_round(unit: Unit, class_id: int, subject_id: int, column: Column) -> None:
    """Raise `NotAllowed` where the actor's duty is limited to other tests."""
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    place = {
        "term": column.term,
        "kind": column.kind.value,
        "grade": grade,
        "subject_id": subject_id,
    }
    for scope in await duties.scopes(unit.session, unit.who.person_id, KIND, unit.today):
        if all(scope.get(name) in (None, value) for name, value in place.items()):
            return
    raise NotAllowed("scores-not-your-round")
