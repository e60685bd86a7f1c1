"""The four lists of a class: what is open, what the family says, and what the teacher does."""

from datetime import date

from storage.tables import LeaveRequest
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
HOMEROOM, HEAD = "CB012", "CB001"


async def asks_leave(stage: Stage, number: int, status: str = "asked") -> None:
    """The mother of a pupil of 7A1 has asked for today."""
    pupil = await stage.pupil("7A1", number)
    asked_by = await stage.guardian_id("7A1", number, "mother")

    async def ask(session) -> None:
        today = date(2026, 11, 30)
        session.add(
            LeaveRequest(
                pupil_id=pupil.id,
                from_day=today,
                to_day=today,
                half=None,
                reason="tang bà ngoại",
                asked_by=asked_by,
                asked_at=stage.clock.now(),
                status=status,
            )
        )

    await stage.run(ask)


async def test_a_colleagues_roll_brings_the_lists(stage: Stage) -> None:
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 15, "mother")
    await head.say("7A1 vắng Lan, Minh p")
    lists = await teacher.read("Chưa rõ lí do (1)")
    assert "Đã rõ (1)" in lists.text
    assert "Ghi trong điểm danh (2)" in lists.text
    await mother.read("chưa có mặt ở lớp")
    await mother.choose("Em nghỉ ở nhà, xin phép")
    await mother.read("lí do em nghỉ")
    await teacher.choose("Chấp thuận")
    await mother.read("đã chấp thuận")
    await stage.quiet()
    if teacher.changes:
        now = next(m for m in await teacher.messages() if m.id == lists.id)
        assert "Các em vắng đều đã rõ lí do." in now.text
        assert not now.labels
    await teacher.say("/danhsach")
    assert "Đã rõ (2)" in (await teacher.read("đều đã rõ lí do")).text


async def test_the_child_comes_after_all(stage: Stage) -> None:
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 15, "mother")
    await head.say("7A1 vắng Lan")
    await teacher.read("Chưa rõ lí do (1)")
    await mother.read("chưa có mặt ở lớp")
    await teacher.choose("15. Ngọc Lan: đã đến")
    await mother.read("em đã có mặt")
    await teacher.forget()
    await teacher.say("/danhsach")
    assert "vào lớp lúc" in (await teacher.read(LAN)).text


async def test_numbers_and_a_reason_that_only_the_teacher_reads(stage: Stage) -> None:
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    await head.say("7A1 vắng Lan")
    await teacher.read("Chưa rõ lí do (1)")
    await teacher.choose("15. Ngọc Lan: gọi, báo lại")
    card = await teacher.read("Mẹ em")
    assert "lớp 7A1" in card.text
    assert card.text.count("em (") == 2  # each guardian with a number
    await teacher.choose("Có phép (P), ghi lí do")
    await teacher.read("Xin gõ lí do")
    await teacher.say("em sốt, mẹ đã gọi điện")
    await teacher.read("nghỉ có phép (P)")
    await stage.quiet()
    await teacher.forget()
    await teacher.say("/danhsach 7A1")
    assert "em sốt, mẹ đã gọi điện" in (await teacher.read("Đã rõ (1)")).text
    await teacher.say("/vangmat")
    assert "sốt" not in (await teacher.read("vắng có phép")).text


async def test_a_family_is_not_pressed(stage: Stage) -> None:
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 15, "mother")
    await head.say("7A1 vắng Lan")
    await teacher.read("Chưa rõ lí do (1)")
    await mother.read("chưa có mặt ở lớp")
    await teacher.choose("15. Ngọc Lan: gọi, báo lại")
    await teacher.read("Mẹ em")
    told = await teacher.choose("Báo lại gia đình")
    assert "Sau 10 phút" in (told or (await teacher.read("Sau 10 phút")).text)
    await mother.hears_nothing(0.5)
    await stage.later(11)
    await teacher.choose("Báo lại gia đình")
    again = await mother.read("vẫn chưa biết vì sao em vắng")
    assert "Em nghỉ ở nhà, xin phép" in again.labels or not mother.changes


async def test_the_family_asked_for_leave_and_the_child_is_here(stage: Stage) -> None:
    await asks_leave(stage, 15)
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    await head.say("7A1 vắng Minh, Lan có mặt")
    lists = await teacher.read("Cần đối chiếu (1)")
    assert f"15. {LAN}: gia đình đã xin nghỉ, lớp ghi có mặt" in lists.text
    assert "tang" not in lists.text
    await teacher.choose("15. Ngọc Lan: đúng là có mặt")
    await stage.quiet()
    await teacher.forget()
    await teacher.say("/danhsach")
    assert "Cần đối chiếu" not in (await teacher.read("Chưa rõ lí do (1)")).text


async def test_the_roll_was_wrong_and_the_family_right(stage: Stage) -> None:
    await asks_leave(stage, 15, "granted")
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 15, "mother")
    await head.say("7A1 vắng Minh, Lan có mặt")
    await teacher.read("Cần đối chiếu (1)")
    await teacher.choose("15. Ngọc Lan: nghỉ thật")
    await stage.quiet()
    await teacher.forget()
    await teacher.say("/danhsach")
    assert f"15. {LAN}: vắng có phép (P)" in (await teacher.read("Đã rõ (1)")).text
    await mother.hears_nothing(0.5)


async def test_nobody_elses_lists(stage: Stage) -> None:
    await stage.rules(grace_seconds=600)  # the family's alert is no part of this
    subject, mother = await stage.staff("CB016"), await stage.guardian("7A1", 15, "mother")
    head = await stage.staff(HEAD)
    await head.say("7A1 vắng Lan")
    await head.read("Đã lưu")
    for person in (subject, mother):
        await person.say("/danhsach 7A1")
        assert "Ngọc Lan" not in (await person.read()).text
    await head.say("/danhsach 9/9")
    await head.read("ví dụ: /danhsach 7A1")
    await head.say("/danhsach 6A1")
    await head.read("Chưa có điểm danh lớp 6A1")
