"""Staff, homeroom teachers, teaching: resolved by name or code, refused where that is unclear."""

from typing import Any

from services.importing.layout import Sheet
from services.importing.preview import Kind
from tests.support.imported_school import ImportedSchool, told
from tests.support.workbooks import STAFF_HEADER, pupil, pupils

LAN = ["CB001", "Nguyễn Thị Lan", "Nữ", "0911111111", "Giáo viên", "Toán"]
HUNG = ["CB002", "Lê Văn Hùng", "Nam", "0922222222", "Giáo viên, Thư viện", "Ngữ văn"]
AN = pupil(1, code="701", name="Trần Văn An", birth="01/02/2014")


def staff(*rows: list[Any], **others: Any) -> bytes:
    return pupils(AN, CanBo=[STAFF_HEADER, *rows], **others)


def homeroom(teacher: str, code: str | None = None) -> list[list[Any]]:
    return [["Lớp", "GVCN", "Mã cán bộ"], ["7a1", teacher, code]]


def lessons(*rows: tuple[str, str]) -> list[list[Any]]:
    return [["Lớp", "Môn", "Giáo viên"], *(["7A1", *row] for row in rows)]


async def roles(school: ImportedSchool, code: str) -> set[str]:
    rows = await school.ask(
        "SELECT r.role FROM staff_role r JOIN staff s ON s.person_id = r.person_id "
        f"WHERE s.code = '{code}'"
    )
    return {role for (role,) in rows}


async def test_several_posts_give_several_roles_and_a_new_post_replaces_them(
    school: ImportedSchool,
) -> None:
    await school.take(staff(LAN, HUNG))
    assert await roles(school, "CB002") == {"subject_teacher", "librarian"}
    preview = await school.take(staff([*HUNG[:4], "Phó hiệu trưởng", ""]))
    change = preview.of(Sheet.STAFF, Kind.CHANGED)[0].changes[0]
    assert (change.column, change.old) == ("post", "Thư viện, Giáo viên")
    assert await roles(school, "CB002") == {"vice_principal"}


async def test_a_post_without_rights_is_told(school: ImportedSchool) -> None:
    preview = await school.take(staff([*LAN[:4], "Bảo vệ", ""]))
    assert told(preview, Kind.NOTE, Sheet.STAFF) == [(2, "import-post-unknown")]
    assert await roles(school, "CB001") == set()


async def test_one_without_code_gets_one_and_is_known_again(school: ImportedSchool) -> None:
    preview = await school.take(staff(LAN, [None, *HUNG[1:]]))
    assert told(preview, Kind.NOTE, Sheet.STAFF) == [(3, "import-staff-code-given")]
    assert await school.ask("SELECT code FROM staff ORDER BY code") == [("CB001",), ("CB002",)]


async def test_one_code_for_two_refuses_both(school: ImportedSchool) -> None:
    preview = await school.take(staff(LAN, ["CB001", *HUNG[1:]]))
    assert told(preview, Kind.REFUSED, Sheet.STAFF) == [
        (2, "import-code-twice"),
        (3, "import-code-twice"),
    ]


async def test_a_new_homeroom_teacher_starts_today(school: ImportedSchool) -> None:
    await school.take(staff(LAN, HUNG, ChuNhiem=homeroom("Nguyễn Thị Lan")))
    preview = await school.take(staff(LAN, HUNG, ChuNhiem=homeroom("thầy LE VAN HUNG")))
    change = preview.of(Sheet.HOMEROOMS, Kind.CHANGED)[0].changes[0]
    assert (change.old, change.new) == ("Nguyễn Thị Lan", "Lê Văn Hùng")
    rows = await school.ask("SELECT person_id, starts, ends FROM homeroom ORDER BY id")
    assert rows == [(1, "2026-09-05", "2026-11-22"), (2, "2026-11-23", None)]


async def test_two_teachers_of_one_name_need_the_code(school: ImportedSchool) -> None:
    other = ["CB003", "Nguyễn Thị Lan", "Nữ", "0933333333", "Giáo viên", "Ngoại ngữ 1"]
    preview = await school.take(staff(LAN, other, ChuNhiem=homeroom("Nguyễn Thị Lan")))
    refusal = preview.of(Sheet.HOMEROOMS, Kind.REFUSED)[0]
    assert (refusal.key, refusal.params["codes"]) == ("import-teacher-ambiguous", "CB001, CB003")
    await school.take(staff(LAN, other, ChuNhiem=homeroom("Nguyễn Thị Lan", "CB003")))
    assert await school.ask("SELECT person_id FROM homeroom") == [(2,)]


async def test_a_class_with_two_homeroom_teachers_gets_neither(school: ImportedSchool) -> None:
    both = [*homeroom("Nguyễn Thị Lan"), ["7A1", "Lê Văn Hùng", None]]
    preview = await school.take(staff(LAN, HUNG, ChuNhiem=both))
    assert {row for row, _ in told(preview, Kind.REFUSED, Sheet.HOMEROOMS)} == {2, 3}
    assert await school.ask("SELECT * FROM homeroom") == []


async def test_a_subject_passes_to_another_teacher(school: ImportedSchool) -> None:
    await school.take(staff(LAN, HUNG, PhanCong=lessons(("Toán", "Nguyễn Thị Lan"))))
    await school.take(staff(LAN, HUNG, PhanCong=lessons(("TOÁN", "Lê Văn Hùng"))))
    rows = await school.ask("SELECT person_id, starts, ends FROM teaching ORDER BY id")
    assert rows == [(1, "2026-09-05", "2026-11-22"), (2, "2026-11-23", None)]


async def test_an_unknown_teacher_takes_nobodys_place(school: ImportedSchool) -> None:
    await school.take(staff(LAN, PhanCong=lessons(("Toán", "Nguyễn Thị Lan"))))
    sheet = lessons(("Toán", "Nguyễn Thị Lan"), ("Toán", "Ai Đó"), ("Vật Thể Lạ", "Ai Đó"))
    preview = await school.take(staff(LAN, PhanCong=sheet))
    assert [key for _, key in told(preview, Kind.REFUSED, Sheet.TEACHING)] == [
        "import-teacher-unknown",
        "import-teacher-unknown",
    ]
    assert await school.ask("SELECT count(*) FROM teaching WHERE ends IS NULL") == [(1,)]


async def test_a_class_nobody_has_is_refused(school: ImportedSchool) -> None:
    sheet = [["Lớp", "Môn", "Giáo viên"], ["7A9", "Toán", "Nguyễn Thị Lan"]]
    preview = await school.take(staff(LAN, PhanCong=sheet))
    assert told(preview, Kind.REFUSED, Sheet.TEACHING) == [(2, "import-class-unknown")]


async def test_one_who_left_teaches_nothing_new(school: ImportedSchool) -> None:
    header = [*STAFF_HEADER, "Trạng thái"]
    gone = pupils(AN, CanBo=[header, [*LAN, "Đã nghỉ hưu"]], ChuNhiem=homeroom("Nguyễn Thị Lan"))
    preview = await school.take(gone)
    assert told(preview, Kind.REFUSED, Sheet.HOMEROOMS) == [(2, "import-teacher-unknown")]
    assert await school.ask("SELECT active FROM staff") == [(0,)]
