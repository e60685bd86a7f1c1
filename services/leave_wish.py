"""What a guardian asks for one child, and what stands in the books after it."""

from dataclasses import dataclass, field

from services.access import Action, Target
from services.errors import Invalid
from services.leave_text import Kind, Part, Span
from services.school_days import SchoolDay
from services.unit import Unit
from storage import families
from storage.families import PupilRow
from storage.tables import LeaveRequest


@dataclass(frozen=True, slots=True)
class Wish:
    """What a guardian asks for one child. `replaces`: a request of theirs that this changes."""

    pupil_id: int
    kind: Kind
    spans: tuple[Span, ...]
    part: Part = field(default_factory=Part)
    reason: str | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the books now. `known`: it was there before, and nothing was changed;
    `merged`: with an earlier one; `reached`: whether anybody of the school could be told; `off`:
    days that were named and are not taught."""

    leave: LeaveRequest
    pupil: PupilRow
    days: tuple[Span, ...]
    count: int
    after: bool
    known: bool = False
    merged: bool = False
    reached: bool = True
    off: tuple[SchoolDay, ...] = ()


async def own_pupil(unit: Unit, pupil_id: int) -> PupilRow:
    """One of the actor's own children; raises `NotAllowed` for any other, `Invalid` for one who
    is in no class."""
    unit.require(Action.ASK_LEAVE, Target(pupil_id=pupil_id))
    pupil = (await families.pupils(unit.session, [pupil_id], unit.today))[pupil_id]
    if pupil.class_id is None:
        raise Invalid("leave-no-class", pupil=pupil.name)
    return pupil
