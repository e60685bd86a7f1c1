"""The day of the whole school at a glance: rolls, totals by grade, open absences, class sizes.

Read for all classes at once in a dozen statements, whatever the school's size. Plain JSON comes
out, since a board is also drawn by the deliverer, long after it was read. Why a child is away is
never part of it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from services.access import Action
from services.attendance_states import Half
from services.board_changes import DAYS, recent_changes
from services.board_lines import ClassLine, Facts, Tally, class_lines
from services.board_open import open_absences
from services.board_sessions import half_at, halves_of_day
from services.errors import Invalid, NotFound
from services.roll_permission import require_day
from services.school_rules import rules_of
from services.shown_facts import clock
from services.unit import Unit


async def board(unit: Unit, day: date | None = None, half: Half | None = None) -> Facts:
    """The board of a day and half-day, today's and the one that is on where none is named.

    Raises `NotAllowed`, and `Invalid` for a day to come or one that is not taught.
    """
    unit.require(Action.SEE_BOARD)
    day = day or unit.today
    await require_day(unit, day, looking=True)
    halves = await halves_of_day(unit, day)
    half = half if half in halves else await half_at(unit, day, halves)
    lines = await class_lines(unit, day, half)
    after = (await rules_of(unit)).unexplained_after
    waiting = [line for line in lines if line.roll_id is None]
    return {
        **_session(day, half),
        "today": day == unit.today,
        "halves": [each.value for each in halves],
        "total": _sum(lines).dump(),
        "grades": [
            {"grade": number, **_sum(line for line in lines if line.of.grade == number).dump()}
            for number in sorted({line.of.grade for line in lines})
        ],
        "missing": [line.dump() for line in waiting if line.due],
        "waiting": sum(not line.due for line in waiting),
        **await open_absences(unit, day, timedelta(minutes=after)),
        "after": after,
        "changes": await recent_changes(unit, day),
        "days": DAYS,
        "at": clock(unit, unit.now),
    }


async def grade(unit: Unit, day: date, half: Half | None, number: int) -> Facts:
    """The classes of one grade in a half-day, where none is named in one in which it has lessons;
    raises as `board` does, and `Invalid` for a grade that has none."""
    known: set[int] = set()
    for each in await _halves(unit, day, half):
        lines = await class_lines(unit, day, each)
        known |= {line.of.grade for line in lines}
        own = [line for line in lines if line.of.grade == number]
        if own:
            return {
                **_session(day, each),
                "grade": number,
                "total": _sum(own).dump(),
                "classes": [line.dump() for line in own],
            }
    names, example = ", ".join(str(each) for each in sorted(known)), str(min(known, default=6))
    raise Invalid("board-no-grade", grade=str(number), known=names, example=example)


async def one_class(unit: Unit, day: date, half: Half | None, class_id: int) -> Facts:
    """One class in a half-day, chosen alike; `line` is as in `grade`. Raises as `board` does, and
    `NotFound` for a class without lessons and without a roll."""
    for each in await _halves(unit, day, half):
        for line in await class_lines(unit, day, each):
            if line.of.id == class_id:
                return {
                    **_session(day, each),
                    "today": day == unit.today,
                    "grade": line.of.grade,
                    "line": line.dump(),
                }
    raise NotFound("board-class-none")


async def _halves(unit: Unit, day: date, half: Half | None) -> list[Half]:
    """The half-day that is meant, or all of the day's, the one that is on before the others."""
    unit.require(Action.SEE_BOARD)
    await require_day(unit, day, looking=True)
    if half is not None:
        return [half]
    every = await halves_of_day(unit, day)
    first = await half_at(unit, day, every)
    return [first, *(each for each in every if each is not first)]


def _sum(lines: Iterable[ClassLine]) -> Tally:
    total = Tally()
    for line in lines:
        total.add(line.tally)
    return total


def _session(day: date, half: Half) -> Facts:
    """The day and half-day as JSON."""
    return {
        "day": day.isoformat(),
        "date": f"{day:%d/%m/%Y}",
        "weekday": day.weekday(),
        "half": half.value,
    }
