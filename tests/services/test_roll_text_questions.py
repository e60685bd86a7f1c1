"""What must be asked: every trap of the grammar, and what the answers make of it."""

from datetime import time

import pytest
from roll_phrases import INDEX, NUMBERS, noted, read, told

from services.attendance_states import State
from services.names import Named, NameIndex
from services.roll_text import Doubt, Mark, Question, Reading, answer, read_marks


def asked(reading: Reading) -> list[str]:
    return [f"{question.doubt}: {question.fragment}" for question in reading.questions]


def choices(question: Question) -> list[str]:
    return [" ".join(map(noted, marks)) for marks in question.choices]


ASKED = [  # message, what is certain, what is asked
    ("vắng Lna p, Minh k", "Minh=K", ["nearest: Lna"]),
    ("vắng Tuyết p, Minh", "Minh=?", ["nobody: Tuyết"]),
    ("vắng Phạm Lan p", "", ["nearest: Phạm Lan"]),
    ("v 99", "", ["bad_number: 99"]),
    ("v 3p 40", "Huy=P", ["bad_number: 40"]),
    ("muộn Huy 400", "", ["bad_minutes: Huy 400"]),
    ("muộn Huy 0", "", ["bad_minutes: Huy 0"]),
    ("vắng Lan p, Lan k", "", ["state_clash: Lan; Lan"]),
    ("vắng Lan p k", "", ["state_clash: Lan; Lan p k"]),
    ("vắng Lan. Muộn Lan 10", "", ["state_clash: Lan; Lan"]),
    ("vắng 3: Lan, Minh", "Lan=? Minh=?", ["count_mismatch: 3"]),
    ("vắng 2 em Lan p", "Lan=P", ["count_mismatch: 2 em"]),
    ("vắng 2 (1P 1K)", "", ["count_mismatch: 2"]),
    ("vắng 3 em: 2p 1k", "", ["count_mismatch: 3 em"]),
    ("sĩ số 9/12 vắng Lan, Minh", "Lan=? Minh=?", ["count_mismatch: 9/12"]),
    ("sĩ số 40, vắng Lan p", "Lan=P", ["count_mismatch: 40"]),
    ("đủ 39", "", ["count_mismatch: 39"]),
    ("đủ, vắng Lan", "Lan=?", ["count_mismatch: đủ"]),
    ("vắng Lan p. GV Khoa", "Lan=P", ["unreadable: GV Khoa"]),
    ("vắng Minh p ạ. Cô Lan", "Minh=P", ["unreadable: Cô Lan"]),
    (
        "vắng Lan p nhưng trời đang mưa to",
        "Lan=P",
        ["unreadable: nhưng trời", "unreadable: mưa to"],
    ),
    ("vắng", "", ["unreadable: vắng"]),
    ("vắng không", "", ["unreadable: vắng", "unreadable: không"]),
    ("Lan, Minh", "", ["unreadable: Lan", "unreadable: Minh"]),
    ("Lan ốm", "", ["unreadable: Lan"]),
    ("k rõ", "", ["unreadable: k rõ"]),
    ("vắng Minh chứ không phải Lan", "Minh=?", ["unreadable: chứ không phải Lan"]),
    ("vắng Huy 10 phút", "Huy=?", ["unreadable: 10 phút"]),
    ("đủ; 7A2 vắng Lan", "", ["unreadable: 7A2 vắng Lan"]),
    (
        "vắng Lan p\n<script>alert(1)</script>",
        "Lan=P",
        ["unreadable: script>alert", "unreadable: script"],
    ),
]


@pytest.mark.parametrize(("message", "certain", "questions"), ASKED)
def test_what_is_certain_is_kept_and_the_rest_is_asked(
    message: str, certain: str, questions: list[str]
) -> None:
    reading = read(message)
    assert told(reading) == certain
    assert asked(reading)[: len(questions)] == questions


EITHER = [  # message, why, the choices
    ("v 2", Doubt.NUMBER_OR_COUNT, ["Minh=?", ""]),
    ("v 3p", Doubt.NUMBER_OR_COUNT, ["Huy=P", ""]),
    ("vắng 2p 1k", Doubt.NUMBER_OR_COUNT, ["Lan=K Minh=P", ""]),
    ("v 2 5 12", Doubt.NUMBER_OR_COUNT, ["Minh=?", ""]),
    ("vắng 3 Lan, Minh", Doubt.NUMBER_OR_COUNT, ["", "Huy=?"]),
    ("m 7", Doubt.NUMBER_OR_COUNT, ["Trang=M", ""]),
    ("m 7 10", Doubt.NUMBER_OR_MINUTES, ["Trang=M Cường=M", "Trang=M10"]),
    ("v 3p 12 m 7 10", Doubt.NUMBER_OR_MINUTES, ["Trang=M Cường=M", "Trang=M10"]),
    (
        "m 7 10 12",
        Doubt.NUMBER_OR_MINUTES,
        ["Trang=M Cường=M Sơn=M", "Trang=M Cường=M12", "Trang=M10 Sơn=M"],
    ),
    ("vắng Lan 12p", Doubt.NUMBER_OR_MINUTES, ["Lan=? Sơn=P", "Lan=M12"]),
    ("vắng Lan Minh m 7", Doubt.NUMBER_OR_MINUTES, ["Minh=M7", "Minh=? Trang=M"]),
]


