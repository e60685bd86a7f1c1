"""Praise and reminders: written by any teacher of the class, read by its homeroom teacher on
Friday, and part of what the family hears of the week."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from services.access import Action, Target, may
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.unit import Unit
from storage import families
from storage import remarks as store
from storage.remarks import RemarkRow

PRAISE, REMIND = "praise", "remind"
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Saved:
    """What one message wrote down; `pupils` by name, none for the whole class."""

    id: int
    class_name: str
    kind: str
    pupils: tuple[str, ...]
    text: str


async def add(unit: Unit, class_id: int, kind: str, pupil_ids: Sequence[int], text: str) -> Saved:
    """Write a remark on some pupils of a class, or on the whole class where none is named.

    Raises `NotAllowed` for a class one does not teach, `Invalid` for more than 300 characters or a
    pupil who is not in the class today.
    """
    who = unit.require(Action.ADD_REMARK, Target(class_id=class_id))
    said = " ".join(text.split())
    if len(said) > LONGEST:
        raise Invalid("remark-long", most=LONGEST)
    pupils = await families.pupils(unit.session, pupil_ids, unit.today)
    if any(id not in pupils or pupils[id].class_id != class_id for id in pupil_ids):
        raise Invalid("remark-not-in-class")
    about: Sequence[int | None] = list(dict.fromkeys(pupil_ids)) or [None]
    rows = [
        {
            "class_id": class_id,
            "pupil_id": pupil_id,
            "day": unit.today,
            "kind": kind,
            "text": said,
            "author_id": who.person_id,
            "made_at": unit.now,
        }
        for pupil_id in about
    ]
    first = await store.add(unit.session, rows)
    unit.audit("remark.added", f"remark:{first}", kind=kind, pupils=list(pupil_ids))
    name = await families.class_name(unit.session, class_id)
    return Saved(first, name, kind, tuple(pupils[id].name for id in dict.fromkeys(pupil_ids)), said)


async def take_back(unit: Unit, first_id: int) -> Saved:
    """Take a message's remarks back, by its author or who has charge of the class; once.

    Raises `NotAllowed`, `Outdated` for one there is not, `AlreadyDecided` the second time.
    """
    rows = await store.together(unit.session, first_id)
    if not rows or rows[0].part_of is not None:
        raise Outdated
    first = rows[0]
    in_charge = may(unit.who, Action.SEE_WEEK, Target(class_id=first.class_id))
    if first.author_id != unit.who.person_id and not in_charge:
        raise NotAllowed
    if not await store.withdraw(unit.session, first_id, unit.now):
        raise AlreadyDecided("remark-already-gone")
    unit.audit("remark.withdrawn", f"remark:{first_id}")
    ids = [row.pupil_id for row in rows if row.pupil_id is not None]
    pupils = await families.pupils(unit.session, ids, first.day)
    name = await families.class_name(unit.session, first.class_id)
    return Saved(first_id, name, first.kind, tuple(pupils[id].name for id in ids), first.text)


async def remarks(
    unit: Unit,
    first: date,
    last: date,
    *,
    class_ids: Collection[int] | None = None,
    pupil_ids: Collection[int] | None = None,
) -> list[RemarkRow]:
    """The remarks of these days, both ends counted, oldest first; those on a whole class only by
    `class_ids`. Whether the actor may know is asked before."""
    return await store.of_days(
        unit.session, (first, last), class_ids=class_ids, pupil_ids=pupil_ids
    )
