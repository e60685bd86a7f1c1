"""Whatever school there is, importing its own export changes nothing; neither does importing twice.

Schools are drawn with namesakes, siblings, missing codes, phones and dates, leavers and classes
that change, which is where a second import would go wrong.
"""

import asyncio
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.importing.cells import class_name, name_key, person_name, phone
from storage.database import Database
from tests.support.imported_school import ImportedSchool
from tests.support.workbooks import STAFF_HEADER, pupil, pupils

NAMES = ("Trần Văn An", "TRẦN VĂN AN", "Lê Thị Bình", "H'Nhung Êban", "Y Thắng Niê", "Vũ Hoà")
ADULTS = ("Trần Hùng", "Tran Hung", "Lê Hà", "H’Linh Niê", None)
PHONES = ("0912345678", "912345678", "0987654321", None, None)
BIRTHS = ("01/02/2014", "1-2-14", "22/08/2014", None)

adult = st.tuples(st.sampled_from(ADULTS), st.sampled_from(PHONES))
row = st.builds(
    pupil,
    st.one_of(st.none(), st.integers(1, 6)),
    st.sampled_from(["7A1", "7a2"]),
    st.sampled_from([None, None, "701", "702", "703"]),
    st.sampled_from(NAMES),
    st.sampled_from(BIRTHS),
    st.sampled_from([None, "Đang học", "Chuyển đi"]),
    adult,
    adult,
)
members = st.lists(st.tuples(st.sampled_from(["7A1", "7A2"]), st.sampled_from(NAMES)), max_size=4)
STAFF = [
    [*STAFF_HEADER],
    ["CB001", "Trần Hùng", "Nam", "0912345678", "Giáo viên", "Toán"],
    ["CB002", "Lê Hà", "Nữ", None, "Hiệu trưởng", None],
]
HOMEROOMS = [["Lớp", "Giáo viên"], ["7A1", "Trần Hùng"]]


@given(
    st.lists(st.lists(row, min_size=1, max_size=7), min_size=1, max_size=3),
    members,
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_export_and_import_again_change_nothing(
    migrated: Path, years: list[list[tuple[object, ...]]], members: list[tuple[str, str]]
) -> None:
    async def story(path: Path) -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as db:
            school = ImportedSchool(db)
            for rows in years:
                group = [["Nhóm", "Lớp", "Họ tên"], *(["CLB Vẽ", *who] for who in members)]
                more = {"CanBo": STAFF, "Nhom": group, "ChuNhiem": HOMEROOMS}
                await school.take(pupils(*rows, **more))
            exported = await school.export()
            before = await school.ask("SELECT * FROM enrolment ORDER BY id")
            preview, changed = await school.take_once(exported)
            assert not changed, preview.lines
            assert await school.ask("SELECT * FROM enrolment ORDER BY id") == before
            numbers = await school.ask("SELECT class_id, list_number FROM enrolment")
            assert len(set(numbers)) == len(numbers)
            assert await school.chain_holds()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "school.db"
        shutil.copy(migrated, path)
        asyncio.run(story(path))


@given(st.sampled_from(NAMES), st.sampled_from(["'", "’", "ʼ"]))
def test_a_name_is_tidied_once(name: str, apostrophe: str) -> None:
    tidy = person_name(name.upper().replace("'", apostrophe))
    assert tidy is not None
    assert person_name(tidy) == tidy
    assert name_key(tidy) == name_key(name)


@given(st.from_regex(r"0[3-9][0-9]{8}", fullmatch=True), st.sampled_from(["", "+84", "84", "0084"]))
def test_a_phone_is_read_in_every_form(number: str, prefix: str) -> None:
    written = prefix + number[1:] if prefix else number[1:]
    assert phone(written) == number
    assert phone(f" {number[:4]}.{number[4:7]} {number[7:]}") == number
    assert phone(float(number)) == number


@given(st.integers(6, 9), st.sampled_from("ABC"), st.integers(1, 12))
def test_a_class_is_read_in_every_form(grade: int, letter: str, number: int) -> None:
    name = f"{grade}{letter}{number}"
    for written in (name, f"Lớp {grade} {letter.lower()}{number}", f" {grade}{letter} {number} "):
        assert class_name(written) == name
