"""Numbers after "muộn": minutes after a name, list numbers without one, or a count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from services.roll_text.figures import before, is_figure
from services.roll_text.forks import Forks
from services.roll_text.items import PEOPLE, SOFT, VERBS, Item, Part
from services.roll_text.reading import Doubt
from services.roll_text.words import Key

_MOST_IN_CHUNK = 5
_MOST_MINUTES = 300


@dataclass(slots=True)
class LateNumbers:
    """Decides the numbers from one "muộn" to the next verb."""

    numbers: Mapping[int, int]
    forks: Forks

    def read(
        self, earlier: Sequence[Item], section: Sequence[Item], later: Sequence[Item]
    ) -> list[Item]:
        """The section with its numbers decided, given what stands before and after it."""
        made: list[Item] = []
        at = 0
        while at < len(section):
            here = section[at]
            if not is_figure(here):
                made.append(here)
                at += 1
                continue
            unit = at + 1 < len(section) and section[at + 1].word == "p"
            last = before(made, len(made), SOFT)
            prior = made[last].kind if last >= 0 else None
            if unit and (prior in PEOPLE or prior is Key.LATE):
                made.append(here.turned(Part.MINUTES, end=section[at + 1].end))
                at += 2
            elif prior in PEOPLE:
                made.append(here.turned(Part.MINUTES))
                at += 1
            elif prior is Key.LATE and _ends_with_person(earlier):
                made.append(self._postfix(earlier, section[0], here))
                at += 1
            else:
                lone = not any(i.kind is Part.PUPIL or is_figure(i) for i in [*earlier, *later])
                took, more = self._late_chunk(section, at, prior is Key.LATE, lone)
                made += more
                at += took
        return made

    def _postfix(self, earlier: Sequence[Item], verb: Item, here: Item) -> Item:
        """ "Huy muộn 10" is minutes; "vắng Lan Huy m 7" may also be no. 7."""
        headed = any(item.kind is Key.ABSENT for item in earlier)
        by_number = is_figure(earlier[-1])
        either = here.number in self.numbers and (by_number or (headed and verb.word == "m"))
        if either and self.forks.take(Doubt.NUMBER_OR_MINUTES, 2, here, here):
            return here.turned(Part.PUPIL)
        return here.turned(Part.MINUTES)

    def _late_chunk(
        self, section: Sequence[Item], at: int, after_verb: bool, lone: bool
    ) -> tuple[int, list[Item]]:
        """ "m 7", "m 7 10", "muộn 2: …": numbers with no name before them."""
        end = at
        while end < len(section) and is_figure(section[end]):
            end += 1
        chunk = list(section[at:end])
        if end < len(section) and (section[end].word == "p" or section[end].kind is Part.MINUTES):
            tail = [] if section[end].kind is Part.MINUTES else [chunk.pop().turned(Part.MINUTES)]
            return end - at + len(tail), [item.turned(Part.PUPIL) for item in chunk] + tail
        people = sum(item.kind in (Part.NAME, Part.NEAR) for item in section)
        if after_verb and people and len(chunk) == 1:
            return 1, [self._late_lead(chunk[0], people)]
        if len(chunk) == 1:
            if not (after_verb and lone and sum(map(is_figure, section)) == 1):
                return 1, [chunk[0].turned(Part.PUPIL)]
            pick = self.forks.take(Doubt.NUMBER_OR_COUNT, 2, chunk[0], chunk[0])
            return 1, [chunk[0].turned((Part.PUPIL, Part.COUNT)[pick])]
        ways = [way for way in _late_ways(chunk) if self._makes_sense(chunk, way)]
        ways = ways or [(Part.PUPIL,) * len(chunk)]
        pick = 0
        if len(ways) > 1:
            pick = self.forks.take(Doubt.NUMBER_OR_MINUTES, len(ways), chunk[0], chunk[-1])
        return len(chunk), [item.turned(k) for item, k in zip(chunk, ways[pick], strict=True)]

    def _late_lead(self, here: Item, people: int) -> Item:
        if here.number == people:
            return here.turned(Part.COUNT)
        pick = self.forks.take(Doubt.NUMBER_OR_MINUTES, 2, here, here)
        return here.turned((Part.MINUTES, Part.PUPIL)[pick])

    def _makes_sense(self, chunk: Sequence[Item], way: Sequence[Part]) -> bool:
        return all(
            item.number in self.numbers if kind is Part.PUPIL else 0 < item.number <= _MOST_MINUTES
            for item, kind in zip(chunk, way, strict=True)
        )


def _ends_with_person(items: Sequence[Item]) -> bool:
    """Whether the words before a verb end with its subject: a name, or a first list number."""
    if not items:
        return False
    verbs = any(item.kind in VERBS for item in items)
    return items[-1].kind in (Part.NAME, Part.NEAR) or (is_figure(items[-1]) and not verbs)


def _late_ways(chunk: Sequence[Item]) -> list[tuple[Part, ...]]:
    """The ways to read "7 10 12": numbers only first, then with minutes after some of them."""
    if len(chunk) > _MOST_IN_CHUNK:
        return [(Part.PUPIL,) * len(chunk)]
    ways = [
        (Part.PUPIL, *rest)
        for rest in product((Part.PUPIL, Part.MINUTES), repeat=len(chunk) - 1)
        if not any(a is b is Part.MINUTES for a, b in pairwise(rest))
    ]
    if chunk[0].number == len(chunk) - 1:
        ways.append((Part.COUNT,) + (Part.PUPIL,) * (len(chunk) - 1))
    return ways
