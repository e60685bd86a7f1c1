"""What the board of the day costs a school of 40 classes and 1,500 pupils with a month of rolls.

    python -m benchmarks.board [--times 50]

Each in its own unit of work on a SQLite file as in a school: reading and wording, as an answer to
`/homnay`; the chart with its picture; and the clock's second in which nothing has changed.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from handlers.board_trend import TEMPLATE, picture_facts
from handlers.board_words import board_face, grade_text, summary_text
from handlers.printing.typeset import picture
from handlers.texts import texts
from services.attendance_states import Half
from services.board import board, grade
from services.board_live import keep, refresh_boards
from services.board_trend import trend
from services.day_summary import send_summary, summary
from services.identity import load_actor
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import Base
from tests.support.big_school import NOW, TODAY, ZONE, fill

T = texts("vi")


async def _board(unit: Unit) -> None:
    board_face(T, await board(unit))


async def _grade(unit: Unit) -> None:
    grade_text(T, await grade(unit, TODAY, Half.MORNING, 7))


async def _summary(unit: Unit) -> None:
    summary_text(T, await summary(unit))


async def _chart(unit: Unit) -> None:
    picture(TEMPLATE, picture_facts(T, await trend(unit, TODAY)))


async def _clock(unit: Unit) -> None:
    await refresh_boards(unit)
    await send_summary(unit)


async def measure(times: int) -> None:
    """Print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'school.db'}"
        async with Database(url) as database:
            async with database.engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            vice = await database.run(fill)

            async def once(work: Callable[[Unit], Awaitable[None]], second: int = 0) -> float:
                async def run(session: Any) -> None:
                    mark = await school_settings.revision(session)
                    now = NOW + timedelta(seconds=second)
                    unit = Unit(session, now, ZONE, revision=mark)
                    unit.actor = await load_actor(unit, vice)
                    await work(unit)
                    await unit.finish()

                begin = time.perf_counter()
                await database.run(run)
                return (time.perf_counter() - begin) * 1000

            show("the board, first of all", [await once(_board)])
            for name, work in (
                ("the board", _board),
                ("a grade", _grade),
                ("the day's summary", _summary),
                ("the chart, drawn", _chart),
            ):
                show(name, [await once(work) for _ in range(times)])
            await once(_live)
            show("a second of the clock", [await once(_clock, n) for n in range(times)])


async def _live(unit: Unit) -> None:
    facts = await board(unit)
    row = await unit.notify(unit.who.person_id, "day-board", facts)
    await keep(unit, facts, row or 0)


def show(name: str, taken: list[float]) -> None:
    """A line of the table."""
    most = sorted(taken)[int((len(taken) - 1) * 0.95)]
    print(f"{name:>24}: median {statistics.median(taken):7.2f} ms, p95 {most:7.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    asyncio.run(measure(parser.parse_args().times))
