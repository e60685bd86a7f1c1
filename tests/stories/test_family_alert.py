"""A child is missing: the right family hears of it, nobody else does, and what they answer."""

from datetime import timedelta

from sqlalchemy import select, update

from services.due import due
from services.unit import Unit
from storage import school_settings
from storage.tables import Barring, Guardianship, OutboxRow, Person, RollCall
from tests.support.stage import Stage

ALERT = "em chưa có mặt ở lớp và nhà trường chưa nhận được lời xin phép"
LAN = "Nguyễn Thị Ngọc Lan"


async def alarmed(stage: Stage):
    """The homeroom teacher, father and mother of Lan, who were just told."""
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing=LAN)
    await father.read(containing=ALERT)
    await mother.read(containing=ALERT)
    await teacher.forget()
    return teacher, father, mother


async def patiently(stage: Stage, seconds: int) -> None:
    """Let alerts wait for so long."""
    await stage.rules(grace_seconds=seconds)


async def alerts(stage: Stage) -> list[str]:
    """What has become of the alerts."""

    async def look(session):
        rows = select(OutboxRow.status).where(OutboxRow.notice == "absence-alert")
        return list(await session.scalars(rows))

    return await stage.run(look)


async def test_the_right_family_and_nobody_else(stage: Stage):
    others = [
        await stage.guardian("7A1", 16, "mother"),
        await stage.guardian("7A1", 11, "mother"),
        await stage.staff("CB001"),
        await stage.staff("CB002"),
        await stage.staff("CB005"),
        await stage.stranger("Người lạ"),
    ]
    teacher, father, mother = await alarmed(stage)
    shown = next(m for m in await mother.messages() if ALERT in m.text)
    assert shown.text.startswith(f"Kính gửi phụ huynh em {LAN}, lớp 7A1: đến 7 giờ 40 sáng nay")
    assert shown.labels == [
        "Em nghỉ ở nhà, xin phép",
        "Em đã đi học từ nhà",
        "Nhờ thầy/cô gọi lại",
        "Vì sao tôi nhận tin này?",
    ]
    for phone in others:
        await phone.hears_nothing(0.3)
    for phone in (teacher, father, mother):
        await phone.hears_nothing(0.3)


async def test_leave_given_with_the_roll_raises_no_alarm(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p; muộn Huy 10")
    await teacher.read(containing=LAN)
    quiet = await mother.read(containing="ghi em nghỉ có phép")
    assert quiet.labels == ["Gia đình không báo nghỉ"]
    await mother.hears_nothing(2)


async def test_corrected_before_it_left(stage: Stage):
    await patiently(stage, 600)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing=LAN)
    assert "queued" in await alerts(stage)
    await teacher.say("7A1 đủ")
    await teacher.read(containing="7A1")
    await stage.quiet()
    assert set(await alerts(stage)) == {"cancelled"}
    await mother.hears_nothing(0.5)


