"""Everybody of the school can be found, and nobody's news is overlooked."""

import pytest
from playwright.async_api import Page, expect

from tests.phones.bot import BotByHand
from tests.phones.conftest import OpenPage
from tests.support.sandbox import Phones

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_message_on_a_closed_phone_is_marked_unread_until_it_is_opened(
    page: Page, school: Phones, bot: BotByHand, hoa: int
) -> None:
    await bot.say(hoa, "Kính gửi phụ huynh em Đức")
    await bot.say(hoa, "Ngày mai họp phụ huynh")
    row = page.locator(f"#row-{hoa}")
    await expect(row.locator(".badge")).to_have_text("2")
    await expect(row).to_contain_text("Ngày mai họp phụ huynh")
    await expect(page.locator("#people [role=option]").first).to_have_id(f"row-{hoa}")
    await expect(page).to_have_title("(2) Điện thoại của trường")
    await row.click()
    phone = page.get_by_role("region", name="Điện thoại của Phạm Thị Hoa")
    await expect(phone.locator(".unread-line")).to_be_visible()
    await expect(row.locator(".badge")).to_have_count(0)
    assert (await school.get(f"people/{hoa}"))["unread"] == 0


async def test_search_minds_neither_case_nor_diacritics_nor_where_the_word_stands(
    page: Page, hoa: int
) -> None:
    search = page.get_by_role("combobox")
    for query in ("hoa pham", "ĐỨC 7a1", "phu huynh", "me em duc"):
        await search.fill(query)
        await expect(page.locator("#people [role=option]")).to_have_count(1)
    await search.fill("không có ai")
    await expect(page.get_by_text("Không tìm thấy ai.")).to_be_visible()
    await search.fill("hoa")
    await search.press("Enter")
    await expect(page.get_by_role("region", name="Điện thoại của Phạm Thị Hoa")).to_be_visible()


async def test_everything_can_be_done_from_the_keyboard(
    page: Page, bot: BotByHand, lan: int, hoa: int
) -> None:
    await page.keyboard.press("Control+k")
    await expect(page.get_by_role("combobox")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    for _ in range(3):
        await page.keyboard.press("Tab")
    rows = page.get_by_role("listbox", name="Danh sách điện thoại")
    await expect(rows).to_be_focused()
    await page.keyboard.press("End")
    await page.keyboard.press("Home")
    first = await rows.get_attribute("aria-activedescendant")
    await page.keyboard.press("ArrowDown")
    second = await rows.get_attribute("aria-activedescendant")
    assert {first, second} == {f"row-{lan}", f"row-{hoa}"}
    if second == f"row-{lan}":
        await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    field = page.get_by_label("Viết tin nhắn trên điện thoại của Phạm Thị Hoa")
    await expect(field).to_be_focused()
    await page.keyboard.type("Em Đức xin nghỉ")
    await page.keyboard.press("Enter")
    await bot.hears_text("Em Đức xin nghỉ")
    await bot.say(hoa, "Cô đã nhận", [("Cảm ơn", "thanks")])
    await page.get_by_role("button", name="Cảm ơn").wait_for()
    for _ in range(2):  # back over the "/" button to the newest message's button
        await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Cảm ơn")).to_be_focused()
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    assert await page.evaluate(ring) == "solid"
    await page.keyboard.press("Enter")
    assert (await bot.hears("callback_query"))["data"] == "thanks"
    await page.keyboard.press("Alt+ArrowDown")
    await expect(
        page.get_by_label("Viết tin nhắn trên điện thoại của Nguyễn Thị Lan")
    ).to_be_focused()


async def test_a_thousand_people_stay_a_short_page(
    open_page: OpenPage, school: Phones, bot: BotByHand
) -> None:
    crowd = [{"name": f"Phụ huynh {n:04}", "role": "guardian"} for n in range(1000)]
    made = await school.post("people/batch", crowd)
    page = await open_page()
    await expect(page.get_by_text("1000 người")).to_be_visible()
    rows = page.locator("#people [role=option]")
    assert await rows.count() < 60
    await page.get_by_role("listbox", name="Danh sách điện thoại").focus()
    await page.keyboard.press("End")
    last = page.locator(f"#row-{made[-1]['id']}")
    await expect(last).to_be_in_viewport()
    await expect(last).to_have_attribute("aria-posinset", "1000")
    assert await rows.count() < 60


async def test_a_person_added_elsewhere_or_here_is_in_the_list_at_once(
    page: Page, school: Phones
) -> None:
    await school.person("Hoàng Văn Nam")
    await expect(page.get_by_role("option", name="Hoàng Văn Nam")).to_be_visible()
    await page.get_by_role("button", name="Thêm người").click()
    await page.get_by_label("Họ và tên").fill("Vũ Thị Mai")
    await page.keyboard.press("Enter")
    phone = page.get_by_role("region", name="Điện thoại của Vũ Thị Mai")
    await expect(phone.get_by_role("button", name="Bắt đầu")).to_be_focused()
    await phone.get_by_role("button", name="Đóng điện thoại").click()
    await expect(phone).to_have_count(0)
