"""What Zalo tells of people becomes what handlers know: chats by our numbers, answers as taps."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import choices, outbox
from storage.database import Database
from storage.outbox import Outgoing
from tests.support.zalo_bot_line import Line, line

HUONG = "6ede9afa66b88fe6d6a9"


@pytest.fixture
async def zalo(database: Database, tmp_path: Path, now: datetime) -> AsyncIterator[Line]:
    """A channel whose server nobody needs here."""
    async with line("http://127.0.0.1:1/zalo", database, tmp_path, now) as made:
        yield made


def event(name: str, **content: Any) -> dict[str, Any]:
    """As the documentation has it; `content` overrides what a message has."""
    message = {
        "from": {"id": HUONG, "display_name": "Trần Thị Hường", "is_bot": False},
        "chat": {"id": HUONG, "chat_type": "PRIVATE"},
        "message_id": "2d758cb5e222177a4e35",
        "date": 1_796_000_000_000,
        **content,
    }
    return {"event_name": f"message.{name}.received", "message": message}


def message_of(updates: list[dict[str, Any]]) -> Any:
    """The one message, as a handler gets it."""
    (raw,) = updates
    message = Update.model_validate(raw).message
    assert message is not None
    return message


async def test_a_mother_writes(zalo: Line) -> None:
    heard = await zalo.read_event(event("text", text="Em Lan hôm nay ốm"))
    message = message_of(heard.updates)
    (contact,) = await zalo.contacts()
    assert heard.chat == str(contact.id) == str(message.chat.id) == str(message.from_user.id)
    assert (message.text, message.from_user.full_name) == ("Em Lan hôm nay ốm", "Trần Thị Hường")
    assert message.message_id == zalo.kept[0].id
    assert message.date.timestamp() == 1_796_000_000
    assert (contact.native_id, contact.name) == (HUONG, "Trần Thị Hường")
    assert not contact.is_group


async def test_she_is_the_same_under_another_name(zalo: Line) -> None:
    first = await zalo.read_event(event("text", text="Chào"))
    later = event("text", text="Chào", message_id="b1")
    later["message"]["from"]["display_name"] = "Mẹ bé Lan"
    assert (await zalo.read_event(later)).chat == first.chat
    (contact,) = await zalo.contacts()
    assert contact.name == "Mẹ bé Lan"


async def test_when_she_was_last_heard(zalo: Line, now: datetime) -> None:
    """An event that was late does not turn the clock back, and none comes from the future."""

    def at(moment: datetime, id: str) -> dict[str, Any]:
        return event("text", text="Dạ", message_id=id, date=int(moment.timestamp() * 1000))

    await zalo.read_event(at(now - timedelta(hours=1), "a"))
    await zalo.read_event(at(now - timedelta(hours=9), "b"))
    (contact,) = await zalo.contacts()
    assert contact.heard_at == now - timedelta(hours=1)
    await zalo.read_event(at(now + timedelta(hours=3), "c"))
    (contact,) = await zalo.contacts()
    assert contact.heard_at == now


@pytest.mark.parametrize("date", ["hôm nay", None, -5, 10**30, {"a": 1}, 1_796_000_000])
async def test_a_date_that_is_none_is_now(zalo: Line, now: datetime, date: Any) -> None:
    heard = await zalo.read_event(event("text", text="Chào cô", date=date))
    assert message_of(heard.updates).date == now


async def test_what_is_no_text(zalo: Line) -> None:
    """Each is answered by what it is, so that nobody waits for nothing."""
    photo = {"photo_url": "https://photo-stal-1.zdn.vn/a.jpg", "caption": "Đơn xin nghỉ"}
    shown = message_of((await zalo.read_event(event("image", message_id="1", **photo))).updates)
    assert shown.photo[-1].file_id == photo["photo_url"]
    assert shown.caption == "Đơn xin nghỉ"
    older = {"photo": "https://photo-stal-1.zdn.vn/b.jpg"}
    shown = message_of((await zalo.read_event(event("image", message_id="2", **older))).updates)
    assert shown.photo[-1].file_id == older["photo"]
    expected = {"sticker": "sticker", "voice": "voice", "unsupported": "document"}
    for n, (name, kind) in enumerate(expected.items(), 3):
        heard = await zalo.read_event(event(name, message_id=str(n)))
        assert message_of(heard.updates).content_type == kind
    assert message_of(heard.updates).document.file_id == ""  # a file that is kept from us


async def test_what_needs_no_answer(zalo: Line) -> None:
    for n, made in enumerate(
        (
            event("reaction"),
            event("ngay-mai-moi-co"),
            event("text", text="   "),
            event("text", text={"a": 1}),
        )
    ):
        made["message"]["message_id"] = str(n)
        heard = await zalo.read_event(made)
        assert heard.updates == []
    assert (await zalo.read_event({"event_name": "message.unsupported.received"})).updates == []
    robot = event("text", text="Xin chào", message_id="r")
    robot["message"]["from"]["is_bot"] = True
    robot["message"]["chat"]["id"] = robot["message"]["from"]["id"] = "abc"
    assert (await zalo.read_event(robot)).updates == []
    assert [c.native_id for c in await zalo.contacts()] == [HUONG]


async def test_a_link_is_read_where_it_has_words(zalo: Line) -> None:
    heard = await zalo.read_event(event("link", text="https://truong.example/lich"))
    assert message_of(heard.updates).text == "https://truong.example/lich"
    heard = await zalo.read_event(event("link", message_id="2"))
    assert message_of(heard.updates).document.file_id == ""


async def test_a_group_is_one_to_everybody(zalo: Line) -> None:
    """Handlers turn groups away, so they must see that it is one, and nobody's name."""
    group = {"id": "f0f0f0", "chat_type": "GROUP"}
    heard = await zalo.read_event(event("text", text="1", chat=group))
    message = message_of(heard.updates)
    (contact,) = await zalo.contacts()
    assert contact.is_group
    assert contact.name is None
    assert message.chat.type == "group"
    assert heard.chat == str(message.chat.id) == f"-{contact.id}"
    assert "Hường" not in message.model_dump_json()