@pytest.mark.parametrize(("message", "doubt", "options"), EITHER)
def test_two_meanings_are_asked(message: str, doubt: Doubt, options: list[str]) -> None:
    reading = read(message)
    [question] = reading.questions
    assert question.doubt is doubt
    assert [" ".join(sorted(o.split())) for o in choices(question)] == [
        " ".join(sorted(o.split())) for o in options
    ]


def test_two_with_leave_and_one_without_but_not_who() -> None:
    reading = read("vắng 2 (1P 1K): Lan, Minh")
    [question] = reading.questions
    assert told(reading) == "Lan=? Minh=?"
    assert choices(question) == ["Lan=P Minh=K", "Lan=K Minh=P"]
    assert told(answer(reading, 0, 1)) == "Lan=K Minh=P"


# Two pupils who fit

TWINS = {1: "Nguyễn Thị Lan", 2: "Trần Hoàng Lan", 3: "Trần Minh", 4: "Lê Minh Anh", 5: "Vũ Anh"}
TWINS |= {
    6: "Đỗ Văn Nghĩa",
    7: "Bùi Thành",
    8: "Phan Ngọc Châu",
    9: "K'Tuấn",
    10: "Hồ Mai Quỳnh Dung",
}
TWINS |= {11: "Lý Bảo", 12: "Đặng Thanh Sang", 13: "Ngô Quỳnh", 14: "Cao Thúy Vy"}
TWINS |= {15: "Hà Nghi"}
TWIN_INDEX = NameIndex(Named(100 + n, name, None, n) for n, name in TWINS.items())
TWIN_NUMBERS = {n: 100 + n for n in TWINS}


def read_twins(message: str) -> Reading:
    return read_marks(message, TWIN_INDEX, TWIN_NUMBERS)


def ids(reading: Reading) -> dict[int, State]:
    return {mark.pupil_id - 100: mark.state for mark in reading.marks}


def test_a_shared_given_name_is_asked_and_the_rest_kept() -> None:
    reading = read_twins("vắng Lan p, Thành k")
    assert ids(reading) == {7: State.UNEXCUSED}
    [question] = reading.questions
    assert (question.doubt, question.candidates, question.state) == (
        Doubt.WHO_OF,
        (101, 102),
        State.EXCUSED,
    )
    assert ids(answer(reading, 0, 1)) == {7: State.UNEXCUSED, 2: State.EXCUSED}


def test_the_list_number_tells_namesakes_apart() -> None:
    for message in ("vắng Lan (2) p", "vắng 2 Lan p", "vắng Lan 2 p", "vắng Lan số 2 p"):
        reading = read_twins(message)
        assert (ids(reading), reading.questions) == ({2: State.EXCUSED}, ())


def test_one_pupil_or_two() -> None:
    reading = read_twins("vắng Minh Anh p")
    [question] = reading.questions
    assert question.doubt is Doubt.ONE_OR_TWO
    assert not reading.marks
    assert [[(mark.pupil_id - 100, mark.state) for mark in some] for some in question.choices] == [
        [(4, State.EXCUSED)],
        [(3, State.UNEXPLAINED)],
    ]
    # Anh alone is Minh Anh or Vũ Anh, which is asked next
    two = answer(reading, 0, 1)
    assert ids(two) == {3: State.UNEXPLAINED}
    assert [question.candidates for question in two.questions] == [(104, 105)]


def test_the_count_tells_one_pupil_from_two() -> None:
    assert ids(read_twins("vắng 1: Minh Anh p")) == {4: State.EXCUSED}
    two = read_twins("vắng 2: Minh Anh")
    assert [question.doubt for question in two.questions] == [Doubt.WHO_OF]


def test_a_whole_name_is_one_pupil() -> None:
    reading = read_twins("vắng Hồ Mai Quỳnh Dung k")
    assert (ids(reading), reading.questions) == ({10: State.UNEXCUSED}, ())


def test_words_of_the_grammar_that_are_names_here() -> None:
    assert ids(read_twins("vang nghi p")) == {15: State.EXCUSED}
    assert ids(read_twins("vang thanh p, bao k")) == {7: State.EXCUSED, 11: State.UNEXCUSED}
    assert ids(read_twins("vang sang p")) == {12: State.EXCUSED}
    assert ids(read_twins("vang vy, chau k")) == {14: State.UNEXPLAINED, 8: State.UNEXCUSED}
    assert ids(read_twins("vắng Thành chưa rõ lý do")) == {7: State.UNEXPLAINED}
    assert ids(read_twins("vang nghia k ro ly do, bao p")) == {
        6: State.UNEXPLAINED,
        11: State.EXCUSED,
    }


