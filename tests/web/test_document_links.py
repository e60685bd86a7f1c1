"""What a handler sends as a document, where the messenger has none: a link under its caption."""

from typing import Any

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from bot.document_links import document_as_link
from bot.frozen import freeze
from services.link_tokens import Links
from services.unit import Unit
from storage.tables import OutboxRow
from tests.web.conftest import CHAT, House

BOOK = b"PK" + bytes(5000)
CALL = SendDocument(
    chat_id=int(CHAT),
    document=BufferedInputFile(BOOK, "Sổ <7A1>.xlsx"),
    caption="Sổ của <b>lớp</b>",
)


async def told(house: House, links: Links | None) -> str:
    """The text of the message that takes the document's place."""
    row = OutboxRow(method="sendDocument", payload=freeze(CALL, house.files))

    async def work(session: Any) -> str:
        unit = Unit(session, house.clock.now(), house.clock.zone)
        call = await document_as_link(unit, links, house.files, row, channel="telegram", chat=CHAT)
        assert call.chat_id == int(CHAT)
        return call.text

    return await house.database.run(work)


async def test_the_caption_stays_and_the_link_leads_to_the_file(house: House) -> None:
    text = await told(house, house.links)
    assert text.startswith("Sổ của <b>lớp</b>\n\n📎 Sổ &lt;7A1&gt;.xlsx")
    assert "08:10" in text
    url = next(word for word in text.split() if word.startswith("http"))
    status, page = await house.see(url)
    assert status == 200
    assert "5 KB" in page
    async with house.browser.post(url) as answer:
        assert await answer.read() == BOOK


async def test_without_a_web_server_it_is_said(house: House) -> None:
    text = await told(house, None)
    assert "PUBLIC_URL" in text
    assert "http" not in text
