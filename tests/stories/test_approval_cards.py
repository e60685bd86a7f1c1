"""A notice about money waits on the principal's phone: approved, sent back, asked again."""

from typing import Any

from sqlalchemy import select

from services import notice_writing
from services.audiences import chosen
from services.identity import load_actor
from services.unit import Unit
from storage.tables import SchoolClass
from tests.support.phone import Phone
from tests.support.stage import Stage

TEACHER, PRINCIPAL, VICE, OTHER_TEACHER = "CB012", "CB001", "CB002", "CB009"
MONEY = "Mời phụ huynh nộp quỹ lớp 150.000đ trước thứ Sáu."


async def asked(stage: Stage, text: str = MONEY, class_name: str = "7A1") -> int:
    """The teacher's notice, put up for approval; its number."""
    teacher = await stage.person_id(TEACHER)

    async def work(session: Any) -> int:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        unit.actor = await load_actor(unit, teacher)
        to = await session.scalar(select(SchoolClass.id).where(SchoolClass.name == class_name))
        draft = await notice_writing.draft(unit, await chosen(unit, "class", [to]), text)
        await notice_writing.submit(unit, draft.notice.id, draft.notice.revision)
        await unit.finish()
        return draft.notice.id

    made = await stage.run(work)
    stage.program._deliverer.wake()
    return made


async def button_data(stage: Stage, phone: Phone, label: str) -> tuple[int, str]:
    """The newest message with this button, and what the button carries."""
    url = f"{stage.url}/control/people/{phone.id}/messages"
    async with stage.http.get(url) as response:
        for message in reversed(await response.json()):
            for row in message.get("buttons") or []:
                for one in row:
                    if one["text"].startswith(label):
                        return message["id"], one["data"]
    raise AssertionError(label)


