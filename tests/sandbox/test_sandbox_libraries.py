"""Two libraries that we did not write live on the sandbox, and understand all it says."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import telegram
from aiogram import Bot, Dispatcher, F, types
from aiogram.filters import CommandStart
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MenuButtonCommands,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes

from tests.support.sandbox import Phones
from tests.support.sandbox_bots import TOKEN, no_surprises, picture

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Duyệt", callback_data="yes", style="success"),
            InlineKeyboardButton(text="Từ chối", callback_data="no", style="danger"),
        ],
        [InlineKeyboardButton(text="Trang trường", url="https://thcs.vn/")],
        [InlineKeyboardButton(text="Chép mã", copy_text=CopyTextButton(text="7A1"))],
    ]
)
PNG, PDF = picture(1600, 900), b"%PDF-1.7"


@pytest.fixture(autouse=True)
async def no_pace(phones: Phones) -> None:
    await phones.post("faults", pace=False)


async def test_aiogram_understands_every_method(bot: Bot, phones: Phones, lan: int) -> None:
    photo = await bot.send_photo(lan, BufferedInputFile(PNG, "a.png"), caption="<b>Ảnh</b>")
    assert photo.photo
    assert [s.width for s in photo.photo] == [90, 320, 800, 1280]
    sent = await bot.send_message(lan, "a", reply_markup=KEYBOARD)
    assert sent.reply_markup
    assert sent.reply_markup.model_dump() == KEYBOARD.model_dump()
    where = {"chat_id": lan, "message_id": sent.message_id}
    await bot.edit_message_text("<b>b</b>", **where, parse_mode="HTML")
    await bot.edit_message_reply_markup(**where, reply_markup=KEYBOARD)
    await bot.edit_message_caption(chat_id=lan, message_id=photo.message_id, caption="khác")
    media = InputMediaDocument(media=BufferedInputFile(PDF, "b.pdf"), caption="tệp")
    changed = await bot.edit_message_media(media, chat_id=lan, message_id=photo.message_id)
    assert isinstance(changed, types.Message)
    assert changed.document
    assert changed.caption == "tệp"
    album = await bot.send_media_group(
        lan, [InputMediaPhoto(media=BufferedInputFile(PNG, f"{i}.png")) for i in range(3)]
    )
    assert len({m.media_group_id for m in album}) == 1
    document = await bot.send_document(lan, BufferedInputFile(PDF, "Điểm 7A1.pdf"))
    assert document.document
    again = await bot.send_document(lan, document.document.file_id)
    assert again.document == document.document
    file = await bot.get_file(document.document.file_id)
    assert file.file_path
    data = await bot.download_file(file.file_path)
    assert data
    assert data.read() == PDF
    contact = await bot.send_contact(lan, "0912345678", "Lan")
    assert contact.contact
    answer = await bot.send_message(
        lan, "trả lời", reply_parameters=ReplyParameters(message_id=sent.message_id)
    )
    assert answer.reply_to_message
    assert answer.reply_to_message.message_id == sent.message_id
    copy = await bot.copy_message(lan, lan, sent.message_id)
    assert copy.message_id > answer.message_id
    assert len(await bot.copy_messages(lan, lan, [sent.message_id, contact.message_id])) == 2
    forwarded = await bot.forward_message(lan, lan, sent.message_id)
    assert forwarded.forward_origin
    assert await bot.forward_messages(lan, lan, [sent.message_id])
    assert await bot.send_chat_action(lan, "upload_document")
    assert await bot.set_message_reaction(lan, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert await bot.pin_chat_message(lan, sent.message_id)
    chat = await bot.get_chat(lan)
    assert chat.pinned_message
    assert await bot.unpin_chat_message(lan)
    assert await bot.unpin_all_chat_messages(lan)
    assert (await bot.get_chat_member(lan, lan)).status == "member"
    assert (await bot.get_chat_member(lan, bot.id)).status == "member"
    assert await bot.get_chat_member_count(lan) == 2
    assert await bot.delete_message(lan, contact.message_id)
    assert await bot.delete_messages(lan, [m.message_id for m in album])
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
    shown = [photo, sent, changed, album, document, file, contact, answer, forwarded, chat]
    no_surprises([*shown, await bot.get_me(), await bot.get_webhook_info()])
    assert await bot.log_out()
    assert await bot.close()
    for message in await phones.messages(lan):
        assert message["id"] not in {contact.message_id, *(m.message_id for m in album)}


async def test_aiogram_dresses_its_bot(bot: Bot, phones: Phones, lan: int) -> None:
    common = [BotCommand(command="start", description="Bắt đầu")]
    private = [BotCommand(command="trogiup", description="Trợ giúp")]
    english = [BotCommand(command="help", description="Help")]
    hers = [BotCommand(command="diemdanh", description="Điểm danh")]
    scope = BotCommandScopeChat(chat_id=lan)
    await bot.set_my_commands(common)
    assert [c["command"] for c in await phones.get(f"commands/{lan}")] == ["start"]
    await bot.set_my_commands(private, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(english, scope=BotCommandScopeAllPrivateChats(), language_code="en")
    await bot.set_my_commands(hers, scope=scope)
    ann = await phones.person("Ann", language="en-GB")
    assert await phones.get(f"commands/{lan}") == [
        {"command": "diemdanh", "description": "Điểm danh"}
    ]
    assert [c["command"] for c in await phones.get(f"commands/{ann}")] == ["help"]
    assert [c.command for c in await bot.get_my_commands(scope=scope)] == ["diemdanh"]
    await bot.delete_my_commands(scope=scope)
    assert [c["command"] for c in await phones.get(f"commands/{lan}")] == ["trogiup"]
    await bot.set_my_name("Sổ Liên Lạc")
    await bot.set_my_description("Nhà trường và gia đình")
    await bot.set_my_short_description("THCS")
    assert (await bot.get_me()).first_name == "Sổ Liên Lạc"
    assert (await bot.get_my_name(language_code="en")).name == "Sổ Liên Lạc"
    assert (await bot.get_my_description()).description == "Nhà trường và gia đình"
    assert (await bot.get_my_short_description()).short_description == "THCS"
    assert await bot.set_chat_menu_button(chat_id=lan, menu_button=MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(chat_id=lan), MenuButtonCommands)


async def test_python_telegram_bot_understands_every_method(
    ptb: telegram.Bot, lan: int, phones: Phones
) -> None:
    markup = telegram.InlineKeyboardMarkup.from_row(
        [telegram.InlineKeyboardButton("Có", callback_data="c")]
    )
    sent = await ptb.send_message(lan, "*a*", parse_mode="MarkdownV2", reply_markup=markup)
    assert sent.entities[0].type == "bold"
    photo = await ptb.send_photo(lan, PNG, caption="ảnh")
    document = await ptb.send_document(lan, PDF, filename="Điểm.pdf")
    assert document.document
    assert document.document.file_name == "Điểm.pdf"
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == PDF
    album = await ptb.send_media_group(
        lan, [telegram.InputMediaPhoto(PNG), telegram.InputMediaPhoto(photo.photo[-1].file_id)]
    )
    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: ptb.edit_message_text("b", lan, sent.message_id),
        lambda: ptb.edit_message_reply_markup(lan, sent.message_id, reply_markup=markup),
        lambda: ptb.edit_message_caption(lan, photo.message_id, caption="khác"),
        lambda: ptb.edit_message_media(
            telegram.InputMediaPhoto(PNG, caption="mới"), lan, photo.message_id
        ),
        lambda: ptb.send_contact(lan, "0912345678", "Lan"),
        lambda: ptb.send_chat_action(lan, "typing"),
        lambda: ptb.copy_message(lan, lan, sent.message_id),
        lambda: ptb.forward_message(lan, lan, sent.message_id),
        lambda: ptb.get_chat(lan),
        lambda: ptb.get_chat_member(lan, lan),
        lambda: ptb.set_my_commands([("start", "Bắt đầu")], telegram.BotCommandScopeChat(lan)),
        lambda: ptb.get_my_commands(telegram.BotCommandScopeChat(lan)),
        ptb.delete_my_commands,
        lambda: ptb.set_my_name("Sổ"),
        ptb.get_my_name,
        ptb.get_my_description,
        ptb.get_my_short_description,
        lambda: ptb.set_chat_menu_button(lan, telegram.MenuButtonDefault()),
        lambda: ptb.get_chat_menu_button(lan),
        lambda: ptb.set_message_reaction(lan, sent.message_id, "👍"),
        lambda: ptb.pin_chat_message(lan, sent.message_id),
        lambda: ptb.unpin_chat_message(lan),
        lambda: ptb.delete_message(lan, sent.message_id),
        lambda: ptb.delete_messages(lan, [m.message_id for m in album]),
        ptb.get_webhook_info,
        ptb.get_me,
    ]
    for call in calls:
        assert await call()
    await phones.do(lan, "text", text="xin chào")
    assert [u.message.text for u in await ptb.get_updates() if u.message] == ["xin chào"]


async def test_what_people_do_arrives_as_updates_both_understand(
    bot: Bot, ptb: telegram.Bot, phones: Phones, lan: int
) -> None:
    button = KeyboardButton(text="Gửi số của tôi", request_contact=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[button, KeyboardButton(text="Thôi")]])
    asked = await bot.send_message(lan, "Số của cô?", reply_markup=keyboard)
    board = await bot.send_message(lan, "Duyệt?", reply_markup=KEYBOARD)
    assert asked.reply_markup is None
    sent = await phones.do(lan, "text", text="/huy 😀 7A1", reply_to=asked.message_id)
    await phones.do(lan, "edit", message_id=sent["id"], text="7A1 đủ")
    await phones.do(lan, "tap", button="Gửi số của tôi")
    await phones.do(lan, "tap", button="Thôi")
    await phones.do(lan, "contact", phone="0987654321")
    await phones.send_file(lan, PNG, "đơn.png", "photo", "đơn xin nghỉ")
    await phones.send_file(lan, PDF, "Minh chứng.pdf")
    await phones.do(lan, "sticker")
    await phones.do(lan, "tap", message_id=board.message_id, button="Duyệt", wait=0)
    await phones.do(lan, "tap_raw", message_id=board.message_id, data="forged:9", wait=0)
    await phones.do(lan, "block")

    ours, theirs = await bot.get_updates(), await ptb.get_updates()
    no_surprises(ours)
    assert [u.update_id for u in ours] == [u.update_id for u in theirs]
    assert [u.update_id - ours[0].update_id for u in ours] == list(range(11))
    messages = [u.message for u in ours if u.message]
    text, own, word, other, photo, document, sticker = messages
    assert text.text == "/huy 😀 7A1"
    assert text.entities
    assert text.entities[0].type == "bot_command"
    assert text.reply_to_message
    assert ours[1].edited_message
    assert ours[1].edited_message.text == "7A1 đủ"
    assert own.contact
    assert (own.contact.phone_number, own.contact.user_id) == ("84912345678", lan)
    assert word.text == "Thôi"
    assert other.contact
    assert (other.contact.phone_number, other.contact.user_id) == ("0987654321", None)
    assert photo.photo
    assert photo.caption == "đơn xin nghỉ"
    assert document.document
    assert document.document.file_name == "Minh chứng.pdf"
    assert sticker.sticker
    queries = [u.callback_query for u in ours if u.callback_query]
    assert [q.data for q in queries] == ["yes", "forged:9"]
    assert isinstance(queries[0].message, types.Message)
    assert queries[0].message.reply_markup
    assert queries[0].message.reply_markup.model_dump() == KEYBOARD.model_dump()
    assert ours[-1].my_chat_member
    assert theirs[-1].my_chat_member
    assert theirs[-1].my_chat_member.new_chat_member.status == "kicked"


async def test_an_aiogram_dispatcher_polls_and_talks(bot: Bot, phones: Phones) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def start(message: types.Message) -> None:
        await message.answer("Chào!", reply_markup=KEYBOARD)

    @dispatcher.callback_query(F.data == "yes")
    async def yes(query: types.CallbackQuery) -> None:
        await query.answer("Đã duyệt", show_alert=True)
        assert isinstance(query.message, types.Message)
        await query.message.edit_text("Đã duyệt.")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    minh = await phones.person("Minh", start_payload="ma-moi")
    await phones.do(minh, "start")
    board = (await phones.until(minh))[0]
    assert board["buttons"][0][0] == {"text": "Duyệt", "data": "yes", "style": "success"}
    answer = await phones.do(minh, "tap", message_id=board["id"], button="Duyệt")
    assert answer == {"answer": {"text": "Đã duyệt", "alert": True}}
    await asyncio.sleep(0.1)
    edited = (await phones.messages(minh))[-1]
    assert (edited["text"], edited["edited"], edited["buttons"]) == ("Đã duyệt.", True, [])
    await dispatcher.stop_polling()
    await polling


async def test_a_python_telegram_bot_application_polls_and_talks(url: str, phones: Phones) -> None:
    async def start(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        markup = telegram.InlineKeyboardMarkup.from_button(
            telegram.InlineKeyboardButton("Có", callback_data="có")
        )
        await update.message.reply_html("<b>Chào</b>", reply_markup=markup)

    async def tapped(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query
        await update.callback_query.answer("Vâng")

    app = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(tapped))
    async with app:
        assert app.updater
        await app.start()
        await app.updater.start_polling(poll_interval=0)
        minh = await phones.person("Minh")
        await phones.do(minh, "start")
        board = (await phones.until(minh))[0]
        assert board["html"] == "<b>Chào</b>"
        answer = await phones.do(minh, "tap", message_id=board["id"], button="có")
        assert answer == {"answer": {"text": "Vâng", "alert": False}}
        await app.updater.stop()
        await app.stop()
