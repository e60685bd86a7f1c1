"""Which word of a full name calls a pupil, and which words may be left out."""

import unicodedata

import pytest

from services.names import Fit, Named, NameIndex, Resolution, given_name


@pytest.mark.parametrize(
    ("full_name", "given"),
    [
        ("Nguyễn Thị Lan", "Lan"),
        ("Y Thắng Niê", "Thắng"),
        ("H'Hương Ayun", "Hương"),
        ("H’Nhung Êban", "Nhung"),
        ("H' Linh Niê Kdăm", "Linh"),
        ("H Lan Byă", "Lan"),
        ("HLan Byă", "Lan"),
        ("Y Sơn Buôn Yă", "Sơn"),
        ("Siu H'Lan", "Lan"),
        ("K'Brêm", "Brêm"),
        ("Điểu K'Brêm", "Brêm"),
        ("Ka Mai", "Mai"),
        ("Giàng A Páo", "Páo"),
        ("Nguyễn Như Ý", "Ý"),
        ("HOàng Văn Nam", "Nam"),
        ("  Trần   Minh ", "Minh"),
        ("Minh", "Minh"),
        ("Y", "Y"),
        ("", ""),
    ],
)
def test_who_is_called_by_which_word(full_name: str, given: str) -> None:
    assert given_name(full_name) == given
    assert given_name(unicodedata.normalize("NFD", full_name)) == given


def test_words_after_thi_may_be_left_out_where_one_pupil_is_left() -> None:
    few = NameIndex([Named(1, "Nguyễn Thị Ngọc Lan"), Named(2, "Nguyễn Thị Ngọc Dung")])
    assert few.fits("Nguyễn Thị Lan") == Resolution(Fit.ONE, (1,))
    assert few.fits("nguyen thi dung") == Resolution(Fit.ONE, (2,))
    two = NameIndex([Named(1, "Nguyễn Thị Ngọc Lan"), Named(2, "Nguyễn Thị Kim Lan")])
    assert two.fits("Nguyễn Thị Lan") == Resolution(Fit.SEVERAL, (1, 2))


def test_words_left_out_are_asked_about_where_a_slip_may_be_another_pupil() -> None:
    few = NameIndex([Named(1, "Nguyễn Thị Ngọc Lan"), Named(2, "Nguyễn Thị Loan")])
    assert few.resolve("Nguyễn Thị Lan") == Resolution(Fit.NEAR, (1, 2))


def test_all_who_share_a_slip_are_offered_up_to_eight() -> None:
    names = ["Lê", "Trần", "Vũ", "Bùi", "Đỗ", "Hồ"]
    six = NameIndex([Named(at, f"{name} Linh") for at, name in enumerate(names)])
    assert set(six.resolve("Lnih").ids) == set(range(6))
