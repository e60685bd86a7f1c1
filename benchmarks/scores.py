"""What the gradebook costs: reading columns, evaluating a school's year, opening a page, and a
column of 45 from a teacher's message to the echo.

    python -m benchmarks.scores

Each against a floor of the same run: splitting the text, adding the same marks, the bare SELECT of
the page's rows, and the echo bot's answer at the same pace.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select

from benchmarks.score_school import NOW, ZONE, fill
from benchmarks.updates import PORT, TOKEN, Driver, ours, process
from services.access import Actor, Role
from services.evaluation.averages import term_result, year_result
from services.evaluation.kinds import Level, Mark, Passing, SubjectResult, TermMarks
from services.evaluation.promotion import title_of, year_end
from services.evaluation.tt22 import level_of, year_conduct
from services.gradebook import page
from services.names import Named, NameIndex
from services.score_results import averages
from services.score_text.reading import ListedPupil, read_column
from services.subjects import PROGRAMME, SubjectKind, regular_count
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import Assessment, Base, Score, Subject
from storage.upgrade import upgrade

PUPILS, TIMES, PER_SECOND = 1500, 40, 20
WORDS = ("tx1", "tx2", "tx3", "tx4", "gk", "ck")


def a_column(lot: random.Random, count: int = 45) -> str:
    """So many marks in the order of the list."""
    return " ".join(lot.choice(["8", "7,5", "6", "9", "85", "10", "5,5"]) for _ in range(count))


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def reading() -> tuple[float, float]:
    """Milliseconds to read a column of 45, and to split its text."""
    lot = random.Random(1)
    pupils = [ListedPupil(n, n) for n in range(1, 46)]
    index = NameIndex([Named(n, f"Nguyễn Văn Em {n}", None, n) for n in range(1, 46)])
    texts = [a_column(lot) for _ in range(200)]
    own = timed(lambda: [read_column(t, pupils, index, scored=True) for t in texts])
    return own / len(texts), timed(lambda: [t.split() for t in texts]) / len(texts)


def evaluation() -> tuple[float, float]:
    """Milliseconds for a school's year by circular 22, and for adding the same marks."""
    lot = random.Random(2)
    years = [[_subject(lot, p.kind, p.periods[1]) for p in PROGRAMME] for _ in range(PUPILS)]

    def whole() -> None:
        for subjects in years:
            results = []
            for programme, (first, second) in zip(PROGRAMME, subjects, strict=True):
                mark = year_result(term_result(first), term_result(second))
                assert mark is not None  # every mark was made
                results.append(SubjectResult(programme.code, mark))
            found = level_of(results, [p.code for p in PROGRAMME])
            assert found is not None  # every subject has a result
            conduct = year_conduct(Level.VERY_GOOD, Level.GOOD)
            year_end(found.level, conduct, 3, results)
            title_of(found.level, conduct, results)

    def added() -> None:
        for subjects in years:
            for terms in subjects:
                for term in terms:
                    if isinstance(term.final, Decimal):
                        marks = [m for m in term.regular if isinstance(m, Decimal)]
                        sum(marks, term.final)

    return timed(whole), timed(added)


def _subject(lot: random.Random, kind: SubjectKind, periods: int) -> tuple[TermMarks, TermMarks]:
    count = regular_count(kind, periods)

    def mark() -> Mark:
        if kind is SubjectKind.REMARKS:
            return Passing.PASSED
        return Decimal(lot.randrange(30, 101)) / 10

    def term() -> TermMarks:
        return TermMarks(tuple(mark() for _ in range(count)), mark(), mark(), count)

    return term(), term()


async def opening(folder: Path) -> tuple[float, float, float, int]:
    """Milliseconds to open a page with its averages (median, worst), its bare SELECT, and how many
    marks the database holds."""
    async with Database(f"sqlite+aiosqlite:///{folder / 'years.db'}") as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        classes = await database.run(lambda session: fill(session, [], years=4))
        head = Actor(1, "Hiệu trưởng", roles=frozenset({Role.PRINCIPAL}))

        async def subject(session: Any) -> tuple[int, int]:
            maths = await session.scalar(select(Subject.id).where(Subject.name == "Toán"))
            rows = await session.execute(select(Score.pupil_id))
            return maths, len(rows.all())

        maths, count = await database.run(subject)
        own, bare = [], []
        for n in range(TIMES):
            of = classes[n % len(classes)][1]

            async def open_page(session: Any, of: int = of) -> None:
                mark = await school_settings.revision(session)
                unit = Unit(session, NOW + timedelta(seconds=1), ZONE, head, mark)
                averages(await page(unit, of, maths, 1))

            async def rows(session: Any, of: int = of) -> None:
                found = await session.execute(
                    select(Assessment.id, Score.pupil_id, Score.tenths)
                    .join(Score, Score.assessment_id == Assessment.id)
                    .where(
                        Assessment.class_id == of,
                        Assessment.subject_id == maths,
                        Assessment.term == 1,
                    )
                )
                found.all()

            for work, times in ((open_page, own), (rows, bare)):
                begin = time.perf_counter()
                await database.run(work)
                times.append((time.perf_counter() - begin) * 1000)
        return statistics.median(own), max(own), statistics.median(bare), count


