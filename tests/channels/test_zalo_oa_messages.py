"""What a call becomes on the Official Account, before anything is sent."""

from typing import Any

import pytest
from aiogram.methods import SendDocument, SendMessage, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.plain_text import units
from bot.channels.zalo_oa_messages import (
    AskedNumber,
    Handed,
    Said,
    Shown,
    messages_of,
    said_body,
    takes_file,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
PICTURE = "https://truong.example.vn/picture.png"


def buttons(*labels: str, **more: Any) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text=label, callback_data=f"#c:7:{n}")]
        for n, label in enumerate(labels, 1)
    ]
    rows += [[InlineKeyboardButton(text=text, **how)] for text, how in more.items()]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def test_a_text_loses_its_markup_and_keeps_its_words() -> None:
    call = SendMessage(chat_id=1, text="<b>Em Lan</b> vắng &amp; có phép", parse_mode="HTML")
    assert messages_of(call) == [Said("Em Lan vắng & có phép")]
    as_typed = SendMessage(chat_id=1, text="a < b", parse_mode=None)
    assert messages_of(as_typed) == [Said("a < b")]


def test_buttons_come_back_hidden_and_links_open() -> None:
    markup = buttons("Duyệt", "Từ chối", Xem={"url": "https://truong.example.vn/x"})
    said = messages_of(SendMessage(chat_id=1, text="Duyệt không?", reply_markup=markup))
    assert said_body(said[0])["attachment"]["payload"]["buttons"] == [  # type: ignore[arg-type]
        {"title": "Duyệt", "type": "oa.query.hide", "payload": "#c:7:1"},
        {"title": "Từ chối", "type": "oa.query.hide", "payload": "#c:7:2"},
        {"title": "Xem", "type": "oa.open.url", "payload": {"url": "https://truong.example.vn/x"}},
    ]


def test_a_text_to_copy_stands_in_the_message() -> None:
    markup = buttons(Mã={"copy_text": CopyTextButton(text="LK 7F3K2Q")})
    assert messages_of(SendMessage(chat_id=1, text="Mã mời", reply_markup=markup)) == [
        Said("Mã mời\nMã: LK 7F3K2Q")
    ]


def test_a_long_title_is_cut_and_says_so() -> None:
    label = "Đã biết, cháu ở nhà với bà vì bị sốt từ đêm qua"
    (said,) = messages_of(SendMessage(chat_id=1, text="?", reply_markup=buttons(label)))
    assert isinstance(said, Said)
    title = said.buttons[0]["title"]
    assert len(title) <= 35
    assert title.endswith("…")
    assert label.startswith(title[:-1])


def test_a_long_text_leaves_in_several_messages_and_is_answered_below_the_last() -> None:
    text = "\n\n".join(f"Điều {n}. " + "Học sinh đi học đúng giờ. " * 20 for n in range(1, 9))
    parts = messages_of(SendMessage(chat_id=1, text=text, reply_markup=buttons("Đã đọc")))
    assert len(parts) > 1
    assert all(isinstance(part, Said) and units(part.text) <= 2000 for part in parts)
    assert [bool(part.buttons) for part in parts if isinstance(part, Said)] == [
        *[False] * (len(parts) - 1),
        True,
    ]


def test_the_request_for_a_number_is_a_message_of_its_own() -> None:
    share = KeyboardButton(text="Chia sẻ số điện thoại", request_contact=True)
    call = SendMessage(
        chat_id=1, text="Xin chào", reply_markup=ReplyKeyboardMarkup(keyboard=[[share]])
    )
    text, form = messages_of(call, form_picture=PICTURE)
    assert text == Said("Xin chào")
    assert isinstance(form, AskedNumber)
    assert (form.title, form.subtitle) == ("Chia sẻ số điện thoại", "Xin chào")
    assert form.picture == PICTURE
    assert messages_of(call) == [Said("Xin chào")]  # there is no picture to show
    gone = SendMessage(chat_id=1, text="Xin chào", reply_markup=ReplyKeyboardRemove())
    assert messages_of(gone, form_picture=PICTURE) == [Said("Xin chào")]


def test_a_picture_with_a_caption_is_one_message_and_with_buttons_two() -> None:
    photo = BufferedInputFile(PNG, "lop.png")
    assert messages_of(SendPhoto(chat_id=1, photo=photo, caption="<i>Lớp 7A1</i>")) == [
        Shown(photo, "Lớp 7A1")
    ]
    markup = buttons("Đã xem")
    shown, said = messages_of(
        SendPhoto(chat_id=1, photo=photo, caption="Lớp 7A1", reply_markup=markup)
    )
    assert shown == Shown(photo)
    assert isinstance(said, Said)
    assert said.text == "Lớp 7A1"
    assert len(said.buttons) == 1


@pytest.mark.parametrize(
    "data", [b"GIF89a....", b"\xff\xd8\xff" + b"0" * 1024 * 1024, b"", b"%PDF-1.7"]
)
def test_a_picture_that_zalo_does_not_take_becomes_words(data: bytes) -> None:
    call = SendPhoto(chat_id=1, photo=BufferedInputFile(data, "lop.png"), caption="Lớp 7A1")
    link = "https://truong.example.vn/file/x"
    assert messages_of(call, in_place=link) == [Said(f"Lớp 7A1\n{link}")]
    assert messages_of(call) == []


@pytest.mark.parametrize(
    ("name", "size", "taken"),
    [
        ("giay-moi.PDF", 5 * 1024 * 1024, True),
        ("giay-moi.docx", 1, True),
        ("diem.csv", 10, True),
        ("diem.xlsx", 10, False),
        ("giay-moi.pdf", 5 * 1024 * 1024 + 1, False),
        ("giay-moi.pdf", 0, False),
        ("pdf", 10, False),
    ],
)
def test_which_files_go_as_files(name: str, size: int, taken: bool) -> None:
    assert takes_file(name, size) is taken


def test_a_file_stands_alone_and_its_words_follow() -> None:
    file = BufferedInputFile(b"%PDF-1.7", "giay-moi.pdf")
    call = SendDocument(chat_id=1, document=file, caption="Giấy mời họp")
    assert messages_of(call) == [Handed(file), Said("Giấy mời họp")]


@given(text=some.text(min_size=1, max_size=6000), count=some.integers(0, 5))
def test_no_message_is_ever_more_than_zalo_takes(text: str, count: int) -> None:
    markup = buttons(*(f"{text[:80]} {n}" for n in range(count))) if count else None
    for part in messages_of(
        SendMessage(chat_id=1, text=text, parse_mode=None, reply_markup=markup)
    ):
        assert isinstance(part, Said)
        assert 0 < units(part.text) <= 2000
        assert len(part.buttons) <= 5
        assert all(0 < units(button["title"]) <= 35 for button in part.buttons)
