"""Teachers and families on Zalo: phones that look and behave as theirs do."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.phones.conftest import OpenPage
from tests.phones.test_phone_files import png
from tests.phones.test_phone_looks import CONTRASTS, WIDTH
from tests.phones.zalo import ZaloBotByHand
from tests.support.sandbox import Phones
from tests.support.zalo_oa import Scene, button, oa_scene, with_buttons

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED = (
    "Điểm danh 7A2 thứ Hai: vắng Lan (có phép). Đúng chưa ạ?\n\nTrả lời bằng số:\n1. Đúng\n2. Sửa"
)
TO_APPROVE = "Họp phụ huynh 7A1 chờ duyệt\nTrả lời bằng mã:\n• DUYET H4\n• TUCHOI H4 lý do"
UPLOAD = "http://127.0.0.1:8080/upload/k3Jx9QwErTy7"


@pytest_asyncio.fixture(loop_scope="session")
async def zalo(sandbox: str) -> AsyncIterator[ZaloBotByHand]:
    """A Zalo Bot that does what the story tells it."""
    async with ZaloBotByHand(sandbox) as zalo:
        yield zalo


@pytest_asyncio.fixture(loop_scope="session")
async def minh(school: Phones, zalo: ZaloBotByHand) -> str:
    """Thầy Minh has written to the school's Zalo Bot; the bot's name for the chat."""
    person = await school.person(
        "Lê Văn Minh", channel="zalo_bot", role="homeroom_teacher", label="7A2", pinned=True
    )
    await school.do(person, "text", text="7A2 vắng Lan p")
    return str((await zalo.hears("text"))["chat"]["id"])


@pytest_asyncio.fixture(loop_scope="session")
async def oa(sandbox: str, school: Phones) -> AsyncIterator[Scene]:
    """The school's Official Account, which cô Hoa follows; her phone is open on the desk."""
    async with oa_scene(sandbox, school) as scene:
        await school.post("zalo/oa", name="Trường THCS Hòa Bình")
        await school.post("zalo", {"oa": {"receipts": False}})
        async with scene.client.session.patch(
            f"{sandbox}/control/people/{scene.mother}", json={"pinned": True}
        ) as changed:
            assert changed.status == 200
        yield scene


def phone_of(page: Page, name: str) -> Locator:
    """The open phone of somebody."""
    return page.get_by_role("region", name=f"Điện thoại của {name}")


async def test_a_teacher_on_zalo_answers_with_a_number_the_page_types_for_him(
    open_page: OpenPage, zalo: ZaloBotByHand, minh: str
) -> None:
    phone = phone_of(await open_page(), "Lê Văn Minh")
    await expect(phone.locator(".chat-badge")).to_have_text("Bot")
    await zalo.say(minh, ASKED)
    replies = phone.get_by_role("group", name="chỉ trang này có")
    await expect(replies.get_by_role("button")).to_have_text(["1", "2"])
    await replies.get_by_role("button", name="Bấm để nhắn: 1 (Đúng)").click()
    assert (await zalo.hears("text"))["text"] == "1"
    await expect(phone.locator(".message.me .text").last).to_contain_text("1")
    await expect(replies).to_have_count(0)
    await zalo.say(minh, "Đã lưu. Ngày mai:\nhọp tổ.")
    await expect(phone.locator(".message.bot")).to_have_count(2)
    await expect(replies).to_have_count(0)


async def test_a_code_that_wants_a_reason_is_only_begun(
    open_page: OpenPage, zalo: ZaloBotByHand, minh: str
) -> None:
    phone = phone_of(await open_page(), "Lê Văn Minh")
    await zalo.say(minh, TO_APPROVE)
    await phone.get_by_role("button", name="Bấm để viết: TUCHOI H4").click()
    field = phone.get_by_role("textbox")
    await expect(field).to_have_value("TUCHOI H4 ")
    await expect(field).to_be_focused()
    await field.press_sequentially("sai ngày")
    await field.press("Enter")
    assert (await zalo.hears("text"))["text"] == "TUCHOI H4 sai ngày"


