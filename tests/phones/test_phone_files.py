"""Pictures and papers go both ways."""

import struct
import zlib

import pytest
from playwright.async_api import Page, expect

from tests.phones.bot import BotByHand

pytestmark = pytest.mark.asyncio(loop_scope="session")


def png(width: int = 40, height: int = 30) -> bytes:
    """A small violet picture."""
    rows = (b"\0" + b"\x51\x45\xb5" * width) * height

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


async def test_she_sends_a_photo_with_a_caption_and_looks_at_it(page: Page, bot: BotByHand) -> None:
    photo = {"name": "đơn.png", "mimeType": "image/png", "buffer": png()}
    await page.locator("input[type=file]").set_input_files([photo])
    await expect(page.locator(".chip")).to_contain_text("đơn.png")
    field = page.get_by_role("textbox", name="Nguyễn Thị Lan")
    await field.fill("Đơn xin nghỉ")
    await field.press("Enter")
    assert (await bot.hears("message", "photo"))["caption"] == "Đơn xin nghỉ"
    await expect(page.locator(".chip")).to_have_count(0)
    await page.get_by_role("button", name="Xem ảnh").click()
    await expect(page.locator("dialog img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)
    await expect(page.get_by_role("button", name="Xem ảnh")).to_be_focused()


async def test_a_file_is_dropped_or_pasted_and_can_be_taken_back(
    page: Page, bot: BotByHand
) -> None:
    drop = """(type) => {
      const carried = new DataTransfer();
      carried.items.add(new File(["noi dung"], `${type}.txt`, { type: "text/plain" }));
      const target = document.querySelector(type === "drop" ? ".screen" : "textarea");
      const event = type === "drop"
        ? new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true })
        : new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
    }"""
    await page.evaluate(drop, "drop")
    await page.evaluate(drop, "paste")
    await expect(page.locator(".chip-name")).to_have_text(["drop.txt", "paste.txt"])
    await page.get_by_role("button", name="Bỏ tệp drop.txt").click()
    await page.get_by_role("button", name="Gửi", exact=True).click()
    assert (await bot.hears("message", "document"))["document"]["file_name"] == "paste.txt"
    await expect(page.locator(".message.me .file-name")).to_have_text("paste.txt")


async def test_a_pdf_opens_in_the_page_and_another_file_is_saved(
    page: Page, bot: BotByHand, lan: int
) -> None:
    await bot.send_file("sendDocument", "document", lan, "Bảng điểm 7A1.pdf", b"%PDF-1.4\n%%EOF")
    await bot.send_file("sendDocument", "document", lan, "diem.xlsx", b"PK\x03\x04")
    await page.get_by_role("button", name="Bảng điểm 7A1.pdf").click()
    paper = page.locator("dialog iframe")
    await expect(paper).to_have_attribute("title", "Bảng điểm 7A1.pdf")
    source = await paper.evaluate("frame => frame.src")
    assert (await page.request.get(source)).headers["content-type"] == "application/pdf"
    await page.get_by_role("button", name="Đóng", exact=True).click()
    async with page.expect_download() as saved:
        await page.get_by_role("link", name="diem.xlsx").click()
    assert (await saved.value).suggested_filename == "diem.xlsx"
