"""Cô Lan talks with the bot on her phone in the page, and sees everything at once."""

import pytest
from playwright.async_api import Page, expect

from tests.phones.bot import BotByHand
from tests.support.sandbox import Phones

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_what_she_writes_reaches_the_bot_and_its_answer_appears_by_itself(
    page: Page, bot: BotByHand, lan: int
) -> None:
    field = page.get_by_label("Viết tin nhắn trên điện thoại của Nguyễn Thị Lan")
    await field.fill("7A1 vắng Lan p")
    await field.press("Shift+Enter")
    await field.type("muộn Huy 10")
    await field.press("Enter")
    await bot.hears_text("7A1 vắng Lan p\nmuộn Huy 10")
    await expect(field).to_have_value("")
    await bot.call("sendChatAction", chat_id=lan, action="typing")
    await expect(page.locator(".chat-state")).to_have_text("đang nhập…")
    await bot.say(lan, "<b>Đã lưu</b> điểm danh 7A1", parse_mode="HTML")
    answer = page.locator(".message.bot").last
    await expect(answer).to_contain_text("Đã lưu điểm danh 7A1")
    await expect(answer.locator("b")).to_have_text("Đã lưu")
    await expect(answer.locator("time")).to_have_text("07:05")
    await expect(page.locator(".chat-state")).to_have_text("bot")
    await expect(page.locator(".day")).to_have_text("Hôm nay")
    await expect(page.locator("#clock")).to_contain_text("07:05")
    await expect(page.locator("#clock")).to_contain_text("Thứ Hai, 23/11/2026")


async def test_a_tapped_button_answers_with_a_toast_and_the_message_changes(
    page: Page, bot: BotByHand, lan: int
) -> None:
    approve = {"text": "Duyệt", "callback_data": "ok:1", "style": "success"}
    message_id = await bot.say(lan, "Thông báo chờ duyệt", [approve, ("Từ chối", "no:1")])
    button = page.get_by_role("button", name="Duyệt")
    await expect(button).to_have_class("inline-button success")
    await button.click()
    query = await bot.hears("callback_query")
    assert query["data"] == "ok:1"
    await expect(button).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Đã duyệt")
    await expect(page.locator(".toast")).to_have_text(["Đã duyệt"])
    await bot.call("editMessageText", chat_id=lan, message_id=message_id, text="Cô đã duyệt")
    card = page.locator(f"[data-message='{message_id}']")
    await expect(card).to_contain_text("Cô đã duyệt")
    await expect(card.locator(".edited")).to_have_text("đã sửa")
    await expect(card.locator(".inline-button")).to_have_count(0)


async def test_an_alert_stays_until_escape_and_gives_the_focus_back(
    page: Page, bot: BotByHand, lan: int
) -> None:
    await bot.say(lan, "Khóa sổ?", [("Khóa", "lock")])
    button = page.get_by_role("button", name="Khóa")
    await button.click()
    query = await bot.hears("callback_query")
    await bot.call(
        "answerCallbackQuery",
        callback_query_id=query["id"],
        text="Sổ đã khóa từ hôm qua",
        show_alert=True,
    )
    alert = page.get_by_role("alertdialog", name="Sổ đã khóa từ hôm qua")
    await expect(alert.get_by_role("button", name="Đã hiểu")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)
    await expect(button).to_be_focused()


async def test_she_mends_her_last_message_with_the_arrow_key(
    page: Page, bot: BotByHand, lan: int
) -> None:
    field = page.get_by_label("Viết tin nhắn trên điện thoại của Nguyễn Thị Lan")
    await field.fill("7A1 vắng Lam")
    await field.press("Enter")
    await bot.hears_text("7A1 vắng Lam")
    await expect(page.locator(".message.me").last).to_contain_text("7A1 vắng Lam")
    await field.press("ArrowUp")
    await expect(field).to_have_value("7A1 vắng Lam")
    await field.fill("7A1 vắng Lan")
    await field.press("Enter")
    assert (await bot.hears("edited_message"))["text"] == "7A1 vắng Lan"
    own = page.locator(".message.me").last
    await expect(own).to_contain_text("7A1 vắng Lan")
    await expect(own.locator(".edited")).to_be_visible()
    await own.hover()
    await own.get_by_role("button", name="Tùy chọn của tin nhắn").click()
    await page.get_by_role("menuitem", name="Sửa").click()
    await expect(field).to_have_value("7A1 vắng Lan")
    await field.press("Escape")
    await expect(field).to_have_value("")


