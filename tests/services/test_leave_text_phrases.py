"""Families' messages, phrase by phrase: what is read in them, and what is asked."""

import unicodedata

import pytest
from leave_phrases import CHILDREN, OTHER, PHRASES, TODAY, noted, read

from services.leave_text import Doubt, Kind, answer_days, answer_part, read_leave

OF_THE_ISSUE = {
    "cô ơi cho cháu nghỉ hôm nay, cháu sốt ạ": "leave 25/11 sick",
    "mai Huy nghỉ nha cô": "leave 26/11 Huy",
    "xin cho con nghỉ t5 với t6": "leave 26/11-27/11",
    "vô trễ tiết 2": "late t2 ask:day",  # today, unless that lesson is over
    "3h rưỡi tôi đón": "early @15:30 ask:day",
    "nghỉ từ 25/11 đến 27/11": "leave 25/11-27/11",
    "cháu hết ốm rồi mai đi học lại": "back 26/11",
    "thôi không xin nghỉ nữa": "undo",
}
# Without marks a name may be a small word: these are asked about or left unread, never misread.
UNLIKE = {"mai bé Minh nghỉ ạ"}


@pytest.mark.parametrize("text", PHRASES)
def test_what_families_write(text: str) -> None:
    assert read(text) == PHRASES[text]


@pytest.mark.parametrize("text", OF_THE_ISSUE)
def test_what_the_school_was_promised(text: str) -> None:
    assert read(text) == OF_THE_ISSUE[text]


def without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.replace("đ", "d").replace("Đ", "D")


@pytest.mark.parametrize("text", [text for text in PHRASES if text not in UNLIKE])
def test_without_marks_it_means_the_same(text: str) -> None:
    bare = without_marks(text)
    assert without_marks(read(bare)) == without_marks(read(text))
    assert without_marks(read(bare.lower())).casefold() == without_marks(read(text)).casefold()


@pytest.mark.parametrize("text", PHRASES)
def test_letters_in_parts_mean_the_same(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(text)


def test_the_reason_is_in_the_familys_words() -> None:
    told = {
        "cô ơi cho cháu nghỉ hôm nay, cháu sốt ạ": "cháu sốt",
        "xin phép cho con nghỉ mai vì nhà có đám giỗ, cảm ơn cô": "nhà có đám giỗ",
        "mai Huy nghỉ nha cô, tại đi thi đấu võ ở tỉnh": "đi thi đấu võ ở tỉnh",
        "con sốt cao với ho nhiều nên em xin cho con nghỉ hôm nay": "con sốt cao với ho nhiều",
        "mai Huy nghỉ nha cô": None,
    }
    for text, reason in told.items():
        found = read_leave(text, TODAY, CHILDREN)
        assert found is not None
        assert found.reason == reason


def test_a_teacher_speaks_of_their_own_child_only_in_so_many_words() -> None:
    for text in ("mai con tôi nghỉ", "cháu nhà tôi nghỉ hôm nay", "xin cho Lan nghỉ mai"):
        found = read_leave(text, TODAY, CHILDREN)
        assert found is not None
        assert found.own
    strange = read_leave("mai em Tuấn nghỉ ạ", TODAY, CHILDREN)
    assert strange is not None
    assert not strange.own


def test_a_child_called_tomorrow_is_asked_about() -> None:
    from services.names import Named, NameIndex

    mai = NameIndex([Named(1, "Hồ Thị Mai")])
    for text, doubts in {
        "Mai nghỉ nha cô": (Doubt.DAY,),
        "cháu mai nghỉ ạ": (Doubt.DAY,),
        "cháu Mai mai nghỉ ạ": (),
        "hôm nay Mai nghỉ ạ": (),
        "mai cháu nghỉ ạ": (),
    }.items():
        found = read_leave(text, TODAY, mai)
        assert found is not None, text
        assert found.doubts == doubts, text


def test_what_is_no_leave_is_not_read() -> None:
    assert len(OTHER) > 60
    assert len(PHRASES) > 300


def test_answers_to_questions() -> None:
    assert [s.first.day for s in answer_days("mai", TODAY).spans] == [26]
    assert answer_days("tuần sau nhé", TODAY).doubt is Doubt.DAY
    assert answer_part("3", TODAY, Kind.LATE).period == 3
    assert str(answer_part("8h30", TODAY, Kind.LATE).at) == "08:30:00"
    assert not answer_part("không biết", TODAY, Kind.LATE).known
    assert noted(None) == "-"
