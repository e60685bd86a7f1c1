"""The classes of a half-day as the board counts them, and their sums."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from services.attendance_states import Half, State
from services.board_sessions import begins
from services.school_rules import rules_of
from services.unit import Unit
from storage import board as store
from storage import families, roll_cards
from storage.board import ClassSize
from storage.families import PersonRow
from storage.tables import RollCard

Facts = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Sums of some classes. `classes` have lessons, `taken` of them have their roll; pupils are
    counted of those only. `late` and `left` are present."""

    classes: int = 0
    taken: int = 0
    size: int = 0
    excused: int = 0
    unexcused: int = 0
    unexplained: int = 0
    late: int = 0
    left: int = 0

    @property
    def absent(self) -> int:
        """P, K and not yet explained."""
        return self.excused + self.unexcused + self.unexplained

    def add(self, other: "Tally") -> None:
        """Count another in."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def dump(self) -> Facts:
        """As JSON, with what follows from it."""
        return asdict(self) | {"absent": self.absent, "present": self.size - self.absent}


@dataclass(slots=True)
class ClassLine:
    """A class that has lessons in the half-day. `roll_id` is empty while there is no roll; `due`:
    by now there should be one; `holder` is with whom its card lies."""

    of: ClassSize
    due: bool
    roll_id: int | None = None
    tally: Tally = field(default_factory=Tally)
    holder: PersonRow | None = None

    def dump(self) -> Facts:
        """As JSON."""
        asked = self.holder and {"name": self.holder.name, "gender": self.holder.gender}
        return {
            "id": self.of.id,
            "class": self.of.name,
            "grade": self.of.grade,
            "list": self.of.size,
            "due": self.due,
            "holder": asked or {},
            **self.tally.dump(),
        }


async def class_lines(unit: Unit, day: date, half: Half) -> list[ClassLine]:
    """The classes with lessons in a half-day, and those that have a roll all the same."""
    session = unit.session
    first = await begins(unit, day, half)
    rules = await rules_of(unit)
    after = timedelta(minutes=min(rules.card_after, rules.cut_off))
    rolls = {roll.class_id: roll for roll in await store.taken(session, day, half.value)}
    counts = await store.state_counts(session, day, half.value)
    cards = {
        card.class_id: card
        for card in await roll_cards.open_cards(session, day)
        if card.half == half.value
    }
    people = await _holders(unit, cards.values())
    lines = []
    for of in await store.classes(session, day):
        roll, bell = rolls.get(of.id), first.get(of.id)
        if roll is None and (bell is None or not of.size):
            continue
        line = ClassLine(of, due=bell is not None and unit.now >= bell + after)
        line.tally.classes = 1
        if roll is not None:
            line.roll_id = roll.roll_id
            line.tally.taken, line.tally.size = 1, roll.on_roll
            _count(line.tally, roll.roll_id, counts)
        elif of.id in cards:
            line.holder = people.get(cards[of.id].holder_id or 0)
        lines.append(line)
    return lines


def _count(tally: Tally, roll_id: int, counts: dict[tuple[int, str], int]) -> None:
    tally.excused = counts.get((roll_id, State.EXCUSED), 0)
    tally.unexcused = counts.get((roll_id, State.UNEXCUSED), 0)
    tally.unexplained = counts.get((roll_id, State.UNEXPLAINED), 0)
    tally.late = counts.get((roll_id, State.LATE), 0)
    tally.left = counts.get((roll_id, State.LEFT_EARLY), 0)


async def _holders(unit: Unit, cards: Iterable[RollCard]) -> dict[int, PersonRow]:
    ids = {card.holder_id for card in cards if card.holder_id is not None}
    return await families.people(unit.session, ids)
