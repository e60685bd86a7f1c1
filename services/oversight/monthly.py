"""The vice principal's monthly look at each class's gradebook with a remark at its end (article
4.1: changes of class size, the entering of marks)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from services.access import Action, Target
from services.class_changes import changes
from services.daily import is_due
from services.errors import Invalid, Outdated
from services.name_syllables import fold
from services.roll_text.frame_place import find_class
from services.rosters import RollList, classes
from services.score_gaps import gaps
from services.unit import Unit
from storage import households, oversight
from storage import score_pages as store
from storage.tables import BookCheck

NOTICE = "book-check-left"
KEY = "oversight:monthly"
LONGEST = 1000
DAYS = (3, 6, 9)  # of a month, on which the last one's missing remarks are told
_OPENING = re.compile(r"^(?:kiem tra so(?: diem)?|nhan xet so(?: diem)?)\b")
_MONTH = re.compile(r"thang\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class MonthLook:
    """What a look at a class's book shows: who came and left in the month, columns that are late,
    corrections asked for, and the remark there is."""

    class_id: int
    class_name: str
    month: date
    came: int
    left: int
    late: tuple[tuple[str, int], ...]
    corrections: int
    remark: BookCheck | None


def is_wish(text: str) -> bool:
    """Whether a message is a remark on a class's book."""
    return _OPENING.match(" ".join(fold(text).split())) is not None


async def read(unit: Unit, text: str) -> tuple[RollList | None, date, str]:
    """The class, the month's first day and the remark of "kiểm tra sổ 7A1 tháng 11: …"; until the
    tenth the month before is meant. Raises `Invalid` for a month to come."""
    head, _, words = text.partition(":")
    lists = [c for c in await classes(unit) if c.class_id is not None]
    place = find_class(head, [c.name for c in lists])
    of = next((c for c in lists if place is not None and c.name == place.class_name), None)
    said = _MONTH.search(fold(head))
    first = unit.today.replace(day=1)
    if said is None:
        month = (first - timedelta(days=1)).replace(day=1) if unit.today.day <= 10 else first
    elif 1 <= int(said[1]) <= 12:
        number = int(said[1])
        month = date(unit.today.year - (number > unit.today.month), number, 1)
    else:
        raise Invalid("book-check-how")
    return of, month, " ".join(words.split())


async def look(unit: Unit, class_id: int, month: date) -> MonthLook:
    """The month of a class; for the heads, and its homeroom teacher."""
    unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    of = next((c for c in await classes(unit) if c.class_id == class_id), None)
    if of is None:
        raise Outdated
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    moved = await changes(unit, month, min(last, unit.today))
    late = [
        (f"{gap.subject.name} {gap.column.code}", gap.missing)
        for gap in await gaps(unit, None, 0)
        if gap.class_id == class_id and gap.is_late
    ]
    kept = {row.month: row for row in await store.checks(unit.session, class_id)}
    return MonthLook(
        class_id,
        of.name,
        month,
        sum(each.to_class == of.name for each in moved),
        sum(each.from_class == of.name for each in moved),
        tuple(late),
        await oversight.corrections_of_class(unit.session, class_id, month),
        kept.get(month),
    )


async def put_remark(unit: Unit, class_id: int, month: date, text: str) -> BookCheck:
    """Keep the remark; raises `NotAllowed`, `Invalid` for an empty one or a month to come."""
    unit.require(Action.OVERSEE_SCORES)
    words = " ".join(text.split())
    if not words or len(words) > LONGEST or month > unit.today:
        raise Invalid("book-check-how")
    key = {"class_id": class_id, "month": month}
    values = {"text": words, "checked_by": unit.who.person_id, "checked_at": unit.now}
    await store.put_check(unit.session, key, values)
    unit.audit("book.checked", f"class:{class_id}", month=month.isoformat(), text=words)
    return next(r for r in await store.checks(unit.session, class_id) if r.month == month)


async def left(unit: Unit, month: date) -> list[str]:
    """The classes without a remark for a month; raises `NotAllowed`."""
    unit.require(Action.OVERSEE_SCORES)
    return await _left(unit, month)


async def _left(unit: Unit, month: date) -> list[str]:
    done = await store.checked(unit.session, month)
    lists = [c for c in await classes(unit) if c.class_id is not None]
    over = month + timedelta(days=31)
    return [c.name for c in lists if c.class_id not in done and c.starts < over]


async def remind(unit: Unit) -> bool:
    """The job by the clock: on three days of a month the vice principal hears which classes have no
    remark for the last one; silent in schools that keep none."""
    if unit.today.day not in DAYS:
        return False
    if not await is_due(unit, KEY):
        return False
    month = (unit.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    names = await _left(unit, month)
    before = (month - timedelta(days=1)).replace(day=1)
    keeps = await store.checked(unit.session, before) | await store.checked(unit.session, month)
    if not names or not keeps:
        return False
    told = False
    for vice in await households.holders_of(unit.session, "vice_principal"):
        facts = {"month": f"{month:%m/%Y}", "classes": names}
        key = f"{NOTICE}:{unit.today}:{vice}"
        told |= await unit.notify(vice, NOTICE, facts, key=key) is not None
    return told
