"""While a recorded delegation lasts, the vice principal's phone shows what waits, too."""

import asyncio

from tests.stories.test_approval_cards import MONEY, PRINCIPAL, TEACHER, VICE, asked, button_data
from tests.support.phone import Phone
from tests.support.stage import Stage


async def delegate(stage: Stage, principal: Phone, span: str = "3 ngày") -> None:
    """The principal lets the vice principal decide everything for a while."""
    name = (await stage.staff(VICE)).name
    await principal.say("/uyquyen")
    await principal.read("không ủy quyền cho ai")
    await principal.choose("Ủy quyền mới")
    await principal.choose(name)
    await principal.choose("Tiếp tục")
    await principal.choose(span)
    await principal.read("Đã lưu ủy quyền số 1")


async def test_given_used_and_taken_back(stage: Stage) -> None:
    principal, vice = await stage.staff(PRINCIPAL), await stage.staff(VICE)
    teacher = await stage.staff(TEACHER)
    await delegate(stage, principal)
    told = await vice.read("ủy quyền cho thầy/cô duyệt thay")
    assert "đến hết ngày 02/12/2026" in told.text
    await asked(stage)
    card = await principal.read("Xin duyệt")
    await vice.read("Xin duyệt")
    await vice.choose("Duyệt")
    for phone in (principal, vice) if vice.changes else (principal,):
        closed = await phone.read("Đã duyệt bởi")
        assert vice.name in closed.text
        assert not closed.buttons
    late = await principal.press_again(card, "Duyệt")
    assert late is not None
    assert vice.name in late
    assert vice.name in (await teacher.read("đã duyệt lúc")).text
    await principal.choose("Thu hồi số 1")
    await principal.read("Đã thu hồi ủy quyền")
    await vice.read("Ủy quyền duyệt số 1 của thầy/cô đã kết thúc")
    await vice.forget()
    await asked(stage)
    await principal.read("Xin duyệt")
    await vice.hears_nothing(0.5)


async def test_both_tap_at_once(stage: Stage) -> None:
    principal, vice = await stage.staff(PRINCIPAL), await stage.staff(VICE)
    teacher = await stage.staff(TEACHER)
    mother = await stage.guardian("7A1", 15, "mother")
    await delegate(stage, principal)
    await asked(stage)
    cards = []
    for phone in (principal, vice):
        await phone.read("Xin duyệt")
        cards.append(await button_data(stage, phone, "Duyệt"))
    said = await asyncio.gather(
        *(phone.tap_raw(*card) for phone, card in zip((principal, vice), cards, strict=True))
    )
    assert sorted(one == "Đã duyệt." for one in said if one) == [False, True]
    assert sum("đã duyệt lúc" in one for one in said if one) == 1
    await teacher.read("đã duyệt lúc")
    await mother.read(MONEY)
    await mother.hears_nothing(0.5)
    assert sum("đã duyệt lúc" in m.text for m in await teacher.messages()) == 1


async def test_taken_back_between_card_and_tap(stage: Stage) -> None:
    principal, vice = await stage.staff(PRINCIPAL), await stage.staff(VICE)
    mother = await stage.guardian("7A1", 15, "mother")
    await delegate(stage, principal)
    await asked(stage)
    card = await vice.read("Xin duyệt")
    await principal.choose("Thu hồi số 1")
    assert not (await vice.read("không còn chờ ở đây")).buttons
    await vice.read("Ủy quyền duyệt số 1 của thầy/cô đã kết thúc")
    told = await vice.press_again(card, "Duyệt")
    assert told is not None
    assert "Ủy quyền cho việc này đã kết thúc" in told
    await mother.hears_nothing(0.5)


async def test_only_some_kinds_until_a_typed_day(stage: Stage) -> None:
    principal, vice = await stage.staff(PRINCIPAL), await stage.staff(VICE)
    await principal.say("/uyquyen")
    await principal.choose("Ủy quyền mới")
    await principal.choose(vice.name)
    await principal.read("duyệt những việc nào")
    await principal.choose("☑️ thu, nộp tiền")
    await principal.read("duyệt những việc nào")
    await principal.choose("Tiếp tục")
    await principal.read("Đến hết ngày nào?")
    await principal.say("hôm nào đó")
    await principal.read("Chưa rõ ngày nào")
    await principal.say("1/1/2026")
    await principal.read("Ngày ấy đã qua")
    await principal.say("31/12/2026")
    saved = await principal.read("Đã lưu ủy quyền số 1")
    assert "thu, nộp tiền" not in saved.text
    await asked(stage, MONEY)
    await principal.read("Xin duyệt: thu, nộp tiền")
    assert "31/12/2026" in (await vice.read("duyệt thay")).text
    await vice.hears_nothing(0.5)


async def test_nobody_else_delegates(stage: Stage) -> None:
    vice, mother = await stage.staff(VICE), await stage.guardian("7A1", 15, "mother")
    for phone in (vice, mother):
        await phone.say("/uyquyen")
        await phone.read("không thuộc quyền")
        shown = (await phone.messages())[-1]
        told = await phone.tap_raw(shown.id, "dlg:2:15:7")
        assert told is not None
        assert "không thuộc quyền" in told
