"""A request for leave that is still being asked about: what is known of it, and what is next.

The whole of it is a value that a conversation keeps, so that nothing which was understood is lost.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from pydantic import TypeAdapter

from services.leave_text import Kind, Part, Span


class Ask(StrEnum):
    """What has to be asked next."""

    CHILD = "child"
    WHICH = "which"  # of several open requests
    DAY = "day"
    FIRST = "first"  # of many days
    LAST = "last"
    PART = "part"  # of the day: whole, a half, late, early
    WHEN = "when"  # the lesson or the hour
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Draft:
    """`kind` is open while the part of the day is; `options` are days to choose one from, `first`
    the beginning of many days, `many` that they are to be chosen one end after the other; `whole`
    that nothing is left to ask about the part of the day; `stranger` a name that is no child's."""

    kind: Kind | None = None
    pupils: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    options: tuple[Span, ...] = ()
    day_half: str | None = None
    first: date | None = None
    many: bool = False
    part: Part = field(default_factory=Part)
    whole: bool = False
    unsure_part: bool = False
    reason: str | None = None
    replaces: int | None = None
    stranger: str | None = None


@cache
def _adapter() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


def dump(draft: Draft) -> object:
    """As JSON for the conversation's state."""
    return _adapter().dump_python(draft, mode="json")


def load(data: object) -> Draft:
    """The reverse of `dump`."""
    return _adapter().validate_python(data)


def next_question(draft: Draft) -> Ask | None:
    """What to ask next; None where all is known."""
    if not draft.pupils:
        return Ask.CHILD
    if not draft.spans and draft.kind is not Kind.UNDO:
        if draft.first is not None:
            return Ask.LAST
        return Ask.FIRST if draft.many else Ask.DAY
    if draft.kind in (Kind.BACK, Kind.UNDO):
        return None
    if draft.kind is None or (draft.kind is Kind.LEAVE and draft.unsure_part):
        return None if draft.whole else Ask.PART
    if draft.kind in (Kind.LATE, Kind.EARLY):
        if not draft.part.known:
            return Ask.WHEN
        if draft.part.half is None and draft.part.at is None and not draft.whole:
            return Ask.HALF
    return None
