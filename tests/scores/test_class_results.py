"""A class's levels: whose marks are complete, which level, and why."""

import pytest

from handlers.class_results import lines_of as lines
from handlers.texts import texts
from services.class_results import YEAR, ClassResults, class_results
from services.errors import NotAllowed
from services.evaluation.kinds import Level
from services.subjects import PROGRAMME, SubjectKind
from services.unit import Unit
from tests.support.marks import Marks

ALL = {p.code: "8" if p.kind is SubjectKind.SCORED else "Đ" for p in PROGRAMME}


async def seen(marks: Marks, term: int = 1, who: str = "nhan") -> ClassResults:
    async def work(unit: Unit) -> ClassResults:
        return await class_results(unit, marks.ids["7A1"], term)

    return await marks.at(who, work)


async def test_a_level_and_why_not_the_next(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, ALL)
    for column in ("1tx1", "1tx2", "1tx3", "1tx4", "1gk", "1ck"):
        await marks.write("vy", "7A1", "KHTN", column, {1: "6,4", 2: "3"})
    await marks.write("tu", "7A1", "NT", "1ck", {3: "CĐ"})
    found = await seen(marks)
    levels = [p.verdict.level for p in found.pupils if p.verdict]
    assert levels == [Level.GOOD, Level.PASSED, Level.GOOD, Level.VERY_GOOD, Level.VERY_GOOD]
    said = "\n".join(lines(texts("vi"), found))
    assert "1. Lê Hoàng Lan: <b>Khá</b>; không Tốt vì Khoa học tự nhiên 6,4 dưới 6,5" in said
    assert "2. Trần Gia Huy: <b>Đạt</b> (nâng một mức vì chỉ do môn Khoa học tự nhiên" in said
    assert "Tốt 2; Khá 2; Đạt 1" in said


async def test_who_misses_a_mark_has_no_level_and_it_is_said_where(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, ALL)
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "-"})
    found = await seen(marks)
    assert found.pupils[0].verdict is None
    assert [s.code for s in found.pupils[0].missing] == ["TOAN"]
    assert "Chưa đủ điểm (số em): Toán 1" in "\n".join(lines(texts("vi"), found))
    year = await seen(marks, YEAR)
    assert {p.verdict for p in year.pupils} == {None}


@pytest.mark.parametrize("who", ["quynh", "vy", "khoa", "me_lan"])
async def test_only_the_homeroom_teacher_and_the_heads_see_all_subjects(
    marks: Marks, who: str
) -> None:
    with pytest.raises(NotAllowed):
        await seen(marks, who=who)
