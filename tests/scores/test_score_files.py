"""Marks in files: out as a sheet, filled in, back after a look; foreign sheets; other layouts."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from handlers.printing.score_workbook import score_workbook
from services.errors import Invalid, NotAllowed, Outdated
from services.score_cells import FAILED, MAKE_UP, ColumnKind, score
from services.score_files.headers import Field, find_head, what
from services.score_files.places import places_of, template_wish
from services.score_files.plan import Plan, carry_out, make_plan
from services.score_files.reading import HIDDEN_SHEET, read_scores
from services.score_files.template import book_facts
from services.score_files.values import MarkError, read_mark
from services.score_layouts import fill, read_layout, rows
from services.unit import Unit
from tests.support.marks import Marks

FIRST, NAME, TX1, TX2, GK = 7, 3, 5, 6, 9  # the first pupil's row and some columns, from 1


async def template(marks: Marks, text: str = "7A1 toán", who: str = "quynh") -> bytes:
    async def work(unit: Unit) -> bytes:
        of, subject, term = await template_wish(unit, text)
        return score_workbook(await book_facts(unit, of, subject, term))

    return await marks.at(who, work)


def filled(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The workbook as a teacher sends it back."""
    book = load_workbook(io.BytesIO(data))
    change(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def planned(marks: Marks, data: bytes, words: str = "", who: str = "quynh") -> Plan:
    async def work(unit: Unit) -> Plan:
        found = await places_of(unit, read_scores(data), words)
        assert found is not None
        return await make_plan(unit, found)

    return await marks.at(who, work)


async def written(marks: Marks, plan: Plan, who: str = "quynh") -> None:
    async def work(unit: Unit) -> None:
        await carry_out(unit, plan)

    await marks.at(who, work)


async def test_a_sheet_goes_out_and_comes_back_filled(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "7 6 5 4 3")
    data = await template(marks)
    assert HIDDEN_SHEET in load_workbook(io.BytesIO(data)).sheetnames
    assert (await planned(marks, data)).changes == 0

    def teacher(sheet: Any) -> None:
        assert [sheet.cell(FIRST + n, TX1).value for n in range(5)] == [7, 6, 5, 4, 3]
        sheet.cell(FIRST, TX2, 8.25)
        sheet.cell(FIRST + 1, TX2, "v")
        sheet.cell(FIRST + 2, TX1, "-")
        sheet.cell(FIRST + 3, TX2, 11)
        sheet.cell(FIRST + 4, TX2, "tám")

    plan = await planned(marks, filled(data, teacher))
    (sheet,) = plan.sheets
    got = {(c.pupil_id, c.column.code): c.new for c in sheet.changes}
    assert got == {
        (marks.pupil("7A1", 1), "1tx2"): score("8.3"),
        (marks.pupil("7A1", 2), "1tx2"): MAKE_UP,
        (marks.pupil("7A1", 3), "1tx1"): None,
    }
    assert [(p.place, p.key) for p in sheet.problems] == [
        (f"F{FIRST + 3}", "score-file-out-of-range"),
        (f"F{FIRST + 4}", "score-file-no-mark"),
    ]
    await written(marks, plan)
    assert (await planned(marks, filled(data, teacher))).changes == 0
    with pytest.raises(Outdated):
        await written(marks, plan)  # what was shown is of another moment


async def test_rows_sorted_and_columns_moved_still_find_their_pupils(marks: Marks) -> None:
    data = await template(marks)

    def sort(sheet: Any) -> None:
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 4)]
        for n, row in enumerate(reversed(rows)):
            for at, value in enumerate(row, 1):
                sheet.cell(FIRST + n, at, value)
            sheet.cell(FIRST + n, GK, n)
        sheet.move_range(f"I{FIRST - 1}:I{FIRST + 4}", cols=4)

    (sheet,) = (await planned(marks, filled(data, sort))).sheets
    assert {c.column.code for c in sheet.changes} == {"1gk"}
    by_number = {n: marks.pupil("7A1", n) for n in range(1, 6)}
    values = {c.pupil_id: c.new for c in sheet.changes}
    assert values == {by_number[5 - n]: score(n) for n in range(5)}


async def test_what_others_changed_since_is_told_and_never_lost_silently(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "7 6 5 4 3")
    data = await template(marks)
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9", 2: "9"})

    def teacher(sheet: Any) -> None:
        sheet.cell(FIRST, TX1, 8)

    (sheet,) = (await planned(marks, filled(data, teacher))).sheets
    assert [(c.pupil_id, c.old, c.new, c.since) for c in sheet.changes] == [
        (marks.pupil("7A1", 1), score(9), score(8), True)
    ]  # the second pupil was not touched in the sheet and keeps the 9


async def test_nothing_is_taken_for_another_name_or_a_closed_column(marks: Marks) -> None:
    data = await template(marks)

    def teacher(sheet: Any) -> None:
        sheet.cell(FIRST, NAME, "Nguyễn Văn Lạ")
        sheet.cell(FIRST, TX1, 8)
        sheet.cell(FIRST + 1, TX1, 8)

    (sheet,) = (await planned(marks, filled(data, teacher))).sheets
    assert [p.key for p in sheet.problems] == ["score-file-name-differs"]
    assert [c.pupil_id for c in sheet.changes] == [marks.pupil("7A1", 2)]


