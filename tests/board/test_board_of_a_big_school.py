"""The board of forty classes: its sums are the records', and it costs a dozen statements."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import delete, event, insert, select

from services.attendance_states import Half
from services.board import board, grade
from services.board_live import AFTER_ROLLS, ANYHOW, keep, refresh_boards
from services.board_trend import trend
from services.day_summary import send_summary, summary
from services.identity import load_actor
from services.unit import Unit
from storage import attendance_facts, outbox, school_settings
from storage.database import Database
from storage.tables import (
    Account,
    Attendance,
    AttendanceChange,
    Base,
    Enrolment,
    OutboxRow,
    RollCall,
    StaffRole,
)
from tests.support.big_school import CLASSES, DAYS, NOW, PUPILS, TODAY, ZONE, fill

T = TypeVar("T")


@dataclass
class School:
    """The school with the vice principal at its door."""

    database: Database
    vice: int

    async def at(self, work: Callable[[Unit], Awaitable[T]], later: int = 0) -> T:
        """Let the vice principal do something, some seconds after half past ten."""

        async def run(session: Any) -> T:
            mark = await school_settings.revision(session)
            unit = Unit(session, NOW + timedelta(seconds=later), ZONE, revision=mark)
            unit.actor = await load_actor(unit, self.vice)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def clock(self, job: Callable[[Unit], Awaitable[bool]], later: int) -> bool:
        """The clock's job, some seconds after half past ten."""

        async def run(session: Any) -> bool:
            unit = Unit(session, NOW + timedelta(seconds=later), ZONE)
            done = await job(unit)
            await unit.finish()
            return done

        return await self.database.run(run)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    path = tmp_path_factory.mktemp("big") / "school.db"

    async def build() -> int:
        async with Database(f"sqlite+aiosqlite:///{path}") as database:
            async with database.engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            return await database.run(fill)

    return path, asyncio.run(build())


@pytest.fixture
async def school(built: tuple[Path, int], tmp_path: Path) -> AsyncIterator[School]:
    path, vice = built
    copy = tmp_path / "school.db"
    shutil.copy(path, copy)
    async with Database(f"sqlite+aiosqlite:///{copy}") as database:
        yield School(database, vice)


async def test_the_boards_sums_are_those_of_the_records(school: School) -> None:
    facts = await school.at(board)
    records = await school.at(
        lambda unit: attendance_facts.facts(unit.session, (TODAY, TODAY), kinds=("main",))
    )
    states = Counter(each.state for each in records)
    total = facts["total"]
    for state in ("excused", "unexcused", "unexplained", "late"):
        assert total[state] == states[state] > 0
    assert (total["classes"], total["taken"]) == (CLASSES, CLASSES - 2)
    assert total["size"] == (CLASSES - 2) * PUPILS
    assert total["present"] + total["absent"] == total["size"]
    for name in ("classes", "taken", "size", "present", "absent", "late", *states):
        assert sum(each[name] for each in facts["grades"]) == total[name]
    assert [one["class"] for one in facts["missing"]] == ["6A1", "7A1"]
    assert {one["holder"]["name"] for one in facts["missing"]} == {"Giáo viên 0", "Giáo viên 1"}
    assert len(facts["open"]) == states["unexplained"]
    assert {one["since"] for one in facts["open"]} == {"07:25"}


async def test_the_classes_of_a_grade_add_up(school: School) -> None:
    facts = await school.at(board)
    for one in facts["grades"]:

        async def look(unit: Unit, number: int = one["grade"]) -> dict[str, Any]:
            return await grade(unit, TODAY, Half.MORNING, number)

        of = await school.at(look)
        assert of["total"] == {name: one[name] for name in of["total"]}
        for name in ("size", "present", "absent", "late"):
            assert sum(each[name] for each in of["classes"]) == of["total"][name]


async def test_the_chart_counts_as_the_book_does(school: School) -> None:
    found = await school.at(lambda unit: trend(unit, TODAY))
    first, last = min(found.days), max(found.days)
    records = await school.at(lambda unit: attendance_facts.facts(unit.session, (first, last)))
    missed = Counter(each.day for each in records if each.state != "late")
    assert {day: share.absent for day, share in found.days.items()} == missed
    assert all(share.size == CLASSES * PUPILS for day, share in found.days.items() if day != TODAY)
    assert sum(week.absent for week in found.weeks.values()) == sum(missed.values())
    assert len(found.weeks) == 4
    assert len(found.days) <= DAYS