async def test_the_bots_keyboard_sends_texts_and_asks_before_it_shares_the_number(
    page: Page, bot: BotByHand, lan: int
) -> None:
    keyboard = [[{"text": "Gửi số của tôi", "request_contact": True}], [{"text": "Xem điểm"}]]
    await bot.say(lan, "Cô là ai ạ?", reply_markup={"keyboard": keyboard})
    await page.get_by_role("button", name="Xem điểm").click()
    await bot.hears_text("Xem điểm")
    await page.get_by_role("button", name="Gửi số của tôi").click()
    question = page.get_by_role("alertdialog")
    await expect(question).to_contain_text("Gửi số điện thoại của bạn cho bot?")
    await question.get_by_role("button", name="Gửi số").click()
    contact = (await bot.hears("message", "contact"))["contact"]
    assert contact["user_id"] == lan
    await expect(page.locator(".contact")).to_contain_text("+84905123456")
    await bot.say(lan, "Cảm ơn cô", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_role("button", name="Xem điểm")).to_have_count(0)


async def test_the_slash_lists_this_persons_commands_and_enter_sends_one(
    page: Page, bot: BotByHand, lan: int
) -> None:
    commands = [
        {"command": "diemdanh", "description": "Điểm danh lớp"},
        {"command": "thongbao", "description": "Soạn thông báo"},
    ]
    scope = {"type": "chat", "chat_id": lan}
    await bot.call("setMyCommands", commands=commands, scope=scope)
    slash = page.get_by_role("button", name="Các lệnh của bot")
    await slash.click()
    await page.locator(".command", has_text="/diemdanh").click()
    await bot.hears_text("/diemdanh")
    await slash.click()
    await expect(page.locator(".command")).to_have_count(2)
    await slash.click()
    await expect(page.locator(".command:visible")).to_have_count(0)
    field = page.get_by_label("Viết tin nhắn trên điện thoại của Nguyễn Thị Lan")
    await field.type("/th")
    await expect(page.locator(".command")).to_have_text(["/thongbaoSoạn thông báo"])
    await field.press("Enter")
    await bot.hears_text("/thongbao")


async def test_a_newcomer_presses_start_and_may_block_the_bot(
    page: Page, school: Phones, bot: BotByHand
) -> None:
    minh = await school.person("Trần Văn Minh", role="guardian", start_payload="K7w2")
    await page.get_by_role("option", name="Trần Văn Minh").click()
    phone = page.get_by_role("region", name="Điện thoại của Trần Văn Minh")
    await expect(phone.get_by_text("liên kết mời của trường")).to_be_visible()
    await phone.get_by_role("button", name="Bắt đầu").click()
    await bot.hears_text("/start K7w2")
    await bot.say(minh, "Kính chào phụ huynh")
    await expect(phone.locator(".message.bot")).to_contain_text("Kính chào phụ huynh")
    await phone.get_by_role("button", name="Tùy chọn của điện thoại").click()
    await page.get_by_role("menuitem", name="Chặn bot").click()
    assert (await bot.hears("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await phone.get_by_role("button", name="Bỏ chặn bot").click()
    await expect(phone.get_by_role("textbox")).to_be_visible()


async def test_the_newest_message_is_in_view_unless_she_reads_further_up(
    page: Page, bot: BotByHand, lan: int
) -> None:
    for n in range(4):
        await bot.say(lan, f"Tin {n}\n" + "dòng\n" * 20)
    log = page.get_by_role("log")
    newest = page.locator(".message").last
    await expect(newest).to_contain_text("Tin 3")
    await expect(newest.locator("time")).to_be_in_viewport()
    await expect(page.locator(f"#row-{lan} .badge")).to_have_count(0)
    await log.evaluate("log => log.scrollTop = 0")
    to_end = page.get_by_role("button", name="Xuống tin mới nhất")
    await expect(to_end).to_be_visible()
    await bot.say(lan, "Tin mới")
    await expect(newest).to_contain_text("Tin mới")
    await expect(newest).not_to_be_in_viewport()
    await expect(page.locator(f"#row-{lan} .badge")).to_have_text("1")
    await to_end.click()
    await expect(newest).to_be_in_viewport()
    await expect(page.locator(f"#row-{lan} .badge")).to_have_count(0)
