"""How marks lie beside the grade's, and who changed which."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.errors import Invalid, NotAllowed
from services.score_cells import MAKE_UP, NOT_SAT, Column, score
from services.score_history import Entry, history
from services.score_spread import Compared, compare, spread
from services.unit import Unit
from tests.support.marks import Marks


@given(some.lists(some.integers(0, 100), max_size=60))
def test_every_mark_lies_in_one_bin(tenths: list[int]) -> None:
    found = spread([score(Decimal(n) / 10) for n in tenths], True)
    assert sum(found.bins) == found.count == len(tenths)
    assert found.below == sum(n < 50 for n in tenths)
    assert found.bins[9] == sum(n >= 90 for n in tenths)


def test_who_did_not_sit_counts_as_nought_and_who_will_is_left_out() -> None:
    found = spread([score(8), NOT_SAT, MAKE_UP], True)
    assert (found.count, found.average, found.below) == (2, Decimal("4.0"), 1)


async def looked(marks: Marks, who: str = "quynh", column: str = "1gk") -> Compared:
    async def work(unit: Unit) -> Compared:
        of, maths = marks.ids["7A1"], marks.ids["subject TOAN"]
        return await compare(unit, of, maths, Column.of(column))

    return await marks.at(who, work)


async def test_a_class_beside_its_grade(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1gk", "8 7 6 9 v")
    await marks.write("quynh", "7A2", "TOAN", "1gk", "4 5 5 4")
    await marks.write("quynh", "8A1", "TOAN", "1gk", "1 1 1")
    found = await looked(marks)
    assert (found.own.count, found.own.average) == (4, Decimal("7.5"))
    assert (found.of_grade.count, found.of_grade.average, found.classes) == (8, Decimal("6.0"), 2)
    with pytest.raises(Invalid, match="score-spread-none"):
        await looked(marks, column="1ck")


@pytest.mark.parametrize("who", ["tu", "me_lan"])
async def test_others_see_neither(marks: Marks, who: str) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1gk", "8 7 6 9 v")
    with pytest.raises(NotAllowed):
        await looked(marks, who)
    with pytest.raises(NotAllowed):
        await told(marks, who)


async def told(marks: Marks, who: str = "hien") -> list[Entry]:
    async def work(unit: Unit) -> list[Entry]:
        return await history(unit, marks.ids["7A1"], marks.ids["subject TOAN"], 1, 10)

    return await marks.at(who, work)


async def test_the_history_says_who_changed_what(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6")
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9", 4: "5"}, cause="file")
    newest, first = await told(marks)
    assert (first.first, first.changed) == (3, ())
    assert (newest.by, newest.cause, newest.first) == ("Thầy Cô Quynh", "file", 1)
    assert newest.changed == ((1, "Lê Hoàng Lan", score(8), score(9)),)
