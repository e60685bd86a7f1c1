"""The day of the whole school at a glance: rolls, totals by grade, open absences, class sizes.

Read for all classes at once in a dozen statements, whatever the school's size. Plain JSON comes
out, since a board is also drawn by the deliverer, long after it was read. Why a child is away is
never part of it.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from services.absence_file import clock
from services.access import Action
from services.attendance_states import Half, State
from services.board_changes import recent_changes
from services.board_sessions import begins, half_at, halves_of_day
from services.roll_permission import require_day
from services.school_rules import rules_of
from services.unit import Unit
from storage import board as store
from storage import class_sessions, families, roll_cards
from storage.board import ClassSize, Open
from storage.families import PersonRow
from storage.tables import RollCard

ALARMS = ("left_home", "searching")  # a child that left home and did not arrive
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
            "taken": self.roll_id is not None,
            "due": self.due,
            "holder": asked or {},
            **self.tally.dump(),
        }


async def board(unit: Unit, day: date | None = None, half: Half | None = None) -> Facts:
    """The board of a day and half-day, today's and the one that is on where none is named.

    Raises `NotAllowed`, and `Invalid` for a day to come or one that is not taught.
    """
    unit.require(Action.SEE_BOARD)
    day = day or unit.today
    await require_day(unit, day, looking=True)
    halves = await halves_of_day(unit, day)
    half = half if half in halves else await half_at(unit, day, halves)
    lines = await _lines(unit, day, half)
    by_grade: dict[int, Tally] = {}
    total = Tally()
    for line in lines:
        by_grade.setdefault(line.of.grade, Tally()).add(line.tally)
        total.add(line.tally)
    waiting = [line for line in lines if line.roll_id is None]
    return {
        "day": day.isoformat(),
        "date": f"{day:%d/%m/%Y}",
        "weekday": day.weekday(),
        "today": day == unit.today,
        "half": half.value,
        "halves": [each.value for each in halves],
        "total": total.dump(),
        "grades": [{"grade": grade, **tally.dump()} for grade, tally in sorted(by_grade.items())],
        "missing": [line.dump() for line in waiting if line.due],
        "waiting": sum(not line.due for line in waiting),
        **await _open(unit, day),
        "changes": await recent_changes(unit, day),
        "at": clock(unit, unit.now),
    }


async def grade(unit: Unit, day: date, half: Half, number: int) -> Facts:
    """The classes of one grade in a half-day; raises as `board` does."""
    unit.require(Action.SEE_BOARD)
    await require_day(unit, day, looking=True)
    lines = [line for line in await _lines(unit, day, half) if line.of.grade == number]
    total = Tally()
    for line in lines:
        total.add(line.tally)
    return {
        "day": day.isoformat(),
        "date": f"{day:%d/%m/%Y}",
        "weekday": day.weekday(),
        "half": half.value,
        "grade": number,
        "total": total.dump(),
        "classes": [line.dump() for line in lines],
    }


async def _lines(unit: Unit, day: date, half: Half) -> list[ClassLine]:
    """The classes with lessons in a half-day, and those that have a roll all the same."""
    session = unit.session
    first = await begins(unit, day, half)
    after = timedelta(minutes=(await rules_of(unit)).card_after)
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


async def _open(unit: Unit, day: date) -> Facts:
    """The day's absences that nobody has explained for long, and the alarms: both half-days.

    An absence is explained once a family has asked for leave, decided or not.
    """
    rows = await store.open_absences(unit.session, day, State.UNEXPLAINED, ALARMS)
    excused = set()
    for half in sorted({row.half for row in rows}):
        ids = {row.class_id for row in rows if row.half == half}
        leave = await class_sessions.on_leave(unit.session, ids, day, half)
        excused |= {(half, one.pupil_id) for one in leave}
    since = await _since(unit, rows)
    limit = unit.now - timedelta(minutes=(await rules_of(unit)).unexplained_after)
    names = {of.id: of.name for of in await store.classes(unit.session, day)} if rows else {}
    found: Facts = {"open": [], "alarms": []}
    told: set[int] = set()  # who misses both half-days is named once
    for row in rows:
        at = since.get((row.roll_id, row.pupil_id))
        alarm = row.status in ALARMS
        explained = (row.half, row.pupil_id) in excused
        if row.pupil_id in told or (not alarm and (explained or at is None or at > limit)):
            continue
        told.add(row.pupil_id)
        found["alarms" if alarm else "open"].append(
            {
                "class": names.get(row.class_id, ""),
                "class_id": row.class_id,
                "pupil": row.name,
                "number": row.number,
                "since": clock(unit, at),
                "half": row.half,
                "case": row.status,
            }
        )
    return found


async def _since(unit: Unit, rows: Iterable[Open]) -> dict[tuple[int, int], datetime]:
    """From when on each of these is missing without a break."""
    found = {}
    pairs = {(row.roll_id, row.pupil_id) for row in rows}
    for pair, steps in (await store.histories(unit.session, pairs)).items():
        began: datetime | None = None
        for at, stood in steps:
            gone = stood is not None and State(stood["state"]).is_absent
            began = (began or at) if gone else None
        if began is not None:
            found[pair] = began
    return found
