"""The page fits a small screen, both kinds of light and both languages."""

import pytest
from playwright.async_api import Page, expect

from tests.phones.bot import BotByHand
from tests.phones.conftest import OpenPage
from tests.support.sandbox import Phones

pytestmark = pytest.mark.asyncio(loop_scope="session")

WIDTH = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


async def test_at_360_pixels_one_thing_shows_at_a_time_and_nothing_sticks_out(
    open_page: OpenPage, school: Phones, bot: BotByHand, lan: int
) -> None:
    await school.person("Trần Văn Hùng", pinned=True)
    await bot.say(lan, "Đường dẫn rất dài https://example.org/" + "a" * 300, [("Nút" * 9, "1")] * 2)
    page = await open_page(360, 740)
    row = page.locator(f"#row-{lan}")
    await expect(page.locator(".phone:visible")).to_have_count(0)
    assert await page.evaluate(WIDTH) == [360, 360]
    await row.click()
    await expect(page.locator(".phone:visible")).to_have_count(1)
    phone = page.get_by_role("region", name="Điện thoại của Nguyễn Thị Lan")
    await expect(phone.locator(".message.bot")).to_be_visible()
    assert await page.evaluate(WIDTH) == [360, 360]
    for element in await phone.locator("button:visible, textarea:visible, .bubble").all():
        box = await element.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    await phone.get_by_role("button", name="Về danh sách").click()
    await expect(row).to_be_visible()
    await row.click()
    await page.go_back()
    await expect(row).to_be_visible()
    await expect(phone).to_be_hidden()


async def test_dark_follows_the_system_until_somebody_chooses_and_is_remembered(
    open_page: OpenPage, lan: int
) -> None:
    page = await open_page(scheme="dark")
    assert await _lightness(page) < 60
    await page.get_by_role("button", name="Nền tối").click()
    assert await _lightness(page) > 200
    await page.reload()
    assert await _lightness(page) > 200
    await page.emulate_media(color_scheme="light")
    await page.get_by_role("button", name="Nền tối").click()
    assert await _lightness(page) < 60


async def _lightness(page: Page) -> float:
    colour = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = [float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    return sum(parts) / 3


async def test_the_switch_to_english_keeps_a_draft_and_is_remembered(page: Page) -> None:
    field = page.get_by_role("textbox", name="Nguyễn Thị Lan")
    await field.fill("chưa gửi")
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("heading", name="The school's phones")).to_be_visible()
    await expect(page.get_by_text("Homeroom teacher · 7A1").first).to_be_visible()
    await expect(field).to_have_value("chưa gửi")
    await expect(page.locator("#clock")).to_contain_text("Monday, 23/11/2026")
    await page.reload()
    await expect(page.get_by_role("heading", name="The school's phones")).to_be_visible()


async def test_both_dictionaries_say_the_same_things(page: Page) -> None:
    keys = await page.evaluate(
        "import('/static/texts.js').then((m) => [Object.keys(m.TEXTS.vi), Object.keys(m.TEXTS.en)])"
    )
    assert sorted(keys[0]) == sorted(keys[1])


async def test_texts_stand_out_from_what_is_behind_them_in_both_lights(
    page: Page, bot: BotByHand, lan: int
) -> None:
    styles = ("primary", "success", "danger")
    row = [{"text": s, "callback_data": s, "style": s} for s in styles]
    await bot.say(lan, "Chọn đi ạ", [*row, ("thường", "plain")])
    await page.get_by_role("button", name="thường").wait_for()
    for _ in range(2):
        weak = await page.evaluate(CONTRASTS)
        assert weak == []
        await page.get_by_role("button", name="Nền tối").click()


# WCAG's contrast of every visible text against the nearest opaque background below it.
CONTRASTS = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => {
    const linear = (v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = rgb.map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const says = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!says || !element.checkVisibility() || element.closest(".skip, noscript")) continue;
    let behind = element;
    let ground = [0, 0, 0, 0];
    while (behind && (ground[3] ?? 1) < 1) {
      ground = numbers(getComputedStyle(behind).backgroundColor);
      behind = behind.parentElement;
    }
    const ink = numbers(getComputedStyle(element).color);
    const [a, b] = [light(ink.slice(0, 3)), light(ground.slice(0, 3))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const what = `${element.className} ${element.textContent.slice(0, 30)}`;
    if (ratio < 4.5) weak.push(`${what} ${ratio.toFixed(2)}`);
  }
  return weak;
}"""
