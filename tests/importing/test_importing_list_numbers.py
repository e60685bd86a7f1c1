"""A pupil's list number belongs to the enrolment and never moves; teachers type it."""

from datetime import timedelta
from typing import Any

import pytest

from services.importing import Unreadable
from services.importing.layout import Sheet
from services.importing.preview import Kind
from tests.support.imported_school import ImportedSchool, told
from tests.support.workbooks import HEADER, pupil, pupils, workbook

AN = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014")
BINH = pupil(2, code="702", name="Lê Thị Bình", birth="03/04/2014")
CHI = pupil(3, code="703", name="Hồ Ngọc Chi", birth="05/06/2014")


async def test_a_newcomer_goes_last_wherever_the_sheet_puts_them(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH, CHI))
    anh = pupil(1, code="700", name="Bùi Kim Anh", birth="01/01/2014", status="Chuyển đến")
    shifted = [(row[0] + 1, *row[1:]) for row in (AN, BINH, CHI)]
    await school.take(pupils(anh, *shifted))
    assert await school.numbers() == {
        "Trần Văn An": 1,
        "Lê Thị Bình": 2,
        "Hồ Ngọc Chi": 3,
        "Bùi Kim Anh": 4,
    }


async def test_a_leaver_keeps_the_number(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH, CHI))
    gone = pupil(2, code="702", name="Lê Thị Bình", birth="03/04/2014", status="Chuyển đi")
    preview = await school.take(pupils(AN, gone, CHI))
    ended = preview.of(Sheet.PUPILS, Kind.ENDED)
    assert [(line.row, line.who, line.changes[0].new) for line in ended] == [
        (5, "Lê Thị Bình", "Chuyển đi")
    ]
    dung = pupil(2, code="704", name="Phan Văn Dũng", birth="07/08/2014")
    await school.take(pupils(AN, dung, CHI))
    assert (await school.numbers())["Phan Văn Dũng"] == 4
    assert (await school.numbers())["Lê Thị Bình"] == 2
    assert await school.ask("SELECT ends, outcome FROM enrolment WHERE ends IS NOT NULL") == [
        ("2026-11-22", "transferred")
    ]


async def test_one_who_comes_back_has_the_old_number(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH))
    gone = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014", status="Thôi học")
    await school.take(pupils(gone, BINH))
    school.clock.at += timedelta(days=30)
    back = (*AN[:5], "Nghỉ học xin học lại", *AN[6:])
    preview = await school.take(pupils(back, BINH))
    assert [c.new for c in preview.of(Sheet.PUPILS, Kind.CHANGED)[0].changes] == ["Đang học"]
    rows = await school.ask("SELECT list_number, starts, ends FROM enrolment ORDER BY id")
    assert rows[0][2] == "2026-11-22"
    assert rows[-1] == (1, "2026-12-23", None)


async def test_a_leaver_taken_back_the_same_day_never_left(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH))
    gone = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014", status="Thôi học")
    await school.take(pupils(gone, BINH))
    await school.take(pupils(AN, BINH))
    assert await school.ask("SELECT count(*) FROM enrolment WHERE ends IS NULL") == [(2,)]
    assert (await school.numbers())["Trần Văn An"] == 1


async def test_changing_class_ends_one_enrolment_and_opens_another(school: ImportedSchool) -> None:
    other = pupil(1, "7A2", "801", "Ngô Minh Đức", "09/09/2014")
    await school.take(pupils(AN, BINH, other))
    moved = pupil(9, "7 a2", "701", "Trần Văn An", "01/02/2014")
    preview = await school.take(pupils(moved, BINH, other))
    change = preview.of(Sheet.PUPILS, Kind.CHANGED)[0].changes[0]
    assert (change.column, change.old, change.new) == ("class", "7A1", "7A2")
    assert await school.numbers("7A2") == {"Ngô Minh Đức": 1, "Trần Văn An": 2}
    rows = await school.ask("SELECT ends, outcome FROM enrolment WHERE ends IS NOT NULL")
    assert rows == [("2026-11-22", "changed_class")]


