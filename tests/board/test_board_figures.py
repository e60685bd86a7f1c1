"""Rates as they are written, who is a change of class, and what a label means."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handlers.board_words import board_face, rate_words, share_words, summary_text
from handlers.texts import Texts, texts
from services.board_open import missing_since

ABSENT, LATE = {"state": "unexplained"}, {"state": "late", "minutes": 10}
SETTLED, LESSON = {"state": "unexcused"}, {"state": "unexplained", "period": 3}


def at(*steps: tuple[int, Any]) -> list[tuple[datetime, Any]]:
    """Steps of a roll's history by the hour."""
    return [(datetime(2026, 11, 30, hour, tzinfo=UTC), stood) for hour, stood in steps]


@pytest.mark.parametrize(
    ("steps", "hour"),
    [
        (at((7, ABSENT)), 7),
        (at((7, ABSENT), (9, SETTLED)), 7),
        (at((7, ABSENT), (8, None), (9, ABSENT)), 9),
        (at((7, ABSENT), (8, LATE)), None),
        (at((7, LESSON), (9, ABSENT)), 9),
        (at(), None),
    ],
)
def test_an_absence_counts_from_when_it_was_last_begun(
    steps: list[tuple[datetime, Any]], hour: int | None
) -> None:
    since = missing_since(steps)
    assert (since and since.hour) == hour


VI, EN = texts("vi"), texts("en")


def test_rates_are_written_as_people_write_them() -> None:
    assert rate_words(VI, 455, 463) == "98,2%"
    assert rate_words(EN, 455, 463) == "98.2%"
    assert rate_words(VI, 0, 0) == "0,0%"
    assert share_words(VI, 8, 463) == "1,7%"


@given(some.integers(1, 3000).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
def test_a_hundred_per_cent_is_nobody_missing(figures: tuple[int, int]) -> None:
    present, size = figures
    assert (rate_words(VI, present, size) == "100,0%") is (present == size)


def facts(people: int, name: str) -> dict[str, Any]:
    """A day on which everything goes wrong."""
    tally = dict.fromkeys(("absent", "excused", "unexcused", "unexplained", "late", "left"), 999)
    tally |= {"classes": 40, "taken": 39, "size": 1500, "present": 501}
    one = {"pupil": name, "class": "10A12", "since": "07:25", "case": "told"}
    teacher = {"name": name, "gender": "F"}
    missing = [{"id": n, "class": f"10A{n}", "holder": teacher} for n in range(min(people, 60))]
    change = {"day": "25/11", "pupil": name, "kind": "moved", "from": "10A11", "to": "10A12"}
    half = {"half": "morning", "total": tally, "missing": missing}
    half["grades"] = [{"grade": grade, **tally} for grade in range(1, 13)]
    rest = {"open": [one] * people, "alarms": [one] * people, "changes": [change] * people}
    rest |= {"after": 90, "days": 7, "at": "10:05", "today": True, "waiting": 40}
    rest |= {"day": "2026-11-30", "date": "30/11/2026", "weekday": 0}
    return {**half, **rest, "halves": [half, half | {"half": "afternoon"}]}


@pytest.mark.parametrize("people", [0, 1, 40, 400])
@pytest.mark.parametrize("t", [VI, EN], ids=["vi", "en"])
def test_the_worst_day_fits_one_message(t: Texts, people: int) -> None:
    day = facts(people, "Nguyễn Trần Phương Thảo <b>& " + "N" * 91)
    board = day | {"halves": ["morning", "afternoon"]}
    text, keyboard = board_face(t, board)
    assert len(text) <= 4096
    assert "<b>&" not in text
    assert keyboard is not None
    assert len(summary_text(t, day)) <= 4096
    if people:
        assert ("90 phút" if t is VI else "90 min") in text
