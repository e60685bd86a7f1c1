"""Adults of a pupil: one person for siblings and staff, two where only the phone is the same."""

from services.importing.layout import Sheet
from services.importing.preview import Kind
from tests.support.imported_school import ImportedSchool, told
from tests.support.workbooks import STAFF_HEADER, pupil, pupils

HUNG, HA = ("Trần Văn Hùng", "0912345678"), ("Lê Thị Hà", "0987654321")


def an(**more: object) -> tuple[object, ...]:
    return pupil(1, code="701", name="Trần Văn An", birth="01/02/2014", **more)  # type: ignore[arg-type]


def binh(**more: object) -> tuple[object, ...]:
    return pupil(2, code="702", name="Trần Thị Bình", birth="03/04/2014", **more)  # type: ignore[arg-type]


async def family(school: ImportedSchool) -> list[tuple[str, str, str, str | None]]:
    return await school.ask(
        "SELECT p.code, g.relation, a.full_name, a.phone FROM guardianship g "
        "JOIN pupil p ON p.id = g.pupil_id JOIN person a ON a.id = g.person_id "
        "ORDER BY p.code, g.relation"
    )


async def adults(school: ImportedSchool) -> list[tuple[str, str | None]]:
    return await school.ask("SELECT full_name, phone FROM person ORDER BY id")


async def test_siblings_have_the_same_father(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=HUNG), binh(father=("TRẦN VĂN HÙNG", "84912345678"))))
    assert await adults(school) == [HUNG]
    assert len(await family(school)) == 2


async def test_one_phone_with_two_names_is_two_people_and_told(school: ImportedSchool) -> None:
    preview = await school.take(pupils(an(father=HUNG, mother=(HA[0], HUNG[1]))))
    assert told(preview, Kind.NOTE) == [(4, "import-phone-shared")]
    assert len(await adults(school)) == 2


async def test_a_teacher_who_is_a_parent_is_one_person(school: ImportedSchool) -> None:
    staff = [STAFF_HEADER, ["CB009", HA[0], "Nữ", HA[1], "Giáo viên", "Toán"]]
    await school.take(pupils(an(mother=HA), CanBo=staff))
    assert await adults(school) == [HA]


async def test_a_parent_who_joins_the_staff_stays_one_person(school: ImportedSchool) -> None:
    await school.take(pupils(an(mother=HA)))
    staff = [STAFF_HEADER, ["CB009", HA[0], "Nữ", HA[1], "Giáo viên", "Toán"]]
    await school.take(pupils(an(mother=HA), CanBo=staff))
    assert await adults(school) == [HA]


async def test_a_new_phone_changes_the_person(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=HUNG), binh(father=HUNG)))
    new = (HUNG[0], "0900000001")
    preview = await school.take(pupils(an(father=new), binh(father=new)))
    change = preview.of(Sheet.PUPILS, Kind.CHANGED)[0].changes[0]
    assert (change.column, change.old, change.new) == ("father_phone", HUNG[1], new[1])
    assert await adults(school) == [new]


async def test_a_new_sibling_finds_the_father_with_his_new_phone(school: ImportedSchool) -> None:
    await school.take(pupils(binh(father=HUNG)))
    new = (HUNG[0], "0900000001")
    await school.take(pupils(an(father=new), binh(father=new)))
    assert await adults(school) == [new]


async def test_siblings_who_disagree_change_nothing(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=HUNG), binh(father=HUNG)))
    preview = await school.take(pupils(an(father=(HUNG[0], "0900000001")), binh(father=HUNG)))
    assert told(preview, Kind.PARTLY) == [(4, "import-phones-disagree")]
    assert await adults(school) == [HUNG]


async def test_another_name_puts_another_person_in_the_place(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=HUNG, mother=HA)))
    preview = await school.take(pupils(an(father=("Ngô Bá Long", "0900000002"))))
    change = preview.of(Sheet.PUPILS, Kind.CHANGED)[0].changes[0]
    assert (change.column, change.old, change.new) == ("father", HUNG[0], "Ngô Bá Long")
    assert await family(school) == [
        ("701", "father", "Ngô Bá Long", "0900000002"),
        ("701", "mother", *HA),
    ]


async def test_an_unused_invitation_of_the_one_replaced_is_taken_back(
    school: ImportedSchool,
) -> None:
    await school.take(pupils(an(father=HUNG)))
    await school.ask(
        "INSERT INTO invite (code_hash, person_id, pupil_id, created_at, expires_at) "
        "VALUES ('x', 1, 1, '2026-11-01 00:00:00', '2026-12-01 00:00:00') RETURNING id"
    )
    await school.take(pupils(an(father=("Ngô Bá Long", "0900000002"))))
    assert await school.ask("SELECT revoked_at IS NOT NULL FROM invite") == [(1,)]


async def test_a_name_written_better_stays_the_same_person(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=("Tran Van Hung", HUNG[1]))))
    await school.take(pupils(an(father=HUNG)))
    assert await adults(school) == [HUNG]


async def test_the_phone_of_staff_is_the_staff_sheets(school: ImportedSchool) -> None:
    staff = [STAFF_HEADER, ["CB009", HA[0], "Nữ", HA[1], "Giáo viên", "Toán"]]
    await school.take(pupils(an(mother=HA), CanBo=staff))
    preview = await school.take(pupils(an(mother=(HA[0], "0900000009")), CanBo=staff))
    assert told(preview, Kind.NOTE) == [(4, "import-phone-of-staff")]
    assert await adults(school) == [HA]


async def test_the_audit_chain_keeps_no_names_or_phones(school: ImportedSchool) -> None:
    await school.take(pupils(an(father=HUNG)))
    await school.take(pupils(an(father=("Ngô Bá Long", "0900000002"), status="Chuyển đi")))
    entries = await school.ask("SELECT action, subject, details FROM audit_event ORDER BY id")
    assert entries[-1][:2] == ("import.ended", "pupil:1")
    assert not any(word in str(entries) for word in ("Hùng", "Long", "0912", "0900"))
    assert await school.chain_holds()
