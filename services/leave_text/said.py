"""What a family's message says about leave, as far as it says it; what is open is a doubt."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from services.attendance_states import Half


class Kind(StrEnum):
    """What the family wants."""

    LEAVE = "leave"  # not at school for days or half-days
    LATE = "late"  # comes later than the bell
    EARLY = "early"  # is fetched before the end
    BACK = "back"  # comes again from that day on
    UNDO = "undo"  # takes the request back


class Doubt(StrEnum):
    """What has to be asked before anything is done."""

    CHILD = "child"
    DAY = "day"
    UNTIL = "until"  # the first day is known, the last is not
    PART = "part"  # which part of the day, which lesson or hour


@dataclass(frozen=True, slots=True)
class Span:
    """Days on end, both included; `count`: so many school days from the first instead."""

    first: date
    last: date
    half: Half | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """When a child comes or goes: `at` on the clock, `period` the first lesson attended (late) or
    missed (early), `minutes` after the bell; `half` where it was said."""

    at: time | None = None
    period: int | None = None
    minutes: int | None = None
    half: Half | None = None

    @property
    def known(self) -> bool:
        """Whether it says when."""
        return self.at is not None or self.period is not None or self.minutes is not None


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a message: `spans` that are sure, else `options` to choose one from. `count` is
    a number of days without a beginning, `more` that they follow an earlier request."""

    spans: tuple[Span, ...] = ()
    options: tuple[Span, ...] = ()
    count: int | None = None
    more: bool = False
    doubt: Doubt | None = None
    half: Half | None = None  # of a day that is not known yet


@dataclass(frozen=True, slots=True)
class LeaveText:
    """A message that speaks of leave.

    `children` are those named among the writer's own, `all_children` that all are meant
    (`how_many` by the message, 0: it does not say),
    `stranger` a name that fits none of them; `own`: it is the writer's own
    child by its name or by words, `says_own` by words ("con tôi").
    `reason` is in the family's words, `why` what was heard in it: sick, family or nothing.
    """

    kind: Kind
    days: Days
    part: Part
    children: tuple[int, ...] = ()
    all_children: bool = False
    how_many: int = 0
    stranger: str | None = None
    own: bool = False
    says_own: bool = False
    reason: str | None = None
    why: str | None = None
    doubts: tuple[Doubt, ...] = ()
