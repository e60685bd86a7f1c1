"""Of which class or group a message speaks, where it may not say so.

A homeroom teacher need not name the class; a subject teacher is in the class that the timetable
names for them now. Where more than one remains the person is asked.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from services.access import Action, may
from services.attendance_states import Half, SessionKind
from services.errors import Invalid
from services.roll_card_answers import taken_over
from services.roll_permission import own_lists
from services.roll_text import Frame, read_frame
from services.rosters import RollList, classes, groups
from services.timetable import classes_now
from services.unit import Unit

MOST_OFFERED = 60  # classes that are offered as buttons


async def read(unit: Unit, text: str) -> Frame:
    """The frame of a message, against the school's classes and groups of this year."""
    return read_frame(
        text,
        classes=[each.name for each in await classes(unit)],
        groups={each.group_id: each.name for each in await groups(unit) if each.group_id},
        today=unit.today,
    )


def says_anything(frame: Frame) -> bool:
    """Whether a message names a class, a group, a day or a session."""
    named = (frame.class_name, frame.group_id, frame.unknown_class)
    return any(each is not None for each in (*named, frame.date, frame.half, frame.kind))


async def lists_of(unit: Unit, frame: Frame) -> Sequence[RollList]:
    """The class or group meant; several where it must be asked.

    Raises `Invalid` for a class that the school has not, or where none can be meant.
    """
    if frame.class_name is not None:
        return [each for each in await classes(unit) if each.name == frame.class_name]
    if frame.group_id is not None:
        return [each for each in await groups(unit) if each.group_id == frame.group_id]
    own = await own_lists(unit)
    if frame.unknown_class is not None:
        mine = ", ".join(each.name for each in own)
        key = "roll-unknown-class" if mine else "roll-unknown-class-all"
        known = ", ".join(each.name for each in await classes(unit))
        raise Invalid(key, typed=frame.unknown_class, mine=mine, known=known)
    if not own:
        every = await classes(unit)
        if not may(unit.who, Action.TAKE_ROLL) or len(every) > MOST_OFFERED:
            raise Invalid("roll-say-class")
        return every
    return await _nearest(unit, frame, own)


async def _nearest(unit: Unit, frame: Frame, own: Sequence[RollList]) -> Sequence[RollList]:
    """Of one's own lists, those that fit the kind of session, the post and the hour best."""
    homeroom = [each for each in own if each.class_id in unit.who.homeroom_of]
    if frame.kind in (SessionKind.EXTRA, SessionKind.CLUB):
        led = [each for each in own if each.kind is frame.kind]
        return led + (homeroom if frame.kind is SessionKind.EXTRA else []) or own
    claimed = await taken_over(unit)
    if len(claimed) == 1 and frame.date is None:
        return [claimed[0].session.of]  # by their own word
    if len(homeroom) == 1:
        return homeroom
    now = await classes_now(unit, unit.who.person_id)
    here = [each for each in homeroom or own if each.class_id in now]
    return here if len(here) == 1 else homeroom or own


def dump(frame: Frame) -> dict[str, Any]:
    """As JSON for a conversation's state."""
    return asdict(frame) | {"date": frame.date.isoformat() if frame.date else None}


def load(data: dict[str, Any]) -> Frame:
    """The reverse of `dump`."""
    return Frame(
        **data
        | {
            "date": date.fromisoformat(data["date"]) if data["date"] else None,
            "half": Half(data["half"]) if data["half"] else None,
            "kind": SessionKind(data["kind"]) if data["kind"] else None,
        }
    )
