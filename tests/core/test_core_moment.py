"""Which instant an update belongs to when the messenger's clock is not ours."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.handling import moment_of
from services.clock import AnchoredClock, Clock, SystemClock

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
REAL = SystemClock(ZONE)
MORNING = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)


def message(at: datetime, **more: int) -> dict[str, object]:
    return {"message": {"date": int(at.timestamp()), **more}}


@pytest.mark.parametrize("clock", [REAL, AnchoredClock(ZONE, time.time(), MORNING)])
def test_an_answer_never_waits_for_a_messenger_whose_clock_is_ahead(clock: Clock) -> None:
    ahead = message(clock.now() + timedelta(seconds=40))
    assert moment_of(ahead, clock) <= clock.now()


def test_what_was_written_while_we_were_down_keeps_its_hour() -> None:
    written = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=30)
    assert moment_of(message(written), REAL) == written
    edited = written + timedelta(hours=1)
    assert moment_of(message(written, edit_date=int(edited.timestamp())), REAL) == edited


def test_a_demonstrations_day_holds_though_the_messenger_lives_another() -> None:
    clock = AnchoredClock(ZONE, time.time(), MORNING)
    for foreign in (MORNING - timedelta(days=300), MORNING + timedelta(days=300)):
        assert moment_of(message(foreign), clock).date() == MORNING.date()
    earlier = MORNING - timedelta(hours=3)
    assert moment_of(message(earlier), clock) == earlier
