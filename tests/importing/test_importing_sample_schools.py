"""Both sample workbooks, the tidy one and the one that is as untidy as real exports are."""

from services.importing.layout import Sheet
from services.importing.preview import Kind
from tests.support.imported_school import ImportedSchool, told
from tests.support.school import SAMPLE, UNTIDY


async def count(school: ImportedSchool, table: str) -> int:
    return (await school.ask(f"SELECT count(*) FROM {table}"))[0][0]


async def test_the_tidy_school_comes_in_whole(school: ImportedSchool) -> None:
    preview = await school.take(SAMPLE)
    counts = {
        table: await count(school, table)
        for table in ("pupil", "staff", "school_class", "homeroom", "teaching", "timetable_slot")
    }
    assert counts == {
        "pupil": 492,
        "staff": 31,
        "school_class": 12,
        "homeroom": 12,
        "teaching": 144,
        "timetable_slot": 360,
    }
    assert await count(school, "guardianship") == 928
    assert await count(school, "test_date") == 192
    assert await count(school, "activity_group") == 3
    assert await count(school, "school_week") == 37
    assert await school.ask("SELECT count(*) FROM school_week WHERE number IS NULL") == [(2,)]
    assert await school.ask("SELECT name, starts FROM school_year") == [("2026-2027", "2026-09-07")]
    # Two namesakes of 7A2 whom the list of a group does not tell apart: nobody guesses.
    assert told(preview, Kind.REFUSED, Sheet.GROUPS) == [
        (49, "import-member-ambiguous"),
        (50, "import-member-ambiguous"),
    ]
    assert len(list(preview.refused)) == 2
    assert await school.chain_holds()


async def test_the_untidy_school_comes_in_tidied(school: ImportedSchool) -> None:
    preview = await school.take(UNTIDY)
    assert await count(school, "pupil") == 162
    assert await count(school, "staff") == 20
    assert await school.ask("SELECT count(*) FROM pupil WHERE birth_date IS NULL") == [(0,)]
    assert await school.ask("SELECT count(*) FROM pupil WHERE code IS NULL") == [(2,)]
    # Excel's serial 42151, a real date, and text are all dates.
    birth = "SELECT birth_date FROM pupil WHERE code = '67000200{}'"
    assert await school.ask(birth.format("15")) == [("2015-05-27",)]
    assert await school.ask(birth.format("02")) == [("2015-02-12",)]
    assert await school.ask(birth.format("01")) == [("2015-12-20",)]
    names = [name for (name,) in await school.ask("SELECT full_name FROM pupil")]
    assert not [n for n in names if n.isupper() or "  " in n or n != n.strip()]
    assert "Nguyễn Thanh Khôi" in names
    assert [line.row for line in preview.of(Sheet.GROUPS, Kind.REFUSED)] == [13, 33, 35]
    assert len(list(preview.refused)) == 3


async def test_the_other_school_does_not_take_over_the_first(sample: ImportedSchool) -> None:
    preview = await sample.preview(UNTIDY)
    refused = told(preview, Kind.REFUSED, Sheet.STAFF)
    assert len(refused) == 20
    assert {key for _, key in refused} == {"import-code-taken"}


async def test_what_is_exported_changes_nothing_when_it_comes_back(school: ImportedSchool) -> None:
    await school.take(UNTIDY)
    preview, changed = await school.take_once(await school.export())
    assert not changed
    assert preview.lines == []
    assert preview.rows[Sheet.PUPILS] == 162
    assert preview.rows[Sheet.GROUPS] == 51


async def test_roles_come_with_the_post(sample: ImportedSchool) -> None:
    rows = await sample.ask(
        "SELECT code, role FROM staff_role r JOIN staff s ON s.person_id = r.person_id "
        "WHERE code IN ('CB001','CB003','CB004','CB005','CB009','CB010') ORDER BY code, role"
    )
    assert rows == [
        ("CB001", "principal"),
        ("CB003", "administrator"),
        ("CB003", "subject_teacher"),
        ("CB004", "office"),
        ("CB005", "nurse"),
        ("CB009", "department_head"),
        ("CB009", "subject_teacher"),
        ("CB010", "subject_teacher"),
    ]


async def test_flag_salute_is_no_subject(sample: ImportedSchool) -> None:
    rows = await sample.ask(
        "SELECT t.weekday, t.half, t.subject_id FROM timetable_slot t "
        "JOIN school_class c ON c.id = t.class_id WHERE c.name='7A1' AND t.activity = 'Chào cờ'"
    )
    assert rows == [(0, "morning", None)]
    subjects = [name for (name,) in await sample.ask("SELECT name FROM subject")]
    assert len(subjects) == 12
    assert "Chào cờ" not in subjects
