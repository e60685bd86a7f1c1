"""The benchmark's promise, on few queries: nobody is ever silently taken for another."""

import random

import pytest

from benchmarks.name_queries import WAYS
from benchmarks.name_school import invented, of_workbook, whole
from benchmarks.names import SAMPLE, Desk, measure, measure_short_names, measure_traps


@pytest.fixture(scope="module")
def desks() -> list[Desk]:
    return [Desk.of(room) for room in [*of_workbook(SAMPLE)[:3], *invented(135, 45, seed=1)]]


@pytest.mark.parametrize("kind", WAYS)
def test_no_way_of_typing_is_silently_wrong(desks: list[Desk], kind: str) -> None:
    tally = measure(desks, WAYS[kind], 12, random.Random(2))
    assert tally.judged() > 0
    assert "silently wrong" not in tally.examples
    assert tally.outcomes["not found"] <= (2 if "slip in the given" in kind else 1)


def test_short_names_and_traps(desks: list[Desk]) -> None:
    assert set(measure_short_names(desks, 60, random.Random(3)).examples) == {"right"}
    strangers = whole(invented(200, 45, seed=9), "elsewhere").people
    assert "silently wrong" not in measure_traps(desks, strangers, 200, 4).examples
