"""What happens to results after approval: corrections, opening and approving anew, the hour."""

from datetime import datetime, timedelta

import pytest

from services.errors import Invalid
from services.results import approval, conduct
from services.results.changed import tell_changed
from services.results.kinds import Stage
from services.results.outcomes import tell_results
from services.results.readiness import board
from services.score_cells import Column, score
from services.score_writing import write_cells
from services.unit import Unit
from tests.results.test_settling import approve, fill, hand_up, judge, told, year
from tests.support.bells import ZONE
from tests.support.marks import Marks


async def test_what_changes_more_than_one_pupil_is_told_at_once(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await marks.link("quang")
    await fill(marks, 1)
    await judge(marks, 1)
    await approve(marks, await hand_up(marks, Stage.TERM_ONE))
    of, maths = marks.ids["7A1"], marks.ids["subject TOAN"]
    lan, minh = (marks.pupil("7A1", number) for number in (1, 2))

    async def correct(unit: Unit) -> None:
        column = Column.of("1ck")
        again = {lan: score("2"), minh: score("2")}
        await write_cells(unit, of, maths, column, again, correction=True)
        await tell_changed(unit, of)  # once for each state of the figures

    await marks.at("quynh", correct)
    rows = await marks.rows("results-changed")
    assert {r.person_id for r in rows} == {marks.ids["nhan"], marks.ids["quang"]}
    assert len(rows) == 2
    seen = await marks.at("nhan", lambda u: board(u, of, Stage.TERM_ONE))
    assert seen.stale


async def test_results_that_are_approved_anew_are_told_to_whom_they_changed_for(
    marks: Marks,
) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await marks.link("me_lan")
    await fill(marks, 1)
    await judge(marks, 1)
    seen = await hand_up(marks, Stage.TERM_ONE)
    await approve(marks, seen)
    marks.now = datetime(2027, 1, 10, 18, 0, tzinfo=ZONE)
    await marks.at(None, tell_results)
    assert len(await told(marks)) == 1
    for text, times in (("Minh khá", 1), ("Lan khá", 2)):
        await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, "xem lại"))
        await marks.at("nhan", lambda u, said=text: conduct.write(u, f"rèn luyện 7A1 hk1: {said}"))
        await approve(marks, await hand_up(marks, Stage.TERM_ONE))
        marks.now += timedelta(days=2)
        await marks.at(None, tell_results)
        assert len(await told(marks)) == times


async def test_opening_the_year_again_leaves_the_first_term_closed(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    await judge(marks, 1)
    await approve(marks, await hand_up(marks, Stage.TERM_ONE))
    marks.now = datetime(2027, 5, 28, 9, 0, tzinfo=ZONE)
    await fill(marks, 2)
    await judge(marks, 2)
    seen = await hand_up(marks, Stage.YEAR)
    await approve(marks, seen)
    await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, "sót một điểm"))
    await marks.write("quynh", "7A1", "TOAN", "2tx1", {1: "9"})
    with pytest.raises(Invalid):
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})


async def test_nobody_is_woken_by_a_result(marks: Marks) -> None:
    seen = await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"})
    marks.now = datetime(2027, 5, 28, 22, 30, tzinfo=ZONE)
    await approve(marks, seen)
    await marks.at(None, tell_results)
    assert await told(marks) == []
    marks.now = datetime(2027, 5, 29, 6, 0, tzinfo=ZONE)
    await marks.at(None, tell_results)
    assert [person for person, _ in await told(marks)] == ["me_lan"]
