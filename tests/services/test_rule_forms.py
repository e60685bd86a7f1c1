"""The school's rules in words: every one has its form, its bounds and an example that is right."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handlers.rule_words import ABOUT, UNITS, example_of, value_words
from handlers.texts import texts
from services.errors import Invalid
from services.rule_forms import BY_NAME, FORMS, read_wish
from services.rule_kinds import Kind
from services.school_rules import SchoolRules


def test_every_rule_of_the_school_can_be_set_in_words() -> None:
    """A new field of `SchoolRules` needs a row in `FORMS` and a text in `rule_words.ABOUT`."""
    names = [field.name for field in fields(SchoolRules)]
    assert sorted(names) == sorted(BY_NAME) == sorted(ABOUT)
    others = {Kind.CLOCK, Kind.BREAKS, Kind.WEEKDAYS, Kind.WEEKDAY, Kind.YES}
    assert all(form.kind in UNITS or form.kind in others for form in FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_example_is_right(form) -> None:
    for call in (*form.called, form.name):
        wish = read_wish(f"{call} {form.example}")
        assert wish.form is form
        assert wish.value is not None
    assert read_wish(example_of(form).upper()).form is form


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("sáng 7h", "morning", "07:00"),
        ("vào lớp chiều 13 giờ 30", "afternoon", "13:30"),
        ("morning=07:05", "morning", "07:05"),
        ("sáng 7 rưỡi", "morning", "07:30"),
        ("tiết 40 phút", "lesson", 40),
        ("ra chơi 5 20 10 5", "breaks", [5, 20, 10, 5]),
        ("ngày học thứ 2 đến thứ 6", "weekdays", [0, 1, 2, 3, 4]),
        ("ngay hoc 2,4,6,cn", "weekdays", [0, 2, 4, 6]),
        ("ngày học thứ hai đến thứ bảy", "weekdays", [0, 1, 2, 3, 4, 5]),
        ("thẻ sau 15 phút", "card_after", 15),
        ("thẻ mặc định", "card_after", None),
        ("nhắc thẻ 5", "card_again", 5),
        ("không phép trong tháng 4", "warn_month", 4),
        ("báo sớm lần 1 là 25 buổi", "warn_first", 25),
        ("thu hoạch từ tháng 11", "harvest_from", 11),
        ("nghỉ dài 7 ngày", "dropout_days", 7),
        ("chờ sửa 120 giây", "grace_seconds", 120),
        ("cảnh báo lần 1 25", "warn_first", 25),
        ("canh bao lan 2: 35 buoi", "warn_second", 35),
        ("mùa vụ đến tháng 2", "harvest_to", 2),
        ("ngày sơ kết thứ bảy", "week_day", 5),
        ("hỏi lại phép không", "ask_excused", 0),
        ("giờ nhắc sổ 17", "book_hour", 17),
        ("giờ nhắc sổ 17h", "book_hour", 17),
        ("nhắc sổ lúc 17 giờ", "book_hour", 17),
        ("gio nhac so 17h00", "book_hour", 17),
        ("nhắc sổ 17:00", "book_hour", 17),
        ("gia đình xem sổ 48 tiếng", "book_family_hours", 48),
        ("giờ gia đình xem: 24 giờ", "book_family_hours", 24),
        ("book_family_hours 36 hours", "book_family_hours", 36),
    ],
)
def test_what_people_write(text: str, name: str, value: object) -> None:
    wish = read_wish(text)
    assert (wish.form.name, wish.value) == (name, value)


@pytest.mark.parametrize(
    "text",
    [
        "sáng 19:15",
        "sáng",
        "sáng 7:75",
        "ra chơi 5 20",
        "tiết 5",
        "buổi 3",
        "ngày học thứ 9",
        "giờ nhắc sổ 17h30",
        "giờ nhắc sổ 24 giờ",
        "gia đình xem sổ 3 buổi",
        "giờ sơ kết 5 buổi",
        "xyz",
    ],
)
def test_what_cannot_be_taken_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid):
        read_wish(text)


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("book_hour", "vi", "17 giờ"),
        ("book_family_hours", "vi", "24 giờ"),
        ("book_family_hours", "en", "24 h"),
        ("sessions_a_day", "vi", "1 buổi"),
        ("warn_row", "vi", "3 ngày"),
    ],
)
def test_a_value_is_said_in_its_own_unit(name: str, language: str, words: str) -> None:
    form = BY_NAME[name]
    value = getattr(SchoolRules(), name)
    assert value_words(texts(language).plain, form, value) == words


@given(some.sampled_from(FORMS), some.text(max_size=30))
def test_no_value_breaks_it(form, text: str) -> None:
    try:
        wish = read_wish(f"{form.called[0]} {text}")
    except Invalid:
        return
    assert wish.form in FORMS