def test_a_word_that_may_be_a_name_is_asked() -> None:
    reading = read_twins("vang chau quynh p")  # cháu Quỳnh, or Châu and Quỳnh
    [question] = reading.questions
    assert question.doubt is Doubt.ONE_OR_TWO
    assert {m.pupil_id for some in question.choices for m in some} >= {108}


# Strangers: pupils of other classes, wrong middle names, slips


def test_a_name_of_nobody_makes_the_name_beside_it_doubtful() -> None:
    for message in ("vắng Phạm Lan p", "vắng Phạm Lan p, Huy", "vắng Huy, Lan Vyy p"):
        reading = read(message)
        assert 101 not in {mark.pupil_id for mark in reading.marks}
        assert any(101 in question.candidates for question in reading.questions)


def test_names_that_are_also_small_words_are_asked_in_a_class_without_them() -> None:
    for stranger in ("Vy", "Thi", "Chi", "Tam", "Nhung", "Bao", "Van", "Tu", "Tâm", "Thành"):
        for message in (f"vắng Minh p, {stranger} k", f"vang minh p, {stranger.lower()} k"):
            reading = read(message)
            assert told(reading) == "Minh=P", message
            [question] = reading.questions
            assert question.fragment.casefold() == stranger.casefold()
            assert question.state is State.UNEXCUSED


def test_a_wrong_middle_name_is_not_two_pupils() -> None:
    reading = read_twins("vắng Ngọc Châu p, Minh Lan k, Hoàng Lan")
    assert ids(reading) == {8: State.EXCUSED, 2: State.UNEXPLAINED}
    [question] = reading.questions  # Minh and some Lan, or a Lan whose middle name is not Minh
    assert (question.doubt, question.fragment) == (Doubt.ONE_OR_TWO, "Minh Lan")
    one = answer(reading, 0, 1)
    assert {101, 102, 103} <= set(one.questions[0].candidates)


def test_names_between_commas_are_one_name_each() -> None:
    assert ids(read_twins("vắng Minh Anh p, Thành k")) == {4: State.EXCUSED, 7: State.UNEXCUSED}
    assert ids(read_twins("vắng Minh Anh\nThành")).keys() == {4, 7}


# Answers


def test_an_answer_takes_the_question_away() -> None:
    reading = read("vắng Lna p, Minh")
    answered = answer(reading, 0, 0)
    assert (told(answered), answered.questions) == ("Lan=P Minh=?", ())


def test_a_fragment_can_be_left_out() -> None:
    reading = read("vắng Tuyết p, Minh")
    left = answer(reading, 0, None)
    assert (told(left), left.questions) == ("Minh=?", ())


def test_number_or_count_answered_as_count_asks_for_the_names() -> None:
    reading = answer(read("v 2"), 0, 1)
    assert reading.marks == ()
    assert [(q.doubt, q.expected, q.found) for q in reading.questions] == [
        (Doubt.COUNT_MISMATCH, 2, 0)
    ]


def test_number_or_minutes_answered() -> None:
    reading = read("v 3p 12 m 7 10")
    assert told(reading) == "Huy=P Sơn=?"
    assert told(answer(reading, 0, 0)) == "Huy=P Trang=M Cường=M Sơn=?"
    assert told(answer(reading, 0, 1)) == "Huy=P Trang=M10 Sơn=?"


def test_bad_minutes_may_be_left_out_of_the_mark() -> None:
    assert told(answer(read("muộn Huy 400"), 0, 0)) == "Huy=M"


def test_a_clash_is_settled_by_one_of_both() -> None:
    reading = read("vắng Lan p, Lan k, Minh")
    assert told(answer(reading, 0, 1)) == "Lan=K Minh=?"


def test_an_answer_that_contradicts_a_mark_is_asked_again() -> None:
    reading = read("vắng Lan k, Lna p")
    again = answer(reading, 0, 0)
    assert [question.doubt for question in again.questions] == [Doubt.STATE_CLASH]
    assert told(answer(again, 0, 0)) == "Lan=K"


def test_a_question_carries_what_was_said_of_the_pupil() -> None:
    [question] = read("Lna vừa vào 7h20").questions
    assert question.mark_for(101) == Mark(101, State.LATE, at=time(7, 20))


def test_there_is_no_such_choice() -> None:
    reading = read("vắng Lna p")
    for wrong in (-1, 9):
        with pytest.raises(IndexError):
            answer(reading, 0, wrong)


def test_answering_never_makes_an_absentee_present() -> None:
    reading = read_marks("đủ", INDEX, NUMBERS)
    assert reading.all_present
    doubtful = read("đủ, vắng Lna")
    assert [question.doubt for question in doubtful.questions] == [
        Doubt.COUNT_MISMATCH,
        Doubt.NEAREST,
    ]
    assert told(answer(doubtful, 1, 0)) == "Lan=?"
    assert not answer(doubtful, 1, 0).all_present
