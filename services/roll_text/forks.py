"""Places of a message that have several readings, and which one is being tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.roll_text.items import Item
from services.roll_text.reading import Doubt


@dataclass(frozen=True, slots=True)
class Fork:
    """A place with several readings: where, how many, why asked, and the words."""

    place: int
    options: int
    doubt: Doubt
    start: int
    end: int
    first_goes: bool = False  # the first reading is taken, not asked, if it makes sense
    both_stand: bool = False  # neither gives way for leaving a question


@dataclass(slots=True)
class Forks:
    """The forks met while reading; `chosen` holds the reading to take at each place."""

    chosen: Mapping[int, int]
    met: list[Fork] = field(default_factory=list)

    def take(
        self, doubt: Doubt, options: int, first: Item, last: Item, first_goes: bool = False
    ) -> int:
        """Which of the readings of the words from `first` to `last` to take, from 0."""
        self.met.append(Fork(first.start, options, doubt, first.start, last.end, first_goes))
        return min(self.chosen.get(first.start, 0), options - 1)

    def one_or_two(self, first: Item, last: Item) -> bool:
        """Whether names that each fit, but not together, are tried as one name of nobody."""
        place = -1 - first.start  # apart from a choice of readings at the same words
        doubt = Doubt.ONE_OR_TWO
        self.met.append(Fork(place, 2, doubt, first.start, last.end, both_stand=True))
        return self.chosen.get(place, 0) == 1
