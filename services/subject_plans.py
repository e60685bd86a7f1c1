"""The school's own plan of a subject in a grade: scored or by remarks, and its periods a year.

Article 3.1 of the regulation lets the principal set the school up; circular 22/2021 art. 6 takes
the number of regular marks from the periods.
"""

import re
from dataclasses import dataclass

from services.access import Action
from services.errors import Invalid
from services.name_syllables import fold
from services.people_changed import people_changed
from services.subjects import GRADES, Subject, SubjectKind, subjects
from services.unit import Unit
from storage import gradebook

LEAST, MOST = 10, 350  # periods a year
_GRADE = re.compile(r"(?:\b(?:khoi|lop|grade)\s*)?\b([6-9])\b(?!\s*(?:tiet|periods))")
_PERIODS = re.compile(r"\b(\d{1,3})\s*(?:tiet|periods)\b")
_REMARKS = re.compile(r"\b(?:nhan xet|remarks)\b")
_SCORED = re.compile(r"\b(?:diem so|cho diem|tinh diem|scored|figures)\b")
_USUAL = re.compile(r"\b(?:mac dinh|default)\b")


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What is to hold for a subject in a grade; with neither, the programme's own."""

    subject: Subject
    grade: int
    kind: SubjectKind | None
    periods: int | None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What a subject was and is in a grade."""

    grade: int
    before: Subject
    after: Subject


async def plan_of(unit: Unit) -> dict[int, list[Subject]]:
    """Every grade's subjects, for whoever works at the school's plan."""
    unit.require(Action.KEEP_SUBJECTS)
    return {grade: list((await subjects(unit, grade)).values()) for grade in GRADES}


async def read_wish(unit: Unit, text: str) -> PlanWish:
    """ "Công nghệ 8 52 tiết", "tiếng Ê Đê 7: nhận xét", "Tin học 6 mặc định".

    Raises `Invalid` with a right example where subject, grade or value are not clear.
    """
    unit.require(Action.KEEP_SUBJECTS)
    low = " ".join(fold(text).replace(":", " ").replace(",", " ").split())
    named = [s for s in (await subjects(unit, GRADES[0])).values() if _begins(low, fold(s.name))]
    if not named:
        raise Invalid("subject-plan-which", words=text.strip()[:60])
    found = max(named, key=lambda s: len(s.name))
    rest = low[len(" ".join(fold(found.name).replace(",", " ").split())) :]
    grade = _GRADE.search(rest)
    if grade is None:
        raise Invalid("subject-plan-grade", subject=found.name)
    periods = _PERIODS.search(rest)
    kind = SubjectKind.REMARKS if _REMARKS.search(rest) else None
    kind = SubjectKind.SCORED if kind is None and _SCORED.search(rest) else kind
    count = int(periods[1]) if periods else None
    if count is not None and not LEAST <= count <= MOST:
        raise Invalid("subject-plan-periods", least=LEAST, most=MOST)
    if kind is None and count is None and not _USUAL.search(rest):
        raise Invalid("subject-plan-what", subject=found.name, grade=grade[1])
    return PlanWish(found, int(grade[1]), kind, count)


def _begins(low: str, name: str) -> bool:
    name = " ".join(name.replace(",", " ").split())
    return re.match(rf"{re.escape(name)}(?!\w)", low) is not None


async def set_plan(unit: Unit, wish: PlanWish) -> PlanChange:
    """Let the wish hold. Raises `Invalid` where the grade has marks of the other kind."""
    unit.require(Action.KEEP_SUBJECTS)
    id, grade = wish.subject.id, wish.grade
    before = (await subjects(unit, grade))[id]
    if wish.kind is None and wish.periods is None:
        await gradebook.drop_plan(unit.session, id, grade)
    else:
        kind, periods = wish.kind or before.kind, wish.periods or before.periods
        await gradebook.put_plan(unit.session, id, grade, kind.value, periods)
    await people_changed(unit)
    after = (await subjects(unit, grade))[id]
    if after.kind is not before.kind and await gradebook.has_marks(
        unit.session, id, grade, unit.today
    ):
        raise Invalid("subject-plan-has-marks", subject=before.name, grade=grade)
    details = {"grade": grade, "kind": after.kind.value, "periods": after.periods}
    unit.audit("subject.planned", f"subject:{id}", **details)
    return PlanChange(grade, before, after)
