"""Folding and sorting: what a list of Vietnamese names needs."""

import unicodedata

import pytest

from services.names import fold, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Hương", "dang thi huong"),
        ("H'Hương", "hhuong"),
        ("H’Nhung ÊBAN", "hnhung eban"),
        ("Kpă Ayŭn", "kpa ayun"),
        ("Ðức", "duc"),  # the Icelandic letter that old keyboards gave for Đ
        ("7A1\nvắng", "7a1\nvang"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_a_class_list_is_sorted_by_given_name_then_surname_then_middle() -> None:
    names = [
        "Nguyễn Văn An",
        "Trần Thị An",
        "Lê Ân",
        "Bùi Ngọc Anh",
        "Nguyễn Mỹ Anh",
        "Nguyễn Thị Anh",
        "Đặng Anh",
        "Hồ Ánh",
        "Vũ Dũng",
        "Vũ Đức",
        "Vũ Dung",
        "Y Thắng Niê",
        "Lê Thanh",
        "H'Ơn Ayun",
        "Lê Oanh",
        "Lê Ổn",
    ]
    assert sorted(names, key=sort_key) == [
        "Nguyễn Văn An",
        "Trần Thị An",
        "Bùi Ngọc Anh",
        "Đặng Anh",
        "Nguyễn Mỹ Anh",
        "Nguyễn Thị Anh",
        "Hồ Ánh",
        "Lê Ân",
        "Vũ Dung",
        "Vũ Dũng",
        "Vũ Đức",
        "Lê Oanh",
        "Lê Ổn",
        "H'Ơn Ayun",
        "Lê Thanh",
        "Y Thắng Niê",
    ]


def test_tones_go_level_grave_hook_tilde_acute_dot() -> None:
    names = ["Mai", "Mạ", "Mả", "Má", "Ma", "Mã", "Mà"]
    assert sorted(names, key=sort_key) == ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai"]


def test_case_and_form_do_not_change_the_order() -> None:
    assert sort_key("NGUYỄN THỊ LAN") == sort_key(unicodedata.normalize("NFD", "Nguyễn Thị Lan"))