async def test_a_number_answers_the_open_question(zalo: Line, now: datetime) -> None:
    chat = (await zalo.read_event(event("text", text="Chào"))).chat

    async def ask(session: AsyncSession) -> int:
        row = Outgoing(now, channel="zalo_bot", chat=chat, method="sendMessage", payload={})
        id = await outbox.put(session, row, now)
        assert id is not None
        options = [{"label": "Duyệt", "data": "ok:7"}, {"label": "Từ chối", "data": "no:7"}]
        await choices.put(
            session,
            row_id=id,
            channel="zalo_bot",
            chat=chat,
            root=id,
            tag=None,
            options=options,
            marks=["1", "2"],
            now=now,
        )
        await choices.shown(session, [id], now)
        return id

    root = await zalo.database.run(ask)
    heard = await zalo.read_event(event("text", text="2", message_id="2"))
    (raw,) = heard.updates
    query = Update.model_validate(raw).callback_query
    assert query is not None
    assert query.data == "no:7"
    assert query.message is not None
    assert query.message.message_id == root


async def test_a_file_that_was_handed_in_through_a_link(zalo: Line) -> None:
    chat = await zalo.contact(HUONG)
    digest = zalo.files.put(b"PK\x03\x04 bang diem")
    upload = {
        "chat": chat,
        "file": digest,
        "name": "Bảng điểm 7A1.xlsx",
        "mime": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "size": 14,
    }
    heard = await zalo.read_event({"event_name": "-", "upload": upload})
    message = message_of(heard.updates)
    assert heard.chat == chat
    assert message.document.file_name == "Bảng điểm 7A1.xlsx"
    assert await zalo.channel.fetch(message.document.file_id) == digest
    lost = {"event_name": "-", "upload": {**upload, "chat": "9999"}}
    assert (await zalo.read_event(lost)).updates == []