@pytest.mark.parametrize("who", ["vy", "dao", "quang"])
async def test_only_who_enters_marks_gets_and_brings_sheets(marks: Marks, who: str) -> None:
    data = await template(marks)
    with pytest.raises(NotAllowed):
        await template(marks, who=who)
    with pytest.raises(NotAllowed):
        await planned(marks, data, who=who)


def foreign(*extra: list[Any]) -> bytes:
    """A sheet as another system makes it: two rows of headers, titles above."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Bảng điểm"
    sheet.append(["TRƯỜNG THCS NGUYỄN DU"])
    sheet.append(["BẢNG ĐIỂM môn Toán, lớp 7A1, học kì I"])
    sheet.append(["STT", "Mã học sinh", "Họ và\ntên", "Ngày sinh", "ĐĐGtx", "", "", "", "ĐĐGgk"])
    sheet.append(["", "", "", "", 1, 2, 3, 4, ""])
    for row in extra:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def test_a_foreign_sheet_is_read_by_its_headers(marks: Marks) -> None:
    data = foreign(
        [1, "7A1-1", "Lê Hoàng Lan", "", 8, "7,5", "", "", 9],
        [2, "", "TRẦN GIA HUY", "", "", "", "", "", "6.5"],
        [3, "", "Hoàng Văn Xa", "", 5, "", "", "", ""],
        ["", "", "Giáo viên bộ môn", "", "", "", "", "", ""],
    )
    (sheet,) = (await planned(marks, data)).sheets
    got = {(c.pupil_id, c.column.code): c.new for c in sheet.changes}
    lan, huy = marks.pupil("7A1", 1), marks.pupil("7A1", 2)
    assert got == {
        (lan, "1tx1"): score(8),
        (lan, "1tx2"): score("7.5"),
        (lan, "1gk"): score(9),
        (huy, "1gk"): score("6.5"),
    }
    assert [p.key for p in sheet.problems] == ["score-file-no-pupil"]
    assert sheet.missing == 3


async def test_another_systems_template_is_learned_and_filled(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "7 6,5 v 4 -")
    listed = foreign(
        [1, "7A1-2", "Trần Gia Huy", "", "", "", "", "", ""],
        [2, "7A1-1", "Lê Hoàng Lan", "", "", "", "", "", ""],
        [3, "", "Phạm Quang Huy", "", "", "", "", "", ""],
    )

    async def work(unit: Unit) -> Any:
        return await rows(unit, marks.ids["7A1"], marks.ids["subject TOAN"], 1)

    _, pupils = await marks.at("quynh", work)
    learned = read_layout("vnEdu", "0" * 64, listed)
    data, count, left = fill(listed, learned.layout, pupils)
    sheet = load_workbook(io.BytesIO(data)).active
    assert [sheet.cell(row, 5).value for row in (5, 6, 7)] == [6.5, 7, "v"]
    assert (count, left) == (3, 2)
    empty = foreign()
    data, count, left = fill(empty, read_layout("x", "0" * 64, empty).layout, pupils)
    sheet = load_workbook(io.BytesIO(data)).active
    assert [sheet.cell(5, at).value for at in (1, 2, 3, 5)] == [1, "7A1-1", "Lê Hoàng Lan", 7]
    assert (count, left) == (5, 0)


@pytest.mark.parametrize(
    ("header", "means"),
    [
        ("ĐĐGtx 1", (ColumnKind.REGULAR, 1)),
        ("TX3", (ColumnKind.REGULAR, 3)),
        ("Thường xuyên 2", (ColumnKind.REGULAR, 2)),
        ("ĐĐGgk", (ColumnKind.MIDTERM, 1)),
        ("Giữa kỳ", (ColumnKind.MIDTERM, 1)),
        ("Điểm đánh giá cuối kì", (ColumnKind.FINAL, 1)),
        ("ĐĐG\nck", (ColumnKind.FINAL, 1)),
        ("ĐTBmhkI", Field.AVERAGE),
        ("Mã học\nsinh", Field.CODE),
        ("Điểm thi đua", None),
    ],
)
def test_headers(header: str, means: object) -> None:
    assert what(header) == means


def test_two_columns_that_say_the_same_are_not_guessed() -> None:
    assert find_head([["Họ tên", "TX1", "ĐĐGtx 1"]]) is None


@pytest.mark.parametrize("raw", ["05", "11", 85, "8,5,5", "x", -1])
def test_what_is_no_mark_in_a_cell(raw: object) -> None:
    with pytest.raises(MarkError):
        read_mark(raw)


@pytest.mark.parametrize(
    ("raw", "cell"),
    [(8.0, score(8)), ("7,5", score("7.5")), (6.25, score("6.3")), ("cđ", FAILED), ("CĐ", FAILED)],
)
def test_what_is_a_mark_in_a_cell(raw: object, cell: object) -> None:
    read = read_mark(raw)
    assert read is not None
    assert read.cell == cell


def test_a_workbook_without_marks_is_told() -> None:
    book = Workbook()
    book.active.append(["Họ tên", "Địa chỉ"])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Invalid, match="score-file-no-columns"):
        read_scores(out.getvalue())
