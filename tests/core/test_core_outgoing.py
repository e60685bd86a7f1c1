"""What handlers say becomes rows, and the rows become the very same calls."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    ForceReply,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    URLInputFile,
)
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select, update

from bot.channels.telegram import Telegram
from bot.frozen import freeze, thaw
from bot.open_unit import OpenUnit, current
from services.unit import Unit
from storage import outbox
from storage.database import Database
from storage.files import FileStore
from storage.tables import OutboxRow

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TOKEN = "4200000002:AAH-token-of-an-invented-school-0000000"
BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Hoàn tác", callback_data="undo:7", style="danger"),
            InlineKeyboardButton(text="Sửa", callback_data="edit:7"),
        ],
        [InlineKeyboardButton(text="Trang trường", url="https://truong.example/")],
    ]
)
PICTURE = BufferedInputFile(b"\x89PNG picture", "bang-diem.png")


def values(call: Any) -> Any:
    """A call's values, files by name and bytes."""
    if isinstance(call, BufferedInputFile):
        return ("file", call.filename, call.data)
    if hasattr(call, "model_fields_set"):
        return type(call), {name: values(inner) for name, inner in call if inner is not None}
    if isinstance(call, list | tuple):
        return [values(each) for each in call]
    return call


CALLS: list[TelegramMethod[Any]] = [
    SendMessage(chat_id=7, text="7A1 đủ <b>45</b>", reply_markup=BUTTONS),
    SendMessage(chat_id=7, text="1 < 2 & 3 > 2", parse_mode=None),
    SendMessage(
        chat_id=7,
        text="Đã lưu",
        parse_mode=None,
        entities=[MessageEntity(type="bold", offset=0, length=6)],
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=False),
    ),
    SendMessage(
        chat_id=7,
        text="Chia sẻ số",
        reply_markup=ReplyKeyboardMarkup(
            keyboard=[[KeyboardButton(text="Chia sẻ", request_contact=True)]], resize_keyboard=True
        ),
    ),
    SendMessage(chat_id=7, text="Xong", reply_markup=ReplyKeyboardRemove()),
    SendMessage(chat_id=7, text="Vì sao?", reply_markup=ForceReply(input_field_placeholder="…")),
    SendPhoto(chat_id=7, photo=PICTURE, caption="Bảng điểm", reply_markup=BUTTONS),
    SendPhoto(chat_id=7, photo="AgACAgUAAx-file-id"),
    SendDocument(chat_id=7, document=PICTURE, thumbnail=BufferedInputFile(b"small", "t.jpg")),
    EditMessageText(chat_id=7, message_id=-3, text="Đã hoàn tác", reply_markup=None),
    EditMessageReplyMarkup(chat_id=7, message_id=12, reply_markup=BUTTONS),
    EditMessageCaption(chat_id=7, message_id=12, caption="Bảng mới"),
    EditMessageMedia(chat_id=7, message_id=12, media=InputMediaPhoto(media=PICTURE, caption="x")),
    DeleteMessage(chat_id=7, message_id=12),
    SetMyCommands(
        commands=[BotCommand(command="diemdanh", description="Điểm danh")],
        scope=BotCommandScopeChat(chat_id=7),
        language_code="vi",
    ),
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.__api_method__)
def test_a_call_outlives_the_row(call: TelegramMethod[Any], tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    kept = json.loads(json.dumps(freeze(call, files)))
    assert values(thaw(call.__api_method__, kept, files)) == values(call)


def test_files_are_kept_once_by_what_is_in_them(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    (tmp_path / "don.pdf").write_bytes(b"%PDF")
    call = SendDocument(chat_id=7, document=FSInputFile(tmp_path / "don.pdf"))
    first, second = freeze(call, files), freeze(call, files)
    (tmp_path / "don.pdf").unlink()
    assert first == second
    assert len([p for p in (tmp_path / "files").rglob("*") if p.is_file()]) == 1
    thawed = thaw("sendDocument", first, files)
    assert values(thawed.document) == ("file", "don.pdf", b"%PDF")


def test_a_file_from_elsewhere_cannot_be_promised(tmp_path: Path) -> None:
    call = SendDocument(chat_id=7, document=URLInputFile("https://truong.example/a.pdf"))
    with pytest.raises(TypeError):
        freeze(call, FileStore(tmp_path))


LABELS = some.text(min_size=1, max_size=20)


@given(LABELS, some.lists(some.lists(LABELS, min_size=1, max_size=3), max_size=4))
def test_any_text_and_any_buttons_outlive_the_row(text: str, rows: list[list[str]]) -> None:
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=t, callback_data="x:1") for t in row] for row in rows
        ]
    )
    files = FileStore(Path("unused"))
    call = SendMessage(chat_id=-100, text=text, reply_markup=markup)
    kept = json.loads(json.dumps(freeze(call, files)))
    assert values(thaw("sendMessage", kept, files)) == values(call)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot whose calls become rows; nothing listens at its address."""
    channel = Telegram(TOKEN, "http://127.0.0.1:9", FileStore(tmp_path / "files"))
    yield channel.bot
    await channel.stop()


@asynccontextmanager
async def handling(session: Any, now: datetime) -> AsyncIterator[OpenUnit]:
    """As while an update is handled."""
    opened = OpenUnit(Unit(session, now, ZONE), "telegram", "7")
    token = current.set(opened)
    try:
        yield opened
    finally:
        current.reset(token)


Say = Callable[[Callable[[], Any]], Any]


@pytest.fixture
def say(database: Database, now: datetime) -> Say:
    """Let a handler say something in a unit of work of its own."""

    async def run(handler: Callable[[], Any]) -> Any:
        async def work(session: Any) -> Any:
            async with handling(session, now):
                return await handler()

        return await database.run(work)

    return run


async def rows(database: Database) -> list[tuple[Any, ...]]:
    """(method, status) of each row, in order."""

    async def look(session: Any) -> Any:
        return (
            await session.execute(select(OutboxRow.method, OutboxRow.status).order_by(OutboxRow.id))
        ).all()

    return [tuple(row) for row in await database.run(look)]


async def test_nothing_is_said_outside_a_unit_of_work(bot: Bot) -> None:
    with pytest.raises(RuntimeError, match="outside a unit of work"):
        await bot.send_message(7, "x")


async def test_nothing_is_said_after_a_unit_of_work(
    bot: Bot, database: Database, now: datetime
) -> None:
    async def work(session: Any) -> None:
        async with handling(session, now) as opened:
            opened.closed = True
            await bot.send_message(7, "x")

    with pytest.raises(RuntimeError, match="outside a unit of work"):
        await database.run(work)


@pytest.mark.parametrize(
    "call", [lambda b: b.get_me(), lambda b: b.get_chat(7), lambda b: b.get_file("x")]
)
async def test_nobody_waits_for_the_network_inside(bot: Bot, say: Say, call: Any) -> None:
    with pytest.raises(RuntimeError, match="network"):
        await say(lambda: call(bot))


@pytest.mark.parametrize(
    "call",
    [
        lambda b: b.ban_chat_member(7, 8),
        lambda b: b.send_media_group(7, []),
        lambda b: b.copy_message(7, 7, 1),
    ],
)
async def test_a_call_that_no_handler_may_make_raises(bot: Bot, say: Say, call: Any) -> None:
    with pytest.raises(RuntimeError, match="none of the calls"):
        await say(lambda: call(bot))


async def test_a_reply_is_a_row_and_its_handle_can_be_edited(
    bot: Bot, say: Say, database: Database
) -> None:
    shown: Message = await say(lambda: bot.send_message(7, "Đã lưu", reply_markup=BUTTONS))
    assert shown.message_id < 0
    assert shown.text == "Đã lưu"
    await say(lambda: shown.edit_text("Đã hoàn tác"))

    async def look(session: Any) -> Any:
        return (await session.scalars(select(OutboxRow).order_by(OutboxRow.id))).all()

    first, edit = await database.run(look)
    assert first.id == -shown.message_id
    assert (edit.method, edit.edits, edit.edits_message) == ("editMessageText", first.id, None)


async def test_a_rolled_back_reply_is_never_said(bot: Bot, say: Say, database: Database) -> None:
    async def handler() -> None:
        await bot.send_message(7, "Đã lưu")
        raise LookupError

    with pytest.raises(LookupError):
        await say(handler)
    assert await rows(database) == []


EDITS = [
    (["text 1", "text 2"], ["replaced", "queued"]),
    (["text 1", "markup"], ["queued", "queued"]),
    (["markup", "text 1"], ["replaced", "queued"]),
    (["markup", "markup"], ["replaced", "queued"]),
    (["text 1", "markup", "text 2"], ["replaced", "replaced", "queued"]),
    (["media", "caption"], ["queued", "queued"]),
    (["caption", "media"], ["replaced", "queued"]),
    (["text 1", "markup", "delete"], ["replaced", "replaced", "queued"]),
    (["delete", "text 1"], ["queued", "queued"]),
]


def edit(bot: Bot, message_id: int, what: str) -> Any:
    """One change of a message."""
    here: dict[str, Any] = {"chat_id": 7, "message_id": message_id}
    match what.split():
        case ["markup"]:
            return bot.edit_message_reply_markup(**here, reply_markup=None)
        case ["caption"]:
            return bot.edit_message_caption(**here, caption="x")
        case ["media"]:
            return bot.edit_message_media(InputMediaPhoto(media="id"), **here)
        case ["delete"]:
            return bot.delete_message(**here)
    return bot.edit_message_text(what, **here)


@pytest.mark.parametrize(("changes", "statuses"), EDITS)
@pytest.mark.parametrize("by_handle", [True, False])
async def test_a_newer_edit_replaces_what_it_makes_needless(
    bot: Bot, say: Say, database: Database, changes: list[str], statuses: list[str], by_handle: bool
) -> None:
    shown = await say(lambda: bot.send_message(7, "Điểm danh"))
    target = shown.message_id if by_handle else 4242
    for what in changes:
        await say(lambda what=what: edit(bot, target, what))
    assert [status for _, status in await rows(database)][1:] == statuses


async def test_edits_of_other_messages_are_left_alone(
    bot: Bot, say: Say, database: Database
) -> None:
    one = await say(lambda: bot.send_message(7, "một"))
    two = await say(lambda: bot.send_message(7, "hai"))
    for target in (one.message_id, two.message_id, 11, 12):
        await say(lambda target=target: edit(bot, target, "text"))
    await say(lambda: bot.edit_message_text("x", chat_id=8, message_id=11))
    assert {status for _, status in await rows(database)} == {"queued"}


async def test_an_edit_put_off_does_not_undo_a_newer_one(
    bot: Bot, say: Say, database: Database
) -> None:
    """The older edit was on its way when the newer one was promised, and met a fault."""
    shown = await say(lambda: bot.send_message(7, "một"))
    await say(lambda: edit(bot, shown.message_id, "older"))

    async def status(session: Any, id: int, value: str) -> None:
        await session.execute(update(OutboxRow).where(OutboxRow.id == id).values(status=value))

    older = -shown.message_id + 1
    await database.run(lambda s: status(s, older, "sending"))
    await say(lambda: edit(bot, shown.message_id, "newer"))
    await database.run(lambda s: status(s, older, "queued"))
    await database.run(lambda s: outbox.drop_overtaken(s, older))
    assert [s for _, s in await rows(database)] == ["queued", "replaced", "queued"]
    await database.run(lambda s: outbox.drop_overtaken(s, older + 1))
    assert [s for _, s in await rows(database)] == ["queued", "replaced", "queued"]
