"""The pieces of meaning a message is read into, before it is decided what they say together."""

from dataclasses import dataclass, replace
from datetime import time
from enum import Enum, auto

from services.attendance_states import State
from services.names import Resolution
from services.roll_text.tokens import Cut
from services.roll_text.words import Key


class Part(Enum):
    """Pieces that are no keyword."""

    NAME = auto()
    NEAR = auto()  # nobody fits; `ids` are the nearest
    UNKNOWN = auto()
    NUM = auto()  # not yet decided what it counts
    PUPIL = auto()  # a list number
    COUNT = auto()  # so many pupils
    STATE_COUNT = auto()  # "1P" in "vắng 2 (1P 1K)"
    TOTAL = auto()  # so many in the class
    HERE = auto()  # so many present
    MINUTES = auto()
    LESSON = auto()  # "tiết 3"
    CLOCK = auto()
    NOTE = auto()
    LOST = auto()  # read, but makes no sense here


@dataclass(frozen=True, slots=True)
class Item:
    """One piece; `start` and `end` are places in the cleaned text."""

    kind: Part | Key | Cut
    start: int
    end: int
    ids: tuple[int, ...] = ()
    state: State | None = None
    number: int = 0
    other: int = 0  # second number of "37/39"
    at: time | None = None
    word: str = ""

    def turned(self, kind: Part, **changes: object) -> "Item":
        """The same piece, now known to be of this kind."""
        return replace(self, kind=kind, **changes)  # type: ignore[arg-type]  # fields of Item


SEPARATORS = frozenset([Cut.HARD, Cut.COMMA, Cut.DASH, Cut.OPEN, Cut.CLOSE, Cut.COLON])
VERBS = frozenset(
    [
        Key.ABSENT,
        Key.NOT_ABSENT,
        Key.LATE,
        Key.LEFT,
        Key.LEFT_IF_TIMED,
        Key.SKIP,
        Key.PRESENT,
        Key.ARRIVED,
    ]
)
# Between a number and what it belongs to: "Huy (10", "muộn: 7".
SOFT = frozenset([Cut.DASH, Cut.COLON, Cut.OPEN, Key.FILLER, Key.PERSONS, Key.NUMBERED])
PEOPLE = frozenset([Part.NAME, Part.NEAR, Part.PUPIL])


def named(resolution: Resolution, start: int, end: int) -> Item:
    """A name that fits one pupil or several."""
    return Item(Part.NAME, start, end, resolution.ids)
