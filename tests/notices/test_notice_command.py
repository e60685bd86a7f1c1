"""One line that is a notice: for whom, and what the text is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.name_syllables import fold
from services.notice_command import NoticeCommand, read_command, takes_back

CLASSES = [f"{grade}A{n}" for grade in (6, 7, 8, 9) for n in (1, 2, 3)]


def read(text: str) -> NoticeCommand | None:
    return read_command(text, CLASSES)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("thông báo 7A1: mai nghỉ", NoticeCommand("mai nghỉ", classes=("7A1",))),
        ("thông báo lớp 7A1 mai nghỉ", NoticeCommand("mai nghỉ", classes=("7A1",))),
        ("thông báo 7A1, 7A2: x", NoticeCommand("x", classes=("7A1", "7A2"))),
        ("thông báo 7A1 các em nghỉ", NoticeCommand("các em nghỉ", classes=("7A1",))),
        ("thông báo phụ huynh khối 7: x", NoticeCommand("x", grades=(7,))),
        ("thông báo khối 6 và 7 họp 7:30", NoticeCommand("họp 7:30", grades=(6, 7))),
        ("thông báo toàn trường: x", NoticeCommand("x", school=True)),
        ("thông báo toàn thể phụ huynh: x", NoticeCommand("x", school=True)),
        ("thông báo giáo viên: x", NoticeCommand("x", staff=True)),
        ("nhắn phụ huynh em Lan 7A1: x", NoticeCommand("x", ("7A1",), pupil=("Lan",))),
        ("nhắn phụ huynh Lan 7A1: x", NoticeCommand("x", ("7A1",), pupil=("Lan",))),
        ("nhắn gia đình em số 15: x", NoticeCommand("x", pupil=("số", "15"))),
        ("thông báo: mai nghỉ", NoticeCommand("mai nghỉ")),
        ("thông báo 7A1:\n- vở\n- bút", NoticeCommand("- vở\n- bút", classes=("7A1",))),
        ("thông báo các em mai nghỉ", NoticeCommand("các em mai nghỉ")),
        ("thông báo", NoticeCommand("")),
        ("thông báo giáo viên và phụ huynh: x", NoticeCommand("x", unclear=True)),
        ("thông báo giáo viên 7A1: x", NoticeCommand("x", unclear=True)),
        ("thông báo 7A1 và khối 6: x", NoticeCommand("x", unclear=True)),
    ],
)
def test_what_is_understood(said: str, meant: NoticeCommand) -> None:
    assert read(said) == meant
    assert read(unicodedata.normalize("NFD", said)) == meant
    bare = read(fold(said))
    assert bare is not None
    assert (bare.classes, bare.grades, bare.school, bare.staff) == (
        meant.classes,
        meant.grades,
        meant.school,
        meant.staff,
    )
    assert bare.body == fold(meant.body)


@pytest.mark.parametrize(
    "said", ["7A1 vắng Lan", "nhắn thầy Khoa gọi lại", "/thongbao 7A1", "cô ơi thông báo 7A1", ""]
)
def test_what_is_no_notice(said: str) -> None:
    assert read(said) is None


def test_a_name_that_runs_on_leaves_the_choice_to_the_list() -> None:
    command = read("nhắn phụ huynh em Ngọc Lan mai gặp thầy")
    assert command is not None
    assert command.loose
    assert command.rests[1] == "mai gặp thầy"


@pytest.mark.parametrize(
    ("said", "is_that"),
    [
        ("hủy thông báo lúc nãy", True),
        ("huy thong bao luc nay", True),
        ("HUỶ THÔNG BÁO", True),
        ("thu hồi thông báo vừa gửi giúp tôi với", True),
        ("hủy thông báo 7A1 nghỉ học", False),
        ("hủy", False),
        ("thông báo hủy họp", False),
    ],
)
def test_taking_back(said: str, is_that: bool) -> None:
    assert takes_back(said) is is_that
    assert takes_back(unicodedata.normalize("NFD", said)) is is_that


@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    for each in (text, f"thông báo {text}", f"nhắn phụ huynh em {text}: {text}"):
        command = read(each)
        if command is not None:
            assert command.body == command.body.lstrip()
        takes_back(each)


@given(st.text(min_size=1, alphabet=st.characters(categories=("Ll", "Nd", "Zs"))))
def test_no_word_of_the_text_is_lost(text: str) -> None:
    command = read(f"thông báo 7A1: {text}")
    assert command is not None
    assert command.body.strip() == unicodedata.normalize("NFC", text).strip()
