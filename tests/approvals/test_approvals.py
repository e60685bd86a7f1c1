"""A question to the principal is asked on every phone that may decide, and decided once."""

import html

import pytest

from services import approvals
from services.approvals import Decision
from services.errors import AlreadyDecided, Invalid, NotAllowed, NotFound, Outdated
from tests.approvals.conftest import MONEY, Desk

APPROVE, REJECT, CHANGES = Decision.APPROVE, Decision.REJECT, Decision.CHANGES


def units(text: str) -> int:
    """Length as messengers count it."""
    return len(text.encode("utf-16-le")) // 2


async def test_the_principals_phone_shows_what_who_and_why(desk: Desk):
    notice, asked = await desk.ask()
    assert asked.deciders == 1
    assert await desk.status(notice) == "pending"
    card = desk.world.last("quang", "approval-card")
    assert MONEY in card.text
    assert "Thầy Trần Anh Khoa, giáo viên chủ nhiệm 7A1" in card.text
    assert "7A1" in card.text
    assert list(card.buttons) == ["Duyệt", "Từ chối", "Yêu cầu sửa"]
    assert not desk.world.got("hien")
    assert not desk.world.got("thuy")


async def test_approved_it_is_sent_and_the_card_says_by_whom_and_when(desk: Desk):
    notice, asked = await desk.ask()
    decided = await desk.decide("quang", asked, APPROVE)
    assert decided.sent is not None
    assert await desk.status(notice) == "sending"
    card = desk.world.last("quang")
    assert "Đã duyệt bởi thầy Phạm Văn Quang lúc 07:40 30/11/2026" in card.text
    assert not card.buttons
    assert "đã duyệt" in desk.world.last("khoa", "approval-result").text
    assert MONEY in desk.world.last("thuy").text
    assert [a for a in await desk.recorded() if a.startswith("approval.")] == [
        "approval.asked",
        "approval.approved",
    ]


@pytest.mark.parametrize("decision", [REJECT, CHANGES])
async def test_returned_it_tells_the_author_why_and_no_family(desk: Desk, decision: Decision):
    notice, asked = await desk.ask()
    await desk.decide("quang", asked, decision, "Số tiền  chưa đúng\n")
    assert await desk.status(notice) == decision
    answer = desk.world.last("khoa", "approval-result")
    assert "Lí do: Số tiền chưa đúng" in answer.text
    assert list(answer.buttons) == ["Sửa và gửi lại", "Bỏ"]
    assert "Lí do: Số tiền chưa đúng" in desk.world.last("quang").text
    assert not desk.world.got("thuy")


@pytest.mark.parametrize("reason", [None, "", " \n\t", "x" * 501])
async def test_nothing_is_returned_without_a_fitting_reason(desk: Desk, reason: str | None):
    notice, asked = await desk.ask()
    with pytest.raises(Invalid):
        await desk.decide("quang", asked, REJECT, reason)
    assert await desk.status(notice) == "pending"
    assert desk.world.last("quang").buttons


@pytest.mark.parametrize("second", [APPROVE, REJECT, CHANGES])
@pytest.mark.parametrize("first", [APPROVE, REJECT, CHANGES])
async def test_of_two_who_decide_the_second_is_told_by_whom(
    desk: Desk, first: Decision, second: Decision
):
    await desk.promote("hien")
    notice, asked = await desk.ask()
    assert asked.deciders == 2
    await desk.decide("hien", asked, first, "chưa rõ")
    status = await desk.status(notice)
    for late in ("quang", "hien"):
        with pytest.raises(AlreadyDecided) as told:
            await desk.decide(late, asked, second, "khác")
        assert told.value.params["name"] == "Lê Thị Hiền"
        assert told.value.params["when"] == "07:40 30/11/2026"
    assert await desk.status(notice) == status
    assert (await desk.approval(asked.approval_id)).status == first
    for one in ("quang", "hien"):
        assert "Lê Thị Hiền" in desk.world.last(one).text
        assert not desk.world.last(one).buttons
    assert len(desk.world.got("khoa", "approval-result")) == 1