async def test_a_list_without_numbers_is_numbered_in_its_order(school: ImportedSchool) -> None:
    await school.take(pupils(*((None, *row[1:]) for row in (CHI, AN, BINH))))
    assert await school.numbers() == {"Hồ Ngọc Chi": 1, "Trần Văn An": 2, "Lê Thị Bình": 3}


async def test_numbers_through_the_whole_school_become_numbers_of_the_class(
    school: ImportedSchool,
) -> None:
    await school.take(pupils(*((number, *row[1:]) for number, row in ((41, AN), (42, BINH)))))
    assert await school.numbers() == {"Trần Văn An": 1, "Lê Thị Bình": 2}


async def test_a_refused_row_keeps_its_place_free(school: ImportedSchool) -> None:
    broken = pupil(2, code="702", name="12345", birth="03/04/2014")
    preview = await school.take(pupils(AN, broken, CHI))
    assert told(preview, Kind.REFUSED) == [(5, "import-cell-name")]
    await school.take(pupils(AN, BINH, CHI))
    assert (await school.numbers())["Lê Thị Bình"] == 2


async def test_who_is_not_in_the_file_stays(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH))
    preview = await school.take(pupils(AN))
    assert preview.lines == []


async def test_next_year_everybody_moves_up_and_last_years_file_is_refused(
    school: ImportedSchool,
) -> None:
    this_year = pupils(AN, BINH)
    await school.take(this_year)
    school.clock.at = school.clock.at.replace(year=2027, month=8, day=20)
    title = [["DANH SÁCH NĂM HỌC 2027-2028"], ["STT", "Lớp", "Mã HS", "Họ và tên"]]
    rows = [[1, "8A1", "702", "Lê Thị Bình"], [2, "8A1", "701", "Trần Văn An"]]
    await school.take(workbook({"HocSinh": [*title, *rows]}))
    assert await school.numbers("8A1") == {"Lê Thị Bình": 1, "Trần Văn An": 2}
    ends = await school.ask("SELECT DISTINCT ends FROM enrolment WHERE ends IS NOT NULL")
    assert ends == [("2027-05-31",)]
    with pytest.raises(Unreadable, match="import-year-past"):
        await school.preview(this_year)


def dated(row: tuple[Any, ...], since: str) -> bytes:
    """A sheet with the day from which a row holds."""
    header = (*HEADER, "Từ ngày")
    title = [["DANH SÁCH HỌC SINH NĂM HỌC 2026 - 2027"], [], header]
    return workbook({"HocSinh": [*title, (*row, since)]})


async def test_a_row_may_say_from_which_day_it_holds(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH, pupil(1, "7A2", "801", "Ngô Minh Đức", "09/09/2014")))
    gone = pupil(2, code="702", name="Lê Thị Bình", birth="03/04/2014", status="Thôi học")
    await school.take(dated(gone, "16/11/2026"))
    moved = pupil(1, "7A2", "701", "Trần Văn An", "01/02/2014")
    await school.take(dated(moved, "30/11/2026"))
    rows = await school.ask("SELECT starts, ends, outcome FROM enrolment ORDER BY id")
    assert [row[1:] for row in rows[:2]] == [
        ("2026-11-29", "changed_class"),
        ("2026-11-15", "dropped_out"),
    ]
    assert rows[-1] == ("2026-11-30", None, None)
    new = pupil(9, code="709", name="Phan Thị Hoa", birth="01/05/2014", status="Chuyển đến")
    await school.take(dated(new, "17/11/2026"))
    assert (await school.ask("SELECT max(starts) FROM enrolment WHERE list_number = 3"))[0] == (
        "2026-11-17",
    )


async def test_a_planned_change_is_kept_by_an_older_file(school: ImportedSchool) -> None:
    await school.take(pupils(AN, BINH))
    gone = pupil(2, code="702", name="Lê Thị Bình", birth="03/04/2014", status="Chuyển đi")
    await school.take(dated(gone, "01/12/2026"))
    preview = await school.take(pupils(AN, BINH))
    assert preview.lines == []
    again = await school.take(await school.export())
    assert [line for line in again.lines if line.record] == []
