"""What holds for every message: nothing raises, nobody is from outside, no word is lost."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from roll_phrases import INDEX, NUMBERS, PUPILS, SHORT, noted, read, told, without_marks

from services.attendance_states import State
from services.roll_text import Mark, answer, read_frame, read_marks

_PUPILS = sorted(SHORT)
_SPOKEN = """vắng v muộn m trễ nghỉ đủ k ko không p kp cp có phép trừ và với đều cả em bạn tiết trốn
về sớm vừa vào đến rồi nhầm 7A1 hôm qua sáng thứ phút sĩ số còn lại chưa rõ Lan Minh Huy K Brêm H
Hương Y Thắng Tuyết lan minh 2 3 12 40 400 10' 7h20 37/39 15p ( ) , ; : . - / ? 1P 2k cô thầy do vì
chứ phải ốm hai thêm các nào ai lớp"""
_SPOKEN_WORDS = [*_SPOKEN.split(), "\n"]
_MESSAGES = st.lists(st.sampled_from(_SPOKEN_WORDS), max_size=25).map(" ".join)
_GLUED = st.lists(st.sampled_from(_SPOKEN_WORDS), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), _MESSAGES, _GLUED))
def test_any_text_is_read_and_only_pupils_of_the_list_are_marked(text: str) -> None:
    frame = read_frame(text, classes=["7A1"], groups={1: "CLB Bóng đá"}, today=date(2026, 11, 23))
    known = set(NUMBERS.values())
    for rest in (text, frame.rest):
        reading = read_marks(rest, INDEX, NUMBERS)
        assert {mark.pupil_id for mark in reading.marks} <= known
        assert len({mark.pupil_id for mark in reading.marks}) == len(reading.marks)
        for question in reading.questions:
            assert set(question.candidates) <= known
            assert {mark.pupil_id for some in question.choices for mark in some} <= known
        assert not (reading.all_present and any(m.state.is_absent for m in reading.marks))


@settings(max_examples=150, deadline=None)
@given(_MESSAGES, st.data())
def test_answering_every_question_comes_to_an_end(text: str, data: st.DataObject) -> None:
    reading = read(text)
    for _ in range(200):
        if not reading.questions:
            return
        asked = reading.questions[0]
        options = len(asked.candidates or asked.choices)
        pick = data.draw(st.integers(0, options - 1)) if options else None
        reading = answer(reading, 0, pick)
    raise AssertionError(text)


def test_a_long_and_hostile_message_is_read_in_time() -> None:
    for text in (
        "Lan Minh " * 450,
        "v 2 " * 1000,
        "(" * 4096,
        "a1" * 2048,
        "k " * 2000,
        "ắ" * 4096,
    ):
        assert read(text) is not None


_STATES = st.sampled_from([State.EXCUSED, State.UNEXCUSED, State.UNEXPLAINED])
_ABSENT = st.dictionaries(st.sampled_from(_PUPILS), _STATES, min_size=1, max_size=8)
_WORDS = {
    State.EXCUSED: ["p", "(p)", "P", "cp", "có phép", "xin phép", "- p", "(có phép)", "có đơn"],
    State.UNEXCUSED: ["k", "kp", "(k)", "không phép", "ko phép", "k phép", "K/P"],
    State.UNEXPLAINED: ["", "", "chưa rõ", "k rõ lý do"],
}


def _plain(text: str) -> str:
    return text


@settings(max_examples=400, deadline=None)
@given(_ABSENT, st.data())
def test_what_is_written_in_any_style_is_read_back(
    absent: dict[int, State], data: st.DataObject
) -> None:
    """Names by one style, states by any of their words, separated in any way."""
    draw = data.draw
    numbered = draw(st.booleans()) and len(absent) > 2
    late = {n: draw(st.integers(1, 59)) for n in _PUPILS if n not in absent and draw(st.booleans())}
    parts = []
    for number, state in absent.items():
        name = str(number) if numbered else draw(st.sampled_from(_ways(number)))
        parts.append(f"{name} {draw(st.sampled_from(_WORDS[state]))}".strip())
    separator = draw(st.sampled_from([", ", "; ", "\n", " , ", ",", "\n- "]))
    heading = draw(st.sampled_from(["vắng ", "v ", "Vắng: ", "nghỉ: ", "lớp vắng ", "vắng\n"]))
    if not numbered and draw(st.booleans()):
        heading = f"vắng {len(absent)}: "
    message = heading + separator.join(parts)
    expected = [noted(Mark(100 + number, state)) for number, state in absent.items()]
    if late and not numbered:
        unit = draw(st.sampled_from(["", "p", " phút", "'"]))
        some = [f"{draw(st.sampled_from(_ways(n)))} {minutes}{unit}" for n, minutes in late.items()]
        message += draw(st.sampled_from([". muộn ", "; đi trễ: ", "\nMuộn: "])) + ", ".join(some)
        expected += [noted(Mark(100 + n, State.LATE, minutes)) for n, minutes in late.items()]
    spelled = draw(st.sampled_from([_plain, without_marks, str.upper, str.lower]))
    reading = read(spelled(message))
    assert sorted(told(reading).split()) == sorted(expected), message
    assert reading.questions == ()
    assert not reading.partial


def _ways(number: int) -> list[str]:
    """The given name and the whole name."""
    return [SHORT[number], PUPILS[number]]


@settings(max_examples=150, deadline=None)
@given(_ABSENT.filter(lambda absent: len(absent) > 1), st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_matter(absent: dict[int, State], random: object) -> None:
    parts = [f"{SHORT[n]} {_WORDS[state][0]}".strip() for n, state in absent.items()]
    first = read("vắng " + ", ".join(parts))
    random.shuffle(parts)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    second = read("vắng " + ", ".join(parts))
    assert told(first) == told(second)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["Lan", "Minh", "Huy", "p", "k", ",", "xyz", "Tuyết", "Lna"])))
def test_no_word_is_dropped(words: list[str]) -> None:
    """A stranger in the message is always among the questions or noted beside a pupil."""
    reading = read("vắng " + " ".join(words))
    shown = " ".join(question.fragment for question in reading.questions)
    shown += " ".join(mark.note or "" for mark in reading.marks)
    for word in ("xyz", "Tuyết", "Lna"):
        assert shown.count(word) >= min(1, words.count(word))