async def test_a_decision_is_for_those_who_may(desk: Desk):
    _, asked = await desk.ask()
    for who in ("khoa", "oanh", "hien", "thuy"):
        with pytest.raises(NotAllowed):
            await desk.decide(who, asked, APPROVE)
    assert (await desk.approval(asked.approval_id)).status == "pending"


async def test_a_forged_number_tells_nothing_but_to_a_principal(desk: Desk):
    _, asked = await desk.ask()
    forged = approvals.AskedApproval(asked.approval_id + 99, 0)
    with pytest.raises(NotAllowed):
        await desk.decide("oanh", forged, APPROVE)
    with pytest.raises(NotFound):
        await desk.decide("quang", forged, APPROVE)


async def test_only_the_author_asks_and_only_once(desk: Desk):
    notice, _ = await desk.ask()
    from storage import notices

    async def again(unit):
        return await approvals.ask_approval(unit, await notices.get(unit.session, notice))

    with pytest.raises(Outdated):
        await desk.world.at("khoa", again)
    with pytest.raises(NotAllowed):
        await desk.world.at("oanh", again)
    with pytest.raises(NotAllowed):
        await desk.world.at("thuy", again)


async def test_withdrawn_the_cards_close_and_a_late_tap_is_told(desk: Desk):
    notice, asked = await desk.ask()
    assert await desk.withdraw("khoa", notice)
    await desk.world.deliver()
    card = desk.world.last("quang")
    assert "rút lại" in card.text
    assert not card.buttons
    with pytest.raises(AlreadyDecided) as told:
        await desk.decide("quang", asked, APPROVE)
    assert told.value.key == "approval-late-withdrawn"
    assert not await desk.withdraw("khoa", notice)


async def test_a_card_that_has_not_left_is_not_sent_once_it_is_withdrawn(desk: Desk):
    world = desk.world

    async def nothing() -> None:
        return None

    really, world.deliver = world.deliver, nothing  # type: ignore[method-assign] # held back
    notice, _ = await desk.ask()
    await desk.withdraw("khoa", notice)
    await really()
    assert not world.got("quang")


async def test_asked_again_it_is_a_new_question(desk: Desk):
    from storage import notices

    notice, asked = await desk.ask()
    await desk.decide("quang", asked, CHANGES, "ghi rõ ngày")

    async def again(unit):
        row = await notices.get(unit.session, notice)
        row.text = MONEY + " Ngày 4/12."
        return await approvals.ask_approval(unit, row)

    second = await desk.world.at("khoa", again)
    await desk.world.deliver()
    assert second.approval_id != asked.approval_id
    assert "Ngày 4/12." in desk.world.last("quang", "approval-card").text
    with pytest.raises(AlreadyDecided):
        await desk.decide("quang", asked, APPROVE)
    await desk.decide("quang", second, APPROVE)
    assert "Ngày 4/12." in desk.world.last("thuy").text


async def test_a_principals_card_comes_again_when_asked_for(desk: Desk):
    _, asked = await desk.ask()
    assert await desk.world.at("quang", approvals.send_waiting) == 1
    assert await desk.world.at("oanh", approvals.send_waiting) == 0
    await desk.world.deliver()
    assert len(desk.world.got("quang", "approval-card")) == 2
    await desk.decide("quang", asked, APPROVE)
    assert not any(m.buttons for m in desk.world.got("quang"))


async def test_the_longest_notice_fits_the_card(desk: Desk):
    text = "Nộp quỹ & học phí <b> 🎒" * 145
    assert units(text) <= 3500
    _, asked = await desk.ask(text=text)
    card = desk.world.last("quang", "approval-card")
    assert text in html.unescape(card.text)
    assert units(html.unescape(card.text)) < 4096
    await desk.decide("quang", asked, REJECT, "🎒&" * 250)
    for shown in (desk.world.last("quang"), desk.world.last("khoa")):
        assert "🎒&" * 250 in html.unescape(shown.text)
        assert units(html.unescape(shown.text)) < 4096
