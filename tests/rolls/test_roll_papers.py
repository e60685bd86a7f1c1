"""The roll page on paper and as a workbook: what is said, how many sheets, the same figures."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from handlers.printing import typeset
from handlers.printing.roll_papers import TEMPLATE, Paper, roll_pdf, roll_picture, words_of
from handlers.printing.roll_words import said
from handlers.printing.roll_workbook import roll_workbook
from handlers.texts import texts
from services.attendance_states import State
from services.roll_page_sums import bound_pages, term_page, year_page
from services.roll_pages import month_page
from services.rosters import classes
from services.standing import Standing
from tests.rolls.conftest import ABSENT, EXCUSED, KHOA, PRINCIPAL, UNEXCUSED, Desk

DAY = date(2026, 11, 27)


async def facts(desk: Desk) -> dict[str, dict]:
    """The pages of 7A1 after a day with four pupils away, one of them settled after confirming."""
    late = Standing(State.LATE, minutes=10)
    await desk.take(KHOA, {3: EXCUSED, 5: UNEXCUSED, 8: ABSENT, 9: late}, day=DAY)
    confirmed = desk.now.replace(hour=9)
    last = desk.later(hour=10)
    await last.take(KHOA, {3: EXCUSED, 5: EXCUSED, 8: ABSENT, 9: late}, day=DAY)

    async def work(unit) -> dict[str, dict]:
        id = next(each.class_id for each in await classes(unit) if each.name == "7A1")
        return {
            "month": await month_page(unit, id, DAY.replace(day=1), confirmed_at=confirmed),
            "term": await term_page(unit, id, 1),
            "year": await year_page(unit, id),
            "book": await bound_pages(unit, id, 1, confirmed={DAY.replace(day=1): confirmed}),
        }

    return await last.at(PRINCIPAL, work)


async def test_the_paper_says_what_the_form_asks_for(desk: Desk) -> None:
    page = (await facts(desk))["month"]
    words = said(page, texts("vi"))
    assert words["head"]["title"] == "Tháng 11 năm 2026"
    assert words["head"]["class"] == "Lớp 7A1"
    assert words["head"]["size"].startswith("Tổng số học sinh của lớp: ")
    assert words["sums_words"] == ["TS", "P", "K"]
    assert [day["weekday"] for day in words["days"][:7]] == ["CN", "2", "3", "4", "5", "6", "7"]
    five = next(row for row in words["rows"] if row["number"] == "5")
    assert five["cells"][26] == {"on": True, "mark": "P", "was": "K"}
    assert five["figures"] == [1, 1, 0]
    assert "đã tính trong TS" in " ".join(words["legend"])
    sections = {each["title"]: each["lines"] for each in words["annex"]["sections"]}
    assert sections["Đi học muộn"][0].endswith(": 27/11 (10 phút)")
    (correction,) = sections["Đính chính sau khi xác nhận"]
    step = "27/11 sáng: nghỉ không phép → nghỉ có phép (Trần Anh Khoa, 10:40 30/11/2026)"
    assert correction.endswith(step)
    assert [box["title"] for box in words["boxes"]["boxes"]] == [
        "Giáo viên chủ nhiệm",
        "Văn phòng (lưu giữ)",
        "Hiệu trưởng",
    ]


async def test_a_confirmation_says_that_it_is_no_digital_signature(desk: Desk) -> None:
    page = (await facts(desk))["month"]
    at = "2026-12-02T16:20:00+07:00"
    page["signatures"] = [{"role": "homeroom", "name": "Trần Anh Khoa", "at": at}]
    boxes = said(page, texts("vi"))["boxes"]
    assert boxes["boxes"][0]["under"] == "Đã xác nhận lúc 16:20 02/12/2026"
    assert boxes["note"] == "Xác nhận trên hệ thống, không phải chữ kí số."


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("paper", Paper)
async def test_every_kind_of_page_can_be_set(desk: Desk, paper: Paper, language: str) -> None:
    for kind, page in (await facts(desk)).items():
        made = roll_pdf(page, paper=paper, language=language)
        assert made.startswith(b"%PDF"), kind
        assert len(made) > 10_000, kind


async def test_a_bound_term_has_cover_months_annex_and_sums(desk: Desk) -> None:
    book = (await facts(desk))["book"]
    sheets = typeset.pictures(TEMPLATE, words_of(book, Paper.A4, "vi"), 20)
    months = sum(page["kind"] == "month" for page in book["pages"])
    assert len(sheets) == 1 + months + 1 + 1  # cover, months, November's annex, the sums
    assert roll_picture(book).startswith(b"\x89PNG")


async def test_the_workbook_has_the_figures_of_the_page(desk: Desk) -> None:
    made = await facts(desk)
    page = made["month"]
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(roll_workbook(page))).sheet_names
    assert sheet == "Tháng 11 năm 2026"
    book = CalamineWorkbook.from_filelike(io.BytesIO(roll_workbook(page)))
    lines = book.get_sheet_by_index(0).to_python()
    head = next(n for n, line in enumerate(lines) if line[0] == "Số TT")
    rows = lines[head + 2 : head + 2 + len(page["rows"])]
    days = len(page["days"])
    for line, row in zip(rows, page["rows"], strict=True):
        assert (line[0], line[1]) == (row["number"], row["name"])
        assert line[2 + days : 5 + days] == [row["total"], row["excused"], row["unexcused"]]
    five = next(line for line in rows if line[0] == 5)
    assert five[2 + 26] == "K→P"
    text = "\n".join(str(cell) for line in lines for cell in line)
    assert "Đi học muộn" in text
    bound = CalamineWorkbook.from_filelike(io.BytesIO(roll_workbook(made["book"])))
    assert len(bound.sheet_names) == len(made["book"]["pages"])
    assert bound.sheet_names[-1] == "Học kì I"
    for kind in ("term", "year"):
        lines = (
            CalamineWorkbook.from_filelike(io.BytesIO(roll_workbook(made[kind])))
            .get_sheet_by_index(0)
            .to_python()
        )
        assert any(line[0] == "Cả lớp" for line in lines)
