"""Timetable, groups, weeks and test days."""

from typing import Any

from services.importing.layout import Sheet
from services.importing.preview import Kind
from tests.support.imported_school import ImportedSchool, told
from tests.support.workbooks import STAFF_HEADER, pupil, pupils

AN = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014")
ANH = pupil(2, code="702", name="Nguyễn Mỹ Anh", birth="22/01/2014")
ANH_TOO = pupil(3, code="703", name="Nguyễn Mỹ Anh", birth="17/08/2014")
STAFF = [STAFF_HEADER, ["CB001", "Nguyễn Thị Lan", "Nữ", "0911111111", "Giáo viên", "Toán"]]


def school_with(**sheets: Any) -> bytes:
    return pupils(AN, ANH, ANH_TOO, CanBo=STAFF, **sheets)


def timetable(*rows: tuple[Any, ...]) -> list[Any]:
    return [["Lớp", "Thứ", "Buổi", "Tiết", "Môn"], *(["7A1", *row] for row in rows)]


async def slots(school: ImportedSchool) -> list[tuple[Any, ...]]:
    return await school.ask(
        "SELECT t.weekday, t.half, t.period, coalesce(s.name, t.activity) FROM timetable_slot t "
        "LEFT JOIN subject s ON s.id = t.subject_id ORDER BY 1, 2 DESC, 3"
    )


async def test_a_new_timetable_replaces_the_classs_old_one(school: ImportedSchool) -> None:
    old = timetable(
        (2, "Sáng", 1, "Chào cờ"), ("Thứ ba", "S", 2, "KHTN"), ("4", "Chiều", 1, "Toán")
    )
    await school.take(school_with(ThoiKhoaBieu=old))
    assert await slots(school) == [
        (0, "morning", 1, "Chào cờ"),
        (1, "morning", 2, "Khoa học tự nhiên"),
        (2, "afternoon", 1, "Toán"),
    ]
    new = timetable((2, "Sáng", 1, "Chào cờ"), (3, "Sáng", 2, "TOÁN"))
    preview = await school.take(school_with(ThoiKhoaBieu=new))
    change = preview.of(Sheet.TIMETABLE, Kind.CHANGED)[0].changes[0]
    assert (change.old, change.new) == ("Khoa học tự nhiên", "Toán")
    assert len(preview.of(Sheet.TIMETABLE, Kind.ENDED)) == 1
    assert len(await slots(school)) == 2


async def test_a_timetable_with_a_bad_row_takes_no_lesson_away(school: ImportedSchool) -> None:
    await school.take(school_with(ThoiKhoaBieu=timetable((2, "Sáng", 1, "Chào cờ"))))
    bad = timetable((3, "Tối", 1, "Toán"), ("hôm nào đó", "Sáng", 1, "Toán"))
    preview = await school.take(school_with(ThoiKhoaBieu=bad))
    assert told(preview, Kind.PARTLY, Sheet.TIMETABLE) == [(2, "import-cell-half")]
    assert told(preview, Kind.REFUSED, Sheet.TIMETABLE) == [(3, "import-cell-weekday")]
    assert (0, "morning", 1, "Chào cờ") in await slots(school)


def group(*members: tuple[Any, ...], leader: str = "Nguyễn Thị Lan") -> list[Any]:
    header = ["Nhóm", "Loại", "Mã lớp", "Họ tên", "Phụ trách", "Mã học sinh", "Trạng thái"]
    return [header, *(["CLB Cờ vua", "CLB", "7A1", *m[:1], leader, *m[1:]] for m in members)]


async def members(school: ImportedSchool) -> list[tuple[Any, ...]]:
    return await school.ask(
        "SELECT p.code, m.ends FROM group_member m JOIN pupil p ON p.id = m.pupil_id ORDER BY 1"
    )


