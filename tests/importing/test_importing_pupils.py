"""Who a row of pupils means: never doubled, never mixed up, never silently guessed."""

from datetime import date

import pytest

from services.importing.layout import Sheet
from services.importing.preview import Kind, Preview
from tests.support.imported_school import ImportedSchool, told
from tests.support.workbooks import HEADER, pupil, pupils, workbook

AN = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014")


def changes(preview: Preview) -> list[tuple[str, str, str]]:
    lines = preview.of(Sheet.PUPILS, Kind.CHANGED)
    return [(c.column, c.old, c.new) for line in lines for c in line.changes]


async def people(school: ImportedSchool) -> list[tuple[str | None, str, str | None]]:
    return await school.ask("SELECT code, full_name, birth_date FROM pupil ORDER BY id")


async def test_a_blank_never_overwrites(school: ImportedSchool) -> None:
    full = pupil(1, "7A1", "701", "Trần Văn An", "01/02/2014", father=("Trần Hùng", "0912345678"))
    await school.take(pupils(full))
    preview, changed = await school.take_once(pupils(pupil(code="701", name="Trần Văn An")))
    assert not changed
    assert preview.lines == []


async def test_changed_values_are_told_old_and_new(school: ImportedSchool) -> None:
    await school.take(pupils(AN))
    preview = await school.take(pupils(pupil(1, code="701", name="Trần Văn Ân", birth="2/2/2014")))
    assert changes(preview) == [
        ("full_name", "Trần Văn An", "Trần Văn Ân"),
        ("birth_date", "01/02/2014", "02/02/2014"),
    ]
    assert await people(school) == [("701", "Trần Văn Ân", "2014-02-02")]


async def test_a_code_that_comes_later_fills_in_the_same_pupil(school: ImportedSchool) -> None:
    await school.take(pupils(pupil(1, name="Trần Văn An", birth="01/02/2014")))
    preview = await school.take(pupils(AN))
    assert changes(preview) == [("code", "", "701")]
    assert await people(school) == [("701", "Trần Văn An", "2014-02-01")]


async def test_a_row_that_lost_its_code_is_still_the_same_pupil(school: ImportedSchool) -> None:
    await school.take(pupils(AN))
    _, changed = await school.take_once(pupils(pupil(1, name="TRẦN VĂN AN", birth="1-2-14")))
    assert not changed


async def test_namesakes_in_one_class_are_two_pupils(school: ImportedSchool) -> None:
    one = pupil(1, name="Nguyễn Mỹ Anh", birth="22/01/2014")
    other = pupil(2, name="Nguyễn Mỹ Anh", birth="17/08/2014")
    await school.take(pupils(one, other))
    assert len(await people(school)) == 2
    coded = pupil(2, code="702", name="Nguyễn Mỹ Anh", birth="17/08/2014")
    await school.take(pupils(one, coded))
    assert await people(school) == [
        (None, "Nguyễn Mỹ Anh", "2014-01-22"),
        ("702", "Nguyễn Mỹ Anh", "2014-08-17"),
    ]


async def test_a_row_that_could_be_either_namesake_is_refused(school: ImportedSchool) -> None:
    one = pupil(1, code="701", name="Nguyễn Mỹ Anh", birth="22/01/2014")
    other = pupil(2, code="702", name="Nguyễn Mỹ Anh", birth="17/08/2014")
    await school.take(pupils(one, other))
    preview = await school.take(pupils(pupil(name="Nguyễn Mỹ Anh", mother=("Lê Thị Hà", None))))
    assert told(preview, Kind.REFUSED) == [(4, "import-pupil-ambiguous")]


async def test_one_row_without_anything_to_tell_it_apart_is_refused(school: ImportedSchool) -> None:
    coded = pupil(1, code="701", name="Nguyễn Mỹ Anh", birth="22/01/2014")
    preview = await school.take(pupils(coded, pupil(2, name="Nguyễn Mỹ Anh")))
    assert told(preview, Kind.REFUSED) == [(5, "import-pupil-unclear")]
    assert len(await people(school)) == 1


async def test_one_code_for_two_people_refuses_both(school: ImportedSchool) -> None:
    other = pupil(2, code="701", name="Lê Thị Bình", birth="03/04/2014")
    preview = await school.take(pupils(AN, other))
    assert told(preview, Kind.REFUSED) == [(4, "import-code-twice"), (5, "import-code-twice")]
    assert preview.of(Sheet.PUPILS, Kind.REFUSED)[0].params["rows"] == "4, 5"
    assert await people(school) == []


async def test_a_code_never_passes_to_somebody_else(school: ImportedSchool) -> None:
    await school.take(pupils(AN))
    preview = await school.take(
        pupils(pupil(1, code="701", name="Lê Thị Bình", birth="03/04/2014"))
    )
    assert told(preview, Kind.REFUSED) == [(4, "import-code-taken")]


