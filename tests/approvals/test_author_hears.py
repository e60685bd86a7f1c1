"""The message in which an author asked for approval ends with the answer, on the same message."""

import pytest
from sqlalchemy import select

from services import notice_withdrawal
from services.approvals import Decision
from services.notice_writing import keep_preview
from services.unit import Unit
from storage import notices
from storage.tables import OutboxRow
from tests.approvals.conftest import MONEY, Desk


async def shown(desk: Desk, notice_id: int) -> int:
    """A message on the author's phone, in place of "saved and sent for approval"."""

    async def work(unit: Unit) -> int:
        id = await unit.notify(unit.who.person_id, "delegation-ended", {"number": 1})
        notice = await notices.get(unit.session, notice_id)
        assert notice is not None
        assert id is not None
        await keep_preview(unit, notice, id)
        return id

    return await desk.world.at("khoa", work)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision.APPROVE, "Đã được duyệt"),
        (Decision.REJECT, "Chưa được duyệt"),
        (Decision.CHANGES, "Được nhờ sửa"),
    ],
)
async def test_a_decision_closes_the_question(desk: Desk, decision: Decision, words: str) -> None:
    notice, asked = await desk.ask()
    row = await shown(desk, notice)
    await desk.decide("quang", asked, decision, "Xem lại số tiền")
    face = desk.world.last("khoa", "delegation-ended")
    assert words in face.text
    assert MONEY in face.text
    assert not face.buttons
    assert row in await edited(desk)


async def test_taken_back_by_the_principal_the_author_is_told_by_whom(desk: Desk) -> None:
    notice, _ = await desk.ask()
    await shown(desk, notice)
    await desk.world.at("quang", lambda unit: notice_withdrawal.withdraw(unit, notice))
    await desk.world.deliver()
    assert "Đã rút lại" in desk.world.last("khoa", "delegation-ended").text
    told = desk.world.last("khoa", "approval-result")
    assert "Thầy Phạm Văn Quang đã thu hồi thông báo này" in told.text
    assert not told.buttons


async def edited(desk: Desk) -> set[int]:
    """The rows whose message was changed."""

    async def work(unit: Unit) -> set[int]:
        found = await unit.session.scalars(select(OutboxRow.edits))
        return {id for id in found if id is not None}

    return await desk.world.at(None, work)
