"""Lists of choices as they are written where there are no buttons."""

import pytest

from bot.choice_lines import numbered, own_numbers
from handlers.texts import texts

VI = texts("vi")


@pytest.mark.parametrize(
    ("labels", "marks"),
    [
        (["29. Nguyễn Tân, 02/02/2014", "30. Nguyễn Tân", "Viết lại"], ["29", "30", "b"]),
        (["16", "17", "« Trang trước", "Trang sau »"], ["16", "17", "b", "e"]),
        (["Hoàn tác", "15. Ngọc Lan: P", "15. Ngọc Lan: K"], None),
        (["Gửi", "Hủy"], None),
        (["3 ngày", "7A1"], None),
    ],
)
def test_a_pupils_number_is_what_is_typed(labels: list[str], marks: list[str] | None) -> None:
    assert own_numbers(labels) == marks


def test_the_list_says_each_number_once() -> None:
    labels = ["29. Nguyễn Tân & em", "Viết lại"]
    assert numbered(VI, labels, ["29", "b"], None) == [
        "Trả lời bằng số hoặc chữ:",
        "29) Nguyễn Tân &amp; em",
        "B) Viết lại",
    ]


def test_numbers_that_the_text_shows_are_not_listed_again() -> None:
    assert numbered(VI, ["16", "17", "Trang sau »"], ["16", "17", "b"], None) == [
        "Trả lời bằng một số ở trên, hoặc bằng chữ:",
        "B) Trang sau »",
    ]
    assert numbered(VI, ["1", "2"], ["1", "2"], None) == ["Trả lời bằng một số ở trên."]


def test_a_code_is_explained_in_one_short_line() -> None:
    (head, *_) = numbered(VI, ["Đã gặp em", "Đang tìm"], ["1", "2"], "H4")
    assert head == "Trả lời bằng số (nếu đã có tin khác: “1 H4”):"
    assert len(head) < 50