async def test_what_zalo_lacks_is_not_on_the_phone(
    open_page: OpenPage, zalo: ZaloBotByHand, minh: str
) -> None:
    page = await open_page()
    phone = phone_of(page, "Lê Văn Minh")
    await zalo.say(minh, f"Gõ /diemdanh, hay gửi bảng ở {UPLOAD}")
    text = phone.locator(".message.bot .text")
    await expect(text.get_by_role("link")).to_have_attribute("href", UPLOAD)
    await expect(text.get_by_role("link")).to_have_attribute("target", "_blank")
    await expect(text.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer nofollow")
    await expect(text.get_by_role("button")).to_have_count(0)
    await expect(phone.get_by_role("button", name="Các lệnh của bot")).to_have_count(0)
    field = phone.get_by_role("textbox")
    await field.press("ArrowUp")
    await expect(field).to_have_value("")
    await phone.locator(".message.me").hover()
    await phone.get_by_role("button", name="Tùy chọn của tin nhắn").click()
    await expect(page.get_by_role("menuitem")).to_have_text(["Chép nội dung"])
    await page.keyboard.press("Escape")
    await phone.get_by_role("button", name="Tùy chọn của điện thoại").click()
    await expect(page.get_by_role("menuitem")).to_have_text(["Chặn bot", "Đóng điện thoại"])


async def test_stickers_photos_and_files_leave_the_phone_as_zalo_brings_them(
    open_page: OpenPage, zalo: ZaloBotByHand, minh: str
) -> None:
    phone = phone_of(await open_page(), "Lê Văn Minh")
    await phone.get_by_role("button", name="Nhãn dán", exact=True).click()
    await phone.get_by_role("button", name="Gửi nhãn dán 🙏").click()
    await zalo.hears("sticker")
    photo = {"name": "đơn.png", "mimeType": "image/png", "buffer": png()}
    for way, event in (("image/*", "image"), (None, "unsupported")):
        inputs = phone.locator(f"input[accept='{way}']" if way else "input:not([accept])")
        await inputs.and_(phone.locator("[type=file]")).set_input_files([photo])
        await phone.get_by_role("button", name="Gửi", exact=True).click()
        assert (await zalo.hears(event))["chat"]["id"] == minh
    await expect(phone.locator(".message.me .media-picture")).to_have_count(1)
    await expect(phone.locator(".message.me .media-file")).to_contain_text("đơn.png")


async def test_a_mother_taps_a_button_of_the_official_account(
    open_page: OpenPage, oa: Scene
) -> None:
    phone = phone_of(await open_page(), "Lê Thị Hoa")
    await expect(phone.locator(".chat-name")).to_have_text("Trường THCS Hòa Bình")
    await expect(phone.locator(".chat-badge")).to_have_text("OA ✓ Đã xác thực")
    ill = button("Cháu ốm, xin nghỉ", payload="#c:12:1")
    page_of_hers = button("Xem sổ liên lạc", "oa.open.url", {"url": "http://127.0.0.1:8080/page/x"})
    await oa.client.say(oa.user, "Em Đức vắng tiết 1.", attachment=with_buttons(ill, page_of_hers))
    link = phone.get_by_role("link", name="Xem sổ liên lạc")
    await expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    await phone.get_by_role("button", name="Cháu ốm, xin nghỉ").click()
    assert (await oa.came("user_send_text"))[0].body["message"]["text"] == "#c:12:1"
    await expect(phone.locator(".message.me")).to_have_count(0)
    rows = phone.locator(".inline-button")
    widths = [box["width"] for row in await rows.all() if (box := await row.bounding_box())]
    card = await phone.locator(".message .bubble").bounding_box()
    assert card
    assert widths == [card["width"]] * 2


async def test_a_request_for_the_number_is_answered_once_and_after_a_question(
    open_page: OpenPage, oa: Scene
) -> None:
    page = await open_page()
    phone = phone_of(page, "Lê Thị Hoa")
    form = {"title": "Số điện thoại của gia đình", "subtitle": "Để nối với hồ sơ của con."}
    element = {**form, "image_url": "https://truong.example/a.png"}
    payload = {"template_type": "request_user_info", "elements": [element]}
    attachment = {"type": "template", "payload": payload}
    assert (await oa.client.say(oa.user, "", attachment=attachment))["error"] == 0
    share = phone.get_by_role("button", name="Chia sẻ thông tin")
    await share.click()
    await phone.get_by_role("alertdialog").get_by_role("button", name="Gửi số").click()
    assert (await oa.came("user_submit_info"))[0].body["info"]["phone"] == "84912345678"
    await expect(phone.locator(".message.me .contact")).to_contain_text("84912345678")
    await share.click()
    await expect(phone.locator(".toast")).to_have_text("Yêu cầu này đã được trả lời.")
    await phone.get_by_role("button", name="Tùy chọn của điện thoại").click()
    await expect(page.get_by_role("menuitem", name="Gửi số điện thoại")).to_have_count(0)


async def test_a_father_follows_without_a_word_unfollows_and_follows_again(
    open_page: OpenPage, school: Phones, oa: Scene
) -> None:
    dung = await school.person(
        "Đỗ Văn Dũng", channel="zalo_oa", start_payload="LK 7F3K2Q", pinned=True
    )
    page = await open_page()
    phone = phone_of(page, "Đỗ Văn Dũng")
    await expect(phone.get_by_role("button", name="Quan tâm", exact=True)).to_be_visible()
    await phone.get_by_role("button", name="Chỉ quan tâm, chưa nhắn mã").click()
    await oa.came("follow", 2)
    await expect(phone.get_by_role("textbox")).to_be_visible()
    assert await school.messages(dung) == []
    for item, event, count in (("Bỏ quan tâm", "unfollow", 1), ("Quan tâm", "follow", 3)):
        await phone.get_by_role("button", name="Tùy chọn của điện thoại").click()
        await page.get_by_role("menuitem", name=item, exact=True).click()
        await oa.came(event, count)
        is_away = event == "unfollow"
        await expect(phone.get_by_text("Chưa quan tâm trang này")).to_be_visible(visible=is_away)
    await phone.get_by_role("button", name="Tùy chọn của điện thoại").click()
    await page.get_by_role("menuitem", name="Nhắn mã mời của trường").click()
    assert (await oa.came("user_send_text"))[0].body["message"]["text"] == "LK 7F3K2Q"


async def test_the_messenger_is_seen_searched_and_chosen_in_the_list(
    open_page: OpenPage, school: Phones, oa: Scene, minh: str, lan: int
) -> None:
    page = await open_page()
    rows = page.locator("#people [role=option]")
    await expect(page.locator(f"#row-{oa.mother} .tag")).to_have_text("Zalo OA")
    await expect(page.get_by_role("option", name="Nguyễn Thị Lan")).to_contain_text("Telegram")
    search = page.get_by_role("combobox")
    for query, count in (("zalo", 2), ("zalo bot", 1), ("hoa oa", 1), ("telegram", 1)):
        await search.fill(query)
        await expect(rows).to_have_count(count)
    await search.fill("")
    only_bot = page.get_by_role("group", name="Ứng dụng nhắn tin").get_by_role(
        "button", name="Zalo Bot"
    )
    await only_bot.click()
    await expect(rows).to_have_count(1)
    await expect(rows).to_contain_text("Lê Văn Minh")
    await only_bot.click()
    await expect(rows).to_have_count(3)
    await page.get_by_role("button", name="Thêm người").click()
    await page.get_by_label("Họ và tên").fill("Vũ Thị Mai")
    await page.get_by_label("Nhắn tin qua").select_option("Zalo OA")
    await page.keyboard.press("Enter")
    await phone_of(page, "Vũ Thị Mai").get_by_role("button", name="Quan tâm", exact=True).click()
    await expect(phone_of(page, "Vũ Thị Mai").get_by_role("textbox")).to_be_visible()
    await oa.came("follow", 2)


async def test_zalo_phones_fit_360_pixels_and_can_be_read_in_both_lights(
    open_page: OpenPage, zalo: ZaloBotByHand, minh: str, oa: Scene
) -> None:
    numbers = "\n".join(f"{n}. Em số {n}" for n in range(1, 41))
    await zalo.say(minh, f"Đường dẫn {UPLOAD}{'a' * 200}\nVắng em nào?\n{numbers}")
    await oa.client.say(oa.user, "Chọn", attachment=with_buttons(button("Nút" * 11)))
    page = await open_page(360, 740)
    for name in ("Lê Văn Minh", "Lê Thị Hoa"):
        await page.get_by_role("option", name=name).click()
        phone = phone_of(page, name)
        await expect(phone.locator(".message.bot")).to_be_visible()
        assert await page.evaluate(WIDTH) == [360, 360]
        for element in await phone.locator("button:visible, textarea:visible, .bubble").all():
            box = await element.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
        for scheme in ("dark", "light"):
            await page.emulate_media(color_scheme=scheme)
            assert await page.evaluate(CONTRASTS) == []
        await phone.get_by_role("button", name="Về danh sách").click()
