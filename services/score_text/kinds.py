"""What was understood of a column of marks, what must be asked, and what could not be taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from services.score_cells import Cell


class Doubt(StrEnum):
    """Why something is asked; the value begins the key of its text."""

    SEPARATOR = "separator"  # "8,7,5,9": four marks, or 8,7 and 5,9
    COUNT = "count"  # more or fewer marks than pupils, in the order of the list
    ZERO = "zero"  # 0: a mark, or did not sit
    LEADING_ZERO = "leading_zero"  # "05": 0,5 or 5
    WHO = "who"  # several pupils fit the name, or only near ones
    TWICE = "twice"  # one pupil, two marks


class Note(StrEnum):
    """What is said of a mark that was read otherwise than typed."""

    POINT = "point"  # 85 taken as 8,5
    ROUNDED = "rounded"  # 6,25 taken as 6,3


class Trouble(StrEnum):
    """Why a piece was not taken; the rest is kept."""

    RANGE = "range"
    UNREADABLE = "unreadable"
    NOBODY = "nobody"
    NUMBER = "number"  # no such list number
    NO_MARK = "no_mark"  # a name without a mark
    REMARKS = "remarks"  # Đ in a subject of figures
    FIGURES = "figures"  # a figure in a subject of remarks
    EXEMPT = "exempt"  # exemption is the principal's word
    ADDING = "adding"  # "cộng Lan 1 điểm": never stored as 1
    TOO_MANY = "too_many"  # more marks than pupils
    DIFFERENT = "different"  # number and name are of two pupils


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask. `key` takes the answer back in; `options` are (answer, what it shows):
    marks as people write them, or pupils' numbers for `WHO`. `fragment` is what was typed."""

    doubt: Doubt
    key: str
    fragment: str
    options: tuple[str, ...]
    pupil_id: int | None = None
    counts: tuple[int, int] = (0, 0)  # marks and pupils, for COUNT
    near: bool = False  # WHO: nobody fits, these are near


@dataclass(frozen=True, slots=True)
class Remarked:
    """A note on a pupil's mark: what was typed, and what it was taken for."""

    note: Note
    pupil_id: int
    written: str
    taken: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A piece that was not taken, as typed; `pupil_id` where it was clear whose."""

    trouble: Trouble
    fragment: str
    pupil_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A column as read: `cells` by pupil (None: blank, "-"), with everything else there is to say.

    `is_fill`: one mark for the whole class was meant, with exceptions.
    """

    cells: Mapping[int, Cell | None] = field(default_factory=dict)
    notes: tuple[Remarked, ...] = ()
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_fill: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look before it is saved."""
        return bool(self.questions or self.problems)