async def entering(folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds from a teacher's message with 45 marks to the echo, at 20 messages a second,
    and those of the echo bot."""
    lot = random.Random(3)
    with process("-m", "sandbox", "--port", str(PORT), DATA_DIR=str(folder / "sandbox")):
        async with aiohttp.ClientSession() as http:
            driver = Driver(http)
            await driver.ready()
            base = f"http://127.0.0.1:{PORT}"
            async with http.get(f"{base}/bot{TOKEN}/getMe"):
                pass
            await driver.crowd(20)
            await driver.start_all()
            echo = ["-m", "benchmarks.echo_bot", base, TOKEN]
            texts = [f"7A1 toán tx1: {a_column(lot)}" for _ in range(240)]
            floor = await _paced(driver, echo, {}, [(n % 20, t) for n, t in enumerate(texts)])
            async with Database(f"sqlite+aiosqlite:///{folder / 'bot' / 'solienlac.db'}") as db:
                await upgrade(db.engine)
                classes = await db.run(lambda session: fill(session, driver.people))
            wanted = []
            for term in (1, 2):
                for word in WORDS:
                    for n, (name, _) in enumerate(classes):
                        wanted.append((n, f"{name} toán {word} hk{term}: {a_column(lot)}"))
            own = await _paced(driver, ["-m", "bot.cli", "run"], ours(folder / "bot"), wanted)
    return own, floor


async def _paced(
    driver: Driver, command: list[str], env: dict[str, str], wanted: list[tuple[int, str]]
) -> list[float]:
    """The time to each answer, sorted."""
    waits: list[float] = []
    asked: dict[int, float] = {}

    async def listen() -> None:
        async for event in driver.events():
            if event["type"] == "message" and event["message"]["from"] == "bot":
                begin = asked.pop(event["person"], None)
                if begin is not None:
                    waits.append((time.perf_counter() - begin) * 1000)

    with process(*command, **env):
        listening = asyncio.create_task(listen())
        before = await driver.sent()
        await driver.call("POST", f"people/{driver.people[0]}/text", {"text": "dậy"})
        while await driver.sent() == before:
            await asyncio.sleep(0.05)
        await asyncio.sleep(2)
        begin = time.perf_counter()
        for n, (who, text) in enumerate(wanted):
            await asyncio.sleep(max(0.0, begin + n / PER_SECOND - time.perf_counter()))
            person = driver.people[who]
            asked[person] = time.perf_counter()
            await driver.call("POST", f"people/{person}/text", {"text": text})
        deadline = time.perf_counter() + 20
        while len(waits) < len(wanted) and time.perf_counter() < deadline:
            await asyncio.sleep(0.1)
        listening.cancel()
    return sorted(waits)


def effort() -> list[tuple[str, int, str]]:
    """What a column of 45 takes: the form, keys or taps, and of what."""
    lot = random.Random(4)
    marks = a_column(lot)
    names = ", ".join(f"Lan {m}" for m in marks.split())
    return [
        ("in the order of the list", len(f"7A1 toán tx1: {marks}"), "characters"),
        ("by name (a given name of three letters)", len(f"7A1 toán tx1: {names}"), "characters"),
        ("the class but one", len("7A1 nhạc tx1: cả lớp Đ trừ Huy CĐ"), "characters"),
        ("a grid: pupil, whole, tenth for each", 45 * 3, "taps"),
    ]


async def measure() -> None:
    """Print the tables."""
    print("| what | measured | floor | ratio | asked |")
    print("|---|---|---|---|---|")
    own, floor = reading()
    print(
        f"| reading a column of 45 | {own:.2f} ms | {floor:.3f} ms (split) | {own / floor:.0f} | |"
    )
    own, floor = evaluation()
    ratio = own / floor
    print(
        f"| a year of {PUPILS} pupils × 12 subjects | {own / 1000:.2f} s | {floor / 1000:.3f} s"
        f" (adding the marks) | {ratio:.0f} | 1.5 s |"
    )
    with tempfile.TemporaryDirectory() as name:
        middle, worst, bare, count = await opening(Path(name))
        print(
            f"| opening a class page, {count:,} marks of 5 years | {middle:.1f} ms (worst"
            f" {worst:.1f}) | {bare:.1f} ms (bare SELECT) | {middle / bare:.1f} | 150 ms |"
        )
    with tempfile.TemporaryDirectory() as name:
        waits, echo = await entering(Path(name))
    p50, p95 = statistics.median(waits), waits[int(len(waits) * 0.95)]
    e50 = statistics.median(echo)
    print(
        f"| message with 45 marks to echo, {PER_SECOND}/s, {len(waits)} columns | p50 {p50:.0f} ms,"
        f" p95 {p95:.0f} ms | p50 {e50:.0f} ms (echo bot) | {p50 / e50:.1f} | 300 ms |"
    )
    print("\n| a column of 45 | effort |\n|---|---|")
    for form, count, unit in effort():
        print(f"| {form} | {count} {unit} |")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    asyncio.run(measure())
