"""Numbers after "vắng": how many are absent, or which list numbers they have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.roll_text.figures import before, is_figure
from services.roll_text.forks import Forks
from services.roll_text.items import Item, Part
from services.roll_text.reading import Doubt
from services.roll_text.tokens import Cut
from services.roll_text.words import Key

_LEAD = frozenset([Cut.COLON, Cut.DASH, Key.FILLER, Key.PERSONS, Key.MORE])
_MOST_BY_COUNT = 10  # nobody writes "v 12k" for twelve without leave


@dataclass(slots=True)
class AbsentNumbers:
    """Decides the numbers from one "vắng" to the next verb."""

    numbers: Mapping[int, int]
    forks: Forks

    def read(self, section: list[Item]) -> list[Item]:
        """The section with its numbers decided."""
        places = [at for at, item in enumerate(section) if is_figure(item)]
        if not places:
            return section
        lead = places[0]
        counted = next((item for item in section[:lead] if item.kind is Part.COUNT), None)
        if counted is not None:
            self._parts_of(section, counted.number, places)
            return self._listed(section, places)
        if before(section, lead, _LEAD) != 0 or not self._count_first(section, lead, places):
            return self._listed(section, places)
        return section

    def _count_first(self, section: list[Item], lead: int, places: list[int]) -> bool:
        """Decide the number right after "vắng"; False where it is one of a list."""
        here = section[lead]
        following = section[lead + 1].kind if lead + 1 < len(section) else None
        names = [item for item in section if item.kind in (Part.NAME, Part.NEAR)]
        inside = _counts_in_brackets(section, lead)
        if here.number == 0 or inside:
            section[lead] = here.turned(Part.COUNT)
            for at in inside:
                section[at] = section[at].turned(Part.STATE_COUNT, state=section[at + 1].state)
                section[at + 1] = section[at + 1].turned(Part.NOTE, word="")
            return not any(map(is_figure, section))
        stated = [at for at in places if _state_after(section, at)]
        if stated and stated[0] == lead:
            return self._stated_first(section, stated, places, bool(names))
        others = len(places) - 1
        if following is Cut.COLON:
            section[lead] = here.turned(Part.COUNT)
            self._parts_of(section, here.number, places[1:])
            return not any(map(is_figure, section))
        if names:
            if here.number == len(names) + others or here.number not in self.numbers:
                section[lead] = here.turned(Part.COUNT)
            else:
                pick = self.forks.take(Doubt.NUMBER_OR_COUNT, 2, here, here)
                section[lead] = here.turned((Part.COUNT, Part.PUPIL)[pick])
        elif not others and here.number not in self.numbers:
            section[lead] = here.turned(
                Part.COUNT if here.number <= len(self.numbers) else Part.PUPIL
            )
        elif not others or (here.number == others and following is Part.NUM):
            pick = self.forks.take(Doubt.NUMBER_OR_COUNT, 2, here, section[places[-1]])
            section[lead] = here.turned((Part.PUPIL, Part.COUNT)[pick])
        return not any(map(is_figure, section))

    def _stated_first(
        self, section: list[Item], stated: list[int], places: list[int], names: bool
    ) -> bool:
        """ "2p 1k": no. 2 and no. 1, or two with leave and one without."""
        states = [section[at + 1].state for at in stated]
        total = sum(section[at].number for at in stated)
        known = all(section[at].number in self.numbers for at in stated)
        twice = len({section[at].number for at in stated}) < len(stated)
        if stated != places or len(set(states)) < len(states) or total > _MOST_BY_COUNT:
            return False
        last = stated[-1] + 2
        headed = last < len(section) and section[last].kind is Cut.COLON
        if not (headed or twice or not known):
            first, end = section[stated[0]], section[stated[-1] + 1]
            if self.forks.take(Doubt.NUMBER_OR_COUNT, 2, first, end) == 0:
                return False
        for at in stated:
            section[at] = section[at].turned(Part.STATE_COUNT, state=section[at + 1].state)
            if len(stated) > 1 or not names:
                section[at + 1] = section[at + 1].turned(Part.NOTE, word="")
        return True

    def _parts_of(self, section: list[Item], total: int, places: Sequence[int]) -> None:
        """ "vắng 3: 2p 1k": the parts of the count, unless they are as many list numbers."""
        parts = [at for at in places if _state_after(section, at)]
        twice = len({section[at].number for at in parts}) < len(parts)
        if (
            parts
            and sum(section[at].number for at in parts) == total
            and (len(parts) != total or twice)
        ):
            for at in parts:
                section[at] = section[at].turned(Part.STATE_COUNT, state=section[at + 1].state)
                section[at + 1] = section[at + 1].turned(Part.NOTE, word="")

    def _listed(self, section: list[Item], places: Sequence[int]) -> list[Item]:
        """List numbers among names; one that touches a name without a comma may be minutes."""
        out = list(section)
        for at in places:
            if not is_figure(section[at]) or not is_figure(out[at]):
                continue
            prior = section[at - 1].kind if at else None
            out[at] = section[at].turned(Part.PUPIL)
            if prior in (Part.NAME, Part.NEAR):
                last = section[at + 1] if _state_after(section, at) else section[at]
                if self.forks.take(Doubt.NUMBER_OR_MINUTES, 2, section[at], last):
                    out[at] = section[at].turned(Part.MINUTES, word="late")
                    if section[at + 1 : at + 2] and section[at + 1].word == "p":
                        out[at + 1] = section[at + 1].turned(Part.NOTE, word="")
        return out


def _state_after(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].kind is Key.STATE


def _counts_in_brackets(section: Sequence[Item], lead: int) -> list[int]:
    """The places of "1" and "1" in "2 (1P 1K)"; empty if the brackets hold anything else."""
    if lead + 1 >= len(section) or section[lead + 1].kind is not Cut.OPEN:
        return []
    found = []
    at = lead + 2
    while at < len(section) and section[at].kind is not Cut.CLOSE:
        if is_figure(section[at]) and _state_after(section, at):
            found.append(at)
            at += 2
        elif section[at].kind in (Cut.COMMA, Cut.DASH, Key.AND, Key.FILLER, Cut.HARD):
            at += 1
        else:
            return []
    return found
