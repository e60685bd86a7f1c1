"""What a rule of the school is made of: its kind of value, what it is called, its bounds."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the value of a rule is."""

    CLOCK = "clock"  # "HH:MM"
    MINUTES = "minutes"
    SECONDS = "seconds"
    HOURS = "hours"  # how many, or the hour of the day
    DAYS = "days"
    COUNT = "count"
    PLAIN = "plain"  # a figure of its own meaning
    BREAKS = "breaks"  # minutes after each lesson but the last
    WEEKDAYS = "weekdays"
    WEEKDAY = "weekday"  # 0 = Monday
    MONTH = "month"  # of the year
    WEEK = "week"  # of the school year
    YES = "yes"  # 1 or 0


@dataclass(frozen=True, slots=True)
class Form:
    """One rule: the field's `name`, what people call it (the first is the usual one),
    the bounds of its value (of a clock in minutes of the day), and a right `example`."""

    name: str
    kind: Kind
    called: tuple[str, ...]
    example: str
    least: int = 0
    most: int = 0
