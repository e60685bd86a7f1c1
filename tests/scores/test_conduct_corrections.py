"""A level of conduct in approved results put right by minutes, and what the results come to."""

from datetime import datetime, timedelta

import pytest

from services import conduct_corrections as levels
from services import score_corrections as fixes
from services.errors import Invalid, NotAllowed
from services.evaluation.kinds import Level
from services.results import conduct
from services.results.kinds import Stage
from services.results.outcomes import tell_results
from services.results.readiness import board
from services.score_cells import Column, score
from services.score_writing import write_cells
from services.unit import Unit
from storage import results as store
from tests.results.test_settling import approve, fill, hand_up, judge, told
from tests.support.bells import ZONE
from tests.support.marks import Marks

WISH = "sửa rèn luyện Lan 7A1 hk1 tốt thành khá: ghi nhầm em cùng tên"


async def settled(marks: Marks) -> None:
    """The first term of 7A1 as it was approved; everybody Tốt."""
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await marks.link("quang", "vu", "nhan", "me_lan")
    await fill(marks, 1)
    await judge(marks, 1)
    await approve(marks, await hand_up(marks, Stage.TERM_ONE))
    marks.now = datetime(2027, 1, 11, 18, 0, tzinfo=ZONE)
    await marks.at(None, tell_results)


async def drafted(marks: Marks, text: str = WISH, who: str = "nhan") -> int:
    async def work(unit: Unit) -> int:
        return (await levels.begin(unit, await levels.read_wish(unit, text))).id

    return await marks.at(who, work)


async def carried_out(marks: Marks, text: str = WISH) -> int:
    id = await drafted(marks, text)

    async def work(unit: Unit) -> None:
        assert await fixes.lacking(unit, await fixes.own_draft(unit, id)) == ("record",)
        await fixes.add_evidence(unit, id, "record", "r" * 64, "jpg")
        await fixes.ask(unit, id)

    await marks.at("nhan", work)
    await marks.at("quang", lambda u: fixes.decide(u, id, approved=True))
    await marks.at("vu", lambda u: fixes.confirm(u, id))
    await marks.at("nhan", lambda u: fixes.confirm(u, id))
    return id


async def level(marks: Marks) -> Level:
    async def work(unit: Unit) -> Level:
        kept = await store.pupil_terms(unit.session, marks.ids["7A1"])
        return Level(kept[marks.pupil("7A1", 1), 1].conduct or 0)

    return await marks.at(None, work)


async def test_the_level_changes_once_three_agree_and_the_result_follows(marks: Marks) -> None:
    await settled(marks)
    before = len(await told(marks))
    await carried_out(marks)
    assert await level(marks) is Level.GOOD
    seen = await marks.at("nhan", lambda u: board(u, marks.ids["7A1"], Stage.TERM_ONE))
    assert (seen.row.status, seen.stale) == ("approved", False)
    rows = await marks.rows("results-corrected")
    assert {r.person_id for r in rows} == {marks.ids["nhan"], marks.ids["quang"]}
    old, new = rows[0].params["old"], rows[0].params["new"]
    assert (old[1], new[1]) == (int(Level.VERY_GOOD), int(Level.GOOD))
    assert not await marks.rows("results-changed")
    marks.now += timedelta(days=2)
    await marks.at(None, tell_results)
    assert len(await told(marks)) == before + 1  # the one family, and nobody else


async def test_a_corrected_mark_settles_the_level_of_results_too(marks: Marks) -> None:
    await settled(marks)
    of, maths, lan = marks.ids["7A1"], marks.ids["subject TOAN"], marks.pupil("7A1", 1)

    async def correct(unit: Unit) -> None:
        column = Column.of("1ck")
        await write_cells(unit, of, maths, column, {lan: score("0")}, correction=True)

    await marks.at("quynh", correct)
    outcome = (await marks.at(None, lambda u: store.outcomes(u.session, of, 1)))[lan]
    toan = next(s for s in outcome.facts["subjects"] if s["name"] == "Toán")
    assert toan["terms"] == ["5.7"]
    assert len(await marks.rows("results-corrected")) == 2


async def test_where_the_level_was_changed_meanwhile_the_correction_ends(marks: Marks) -> None:
    await settled(marks)
    id = await drafted(marks)

    async def work(unit: Unit) -> None:
        await fixes.add_evidence(unit, id, "record", "r" * 64, "jpg")
        await fixes.ask(unit, id)

    await marks.at("nhan", work)
    key = {"class_id": marks.ids["7A1"], "pupil_id": marks.pupil("7A1", 1), "term": 1}
    values = {"conduct": 1, "changed_by": marks.ids["nhan"], "changed_at": marks.now}
    await marks.at(None, lambda u: store.put_pupil_term(u.session, key, values))
    ended = await marks.at("quang", lambda u: fixes.decide(u, id, approved=True))
    assert ended.status == "overtaken"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sửa rèn luyện Lan 7A1", "conduct-fix-how"),
        ("sửa rèn luyện Lan 7A1 hk1 thành giỏi: x", "conduct-fix-how"),
        ("sửa rèn luyện Huy 7A1 hk1 thành khá: x", "score-fix-who"),
        ("sửa rèn luyện Xyzt 7A1 hk1 thành khá: x", "conduct-fix-nobody"),
        ("sửa rèn luyện Lan 7A1 hk1 đạt thành khá: x", "conduct-fix-other"),
        ("sửa rèn luyện Lan 7A1 hk1 thành tốt: x", "conduct-fix-same"),
        ("sửa rèn luyện Lan 7A1 hk2 thành khá: x", "conduct-fix-open"),
        ("sửa rèn luyện Lan 7A1 hk1 thành khá", "score-fix-why"),
    ],
)
async def test_what_is_unclear_is_said(marks: Marks, text: str, key: str) -> None:
    await settled(marks)
    with pytest.raises(Invalid, match=key):
        await drafted(marks, text)


@pytest.mark.parametrize(
    "text",
    [
        "SUA HANH KIEM lan 7a1 hk1 tot thanh kha: ghi nham",
        "xin sửa lại mức rèn luyện 7A1 Lan -> khá vì ghi nhầm",
        "sửa kqrl số 1 lớp 7A1 học kì 1 sang khá; ghi nhầm",
    ],
)
async def test_it_is_read_in_other_words(marks: Marks, text: str) -> None:
    await settled(marks)
    wish = await marks.at("nhan", lambda u: levels.read_wish(u, text))
    assert (wish.old, wish.new, wish.term) == (Level.VERY_GOOD, Level.GOOD, 1)
    assert wish.reason == "ghi nhầm" or wish.reason == "ghi nham"


async def test_an_open_result_needs_no_minutes_and_another_class_is_refused(marks: Marks) -> None:
    await settled(marks)
    with pytest.raises(NotAllowed):
        await drafted(marks, who="quynh")
    with pytest.raises(Invalid, match="results-closed"):
        await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện 7A1 hk1: Lan khá"))
