"""Whatever people and bots write is shown, and nothing of it is ever run."""

import pytest
from playwright.async_api import Page, expect

from tests.phones.bot import BotByHand
from tests.phones.conftest import OpenPage
from tests.support.sandbox import Phones

pytestmark = pytest.mark.asyncio(loop_scope="session")

TRAP = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"


async def test_markup_in_names_texts_buttons_and_file_names_shows_as_text(
    open_page: OpenPage, school: Phones, bot: BotByHand
) -> None:
    person = await school.person(f"An {TRAP}", role=TRAP, label=TRAP, pinned=True)
    await school.do(person, "text", text=f"tôi {TRAP}")
    await bot.say(person, f"bot {TRAP}", [(TRAP[:40], "1")])
    await bot.send_file("sendDocument", "document", person, "<b>x</b>.pdf", b"%PDF-1.4")
    await bot.say(person, "phím", reply_markup={"keyboard": [[{"text": TRAP[:40]}]]})
    page = await open_page()
    await expect(page.locator(".message")).to_have_count(4)
    await expect(page.locator(".message.me .text")).to_contain_text(f"tôi {TRAP}")
    await expect(page.locator(".message.bot .text").first).to_contain_text(f"bot {TRAP}")
    await expect(page.locator(".owner-name")).to_have_text(f"An {TRAP}")
    await expect(page.locator(".file-name")).to_have_text("<b>x</b>.pdf")
    await page.get_by_role("button", name=TRAP[:40]).first.click()
    await expect(page.locator("img[src=x], .columns script")).to_have_count(0)
    assert "hacked" not in await page.title()


SANITIZED = {
    "<b>Đậm</b> và <i>nghiêng</i>": "<b>Đậm</b> và <i>nghiêng</i>",
    "<script>alert(1)</script>sau": "sau",
    "<img src=x onerror=alert(1)>": "",
    '<img src="https://example.org/spy.png">': "",
    '<img src="/control/media/../people" onload="x">': "",
    '<a href="javascript:alert(1)">bấm</a>': "bấm",
    '<a href=" JaVaScRiPt:alert(1)">bấm</a>': "bấm",
    '<a href="data:text/html,x">bấm</a>': "bấm",
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>': "",
    "<math><mtext><script>alert(1)</script></mtext></math>": "",
    '<b onclick="alert(1)" style="position:fixed" id="desk" class="phone">x</b>': "<b>x</b>",
    "<custom-tag>chữ</custom-tag>": "chữ",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>': "",
    "<form action=/x><input name=y></form>": "",
    '<td colspan="2">lẻ</td>': "lẻ",
    "<p>chưa đóng": "<p>chưa đóng</p>",
    "a < b & c": "a &lt; b &amp; c",
}


async def test_the_door_for_the_bots_html_lets_through_only_what_is_listed(page: Page) -> None:
    clean = await page.evaluate(
        """async (sources) => {
          const { sanitize } = await import("/static/sanitize.js");
          return sources.map((source) => {
            const box = document.createElement("div");
            box.append(sanitize(source));
            return box.innerHTML;
          });
        }""",
        list(SANITIZED),
    )
    assert dict(zip(SANITIZED, clean, strict=True)) == SANITIZED


async def test_tables_of_rich_messages_are_tables(page: Page, bot: BotByHand, lan: int) -> None:
    table = (
        "<h3>Điểm miệng 7A1</h3><table><tr><th>TT</th><th>Họ và tên</th><th align='right'>TX1</th>"
        "</tr><tr><td>1</td><td>Lê Gia <b>An</b></td><td align='right'>7,5</td></tr></table>"
    )
    await bot.call("sendRichMessage", chat_id=lan, rich_message={"html": table})
    message = page.locator(".message.bot").last
    await expect(message.locator("th")).to_have_text(["TT", "Họ và tên", "TX1"])
    await expect(message.locator("td")).to_have_text(["1", "Lê Gia An", "7,5"])
    await expect(message.locator("td").last).to_have_css("text-align", "right")


async def test_addresses_and_commands_in_a_text_can_be_pressed(
    page: Page, bot: BotByHand, lan: int
) -> None:
    await bot.say(lan, "Xem https://example.org/a?b=1, gõ /diemdanh; 7/8 và a/b thì không.")
    text = page.locator(".message.bot .text").last
    link = text.get_by_role("link")
    await expect(link).to_have_attribute("href", "https://example.org/a?b=1")
    await expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    await expect(text.get_by_role("button")).to_have_text(["/diemdanh"])
    await text.get_by_role("button").click()
    await bot.hears_text("/diemdanh")
