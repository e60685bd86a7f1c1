"""The four lists of a class when somebody asks for them, as they stand at this moment."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from services.access import Action
from services.attendance_states import State
from services.class_lists import lists
from services.errors import Invalid
from services.roll_lists import lists_of
from services.roll_text import Frame
from services.standing import Standing
from services.unit import Unit
from storage import class_lists as store


@dataclass(frozen=True, slots=True)
class ClassLists:
    """The lists of each roll of a day, oldest first; none where no roll was taken."""

    name: str
    day: date
    shown: tuple[dict[str, Any], ...]


async def lists_of_class(unit: Unit, frame: Frame) -> ClassLists:
    """The lists of the class and day that a text names; the own class and today where it does not.

    Raises `Invalid` where no single class is meant, `NotAllowed` for a class whose absences one
    does not settle, since the reasons are in it.
    """
    found = [each for each in await lists_of(unit, frame) if each.class_id is not None]
    if len(found) != 1:
        raise Invalid("lists-which-class")
    of, day = found[0], frame.date or unit.today
    unit.require(Action.SETTLE_ABSENCE, of.target)
    shown = []
    for roll in reversed(await store.class_rolls(unit.session, of.class_id or 0, day)):
        standings = {
            row.pupil_id: Standing(State(row.state), row.minutes, row.period, row.arrived, row.note)
            for row in await store.standings(unit.session, roll.id)
        }
        shown.append(await lists(unit, roll, standings))
    return ClassLists(of.name, day, tuple(shown))
