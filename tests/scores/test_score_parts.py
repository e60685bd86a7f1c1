"""One test of several strands: parts add up to the one mark, and are never taken for it."""

import pytest

from services.errors import Invalid, NotAllowed
from services.gradebook import unguarded_page
from services.score_cells import PASSED, Cell, Column, score
from services.score_parts import PartsSaved, enter
from tests.support.marks import Marks


async def say(school: Marks, text: str, who: str = "vy") -> PartsSaved:
    return await school.at(who, lambda u: enter(u, text))


async def mark(school: Marks, subject: str, column: str, number: int) -> Cell | None:
    at = Column.of(column)
    of, taught = school.ids["7A1"], school.ids[f"subject {subject}"]
    page = await school.at(None, lambda u: unguarded_page(u, of, taught, at.term))
    return page.cell(at, school.pupil("7A1", number))


async def test_two_parts_make_the_mark(marks: Marks) -> None:
    done = await say(marks, "7A1 phần sử gk: 4 3,5 5 - 2")
    assert (done.kept, done.complete, done.waiting) == (4, 0, ("su", "dia"))
    assert await mark(marks, "LSDL", "1gk", 1) is None
    done = await say(marks, "7A1 phần địa giữa kì: 1:4,5 2:3 3:5 4:4")
    assert (done.complete, done.waiting) == (3, ("su", "dia"))
    assert await mark(marks, "LSDL", "1gk", 1) == score("8.5")
    assert await mark(marks, "LSDL", "1gk", 3) == score("10")
    assert await mark(marks, "LSDL", "1gk", 4) is None
    done = await say(marks, "7A1 phần sử gk: 1:4,5")
    assert await mark(marks, "LSDL", "1gk", 1) == score("9")
    await say(marks, "7A1 phần sử gk: 1:-")
    assert await mark(marks, "LSDL", "1gk", 1) is None


async def test_what_is_more_than_ten_is_not_kept(marks: Marks) -> None:
    await say(marks, "7A1 phần sử gk: 5 5 5 5 5")
    done = await say(marks, "7A1 phần địa gk: 6 5 5 5 5")
    assert done.too_high == ("Lê Hoàng Lan",)
    assert (done.kept, done.complete) == (4, 4)


async def test_a_strand_without_the_word_part_is_asked_about(marks: Marks) -> None:
    with pytest.raises(Invalid, match="score-part-or-whole"):
        await say(marks, "7A1 sử gk: 4 3,5 5 4 2")
    with pytest.raises(NotAllowed):
        await say(marks, "7A1 phần sử gk: 4 3,5 5 4 2", "quynh")
    for text in ("7A1 phần sử gk: 8,7,5,9", "7A1 phần sử gk: Huy 4", "7A1 phần sử gk: 1:v"):
        with pytest.raises(Invalid):
            await say(marks, text)


async def test_three_strands_of_sciences(marks: Marks) -> None:
    await say(marks, "7A1 phần lí ck: 4 4 4 4 4")
    await say(marks, "7A1 phần hóa ck: 3 3 3 3 3")
    done = await say(marks, "7A1 phần sinh ck: 2,5 2 1 0 3")
    assert done.waiting == ()
    assert await mark(marks, "KHTN", "1ck", 1) == score("9.5")


async def test_arts_are_passed_when_both_strands_are(marks: Marks) -> None:
    await say(marks, "7A1 phần nhạc gk: cả lớp Đ", "tu")
    done = await say(marks, "7A1 phần mĩ thuật gk: cả lớp Đ trừ Minh CĐ", "tu")
    assert done.complete == 5
    assert await mark(marks, "NT", "1gk", 1) == PASSED
    failed = await mark(marks, "NT", "1gk", 5)
    assert failed is not None
    assert failed.state.value == "failed"
