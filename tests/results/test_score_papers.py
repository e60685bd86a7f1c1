"""The gradebook on paper: what stands on each page, who signs, and that changes undo signatures."""

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from handlers.printing.roll_papers import Paper
from handlers.printing.score_book_xlsx import score_workbook
from handlers.printing.score_papers import score_pdf, words_of
from services.errors import Invalid, NotAllowed
from services.results.decisions import decide
from services.results.kinds import Stage
from services.score_own_book import own_pages
from services.score_signing import Book, book, sign
from storage.tables import ScoreCorrection
from tests.results.test_settling import approve, fill, hand_up, judge, year
from tests.support.bells import ZONE
from tests.support.marks import Marks


async def look(school: Marks, who: str, term: int = 1) -> Book:
    return await school.at(who, lambda u: book(u, school.ids["7A1"], term))


async def put_name(school: Marks, who: str, term: int = 1) -> int:
    return await school.at(who, lambda u: sign(u, school.ids["7A1"], term))


async def test_teachers_sign_then_the_principal_and_a_change_undoes_it(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    with pytest.raises(Invalid):  # after the teachers
        await put_name(marks, "quang")
    await judge(marks, 1)
    assert await put_name(marks, "quynh") == 1
    with pytest.raises(Invalid):
        await put_name(marks, "quynh")
    for teacher, pages in (("vy", 3), ("tu", 5), ("vu", 1)):
        assert await put_name(marks, teacher) == pages
    assert await put_name(marks, "nhan") == 2 + 13  # own subjects, and all as homeroom teacher
    found = await look(marks, "quang")
    assert found.signed == {"subject": 12, "homeroom": 13, "principal": 0}
    assert await put_name(marks, "quang") == 13
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "9,5"})
    found = await look(marks, "quang")
    assert found.signed == {"subject": 11, "homeroom": 11, "principal": 11}
    with pytest.raises(NotAllowed):
        await marks.at("me_lan", lambda u: book(u, marks.ids["7A1"], 1))
    (own,) = (await look(marks, "quynh")).pages
    assert own["subject"] == "Toán"


async def test_a_page_that_is_not_full_is_not_signed(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "7"})
    await marks.write("quynh", "7A1", "TOAN", "1ck", {3: "-"})
    with pytest.raises(Invalid):
        await put_name(marks, "quynh")


async def test_a_corrected_cell_shows_the_old_value_and_the_minutes(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    lan = marks.pupil("7A1", 1)
    row = {"state": "score", "tenths": 70}
    await marks.add(
        ScoreCorrection(
            year_id=marks.ids["year"],
            class_id=marks.ids["7A1"],
            subject_id=marks.ids["subject TOAN"],
            pupil_id=lan,
            term=1,
            kind="regular",
            column_number=1,
            old=row,
            new={"state": "score", "tenths": 85},
            reason="cộng sót",
            late=False,
            status="written",
            number=3,
            asked_by=marks.ids["quynh"],
            asked_at=marks.now,
        )
    )
    (page,) = (await look(marks, "quynh")).pages
    words = words_of([page], Paper.A4, "vi", "")["pages"][0]
    first = words["rows"][0]
    assert first[1] == "Lê Hoàng Lan"
    assert first[2] == {"text": "8,5", "was": "7,0", "note": "3"}
    assert first[-1] == "BB số 3"
    sheet = openpyxl.load_workbook(io.BytesIO(score_workbook([page]))).worksheets[0]
    assert (sheet.cell(6, 3).value, sheet.cell(6, 4).value) == ("8,5", 8.5)
    assert "7,0 → 8,5" in sheet.cell(6, 3).comment.text


async def test_the_years_book_is_bound_and_sets_on_both_papers(marks: Marks) -> None:
    seen = await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"})
    await approve(marks, seen)
    found = await look(marks, "nhan", 2)
    kinds = [page["kind"] for page in found.pages]
    assert kinds == ["marks"] * 12 + ["summary", "summary", "outcome"]
    outcome = found.pages[-1]["rows"]
    assert [row["outcome"] for row in outcome] == ["retest", *["promoted"] * 4]
    pages: list[dict[str, Any]] = [*found.pages, found.checks]
    for paper in Paper:
        assert score_pdf(pages, paper=paper, cover="class").startswith(b"%PDF")
    book_ = openpyxl.load_workbook(io.BytesIO(score_workbook(pages)))
    assert len(book_.worksheets) == 16
    for code, teacher in (("TOAN", "quynh"), ("NV", "nhan")):
        await marks.write(teacher, "7A1", code, "2tl", {1: "6"})
    await approve(marks, await hand_up(marks, Stage.SUMMER))
    last = (await look(marks, "nhan", 2)).pages[-1]["rows"][0]
    assert (last["outcome"], last["results_after"], last["summer"]) == ("promoted", 2, True)


async def test_a_teachers_own_book_has_the_classes_taught(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "7"})
    pages = await marks.at("quynh", lambda u: own_pages(u, ""))
    assert [(p["class"], p["subject"]) for p in pages] == [
        ("7A1", "Toán"),
        ("7A2", "Toán"),
        ("8A1", "Toán"),
    ]
    assert score_pdf(pages, cover="teacher").startswith(b"%PDF")
    with pytest.raises(Invalid):
        await marks.at("quynh", lambda u: own_pages(u, "văn"))


async def test_a_pupil_on_an_own_plan_does_not_keep_a_page_from_being_signed(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await marks.fill_term("7A1", 1, {"TOAN": "7"})
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "-"})
    with pytest.raises(Invalid):
        await put_name(marks, "quynh")
    word = "Lan 7A1 kế hoạch riêng: có kế hoạch giáo dục cá nhân"
    await marks.at("quang", lambda u: decide(u, word))
    assert await put_name(marks, "quynh") == 1
