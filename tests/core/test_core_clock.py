"""The clock that can live another day, and the demonstration's school mornings."""

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.demo.morning import LATEST, START, is_morning, is_school_day, set_clock
from services.clock import ANCHOR, AnchoredClock, SystemClock, open_clock, write_anchor

ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)
OPEN = """
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from services.clock import open_clock
sys.stdin.readline()
start = datetime.fromisoformat(sys.argv[2])
print(open_clock(Path(sys.argv[1]), ZoneInfo("Asia/Ho_Chi_Minh"), start).now().isoformat())
"""


def near(told: datetime, expected: datetime, seconds: float = 60) -> bool:
    return abs(told - expected) < timedelta(seconds=seconds)


def test_without_an_anchor_it_is_now(tmp_path: Path) -> None:
    clock = open_clock(tmp_path, ZONE, None)
    assert isinstance(clock, SystemClock)
    assert near(clock.now(), datetime.now(ZONE))
    assert not (tmp_path / ANCHOR).exists()


def test_the_first_start_is_kept_and_goes_on_after_a_restart(tmp_path: Path) -> None:
    assert near(open_clock(tmp_path, ZONE, MONDAY).now(), MONDAY)
    assert near(open_clock(tmp_path, ZONE, MONDAY + timedelta(days=9)).now(), MONDAY)
    kept = json.loads((tmp_path / ANCHOR).read_text())
    (tmp_path / ANCHOR).write_text(json.dumps(kept | {"real": kept["real"] - 3600}))
    later = open_clock(tmp_path, ZONE, None)
    assert near(later.now(), MONDAY + timedelta(hours=1))
    assert later.now().tzinfo is not None
    assert later.now() <= later.now()


def test_a_start_without_a_zone_is_the_schools(tmp_path: Path) -> None:
    assert near(open_clock(tmp_path, ZONE, MONDAY.replace(tzinfo=None)).now(), MONDAY)


def test_two_processes_write_the_anchor_once(tmp_path: Path) -> None:
    starts = [MONDAY + timedelta(days=n) for n in range(2)]
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(tmp_path), start.isoformat()],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for start in starts
    ]
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("\n")
        racer.stdin.flush()
    told = [datetime.fromisoformat(racer.communicate(timeout=60)[0].strip()) for racer in racers]
    assert near(told[0], told[1])
    assert [p.name for p in tmp_path.iterdir()] == [ANCHOR]


MORNINGS = [
    ("at night", "2026-11-30 22:15", "2026-12-01 07:36"),
    ("after midnight", "2026-12-01 00:30", "2026-12-01 07:36"),
    ("at noon", "2026-12-01 11:40", "2026-12-02 07:36"),
    ("on Saturday night", "2026-12-05 21:00", "2026-12-07 07:36"),
    ("on Sunday morning", "2026-12-06 08:00", "2026-12-07 07:36"),
    ("before New Year", "2026-12-31 18:00", "2027-01-02 07:36"),
    ("on New Year's morning", "2027-01-01 08:00", "2027-01-02 07:36"),
    ("before a long weekend in May", "2027-04-29 20:00", "2027-05-04 07:36"),
    ("in the morning", "2026-12-01 08:05", "2026-12-01 08:05"),
    ("at the cut-off", "2026-12-01 07:36", "2026-12-01 07:36"),
    ("just too late", "2026-12-01 10:31", "2026-12-02 07:36"),
]


@pytest.mark.parametrize(("why", "stands", "goes_on"), MORNINGS, ids=[m[0] for m in MORNINGS])
def test_a_demonstration_taken_up_again_stands_on_a_school_morning(
    tmp_path: Path, why: str, stands: str, goes_on: str
) -> None:
    write_anchor(tmp_path, datetime.fromisoformat(stands).replace(tzinfo=ZONE))
    set_clock(tmp_path, ZONE)
    expected = datetime.fromisoformat(goes_on).replace(tzinfo=ZONE)
    assert near(open_clock(tmp_path, ZONE, None).now(), expected)


def test_a_new_demonstration_begins_on_its_first_morning(tmp_path: Path) -> None:
    set_clock(tmp_path, ZONE)
    now = open_clock(tmp_path, ZONE, None).now()
    assert now.date() == date(2026, 11, 30)
    assert is_morning(now)


@given(some.integers(0, 600 * 24 * 60))
def test_the_clock_of_a_demonstration_only_goes_forwards(
    tmp_path_factory: pytest.TempPathFactory, minutes: int
) -> None:
    folder = tmp_path_factory.mktemp("clock")
    before = MONDAY + timedelta(minutes=minutes)
    write_anchor(folder, before)
    set_clock(folder, ZONE)
    after = open_clock(folder, ZONE, None).now()
    assert after >= before - timedelta(milliseconds=1)
    assert is_school_day(after.date())
    assert START <= after.time() <= time(LATEST.hour, LATEST.minute, 30)
    assert isinstance(open_clock(folder, ZONE, None), AnchoredClock)
