"""When the sandbox goes away and comes back, the page catches up by itself."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.phones.bot import BotByHand
from tests.support.ports import free_port
from tests.support.sandbox import Phones, sandbox_server

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_what_happened_while_the_line_was_down_is_shown_afterwards(
    browser: Browser, tmp_path: Path
) -> None:
    async with (
        sandbox_server(tmp_path, free_port()) as url,
        Phones(url) as school,
        BotByHand(url) as bot,
    ):
        lan = await school.person("Nguyễn Thị Lan", pinned=True)
        await school.do(lan, "start")
        first = await bot.say(lan, "Trước khi mất điện")
        page = await browser.new_page()
        await page.goto(url)
        await expect(page.locator(".message.bot")).to_have_count(1)
    await expect(page.get_by_text("Mất kết nối, đang nối lại…")).to_be_visible()
    field = page.get_by_role("textbox", name="Nguyễn Thị Lan")
    await field.fill("gửi lúc mất mạng")
    await field.press("Enter")
    await expect(page.locator(".toast.error")).to_contain_text("Không liên lạc được")
    await expect(field).to_have_value("gửi lúc mất mạng")
    port = int(url.rsplit(":", 1)[1])
    async with sandbox_server(tmp_path, port), BotByHand(url) as bot:
        await bot.call("editMessageText", chat_id=lan, message_id=first, text="Đã sửa")
        await bot.say(lan, "Có điện lại rồi")
        await expect(page.locator(".message.bot .text")).to_contain_text(
            ["Đã sửa", "Có điện lại rồi"]
        )
        await expect(page.get_by_text("Mất kết nối, đang nối lại…")).to_be_hidden()
        await page.close()
