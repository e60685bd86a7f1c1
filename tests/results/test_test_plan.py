"""The days of tests are moved in one line; last days of marks follow."""

from datetime import date

import pytest

from services.errors import Invalid, NotAllowed
from services.score_cells import Column, ColumnKind
from services.score_deadlines import deadlines_of
from services.test_plan import NOTICE, move, plan
from tests.support.marks import Marks


async def test_a_final_is_moved_and_its_last_day_follows(marks: Marks) -> None:
    done = await marks.at("hien", lambda u: move(u, "toán 7 cuối kì 28/12"))
    assert (done.before, done.day, done.told) == (date(2026, 12, 23), date(2026, 12, 28), 2)
    told = {row.person_id for row in await marks.rows(NOTICE)}
    assert told == {marks.ids["quynh"], marks.ids["nhan"]}  # who teaches it; homeroom teachers
    of, maths = marks.ids["7A1"], marks.ids["subject TOAN"]
    last = await marks.at(None, lambda u: deadlines_of(u, of))
    assert last.of(maths, Column(1, ColumnKind.FINAL), 4) == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("words", "day", "term"),
    [
        ("Toán khối 7 giữa kì hk2 20/3", date(2027, 3, 20), 2),
        ("ck toan 7 24/12/2026", date(2026, 12, 24), 1),
        ("văn 8 cuối kì 2 15-5", date(2027, 5, 15), 2),
    ],
)
async def test_it_is_said_in_many_ways(marks: Marks, words: str, day: date, term: int) -> None:
    done = await marks.at("quang", lambda u: move(u, words))
    assert (done.day, done.term) == (day, term)


@pytest.mark.parametrize(
    "words", ["toán 7 25/12", "toán cuối kì 25/12", "7 cuối kì 25/12", "toán 7 ck 31/2"]
)
async def test_what_is_not_clear_moves_nothing(marks: Marks, words: str) -> None:
    with pytest.raises(Invalid):
        await marks.at("hien", lambda u: move(u, words))
    with pytest.raises(Invalid):
        await marks.at("hien", lambda u: move(u, "toán 7 ck 1/8/2027"))


async def test_teachers_see_theirs_and_move_none(marks: Marks) -> None:
    own = await marks.at("quynh", plan)
    assert {(t.subject, t.grade) for t in own if t.grade == 8} == {("Toán", 8)}
    assert len(await marks.at("hien", plan)) > len(own)
    with pytest.raises(NotAllowed):
        await marks.at("quynh", lambda u: move(u, "toán 7 cuối kì 28/12"))
