"""The limits of real bots, each met from both sides."""

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
)

from tests.support.sandbox import Phones, RefusedError
from tests.support.sandbox_bots import picture

MB = 1024 * 1024


@pytest.fixture(autouse=True)
async def no_pace(phones: Phones) -> None:
    """The pace has tests of its own."""
    await phones.post("faults", pace=False)


def rows(*lengths: int) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="x", callback_data="x")
    return InlineKeyboardMarkup(inline_keyboard=[[button] * n for n in lengths])


def data_button(data: str) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="x", callback_data=data)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def test_a_text_has_4096_units_after_its_markup_is_gone(bot: Bot, lan: int) -> None:
    await bot.send_message(lan, f"<b>{'ế' * 4096}</b>", parse_mode="HTML")
    await bot.send_message(lan, "😀" * 2048)
    for text in ("ế" * 4097, "😀" * 2048 + "a"):
        with pytest.raises(TelegramBadRequest, match="message is too long"):
            await bot.send_message(lan, text)


async def test_a_caption_has_1024_units(bot: Bot, lan: int, png: bytes) -> None:
    photo = BufferedInputFile(png, "a.png")
    await bot.send_photo(lan, photo, caption="ế" * 1024)
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_photo(lan, photo, caption="ế" * 1025)


async def test_callback_data_has_1_to_64_bytes(bot: Bot, lan: int) -> None:
    await bot.send_message(lan, "a", reply_markup=data_button("ế" * 21 + "a"))
    for data in ("", "ế" * 22):
        with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
            await bot.send_message(lan, "a", reply_markup=data_button(data))


async def test_a_keyboard_has_100_buttons_and_8_in_a_row(bot: Bot, lan: int) -> None:
    await bot.send_message(lan, "a", reply_markup=rows(*[8] * 12, 4))
    for markup in (rows(*[8] * 12, 5), rows(9)):
        with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
            await bot.send_message(lan, "a", reply_markup=markup)


async def test_a_button_needs_a_text_a_kind_and_a_known_style(bot: Bot, lan: int) -> None:
    for button in (
        InlineKeyboardButton(text=" ", callback_data="x"),
        InlineKeyboardButton(text="x"),
        InlineKeyboardButton(text="x", callback_data="x", style="pink"),
        InlineKeyboardButton(text="x", url="not a link"),
    ):
        markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
        with pytest.raises(TelegramBadRequest, match="inline keyboard button"):
            await bot.send_message(lan, "a", reply_markup=markup)


async def test_photos_and_documents_have_a_largest_size(bot: Bot, lan: int) -> None:
    big = BufferedInputFile(picture(600, 400, 10 * MB), "a.png")
    with pytest.raises(TelegramBadRequest, match="too big for a photo"):
        await bot.send_photo(lan, big)
    sent = await bot.send_document(lan, BufferedInputFile(bytes(21 * MB), "a.bin"))
    assert sent.document
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(sent.document.file_id)
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(lan, BufferedInputFile(bytes(50 * MB + 1), "a.bin"))


@pytest.mark.parametrize(("width", "height"), [(9000, 1001), (2100, 100)])
async def test_a_photo_has_sane_sides(bot: Bot, lan: int, width: int, height: int) -> None:
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(lan, BufferedInputFile(picture(width, height), "a.png"))


async def test_what_is_no_picture_is_no_photo(bot: Bot, lan: int) -> None:
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(lan, BufferedInputFile(b"hello", "a.png"))


async def test_an_album_has_2_to_10_pictures(bot: Bot, lan: int, png: bytes) -> None:
    for count in (1, 11):
        media = [InputMediaPhoto(media=BufferedInputFile(png, "a.png")) for _ in range(count)]
        with pytest.raises(TelegramBadRequest, match="messages to send as an album"):
            await bot.send_media_group(lan, media)


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, lan: int) -> None:
    sent = await bot.send_message(lan, "a", reply_markup=data_button("x"))
    await bot.edit_message_text("b", chat_id=lan, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message"):
        await bot.edit_message_text("b", chat_id=lan, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(chat_id=lan, message_id=sent.message_id)


async def test_only_what_is_there_and_ones_own_can_be_edited(
    bot: Bot, phones: Phones, lan: int, png: bytes
) -> None:
    hers = (await phones.do(lan, "text", text="em chào thầy"))["id"]
    photo = await bot.send_photo(lan, BufferedInputFile(png, "a.png"))
    gone = await bot.send_message(lan, "a")
    await gone.delete()
    for message_id, reason in (
        (999, "message to edit not found"),
        (gone.message_id, "message to edit not found"),
        (hers, "message can't be edited"),
        (photo.message_id, "there is no text in the message to edit"),
    ):
        with pytest.raises(TelegramBadRequest, match=reason):
            await bot.edit_message_text("b", chat_id=lan, message_id=message_id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await gone.delete()


async def test_a_tap_is_answered_once_and_in_time(bot: Bot, phones: Phones, lan: int) -> None:
    sent = await bot.send_message(lan, "a", reply_markup=data_button("x"))
    for _ in range(2):
        await phones.do(lan, "tap", message_id=sent.message_id, button="x", wait=0)
    first, second = [u.callback_query for u in await bot.get_updates()]
    assert first
    assert second
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await first.answer("ế" * 201)
    await first.answer("ế" * 200)
    with pytest.raises(TelegramBadRequest, match="query is too old and response timeout expired"):
        await first.answer()
    await phones.post("faults", callback_seconds=0)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await second.answer()


async def test_who_blocked_or_never_started_cannot_be_written_to(
    bot: Bot, phones: Phones, lan: int
) -> None:
    stranger = await phones.person("Trần Văn Hùng")
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger, "a")
    await phones.do(lan, "block")
    for call in (bot.send_message(lan, "a"), bot.send_chat_action(lan, "typing")):
        with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
            await call
    await phones.do(lan, "unblock")
    await bot.send_message(lan, "a")
    changes = [u.my_chat_member for u in await bot.get_updates()]
    assert [c.new_chat_member.status for c in changes if c] == ["kicked", "member"]


async def test_a_deep_link_carries_64_signs(phones: Phones, lan: int) -> None:
    sent = await phones.do(lan, "start", payload="a_-9" * 16)
    assert sent["text"] == f"/start {'a_-9' * 16}"
    for payload in ("a" * 65, "có dấu", "a b"):
        with pytest.raises(RefusedError, match="deep link"):
            await phones.do(lan, "start", payload=payload)


async def test_command_menus_have_limits(bot: Bot, lan: int) -> None:
    good = BotCommand(command="a" * 32, description="ế" * 256)
    await bot.set_my_commands([good] * 100)
    for commands, reason in (
        ([good] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([BotCommand(command="Điểm", description="x")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="a" * 33, description="x")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="a", description="")], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([BotCommand(command="a", description="ế" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
    ):
        with pytest.raises(TelegramBadRequest, match=reason):
            await bot.set_my_commands(commands)
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_my_commands([good], scope=BotCommandScopeChat(chat_id=12))


async def test_an_upload_beyond_50_mb_is_refused_by_the_door(url: str, lan: int) -> None:
    async with aiohttp.ClientSession() as session:
        body = {"chat_id": lan, "document": "x" * 65 * MB}
        async with session.post(f"{url}/bot4242:lop-7A1/sendDocument", json=body) as response:
            assert response.status == 413
