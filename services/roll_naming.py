"""Names or list numbers alone, written where a class's list asked who is missing."""

from dataclasses import replace

from services.roll_dialogue import Pending, begin
from services.roll_taking import current
from services.roll_text import Frame
from services.sessions import Session
from services.unit import Unit


async def named_absent(unit: Unit, session: Session, frame: Frame, text: str) -> Pending | None:
    """The roll that a text means by its names; None where it names nobody, or where the roll was
    taken meanwhile and a text must say what it changes.

    Raises the refusals of `begin`.
    """
    if await current(unit, session) is not None:
        return None
    rest = frame.rest if frame.is_roll else f"vắng {frame.rest}"
    begun = await begin(unit, session, rest, text)
    understood = begun.reading.marks or begun.reading.all_present
    to_choose = any(q.candidates or q.choices for q in begun.reading.questions)
    if not understood and not to_choose:
        return None
    return replace(begun, reading=replace(begun.reading, partial=False))
