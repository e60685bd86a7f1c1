"""Marks entered by the school's secretary, and an exemption, each decided on another phone."""

from typing import Any

from storage.tables import Duty
from tests.support.stage import MORNING, Stage


async def test_a_secretary_enters_a_test_and_the_teacher_confirms(stage: Stage) -> None:
    office, teacher = await stage.staff("CB004"), await stage.staff("CB012")
    mother = await stage.guardian("7A1", 16)
    person = await stage.person_id("CB004")

    async def grant(session: Any) -> None:
        row = Duty(person_id=person, kind="periodic_scores", starts=MORNING.date())
        session.add(row)

    await stage.run(grant)
    await stage.later(1)
    await office.say("7A1 toán gk: 16: 8")
    await office.read("được báo để xem lại")
    await teacher.read("đã nhập điểm Giữa kì môn Toán")
    await teacher.choose("Đã xem, đúng")
    await teacher.read("Đã lưu xác nhận")
    await teacher.say("7A1 toán gk: 15: 7")
    await teacher.read("Đã lưu 1 điểm")
    await office.say("7A1 toán tx1: 16: 8")
    await office.read("không thuộc quyền")
    await mother.say("/nhapdiem")
    await mother.read("không thuộc quyền")


async def test_an_exemption_is_asked_for_and_granted(stage: Stage) -> None:
    teacher, head = await stage.staff("CB012"), await stage.staff("CB001")
    await teacher.say("/mien Trần Đức Minh 7A1 thể dục: gãy tay, có giấy bệnh viện")
    await teacher.read("Đã gửi hiệu trưởng")
    await head.read("Xin miễn học")
    await head.choose("Cho miễn")
    await teacher.read("Được miễn học")
