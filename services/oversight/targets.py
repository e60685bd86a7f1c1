"""Targets of a subject and grade: the share of pupils at or above a mark (article 5.3)."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.access import Action, Target, may
from services.errors import Invalid, NotFound
from services.name_syllables import fold
from services.rosters import classes
from services.score_text.head import read_head
from services.subjects import subjects
from services.unit import Unit
from storage import calendar, departments, gradebook
from storage import oversight as store

_WISH = re.compile(
    r"(?P<grade>[6-9])\b\D*?(?:(?:tu|>=|≥)\s*)?(?P<bound>\d{1,2}(?:[.,]\d)?)?\s*[:=]\s*"
    r"(?P<share>\d{1,3})\s*%?\s*$"
)
USUAL = Decimal("5.0")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: `share` percent of the grade at or above `bound`."""

    subject_id: int
    subject: str
    grade: int
    bound: Decimal
    share: int


async def aims(unit: Unit) -> list[Aim]:
    """The year's targets, for the staff who see marks; raises `NotAllowed`."""
    if not (may(unit.who, Action.OVERSEE_SCORES) or unit.who.department):
        unit.require(Action.OVERSEE_SCORES)
    year_id = await _year(unit)
    names = dict(await gradebook.subject_names(unit.session))
    rows = (await store.targets(unit.session, year_id)).values()
    found = [
        Aim(r.subject_id, names[r.subject_id], r.grade, Decimal(r.bound) / 10, r.share)
        for r in rows
    ]
    return sorted(found, key=lambda aim: (aim.subject, aim.grade))


async def _year(unit: Unit) -> int:
    first = next((c.class_id for c in await classes(unit) if c.class_id is not None), None)
    if first is None:
        raise NotFound("roll-no-such-list")
    return (await gradebook.grade_and_year(unit.session, first))[1]


async def aim(unit: Unit, text: str) -> Aim:
    """ "toán 7 từ 5,0: 85%" from a head of department or the heads of the school.

    Raises `NotAllowed` for another department's subject, `Invalid` for what is not clear.
    """
    head = read_head(text, ())
    read = _WISH.search(fold(text).replace(",", "."))
    if head.subject is None or read is None:
        raise Invalid("target-how")
    grade, share = int(read["grade"]), int(read["share"])
    bound = Decimal(read["bound"]) if read["bound"] else USUAL
    known = (await subjects(unit, grade)).values()
    subject = next((s for s in known if s.code == head.subject.code), None)
    if subject is None:
        raise NotFound("scores-no-such-subject")
    if not (0 < share <= 100 and 0 < bound <= 10 and subject.is_scored):
        raise Invalid("target-how")
    year_id = await _year(unit)
    own = frozenset(await _departments(unit, subject.id, unit.today))
    unit.require(Action.SET_TARGETS, Target(subject_id=subject.id, departments=own))
    key = {"year_id": year_id, "subject_id": subject.id, "grade": grade}
    values = {
        "bound": int(bound * 10),
        "share": share,
        "set_by": unit.who.person_id,
        "set_at": unit.now,
    }
    await store.put_target(unit.session, key, values)
    unit.audit("target.set", f"subject:{subject.id}", grade=grade, **values | {"set_at": ""})
    return Aim(subject.id, subject.name, grade, bound, share)


async def _departments(unit: Unit, subject_id: int, day: date) -> set[str]:
    """The departments of all who teach a subject."""
    people = {
        each.person_id
        for each in await calendar.teachings(unit.session)
        if each.subject_id == subject_id and each.holds(day)
    }
    return set((await departments.of_people(unit.session, people)).values())