async def test_a_namesake_is_refused_until_the_code_tells_who(school: ImportedSchool) -> None:
    preview = await school.take(school_with(Nhom=group(("Trần Văn An",), ("Nguyễn Mỹ Anh",))))
    assert told(preview, Kind.REFUSED, Sheet.GROUPS) == [(3, "import-member-ambiguous")]
    await school.take(school_with(Nhom=group(("Trần Văn An",), ("Nguyễn Mỹ Anh", "703"))))
    assert await members(school) == [("701", None), ("703", None)]
    rows = await school.ask("SELECT kind, label, leader_id FROM activity_group")
    assert rows == [("club", "CLB", 1)]


async def test_extra_classes_are_a_kind_of_their_own(school: ImportedSchool) -> None:
    sheet = [
        ["Nhóm", "Loại", "Mã lớp", "Họ tên"],
        ["Phụ đạo Toán 7", "Phụ đạo", "7A1", "Trần Văn An"],
    ]
    await school.take(school_with(Nhom=sheet))
    assert await school.ask("SELECT kind, label FROM activity_group") == [("extra", "Phụ đạo")]


async def test_leaving_a_group_is_said_and_not_guessed(school: ImportedSchool) -> None:
    await school.take(school_with(Nhom=group(("Trần Văn An",), ("", "703"))))
    await school.take(school_with(Nhom=group(("Trần Văn An",))))
    assert await members(school) == [("701", None), ("703", None)]
    await school.take(school_with(Nhom=group(("Nguyễn Mỹ Anh", "703", "Thôi"))))
    assert await members(school) == [("701", None), ("703", "2026-11-22")]


async def test_one_who_leaves_the_school_leaves_the_groups(school: ImportedSchool) -> None:
    await school.take(school_with(Nhom=group(("Trần Văn An",))))
    await school.take(pupils((*AN[:5], "Chuyển đi", *AN[6:])))
    assert await members(school) == [("701", "2026-11-22")]


def weeks(*rows: tuple[Any, ...]) -> list[Any]:
    return [["Học kì", "Tuần", "Từ ngày", "Đến ngày", "Ghi chú"], *rows]


async def test_weeks_make_the_year_and_tet_has_no_number(school: ImportedSchool) -> None:
    plan = weeks(
        ("I", 1, "07/09/2026", "12/09/2026", ""),
        ("", "", "01/02/2027", "06/02/2027", "Nghỉ Tết"),
        ("HK2", "Tuần 22", "15/02/2027", "20/02/2027", ""),
    )
    await school.take(school_with(NamHoc=plan))
    assert await school.ask("SELECT term, number, starts FROM school_week ORDER BY starts") == [
        (1, 1, "2026-09-07"),
        (None, None, "2027-02-01"),
        (2, 22, "2027-02-15"),
    ]
    assert await school.ask("SELECT name, starts, ends FROM school_year") == [
        ("2026-2027", "2026-09-07", "2027-02-20")
    ]
    moved = weeks(plan[1], ("I", 2, "14/09/2026", "19/09/2026", ""))
    preview = await school.take(school_with(NamHoc=moved))
    assert len(preview.of(Sheet.YEAR, Kind.ENDED)) == 2


async def test_overlapping_weeks_are_refused(school: ImportedSchool) -> None:
    plan = weeks(("I", 1, "07/09/2026", "12/09/2026"), ("I", 2, "10/09/2026", "19/09/2026"))
    preview = await school.take(school_with(NamHoc=plan))
    assert told(preview, Kind.REFUSED, Sheet.YEAR) == [(3, "import-week-overlaps")]


async def test_a_test_day_moves(school: ImportedSchool) -> None:
    def days(day: str) -> list[Any]:
        header = ["Khối", "Môn", "Học kì", "Loại", "Ngày kiểm tra"]
        return [header, ["Khối 7", "Toán", "HK I", "ĐĐGgk", day]]

    await school.take(school_with(KiemTra=days("02/11/2026")))
    preview = await school.take(school_with(KiemTra=days("5-11-26")))
    change = preview.of(Sheet.TESTS, Kind.CHANGED)[0].changes[0]
    assert (change.old, change.new) == ("02/11/2026", "05/11/2026")
    assert await school.ask("SELECT grade, term, kind, day FROM test_date") == [
        (7, 1, "midterm", "2026-11-05")
    ]
