"""Names or list numbers alone, written where a class's list asked who is missing."""

from dataclasses import replace

from services.roll_dialogue import Pending, begin, choose
from services.roll_taking import current
from services.roll_text import Doubt, Frame
from services.sessions import Session
from services.unit import Unit


async def named_absent(unit: Unit, session: Session, frame: Frame, text: str) -> Pending | None:
    """The roll that a text means by its names; None where it names nobody, or where the roll was
    taken meanwhile and a text must say what it changes.

    Raises the refusals of `begin`.
    """
    if await current(unit, session) is not None:
        return None
    tries = [await begin(unit, session, rest, text) for rest in (frame.rest, f"vắng {frame.rest}")]
    begun = min(map(_as_numbers, tries), key=_unclear)
    to_choose = any(q.candidates or q.choices for q in begun.reading.questions)
    if not begun.reading.marks and not begun.reading.all_present and not to_choose:
        return None
    return replace(begun, reading=replace(begun.reading, partial=False))


def _unclear(begun: Pending) -> tuple[bool, int]:
    """Less is better: whether nothing was understood, and how much must be asked."""
    reading = begun.reading
    return not (reading.marks or reading.all_present), len(reading.questions)


def _as_numbers(begun: Pending) -> Pending:
    """A bare number is a list number here, not a count, since the list asked for numbers."""
    while (asked := begun.question) is not None and asked.doubt is Doubt.NUMBER_OR_COUNT:
        named = [at for at, marks in enumerate(asked.choices) if marks]
        if not named:
            break
        begun = choose(begun, named[0])
    return begun
