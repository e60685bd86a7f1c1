"""Rich messages: from blocks and from HTML, with tables, and what is refused."""

import json

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InputMediaPhoto,
    InputRichBlockParagraph,
    InputRichBlockPhoto,
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichMessage,
    RichBlockTable,
    RichBlockTableCell,
    RichTextBold,
)

from tests.support.sandbox import Phones
from tests.support.sandbox_bots import no_surprises

HTML = """
<h2>Điểm danh <b>7A1</b></h2>
<table bordered striped><caption>Sáng thứ Hai</caption>
 <tr><th>STT</th><th>Họ và tên</th><th align="right">Phép</th></tr>
 <tr><td>1</td><td>H'Hương Ayun &amp; em</td><td align="right">P</td></tr>
</table>
<ol><li>Một</li><li>Hai</li></ol>
<details open><summary>Ghi chú</summary>Đã báo gia đình</details>
<tg-button-row><tg-button data="roll:7A1" style="primary">Sửa</tg-button></tg-button-row>
<footer>Sổ liên lạc</footer>
"""


@pytest.fixture(autouse=True)
async def no_pace(phones: Phones) -> None:
    await phones.post("faults", pace=False)


def cell(text: str, **more: object) -> RichBlockTableCell:
    return RichBlockTableCell(align="left", valign="middle", text=text, **more)


async def test_a_table_of_blocks_reaches_the_phone(bot: Bot, phones: Phones, lan: int) -> None:
    message = InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text="Toán", size=2),
            InputRichBlockParagraph(text=["Lớp ", RichTextBold(text="7A1")]),
            InputRichBlockTable(
                cells=[[cell("Tên", is_header=True), cell("Tx1")], [cell("Lan"), cell("7,5")]],
                is_bordered=True,
            ),
        ]
    )
    sent = await bot.send_rich_message(lan, message)
    assert sent.rich_message
    table = sent.rich_message.blocks[2]
    assert isinstance(table, RichBlockTable)
    assert table.cells[1][1].text == "7,5"
    shown = (await phones.messages(lan))[-1]
    assert shown["text"] == "Toán\nLớp 7A1\nTên | Tx1\nLan | 7,5"
    assert "<table" in shown["html"]
    edited = await bot.edit_message_text(
        chat_id=lan, message_id=sent.message_id, rich_message=InputRichMessage(html="<p>Xong</p>")
    )
    assert not isinstance(edited, bool)
    assert (await phones.messages(lan))[-1]["text"] == "Xong"
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text(
            chat_id=lan, message_id=sent.message_id, rich_message=InputRichMessage(html="Xong")
        )


async def test_html_becomes_the_same_blocks(bot: Bot, phones: Phones, lan: int) -> None:
    sent = await bot.send_rich_message(lan, InputRichMessage(html=HTML))
    assert sent.rich_message
    no_surprises(sent)
    kinds = [block.type for block in sent.rich_message.blocks]
    assert kinds == ["heading", "table", "list", "details", "buttons", "footer"]
    shown = (await phones.messages(lan))[-1]
    assert shown["text"] == (
        "Điểm danh 7A1\nSáng thứ Hai\nSTT | Họ và tên | Phép\n1 | H'Hương Ayun & em | P\n"
        "1. Một\n2. Hai\nGhi chú\nĐã báo gia đình\nSổ liên lạc"
    )
    assert "H&#x27;Hương Ayun &amp; em" in shown["html"]
    assert shown["buttons"] == [[{"text": "Sửa", "data": "roll:7A1", "style": "primary"}]]
    await phones.do(lan, "tap", message_id=shown["id"], button="Sửa", wait=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query
    assert query.data == "roll:7A1"


async def test_a_picture_may_stand_in_a_rich_message(
    bot: Bot, phones: Phones, lan: int, png: bytes
) -> None:
    photo = InputMediaPhoto(media=BufferedInputFile(png, "a.png"))
    sent = await bot.send_rich_message(
        lan, InputRichMessage(blocks=[InputRichBlockPhoto(photo=photo)])
    )
    assert sent.rich_message
    assert sent.rich_message.blocks[0].type == "photo"
    assert "<img src=" in (await phones.messages(lan))[-1]["html"]


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ({}, "exactly one of"),
        ({"html": "a", "blocks": [{"type": "divider"}]}, "exactly one of"),
        ({"blocks": [{"type": "poem"}]}, "unsupported type of a block"),
        ({"blocks": [{"type": "heading", "text": "a", "size": 7}]}, "size of a heading"),
        ({"blocks": [{"type": "paragraph"}]}, 'must have "text"'),
        ({"blocks": [{"type": "table", "cells": [[{"text": "a"}]]}]}, "align and valign"),
        ({"blocks": [{"type": "divider"}] * 501}, "too many blocks"),
        ({"html": "<p>a</b>"}, "unexpected end tag"),
        ({"html": "<marquee>a</marquee>"}, "unsupported start tag"),
        ({"html": "a" * 32769}, "message is too long"),
        ({"html": "<table><tr>" + "<td>a</td>" * 21 + "</tr></table>"}, "too many columns"),
    ],
)
async def test_what_is_no_rich_message_is_refused(
    bot: Bot, lan: int, message: dict, reason: str
) -> None:
    import aiohttp

    address = f"{bot.session.api.base.format(token=bot.token, method='sendRichMessage')}"
    fields = {"chat_id": lan, "rich_message": json.dumps(message)}
    async with aiohttp.ClientSession() as session, session.post(address, data=fields) as response:
        assert response.status == 400
        assert reason in (await response.json())["description"]
