"""What a family's words report about their number or address, and what they do not report."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.contact_text import ContactText, read_contact
from services.name_syllables import fold

PHONES = {
    "số điện thoại mới của em là 0912 345 678 ạ": None,
    "em đổi số sang +84 912.345.678 thầy nhé": None,
    "sdt moi 0912345678": None,
    "my new number is 0912 345 678": None,
    "tôi mới thay sim, số là 0912345678": None,
    "số mới của bố cháu là 0912345678": "father",
    "số điện thoại của mẹ em giờ là 0912345678": "mother",
    "số mới của bà cháu là 0912345678": None,
}
ADDRESSES = {
    "nhà em chuyển về thôn 5 xã Thuận Hạnh rồi ạ": "thôn 5 xã Thuận Hạnh",
    "Địa chỉ mới: Thôn 3, xã Đắk N'Drung": "Thôn 3, xã Đắk N'Drung",
    "gia đình tôi đã dọn đến bon Bu Prâng xã Quảng Trực": "bon Bu Prâng xã Quảng Trực",
    "thầy ơi nha em chuyen ve thon 2 Dak Mol a": "thon 2 Dak Mol",
    "we moved to Thôn 7, xã Thuận Hạnh": "Thôn 7, xã Thuận Hạnh",
}
NOTHING = (
    "mai cho cháu nghỉ, cháu sốt ạ",
    "thầy gọi cho em số 0912345678 nhé",
    "số mới của thầy là gì?",
    "cháu chuyển trường về Buôn Ma Thuột",
    "nhà em chuyển về đâu?",
    "0912345678",
    "số cũ 0912345678 đổi sang số mới 0987654321",
    "/lienhe số mới 0912345678",
    "",
)


@pytest.mark.parametrize("text", PHONES)
def test_a_number(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text), text.upper()):
        assert read_contact(form) == ContactText("phone", "0912345678", PHONES[text])


@pytest.mark.parametrize("text", [text for text in PHONES if "bà" not in text])
def test_a_number_without_diacritics(text: str) -> None:
    assert read_contact(fold(text)) == ContactText("phone", "0912345678", PHONES[text])


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        assert read_contact(form) == ContactText("address", ADDRESSES[text])


@pytest.mark.parametrize("text", NOTHING)
def test_what_reports_nothing(text: str) -> None:
    assert read_contact(text) is None


@given(some.text(max_size=400))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    found = read_contact(text)
    assert found is None or found.value