async def test_corrected_after_it_left(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    await teacher.say("Lan vừa vào 7h45")
    await teacher.read(containing="7:45")
    for parent in (father, mother):
        news = await parent.read(containing="Đính chính về em")
        assert "em đã có mặt lúc 7 giờ 45" in news.text
        if parent.changes:
            alert = await parent.read(containing=ALERT)
            assert alert.edited
            assert not alert.labels


async def test_leave_asked_from_the_alert_and_granted(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    assert "xin phép" in (await mother.choose("Em nghỉ ở nhà, xin phép") or "")
    await mother.read(containing="lí do")
    await mother.choose("Lí do khác")
    await mother.read(containing="Xin gõ lí do")
    await mother.say("cháu <sốt> & ho")
    await mother.read(containing="Đã lưu lí do: cháu <sốt> & ho")
    card = await teacher.read(containing="cháu <sốt> & ho")
    assert card.labels == ["Chấp thuận", "Trao đổi thêm", "Ghi nhận không phép"]
    shown = await father.read(containing="Mẹ em (Nguyễn Diệu Thủy) đã xin phép")
    assert shown.edited == father.changes
    assert shown.labels == ["Vì sao tôi nhận tin này?"]
    assert "có phép (P)" in (await teacher.choose("Chấp thuận") or "")
    for parent in (father, mother):
        await parent.read(containing="Thầy Trần Anh Khoa đã chấp thuận lời xin phép")
    if teacher.changes:
        assert not (await teacher.read(containing="đã ghi nhận có phép")).labels
    late = await teacher.press_again(card, "Ghi nhận không phép")
    assert "đã chấp thuận lời xin phép này" in (late or "")


async def test_a_quick_reason_and_the_second_parents_tap(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    alert = next(m for m in await father.messages() if "Em đã đi học từ nhà" in m.labels)
    await mother.choose("Em nghỉ ở nhà, xin phép")
    await mother.choose("Em ốm")
    await mother.read(containing="Đã lưu lí do: Em ốm")
    await teacher.read(containing="Lí do: Em ốm")
    await teacher.forget()
    await father.read(containing="đã xin phép cho em nghỉ")
    toast = await father.press_again(alert, "Em đã đi học từ nhà")
    assert toast is not None
    assert toast.startswith("Mẹ em (Nguyễn Diệu Thủy) đã xin phép")
    await teacher.hears_nothing(0.5)


async def test_call_back(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    await father.choose("Nhờ thầy/cô gọi lại")
    card = await teacher.read(containing="nhờ thầy/cô gọi lại")
    assert "Bố em (Nguyễn Bảo Minh)" in card.text
    if mother.changes:
        await mother.read(containing="đã nhờ gọi lại")
    await teacher.choose("Đã gọi")
    if father.changes:
        await father.read(containing="Thầy Trần Anh Khoa đã gọi lại")


async def test_why(stage: Stage):
    _, _, mother = await alarmed(stage)
    await mother.choose("Vì sao tôi nhận tin này?")
    told = await mother.read(containing="thầy chủ nhiệm Trần Anh Khoa ghi em")
    assert "20 phút" in told.text


async def test_words_instead_of_a_button(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    await mother.say("cháu ốm cô ạ")
    answer = await mother.read(containing="Đã chuyển lời của gia đình")
    assert "Em nghỉ ở nhà, xin phép" in answer.labels
    passed = await teacher.read(containing="«cháu ốm cô ạ»")
    assert passed.labels == ["Ngọc Lan: P", "Ngọc Lan: K"]
    await father.hears_nothing(0.3)
    assert "có phép (P)" in (await teacher.choose("Ngọc Lan: P") or "")
    await father.read(containing="đã ghi nhận em nghỉ có phép")


async def test_the_search_until_the_child_is_met(stage: Stage):
    teacher, father, mother = await alarmed(stage)
    await mother.choose("Em đã đi học từ nhà")
    card = await teacher.read(containing="KHẨN")
    assert card.labels == ["Đã gặp em", "Đang tìm"]
    await father.read(containing="vừa báo em đã đi học từ nhà")
    await teacher.choose("Đang tìm")
    for parent in (father, mother):
        await parent.read(containing="Thầy Trần Anh Khoa đang tìm em")
    await teacher.choose("Đã gặp em")
    for parent in (father, mother):
        await parent.read(containing="Thầy Trần Anh Khoa đã gặp em lúc")
    if teacher.changes:
        assert not (await teacher.read(containing="đã gặp em lúc")).labels
    await teacher.forget()
    await teacher.say("/vangmat 7A1")
    shown = await teacher.read(containing=LAN)
    assert "muộn" in shown.text.casefold()


async def test_words_about_one_of_two_children(stage: Stage):
    mother_id = await stage.guardian_id("7A1", 15, "mother")
    brother = await stage.pupil("7A1", 16)

    async def two(session):
        session.add(Guardianship(person_id=mother_id, pupil_id=brother.id, relation="mother"))
        await school_settings.raise_revision(session)

    await stage.run(two)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan, Minh")
    await mother.read(containing=f"phụ huynh em {LAN}")
    await mother.read(containing=f"phụ huynh em {brother.full_name}")
    await teacher.forget()
    await mother.say("cháu ốm ạ")
    asked = await mother.read(containing="về em nào")
    assert asked.labels == [LAN, brother.full_name]
    await teacher.hears_nothing(0.3)
    await mother.choose(brother.full_name)
    await mother.read(containing=f"Đã chuyển lời của gia đình về em {brother.full_name}")
    await teacher.read(containing=f"về em {brother.full_name}")


async def test_a_family_that_blocked_the_bot_is_phoned_instead(stage: Stage):
    await patiently(stage, 4)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing=LAN)
    await mother.block()
    told = await teacher.read(containing="không tới được gia đình")
    assert "Mẹ em (Nguyễn Diệu Thủy): 0" in told.text


async def test_a_guardian_reads_in_their_own_language(stage: Stage):
    mother_id = await stage.guardian_id("7A1", 15, "mother")

    async def english(session):
        (await session.get_one(Person, mother_id)).language = "en"
        await school_settings.raise_revision(session)

    await stage.run(english)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    alert = await mother.read(containing="up to 7:40 this morning")
    assert alert.labels[1] == "Has left home for school"
    await mother.choose("Has left home for school")
    await teacher.read(containing="KHẨN")
    await teacher.choose("Đã gặp em")
    await mother.read(containing="Mr Trần Anh Khoa met")


async def test_the_search_goes_higher_when_nobody_answers(stage: Stage):
    async def quickly(session):
        await school_settings.put(session, "escalate_seconds", 2)

    await stage.run(quickly)
    vice = await stage.staff("CB002")
    teacher, father, mother = await alarmed(stage)
    await mother.choose("Em đã đi học từ nhà")
    card = await teacher.read(containing="KHẨN")
    await vice.read(containing="KHẨN")
    await father.read(containing="ban giám hiệu")
    await vice.choose("Đã gặp em")
    await teacher.read(containing="đã gặp em lúc")
    await mother.read(containing="đã gặp em lúc")
    late = await teacher.press_again(card, "Đã gặp em")
    assert late is not None
    assert "đã ghi nhận xong" in late


async def test_other_families_and_yesterdays_buttons_are_refused(stage: Stage):
    other = await stage.guardian("7A1", 16, "mother")
    _, _, mother = await alarmed(stage)
    await other.say("/trogiup")
    first = await other.read()
    assert "không thuộc quyền" in (await other.tap_raw(first.id, "ab:1:1:left") or "")
    assert "không thuộc quyền" in (await other.tap_raw(first.id, "abs:1:1:met") or "")

    async def tomorrow(session):
        unit = Unit(session, stage.clock.now() + timedelta(days=1), stage.clock.zone)
        await due(unit)
        day = stage.clock.now().date() - timedelta(days=1)
        await session.execute(update(RollCall).values(day=day))

    await stage.run(tomorrow)
    assert "Lựa chọn này đã cũ" in (await mother.choose("Em đã đi học từ nhà") or "")


async def test_a_barred_guardian_is_not_told(stage: Stage):
    principal_id = await stage.person_id("CB001")
    father_id = await stage.guardian_id("7A1", 15, "father")
    father = await stage.guardian("7A1", 15, "father")
    pupil = await stage.pupil("7A1", 15)

    async def bar(session):
        session.add(
            Barring(
                person_id=father_id,
                pupil_id=pupil.id,
                barred_by=principal_id,
                barred_at=stage.clock.now(),
            )
        )
        await school_settings.raise_revision(session)

    await stage.run(bar)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await mother.read(containing=ALERT)
    await father.hears_nothing(0.5)


async def test_a_roll_by_another_teacher_is_settled_by_the_homeroom_teacher(stage: Stage):
    homeroom = await stage.staff("CB012")
    principal = await stage.staff("CB001")
    mother = await stage.guardian("7A1", 15, "mother")
    await principal.say("7A1 vắng Lan")
    summary = await homeroom.read(containing="Lớp 7A1, sáng 30/11/2026")
    assert summary.labels[:2] == ["15. Ngọc Lan: P", "15. Ngọc Lan: K"]
    await mother.read(containing=ALERT)
    assert "có phép (P)" in (await homeroom.choose("15. Ngọc Lan: P") or "")
    if homeroom.changes:
        assert not (await homeroom.read(containing="Lớp 7A1, sáng 30/11/2026")).labels
    await mother.read(containing="đã ghi nhận em nghỉ có phép")
