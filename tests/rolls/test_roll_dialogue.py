"""A roll in the making: it survives as JSON, and every question ends."""

import random
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.roll_grid_view import list_text, next_standing
from handlers.roll_question_view import Asking, question_keyboard, question_text
from handlers.texts import texts
from services.attendance_states import State
from services.names import Named, NameIndex
from services.roll_dialogue import Pending, choose, dump, load, typed_pupil, wants_memory
from services.roll_text import read_marks
from services.roll_typed import Said, said, unnamed
from services.roll_undo import undo
from services.rosters import Roster, index_of
from services.short_names import is_short_name
from services.standing import Standing
from tests.rolls.conftest import ABSENT, EXCUSED, KHOA, UNEXCUSED, Desk
from tests.rolls.test_roll_texts import school

NAMES = [
    "Nguyễn Thị Lan", "Trần Thị Lan", "Lê Minh", "Trần Minh Lan", "Nguyễn Tân", "Nguyễn Tân",
    "K'Brêm", "Y Sơn Buôn Yă", "Phạm Huy", "Đỗ Anh Dũng", "Lê Dung",
]  # fmt: skip
SESSION, OF = school(NAMES)
INDEX = NameIndex(
    [Named(p.pupil_id, p.full_name, p.called, p.number) for p in OF.members],
)
ROSTER = Roster(OF.list, OF.day, OF.members, (), INDEX, OF.by_id)
SAID = "vắng muộn Lan Minh Tân Huy p k 3 2 10 , ; : tiết đủ xyz Lna Dũng Dung em phút trừ và ("
WORDS = st.sampled_from(SAID.split())
MESSAGES = st.lists(WORDS, max_size=14).map(" ".join)


def pending(text: str) -> Pending:
    reading = read_marks(text, INDEX, ROSTER.numbers())
    return Pending("class:1", SESSION.day, SESSION.half, SESSION.kind, reading, text)


@settings(deadline=None)
@given(MESSAGES)
def test_it_survives_as_json(text: str) -> None:
    begun = pending(text)
    assert load(dump(begun)) == begun


@settings(deadline=None, max_examples=200)
@given(MESSAGES, st.randoms(use_true_random=False))
def test_every_question_can_be_shown_and_answered_to_the_end(
    text: str, chance: random.Random
) -> None:
    now = pending(text)
    for _ in range(40):
        asked = now.question
        if asked is None:
            break
        asking = Asking(SESSION, ROSTER, now, "abc123")
        assert 0 < len(question_text(texts("vi"), asking)) < 4096
        rows = question_keyboard(texts("en"), asking).inline_keyboard
        offered = len(asked.candidates or asked.choices)
        assert sum(map(len, rows)) == offered + (1 if unnamed(now) else 2)
        now = choose(now, chance.choice([None, *range(offered)]))
    assert now.question is None
    pupils = [mark.pupil_id for mark in now.reading.marks]
    assert len(pupils) == len(set(pupils))


def test_a_typed_answer_means_one_of_those_asked_about() -> None:
    asked = pending("vắng Tân p")
    assert typed_pupil(asked, ROSTER, "5") == 5
    assert typed_pupil(asked, ROSTER, "1") is None
    assert typed_pupil(asked, ROSTER, "Tân") is None
    assert typed_pupil(asked, ROSTER, "Huy") is None
    nearest = pending("vắng Lna p")
    assert typed_pupil(nearest, ROSTER, "9") == 9
    assert typed_pupil(nearest, ROSTER, "huy") == 9
    assert typed_pupil(nearest, ROSTER, "lan") is None


def test_short_answers_are_understood_however_they_are_typed() -> None:
    for text in ("đúng", "Đúng rồi ạ", "u", "ừ", "VÂNG", "dạ đúng", "ok", "có"):
        assert said(text) is Said.YES, text
    for text in ("không", "ko", "Không phải", "sai rồi", "k", "chưa"):
        assert said(text) is Said.NO, text
    assert said("bỏ qua") is Said.SKIP
    assert said("Lan p") is None
    assert said("không vắng") is None


def test_the_word_to_remember() -> None:
    assert wants_memory("11 nhớ nhé") == ("11", True)
    assert wants_memory("Huy, nho") == ("Huy", True)
    assert wants_memory("11") == ("11", False)
    assert wants_memory("nhớ") == ("nhớ", False)


def test_what_is_worth_remembering() -> None:
    assert is_short_name(ROSTER, "Huy nhỏ", 9)
    assert not is_short_name(ROSTER, "nhỏ", 9)
    assert is_short_name(ROSTER, "nhỏ", 9, explicit=True)
    assert not is_short_name(ROSTER, "Tân", 5, explicit=True)
    assert not is_short_name(ROSTER, "Huy", 9)
    assert not is_short_name(ROSTER, "Hyu", 9)
    assert not is_short_name(ROSTER, "99", 9, explicit=True)


def test_index_of_some() -> None:
    assert index_of(ROSTER.members[:1]).fits("lan").ids == (1,)


def test_a_tap_goes_round() -> None:
    standing, seen = None, []
    for _ in range(5):
        standing = next_standing(standing)
        seen.append(standing.state if standing else None)
    assert seen == [State.UNEXPLAINED, State.EXCUSED, State.UNEXCUSED, State.LATE, None]
    assert next_standing(Standing(State.LEFT_EARLY)) is None


def test_a_messenger_without_edits_shows_the_list() -> None:
    text = list_text(texts("vi"), SESSION, OF)
    assert "5 Nguyễn Tân" in text
    assert "vắng 3p 12" in text


async def test_any_course_of_rolls_and_undoings_ends_as_a_model_says(desk: Desk) -> None:
    chance = random.Random(7)
    states = [ABSENT, EXCUSED, UNEXCUSED, Standing(State.LATE, minutes=5)]
    first = await desk.take(KHOA, {})
    versions: list[dict[int, Standing]] = [{}]
    undone = first.roll
    for _ in range(30):
        if chance.random() < 0.3 and len(versions) > 1:
            _, outcome = await desk.at(
                KHOA, partial(undo, roll_id=first.roll.id, version=undone.version)
            )
            versions.append(versions[-2])
        else:
            full = chance.random() < 0.5
            named = {n: chance.choice([*states, None]) for n in chance.sample(range(1, 12), 3)}
            wanted = {} if full else dict(versions[-1])
            for number, standing in named.items():
                wanted.pop(number, None)
                if standing is not None:
                    wanted[number] = standing
            outcome = await desk.take(KHOA, named, full=full)
            if not outcome.changed:
                assert wanted == versions[-1]
                continue
            versions.append(wanted)
        undone = outcome.roll
        assert await desk.standings() == versions[-1]
    assert undone.version == len(versions)
