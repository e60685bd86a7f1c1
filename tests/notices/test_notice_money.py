"""What counts as money or as a trip, however it is written; and what does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.name_syllables import fold
from services.notice_money import about_money, about_trip

MONEY = [
    "Học phí tháng 12",
    "nộp 150.000đ",
    "mai các em mang theo 50k",
    "đóng bảo hiểm y tế",
    "quỹ lớp tháng này",
    "thu tiền đồng phục",
    "thu 2 triệu",
    "Tiền ăn bán trú",
    "ủng hộ đồng bào lũ lụt",
    "chuyển khoản vào số tài khoản sau",
    "mua sách bài tập",
    "mỗi em năm mươi nghìn",
    "phụ huynh nộp quỹ phụ huynh",
    "lệ phí thi",
    "kinh phí 20/11",
]
TELEX = ["tieenf an", "hojc phis thang 12", "nooji quyx 50 nghin", "ddongs quyx"]
SIGNS = ["💰", "₫", "5 $", "𝐭𝐢𝐞𝐧 hoc", "đ\u200bóng t\u200biền", "ＴＩỀＮ"]
AMOUNTS = ["150.000", "1,200,000", "50000", "200 000đ", "50K", "5tr", "100 nghin"]
EVERYDAY = [
    "Thứ Hai 30/11/2026 họp phụ huynh lúc 7 giờ 30",
    "Mai các em mang theo vở tập vẽ",
    "Kính gửi quý phụ huynh",
    "Các em mặc đồng phục thể dục",
    "Hoạt động ngoài giờ",
    "Lớp 7A1 nghỉ học ngày 20/11",
    "Liên hệ thầy Khoa 0905.123.456",
    "học sinh tiên tiến",
    "Tết Trung thu vui vẻ",
    "Lớp 6D và 7K họp",
    "Thông báo lịch thi cuối kì",
    "ban giám hiệu nhà trường",
    "về nhà làm bài tập đầy đủ",
    "Nhắc các em đội mũ bảo hiểm",
    "thư viện mở cửa",
]


@pytest.mark.parametrize("text", MONEY + TELEX + SIGNS + AMOUNTS)
def test_money_is_recognised(text: str) -> None:
    assert about_money(text)
    assert about_money(text.upper())
    assert about_money(unicodedata.normalize("NFD", text))
    assert about_money(f"Kính gửi phụ huynh,\n{text}\nTrân trọng")


@pytest.mark.parametrize("text", MONEY)
def test_money_without_marks_is_recognised(text: str) -> None:
    assert about_money(fold(text))


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_are_no_money(text: str) -> None:
    assert not about_money(text)
    assert not about_money(fold(text))
    assert not about_trip(text)


@pytest.mark.parametrize(
    "text",
    ["chủ nhật đi tham quan", "CHU NHAT DI DA NGOAI", "hoạt động trải nghiệm", "đi cắm trại"],
)
def test_trips_are_recognised(text: str) -> None:
    assert about_trip(text)
    assert about_trip(unicodedata.normalize("NFD", text))


@given(st.text(), st.sampled_from(MONEY), st.text())
def test_no_surroundings_hide_money(before: str, money: str, after: str) -> None:
    assert about_money(f"{before}\n{money}\n{after}")
