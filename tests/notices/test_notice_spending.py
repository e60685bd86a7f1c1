"""A notice and the school's money below the conversation: who is promised it, what it came to."""

from typing import Any

from sqlalchemy import update

from handlers.capabilities import Capabilities
from handlers.notices import registry as _looks  # noqa: F401 - registers every look
from handlers.notices import render
from handlers.texts import texts
from services import notice_progress, notice_writing
from services.audiences import chosen, recipients
from services.delivery import Settled, settle
from services.message_template import KEY as TEMPLATE
from services.unit import Unit
from storage import outbox, school_settings
from storage.tables import Notice, OutboxRow, Person

KHOA, PRINCIPAL = "CB012", "CB001"
BY_NUMBER = {"id": "t1", "fields": {"noi_dung": "title", "duong_dan": "link"}, "phone": True}


async def write_and_send(unit: Unit) -> Notice:
    """The homeroom teacher's notice to the own class."""
    (own,) = sorted(unit.who.homeroom_of)
    audience = await chosen(unit, "class", [own])
    draft = (await notice_writing.draft(unit, audience, "mai mang vở vẽ")).notice
    return (await notice_writing.submit(unit, draft.id, draft.revision)).notice


async def family_ids(desk: Any) -> list[int]:
    """Every guardian of 7A1, in the order of the list."""

    async def work(unit: Unit) -> list[int]:
        (own,) = sorted(unit.who.homeroom_of)
        audience = await chosen(unit, "class", [own])
        return [one.person_id for one in await recipients(unit, audience, unit.who.person_id)]

    return await desk.at(KHOA, work)


async def final_face(desk: Any) -> str:
    """The last that the author is shown, in Vietnamese."""
    await desk.at(None, notice_progress.follow)
    shown = (await desk.rows("notice-progress"))[-1]
    return render("notice-progress", shown.params, texts("vi"), Capabilities()).text


async def test_the_end_says_what_was_spent_and_why_some_were_not_reached(desk: Any) -> None:
    people = (await family_ids(desk))[:5]
    await desk.link(*people)
    await desk.at(KHOA, write_and_send)
    rows = await desk.rows()
    assert len(rows) == 5
    ends = [("sent", None), ("sent", None), ("failed", "ceiling"), ("failed", "window")]
    ends.append(("failed", "-216"))

    async def deliver(unit: Unit) -> None:
        await unit.session.execute(update(OutboxRow).values(cost=55, way="consultation"))
        await outbox.claim(unit.session, [row.id for row in rows])
        batch = [
            Settled(
                row.id,
                status,
                reason=reason,
                channel="zalo_oa",
                chat=str(row.id),
                parts=int(status == "sent"),
            )
            for row, (status, reason) in zip(rows, ends, strict=True)
        ]
        await settle(unit.session, unit.now, batch)

    await desk.at(None, deliver)
    told = await final_face(desk)
    assert "Đã chi khoảng 110đ cho 2 tin trả phí." in told
    assert "hết hạn mức tin trả phí: 1" in told
    assert "đã lâu không nhắn cho nhà trường nên ứng dụng không cho gửi: 1" in told
    assert "ứng dụng nhắn tin không nhận: 1" in told  # a number that nobody can read is not shown
    assert "216" not in told


async def test_who_is_only_known_by_number_is_promised_it_where_a_template_goes(desk: Any) -> None:
    people = await family_ids(desk)

    async def numbers(unit: Unit) -> None:
        await unit.session.execute(update(Person).where(Person.id.in_(people)).values(phone=None))
        for place, id in enumerate(people[:2]):
            person = await unit.session.get_one(Person, id)
            person.phone = f"091234567{place}"
        await school_settings.put(unit.session, TEMPLATE, BY_NUMBER)

    await desk.at(None, numbers)
    await desk.link(people[2])
    notice = await desk.at(KHOA, write_and_send)
    assert {row.person_id for row in await desk.rows()} == set(people[:3])
    shown = await desk.at(None, lambda unit: notice_progress.figures(unit, notice.id))
    assert (shown.waiting, shown.unlinked) == (3, len(people) - 3)


async def test_without_a_template_by_number_nobody_is_promised_by_it(desk: Any) -> None:
    people = await family_ids(desk)
    await desk.link(people[2])
    await desk.at(KHOA, write_and_send)
    assert {row.person_id for row in await desk.rows()} == {people[2]}