async def test_it_costs_few_statements_whatever_the_school(school: School) -> None:
    said: list[str] = []

    @event.listens_for(school.database.engine.sync_engine, "before_cursor_execute")
    def _count(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT"):
            said.append(statement)

    await school.at(board)
    said.clear()
    await school.at(board)
    assert len(said) <= 16
    said.clear()
    await school.at(summary)
    assert len(said) <= 16
    said.clear()
    assert not await school.clock(refresh_boards, 5)
    assert len(said) == 0


async def _edits(school: School) -> list[OutboxRow]:
    rows = await school.at(lambda unit: outbox.by_owner(unit.session, "board-test"))
    first = rows[0].id

    async def look(unit: Unit) -> list[OutboxRow]:

        found = await unit.session.scalars(select(OutboxRow).where(OutboxRow.edits == first))
        return list(found)

    return await school.at(look)


async def _show(unit: Unit) -> None:
    facts = await board(unit)
    row = await unit.notify(unit.who.person_id, "day-board", facts, owner="board-test")
    assert row is not None
    await keep(unit, facts, row)


async def _one_more_absent(unit: Unit) -> None:
    """A roll changes, as saving one does."""
    roll = await unit.session.scalar(select(RollCall).where(RollCall.day == TODAY).limit(1))
    assert roll is not None
    gone = select(Attendance.pupil_id).where(Attendance.roll_id == roll.id)
    pupil = await unit.session.scalar(
        select(Enrolment.pupil_id)
        .where(Enrolment.class_id == roll.class_id, Enrolment.pupil_id.not_in(gone))
        .limit(1)
    )
    row = {"roll_id": roll.id, "pupil_id": pupil, "state": "excused"}
    await unit.session.execute(insert(Attendance), [row])
    change = {"roll_id": roll.id, "pupil_id": pupil, "version": 2, "new": {"state": "excused"}}
    change |= {"changed_by": roll.taken_by, "changed_at": unit.now}
    await unit.session.execute(insert(AttendanceChange), [change])


async def test_a_live_board_follows_the_rolls_every_twenty_seconds_at_most(school: School) -> None:
    await school.at(_show)
    await school.at(_one_more_absent, 2)
    assert not await school.clock(refresh_boards, 10)
    soon = int(AFTER_ROLLS.total_seconds())
    assert await school.clock(refresh_boards, soon)
    await school.at(_one_more_absent, soon + 1)
    assert not await school.clock(refresh_boards, soon + 2)
    assert await school.clock(refresh_boards, 2 * soon)
    assert not await school.clock(refresh_boards, 3 * soon)
    shown = [row.params["total"]["excused"] for row in await _edits(school) if row.params]
    assert shown == sorted(set(shown))


async def test_a_live_board_where_nothing_changes_sends_nothing(school: School) -> None:
    await school.at(_show)
    for minutes in range(0, 60, 4):
        assert not await school.clock(refresh_boards, 60 * minutes)
    assert await _edits(school) == []


async def test_time_alone_changes_a_board_after_five_minutes(school: School) -> None:
    await school.at(_show, -2 * 3600)  # half past eight: nobody has waited two hours yet
    assert not await school.clock(refresh_boards, int(ANYHOW.total_seconds()) - 2 * 3600)
    assert await school.clock(refresh_boards, -3600)  # half past nine


async def test_who_is_no_head_any_more_is_shown_nothing(school: School) -> None:
    await school.at(_show)
    await school.at(_one_more_absent, 2)

    async def step_down(unit: Unit) -> None:

        await unit.session.execute(delete(StaffRole))
        await school_settings.raise_revision(unit.session)

    await school.at(step_down)
    assert not await school.clock(refresh_boards, 60)
    assert await _edits(school) == []


async def test_the_summary_is_sent_once_even_if_two_would(school: School) -> None:
    evening = 7 * 3600
    assert not await school.clock(send_summary, 0)
    assert await school.clock(send_summary, evening)
    assert not await school.clock(send_summary, evening + 1)
    assert not await school.clock(send_summary, 13 * 3600)


async def test_a_summary_missed_until_the_night_is_not_sent(school: School) -> None:
    assert not await school.clock(send_summary, 12 * 3600)


async def test_nobody_to_tell_is_no_fault(school: School) -> None:
    async def unlink(unit: Unit) -> None:

        await unit.session.execute(delete(Account))

    await school.at(unlink)
    assert not await school.clock(send_summary, 7 * 3600)
