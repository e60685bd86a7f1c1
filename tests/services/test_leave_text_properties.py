"""What holds for every message of a family: nothing raises, and no day comes from nowhere."""

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from leave_phrases import CHILDREN, SHORT

from services.leave_text import Doubt, Kind, answer_days, answer_part, read_leave

_SPOKEN = """cô ơi cho cháu con bé em nghỉ học hôm nay mai mốt mơi thứ t 2 5 6 25/11 27/11 31/12/26
từ đến hết tuần sau này sáng chiều buổi cả ngày vì do sốt ốm xin phép không nữa thôi đi lại vô trễ
tiết đón 3h 7h30 rưỡi về sớm trước hai ngày và với - , . ? ! ( ) Lan Huy Minh tôi mẹ k ko hnay
25-27/11 2-3 99/99 0 1000000 đầu cuối phút tiếng thêm vài mấy hủy đơn 15p 9h 25:99 kém"""
_WORDS = _SPOKEN.split()
_MESSAGES = st.lists(st.sampled_from(_WORDS), max_size=20).map(" ".join)
_GLUED = st.lists(st.sampled_from(_WORDS), max_size=20).map("".join)
_DAYS = st.dates(date(2026, 8, 1), date(2028, 3, 1))


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=150), _MESSAGES, _GLUED), _DAYS)
def test_any_text_is_read(text: str, today: date) -> None:
    found = read_leave(text, today, CHILDREN)
    answer_days(text, today)
    answer_part(text, today, Kind.LATE)
    if found is None:
        return
    assert set(found.children) <= set(SHORT)
    for span in (*found.days.spans, *found.days.options):
        assert span.first <= span.last
    if found.kind in (Kind.LEAVE, Kind.BACK) and not found.days.spans:
        assert {Doubt.DAY, Doubt.UNTIL} & set(found.doubts)
    if found.kind in (Kind.LATE, Kind.EARLY):
        assert found.part.known or Doubt.PART in found.doubts
    if found.stranger is not None:
        assert Doubt.CHILD in found.doubts


@settings(max_examples=200, deadline=None)
@given(_MESSAGES, _DAYS)
def test_letters_in_parts_are_the_same_letters(text: str, today: date) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert read_leave(apart, today, CHILDREN) == read_leave(text, today, CHILDREN)


@settings(max_examples=200, deadline=None)
@given(_MESSAGES, _DAYS)
def test_a_question_is_never_a_request(text: str, today: date) -> None:
    for asked in ("bao giờ", "mấy giờ", "tại sao"):
        assert read_leave(f"{asked} {text}", today, CHILDREN) is None


def test_a_long_and_hostile_message_is_read_in_time() -> None:
    today = date(2026, 11, 25)
    for text in (
        "nghỉ mai " * 500,
        "t5 " * 1300,
        "(" * 4096,
        "25/11-" * 600,
        "ắ" * 4096,
        "1h" * 2000,
    ):
        read_leave(text, today, CHILDREN)
