"""What the bare numbers of a roll mean: a list number, how many pupils, or minutes.

"v 3p 12 m 7" are numbers of the class list, "vắng 2: Lan, Minh" is a count, "muộn Huy 10" minutes.
Where two of these make sense ("v 2", "m 7 10") both readings are kept as a choice to be asked.
"""

from collections.abc import Iterator, Mapping, Sequence

from services.roll_text.absent_numbers import AbsentNumbers
from services.roll_text.figures import after, is_figure
from services.roll_text.forks import Forks
from services.roll_text.items import SOFT, VERBS, Item, Part
from services.roll_text.late_numbers import LateNumbers
from services.roll_text.pairs import paired_up
from services.roll_text.words import Key


def decide_numbers(items: Sequence[Item], numbers: Mapping[int, int], forks: Forks) -> list[Item]:
    """The items with no undecided number left; `numbers`: list number → pupil id."""
    paired = paired_up(items, numbers)
    sections = list(_sections(paired))
    out = paired[: sections[0][0]] if sections else paired
    for start, end, verb in sections:
        section = paired[start:end]
        if verb is Key.LATE:
            section = LateNumbers(numbers, forks).read(out, section, paired[end:])
        elif verb in (Key.ABSENT, Key.EXCEPT):
            section = AbsentNumbers(numbers, forks).read(section)
        out += section
    return [_left_over(out, at) if is_figure(item) else item for at, item in enumerate(out)]


def _left_over(out: Sequence[Item], at: int) -> Item:
    """A number outside any list is a pupil if something is said of it ("12 muộn", "3p")."""
    forth = after(out, at, SOFT)
    later = out[forth].kind if forth < len(out) else None
    prior = out[at - 1].kind if at else None
    said = later is Key.STATE or later in VERBS or later is Part.MINUTES or prior in VERBS
    return out[at].turned(Part.PUPIL if said else Part.LOST)


def _sections(items: Sequence[Item]) -> Iterator[tuple[int, int, object]]:
    """From each verb to the next one, as (start, end, verb)."""
    starts = [at for at, i in enumerate(items) if i.kind in VERBS or i.kind is Key.EXCEPT]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(items)
        yield start, end, items[start].kind