async def test_one_tap_approves_and_only_then_families_hear(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    elsewhere = await stage.guardian("6A1", 1, "mother")
    await asked(stage)
    card = await principal.read("Xin duyệt: thu, nộp tiền")
    assert MONEY in card.text
    assert "Trần Anh Khoa, giáo viên chủ nhiệm 7A1" in card.text
    assert card.labels == ["Duyệt", "Từ chối", "Yêu cầu sửa"]
    assert not principal.changes or card.buttons == [["Duyệt"], ["Từ chối", "Yêu cầu sửa"]]
    await mother.hears_nothing()
    assert await principal.choose("Duyệt") == "Đã duyệt."
    if principal.changes:
        closed = await principal.read("Đã duyệt bởi")
        assert closed.id == card.id
        assert not closed.buttons
    assert MONEY in (await mother.read("Kính gửi phụ huynh em Nguyễn Thị Ngọc Lan")).text
    assert "đã duyệt lúc" in (await teacher.read("đã duyệt")).text
    await elsewhere.hears_nothing()


async def test_sent_back_with_a_quick_reason(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await asked(stage)
    await principal.choose("Từ chối")
    await principal.read("Vì sao từ chối?")
    await teacher.hears_nothing(0.5)
    await principal.choose("Xem lại số tiền")
    await principal.read("Đã lưu: từ chối")
    if principal.changes:
        assert not (await principal.read("đã từ chối lúc")).buttons
    answer = await teacher.read("Lí do: Xem lại số tiền")
    assert answer.labels == ["Sửa và gửi lại", "Bỏ"]
    assert not teacher.changes or len(answer.buttons) == 1
    await principal.say("7A1 hôm nay thế nào")  # no reason any more
    await mother.hears_nothing(0.5)


async def test_changes_asked_for_in_ones_own_words(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await asked(stage)
    await principal.choose("Yêu cầu sửa")
    await principal.read("Cần sửa gì?")
    await principal.say("Ghi rõ <ngày nộp> & nơi nộp")
    await principal.read("Đã lưu: yêu cầu sửa")
    answer = await teacher.read("nhờ sửa trước khi gửi")
    assert "Lí do: Ghi rõ <ngày nộp> & nơi nộp" in answer.text


async def test_not_now_and_going_back_decide_nothing(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await asked(stage)
    await principal.choose("Từ chối")
    await principal.choose("Để sau")
    await principal.read("vẫn đang chờ duyệt")
    await principal.choose("Từ chối")
    await principal.read("Vì sao từ chối?")
    await principal.say("/huy")
    await principal.read("Đã bỏ việc đang làm dở")
    await principal.say("số tiền sai")
    await teacher.hears_nothing(0.5)
    await principal.choose("Duyệt")
    await teacher.read("đã duyệt lúc")


async def test_a_notice_of_ones_own_is_no_reason(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await asked(stage)
    await principal.choose("Từ chối")
    await principal.read("Vì sao từ chối?")
    await principal.say("thông báo toàn trường: mai các em nghỉ học vì bão")
    await principal.read("Xem trước")
    await teacher.hears_nothing(0.5)
    await principal.choose("Chưa đúng lúc")  # the question's own buttons still work
    await teacher.read("Lí do: Chưa đúng lúc")


async def test_a_second_tap_is_told_by_whom_and_when(stage: Stage) -> None:
    principal = await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await asked(stage)
    card = await principal.read("Xin duyệt")
    assert await principal.press_again(card, "Duyệt") == "Đã duyệt."
    told = await principal.press_again(card, "Duyệt")
    assert told is not None
    assert "đã duyệt lúc" in told
    await mother.read(MONEY)
    await mother.hears_nothing(0.5)


async def test_a_reason_typed_after_somebody_else_decided(stage: Stage) -> None:
    principal = await stage.staff(PRINCIPAL)
    await asked(stage)
    card = await principal.read("Xin duyệt")
    await principal.choose("Từ chối")
    await principal.read("Vì sao từ chối?")
    await principal.press_again(card, "Duyệt")
    await principal.read("Đã duyệt")
    await principal.forget()
    await principal.say("số tiền sai")
    await principal.read("đã duyệt lúc")
    await principal.say("số tiền sai")
    await principal.read("chưa hiểu")


async def test_forged_taps_get_nowhere(stage: Stage) -> None:
    other, principal = await stage.staff(OTHER_TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    stranger = await stage.stranger("Người lạ")
    await asked(stage)
    await principal.read("Xin duyệt")
    message, data = await button_data(stage, principal, "Duyệt")
    for phone, word in ((other, "quyền"), (mother, "quyền"), (stranger, "liên kết")):
        await phone.start()
        shown = await phone.read()
        for forged in (data, "ap:999:approve", "apr:1:reject:unclear", "ap:1:nonsense"):
            told = await phone.tap_raw(shown.id, forged)
            assert told is not None, forged
            assert word in told or "cũ" in told, told
    told = await principal.tap_raw(message, "ap:999:approve")
    assert told is not None
    assert "Không tìm thấy" in told
    await mother.forget()
    await mother.hears_nothing(0.5)


async def test_an_old_card_works_after_a_restart(stage: Stage) -> None:
    principal = await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await asked(stage)
    await principal.read("Xin duyệt")
    await stage.close()
    await stage.open()
    await principal.choose("Duyệt")
    await principal.read("Đã duyệt")
    await mother.read(MONEY)


async def test_what_waits_is_shown_again(stage: Stage) -> None:
    teacher = await stage.staff(TEACHER)
    await asked(stage)
    principal = await stage.staff(PRINCIPAL)  # linked only now
    await principal.say("/duyet")
    await principal.read("Có 1 việc đang chờ duyệt")
    await principal.choose("Duyệt")
    await teacher.read("đã duyệt lúc")
    await principal.say("/duyet")
    await principal.read("Không có việc nào đang chờ duyệt")
    await teacher.say("/duyet")
    await teacher.read("Không có việc nào đang chờ duyệt")