async def test_a_doubled_row_is_told_and_taken_once(school: ImportedSchool) -> None:
    preview = await school.take(pupils(AN, AN))
    assert told(preview, Kind.NOTE) == [(5, "import-row-doubled")]
    assert len(await people(school)) == 1


async def test_listed_in_the_old_class_and_in_the_new(school: ImportedSchool) -> None:
    gone = pupil(1, "7A1", "701", "Trần Văn An", "01/02/2014", status="Chuyển đi")
    here = pupil(1, "7A2", "701", "Trần Văn An", "01/02/2014", status="Chuyển đến")
    preview = await school.take(pupils(gone, here))
    assert told(preview, Kind.NOTE) == [(4, "import-row-of-before")]
    assert await school.numbers("7A2") == {"Trần Văn An": 1}


async def test_a_pupil_without_code_who_changes_class_is_not_doubled(
    school: ImportedSchool,
) -> None:
    await school.take(pupils(pupil(1, name="Trần Văn An", birth="01/02/2014")))
    await school.take(pupils(pupil(1, "7A2", name="Trần Văn An", birth="01/02/2014")))
    assert len(await people(school)) == 1


async def test_a_bad_cell_is_left_out_and_the_pupil_taken(school: ImportedSchool) -> None:
    row = pupil(1, code="701", name="Trần Văn An", birth="31/02/2014", mother=("Lê Thị Hà", "12"))
    preview = await school.take(pupils(row))
    assert told(preview, Kind.PARTLY) == [(4, "import-cell-date"), (4, "import-cell-phone")]
    assert await people(school) == [("701", "Trần Văn An", None)]
    again = await school.take(pupils(AN))
    assert changes(again) == [("birth_date", "", "01/02/2014")]


async def test_an_unknown_status_is_told(school: ImportedSchool) -> None:
    preview = await school.take(pupils((*AN[:5], "Lơ lửng", *AN[6:])))
    assert told(preview, Kind.NOTE) == [(4, "import-status-unknown")]


@pytest.mark.parametrize("birth", ["05/03/2014", "5-3-14", "5.3.2014", date(2014, 3, 5), 41703.0])
async def test_dates_in_every_form(school: ImportedSchool, birth: object) -> None:
    await school.take(pupils(pupil(1, code="701", name="Trần Văn An", birth=birth)))
    assert await people(school) == [("701", "Trần Văn An", "2014-03-05")]


async def test_headers_as_real_exports_have_them(school: ImportedSchool) -> None:
    header = [
        "SỐ TT",
        "  LỚP ",
        "MÃ\nHỌC SINH",
        "Ho\u0323 va\u0300 te\u0302n",  # NFD
        "NGÀY,  THÁNG,\nNĂM SINH",
        "Trạng thái",
        "Họ và tên bố",
        "SĐT cha",
        "Tên mẹ (nếu có)",
        "Số điện thoại mẹ",
    ]
    assert len(header) == len(HEADER)
    rows = [
        ["PHÒNG GD&ĐT"],
        [],
        ["Danh sách năm học 2026-2027"],
        header,
        ["1", "lớp 7 a1", 701.0, "trần  văn an", 41671, "", "TRẦN HÙNG", 912345678, "Lê Hà", ""],
        header,
        ["2", "7A1", "702", " Lê Thị Bình", "03/04/2014", "", "", "", "", "+84 912.345.679"],
        ["3", "7A1"],
        ["Tổng cộng: 2 học sinh"],
        ["", "", "", "", "", "", "Hiệu trưởng"],
    ]
    preview = await school.take(workbook({"DANH SÁCH HỌC SINH": rows}))
    assert told(preview, Kind.REFUSED) == []
    assert told(preview, Kind.PARTLY) == [(7, "import-phone-without-name")]
    assert await people(school) == [
        ("701", "Trần Văn An", "2014-02-01"),
        ("702", "Lê Thị Bình", "2014-04-03"),
    ]
    assert await school.ask("SELECT full_name, phone FROM person ORDER BY id") == [
        ("Trần Hùng", "0912345678"),
        ("Lê Hà", None),
    ]


async def test_a_name_split_over_two_columns(school: ImportedSchool) -> None:
    header = ["STT", "Lớp", "Họ và tên", "", "Ngày sinh", "Nữ"]
    rows = [
        header,
        [1, "7A1", "Trần Văn", "An", "1/2/2014", ""],
        [2, "7A1", "Lê", "Bình", "", "x"],
    ]
    await school.take(workbook({"Sheet1": rows}))
    assert await school.ask("SELECT full_name, gender FROM pupil ORDER BY id") == [
        ("Trần Văn An", "M"),
        ("Lê Bình", "F"),
    ]
