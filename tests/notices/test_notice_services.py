"""Notices below the conversation: who is in an audience, what is promised, how it is followed."""

import time
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select

from services import notice_progress, notice_withdrawal, notice_writing
from services.audiences import AudienceKind, chosen, recipients
from services.barring import bar
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.notice_rules import ApprovalRules, Why, set_rules, why_approval
from services.notice_sending import send_notice
from services.unit import Unit
from storage import audit
from storage.outbox import claim
from storage.tables import AuditEvent, Enrolment, Guardianship, Notice, OutboxRow, SchoolClass

KHOA, PRINCIPAL, VICE, HAN = "CB012", "CB001", "CB002", "CB016"


async def class_id(unit: Unit, name: str) -> int:
    return await unit.session.scalar(select(SchoolClass.id).where(SchoolClass.name == name))


def pupils_of(name: str) -> Any:
    return (
        select(Enrolment.pupil_id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(SchoolClass.name == name)
    )


async def written(unit: Unit, text: str = "mai chào cờ", to: str = "7A1") -> Notice:
    audience = await chosen(unit, "class", [await class_id(unit, to)])
    return (await notice_writing.draft(unit, audience, text)).notice


async def sent(unit: Unit, text: str = "mai chào cờ") -> Notice:
    notice = await written(unit, text)
    return (await notice_writing.submit(unit, notice.id, notice.revision)).notice


async def current(desk: Any, notice_id: int) -> Notice:
    async def work(unit: Unit) -> Notice:
        return await unit.session.get_one(Notice, notice_id)

    return await desk.at(None, work)


async def test_everybody_is_in_an_audience_once(desk: Any) -> None:
    async def work(unit: Unit) -> None:
        first = (await recipients(unit, await chosen(unit, "grade", [6]), 0))[0].person_id
        sibling = (await unit.session.scalars(pupils_of("9A1"))).first()
        unit.session.add(Guardianship(person_id=first, pupil_id=sibling, relation="guardian"))
        school = await recipients(unit, await chosen(unit, "school"), unit.who.person_id)
        assert max(Counter(one.person_id for one in school).values()) == 1
        assert len(school) > 600
        (both,) = [one for one in school if one.person_id == first]
        assert [about[1] for about in both.about] == ["6A1", "9A1"]
        grade = await recipients(unit, await chosen(unit, "grade", [7]), unit.who.person_id)
        assert {one.person_id for one in grade} < {one.person_id for one in school}
        staff = await recipients(unit, await chosen(unit, "staff"), unit.who.person_id)
        assert len(staff) == 30
        assert unit.who.person_id not in {one.person_id for one in staff}

    await desk.at(PRINCIPAL, work)


async def test_a_barred_guardian_is_left_out(desk: Any) -> None:
    async def before(unit: Unit) -> tuple[int, int]:
        audience = await chosen(unit, "class", [await class_id(unit, "7A1")])
        found = await recipients(unit, audience, 0)
        tie = (
            await unit.session.execute(
                select(Guardianship.person_id, Guardianship.pupil_id)
                .join(Enrolment, Enrolment.pupil_id == Guardianship.pupil_id)
                .where(Guardianship.person_id == found[0].person_id)
            )
        ).first()
        await bar(unit, tie[0], tie[1])
        after = await recipients(unit, audience, 0)
        assert found[0].person_id not in {one.person_id for one in after}
        return len(found), len(after)

    many, fewer = await desk.at(PRINCIPAL, before)
    assert fewer == many - 1


@pytest.mark.parametrize(
    ("code", "kind", "subject", "why"),
    [
        (KHOA, "class", "routine", ()),
        (KHOA, "class", "other", ()),
        (KHOA, "class", "money", (Why.MONEY,)),
        (KHOA, "class", "trip", (Why.TRIP,)),
        (KHOA, "grade", "money", (Why.MONEY, Why.GRADE)),
        (KHOA, "school", "routine", (Why.SCHOOL,)),
        (HAN, "class", "routine", (Why.OTHER_CLASS,)),
        (VICE, "staff", "routine", (Why.STAFF,)),
        (VICE, "class", "routine", (Why.OTHER_CLASS,)),
        (PRINCIPAL, "school", "money", ()),
    ],
)
async def test_what_needs_approval(
    desk: Any, code: str, kind: str, subject: str, why: tuple[Why, ...]
) -> None:
    async def work(unit: Unit) -> tuple[Why, ...]:
        ids = [await class_id(unit, "7A1")] if kind == "class" else [7]
        return await why_approval(unit, unit.who, await chosen(unit, kind, ids), subject)

    assert await desk.at(code, work) == why


async def test_the_school_sets_what_needs_approval_but_never_lets_money_pass(desk: Any) -> None:
    async def loosen(unit: Unit) -> None:
        await set_rules(unit, ApprovalRules(frozenset(), frozenset()))

    with pytest.raises(NotAllowed):
        await desk.at(KHOA, loosen)
    await desk.at(PRINCIPAL, loosen)

    async def ask(unit: Unit) -> list[tuple[Why, ...]]:
        grade = await chosen(unit, AudienceKind.GRADE, [7])
        return [await why_approval(unit, unit.who, grade, s) for s in ("trip", "money")]

    assert await desk.at(KHOA, ask) == [(), (Why.MONEY,)]


async def test_who_may_write_to_whom(desk: Any) -> None:
    for code, kind in (("CB018", "school"), ("CB018", "staff"), ("CB003", "school")):

        async def work(unit: Unit, kind: str = kind) -> None:
            await chosen(unit, kind)

        with pytest.raises(NotAllowed):
            await desk.at(code, work)


async def test_a_whole_school_is_promised_quickly_and_once(desk: Any) -> None:
    guardians = await desk.every_guardian()
    await desk.link(*guardians)

    async def work(unit: Unit) -> Notice:
        preview = await notice_writing.draft(unit, await chosen(unit, "school"), "x" * 3500)
        begun = time.perf_counter()
        done = await notice_writing.submit(unit, preview.notice.id, 0)
        assert time.perf_counter() - begun < 3
        assert done.sent is not None
        assert done.sent.people == preview.people
        return done.notice

    notice = await desk.at(PRINCIPAL, work)
    rows = await desk.rows()
    assert len(rows) == len({row.person_id for row in rows}) == len(guardians)
    assert {row.owner for row in rows} == {f"notice:{notice.id}"}


async def test_a_notice_is_sent_once_only(desk: Any) -> None:
    notice = await desk.at(KHOA, sent)

    async def again(unit: Unit) -> None:
        await send_notice(unit, notice.id)

    with pytest.raises(AlreadyDecided):
        await desk.at(KHOA, again)


async def test_sending_asks_for_the_right_itself(desk: Any) -> None:
    async def money(unit: Unit) -> Notice:
        return await written(unit, "nộp 50k")

    notice = await desk.at(KHOA, money)

    async def send(unit: Unit) -> None:
        await send_notice(unit, notice.id)

    for code in (KHOA, HAN, VICE, PRINCIPAL):
        with pytest.raises(NotAllowed):
            await desk.at(code, send)
    assert not await desk.rows()

    async def ask(unit: Unit) -> None:
        await notice_writing.submit(unit, notice.id, notice.revision)

    await desk.at(KHOA, ask)
    for code in (KHOA, PRINCIPAL):  # waiting is not yet approved
        with pytest.raises(NotAllowed):
            await desk.at(code, send)
    assert not await desk.rows()


async def test_a_changed_text_makes_older_buttons_old(desk: Any) -> None:
    notice = await desk.at(KHOA, written)

    async def change(unit: Unit) -> None:
        await notice_writing.rewrite(unit, notice.id, "mai nghỉ, nộp 50k")

    await desk.at(KHOA, change)

    async def send(unit: Unit) -> None:
        await notice_writing.submit(unit, notice.id, 0)

    async def label(unit: Unit) -> None:
        await notice_writing.say_subject(unit, notice.id, 0, "routine")

    for work in (send, label):
        with pytest.raises(Outdated):
            await desk.at(KHOA, work)
    assert (await current(desk, notice.id)).subject == "money"


async def test_progress_grows_at_most_every_two_seconds(desk: Any) -> None:
    await desk.link(*await desk.every_guardian())
    notice = await desk.at(KHOA, sent)
    rows = await desk.rows()

    async def follow() -> int:
        before = len(await desk.rows("notice-progress"))
        await desk.at(None, notice_progress.follow)
        return len(await desk.rows("notice-progress")) - before

    await desk.deliver(*rows[:5])
    desk.later(1)
    assert await follow() == 0
    desk.later(1)
    assert await follow() == 1
    desk.later(5)
    assert await follow() == 0  # nothing has changed
    await desk.deliver(rows[5], status="failed", reason="blocked")
    await desk.deliver(rows[6], status="uncertain", reason="connection-lost")
    await desk.deliver(*rows[7:])
    assert await follow() == 1  # the end is shown at once
    last = (await desk.rows("notice-progress"))[-1].params or {}
    assert last["figures"] | {"unlinked": 0} == {
        "delivered": len(rows) - 2,
        "waiting": 0,
        "failed": 1,
        "uncertain": 1,
        "unlinked": 0,
        "cancelled": 0,
    }
    assert {one["reason"] for one in last["missed"]} == {"blocked", "uncertain"}
    assert (await current(desk, notice.id)).status == "done"
    assert await follow() == 0


async def test_taking_back_reaches_also_what_was_on_its_way(desk: Any) -> None:
    await desk.link(*await desk.every_guardian())
    notice = await desk.at(KHOA, sent)
    rows = await desk.rows()
    await desk.deliver(*rows[:3])

    await desk.database.run(lambda session: claim(session, [rows[3].id, rows[4].id]))

    async def back(unit: Unit) -> notice_withdrawal.Withdrawn:
        return await notice_withdrawal.withdraw(unit, notice.id)

    done = await desk.at(KHOA, back)
    assert (done.stopped, done.corrected) == (len(rows) - 5, 3)
    with pytest.raises(AlreadyDecided):
        await desk.at(KHOA, back)
    assert (await current(desk, notice.id)).status == "withdrawing"
    await desk.deliver(rows[3])
    desk.later(3)
    await desk.at(None, notice_progress.follow)
    await desk.deliver(rows[4], status="failed", reason="blocked")
    desk.later(3)
    await desk.at(None, notice_progress.follow)
    await desk.at(None, notice_progress.follow)
    told = [row.person_id for row in await desk.rows("notice-withdrawn")]
    assert sorted(told) == sorted(row.person_id for row in rows[:4])
    assert (await current(desk, notice.id)).status == "cancelled"


async def test_what_ended_without_the_deliverers_word_is_reported(desk: Any) -> None:
    await desk.link(*await desk.every_guardian())
    notice = await desk.at(KHOA, sent)
    rows = await desk.rows()
    await desk.deliver(*rows[1:])

    async def lose(unit: Unit) -> None:
        row = await unit.session.get_one(OutboxRow, rows[0].id)
        row.status, row.error = "uncertain", "crash"

    await desk.at(None, lose)
    desk.later(3)
    await desk.at(None, notice_progress.follow)
    last = (await desk.rows("notice-progress"))[-1].params or {}
    assert (last["figures"]["uncertain"], last["figures"]["waiting"]) == (1, 0)
    assert (await current(desk, notice.id)).status == "done"


async def test_a_guardian_barred_meanwhile_does_not_hold_the_notice_up(desk: Any) -> None:
    await desk.link(*await desk.every_guardian())
    notice = await desk.at(KHOA, sent)
    rows = await desk.rows()

    async def shut_out(unit: Unit) -> None:
        pupil = await unit.session.scalar(
            select(Guardianship.pupil_id).where(Guardianship.person_id == rows[0].person_id)
        )
        await bar(unit, rows[0].person_id, pupil)

    await desk.at(PRINCIPAL, shut_out)
    await desk.deliver(*rows[1:])
    desk.later(3)
    await desk.at(None, notice_progress.follow)
    assert (await current(desk, notice.id)).status == "done"


async def test_only_author_and_principal_take_back(desk: Any) -> None:
    notice = await desk.at(KHOA, sent)

    async def back(unit: Unit) -> None:
        await notice_withdrawal.withdraw(unit, notice.id)

    for code in (HAN, VICE):
        with pytest.raises(NotAllowed):
            await desk.at(code, back)
    await desk.at(PRINCIPAL, back)


async def test_all_of_it_is_in_the_audit_chain(desk: Any) -> None:
    notice = await desk.at(KHOA, sent)

    async def back(unit: Unit) -> None:
        await notice_withdrawal.withdraw(unit, notice.id)

    await desk.at(KHOA, back)

    async def look(unit: Unit) -> tuple[set[str], str | None]:
        events = await unit.session.scalars(
            select(AuditEvent.action).where(AuditEvent.subject == f"notice:{notice.id}")
        )
        return set(events), (await audit.verify(unit.session)).fault

    actions, fault = await desk.at(None, look)
    assert actions == {"notice.drafted", "notice.sent", "notice.withdrawn"}
    assert fault is None
