"""The echo fits one message and shows names as they are, whoever is on the list."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers.roll_echo import Echo, echo_text, saved_head
from handlers.roll_grid_view import grid_keyboard, grid_text
from handlers.roll_words import session_words, state_words
from handlers.texts import texts
from services.absences import Contact, FamilyPlan, ToldFamily, UnlinkedFamily
from services.attendance_states import Half, SessionKind, State
from services.names import NameIndex
from services.roll_view import view
from services.rosters import RollList, Roster
from services.sessions import Session
from services.standing import Standing
from storage.rosters import Place
from tests.rolls.conftest import MONDAY, ZONE

LONG = "Nguyễn Hoàng Phương Thảo Quỳnh Như Bảo Trân"
START = date(2026, 9, 7)


def school(names: list[str]) -> tuple[Session, Roster]:
    """A class of these names."""
    of = RollList(1, None, "7A1", SessionKind.MAIN, START, START + timedelta(days=260))
    places = tuple(
        Place(at, name, None, date(2014, 1, 1), None, at, "7A1", START, None)
        for at, name in enumerate(names, 1)
    )
    session = Session(of, date(2026, 11, 30), Half.MORNING, SessionKind.MAIN)
    by_id = {place.pupil_id: place for place in places}
    return session, Roster(of, session.day, places, (), NameIndex([]), by_id)


def everybody_absent(count: int) -> tuple[Session, Roster, dict[int, Standing], FamilyPlan]:
    session, of = school([LONG] * count)
    standings = {
        at: Standing(State.UNEXPLAINED, note="đau bụng từ đêm qua, mẹ gọi cho cô chủ nhiệm")
        for at in range(1, count + 1)
    }
    told = tuple(ToldFamily(at, LONG, 2, MONDAY) for at in standings)
    nobody = (Contact(LONG, "mother", "0912345678"), Contact(LONG, "father", None))
    unlinked = tuple(UnlinkedFamily(at, LONG, nobody) for at in standings)
    return session, of, standings, FamilyPlan(told, unlinked)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("count", [1, 3, 4, 20, 45, 60])
def test_the_echo_fits_one_message(language: str, count: int) -> None:
    t = texts(language)
    session, of, standings, plan = everybody_absent(count)
    shown = view(session, of, standings)
    text = echo_text(t, Echo(saved_head(t, shown), shown, plan), ZONE)
    assert len(text) <= 4096
    assert f"0/{count}" in text


def test_a_plain_class_of_45_absentees_is_named_in_full() -> None:
    session, of = school([f"Nguyễn Thị Ngọc Lan {at}" for at in range(45)])
    shown = view(session, of, {at: Standing(State.UNEXPLAINED) for at in range(1, 46)})
    text = echo_text(texts("vi"), Echo("", shown), ZONE)
    assert all(f"Nguyễn Thị Ngọc Lan {at}" in text for at in range(45))


def test_markup_in_a_name_is_shown_as_it_is() -> None:
    session, of = school(["<b>x</b>", "A & B"])
    t = texts("vi")
    shown = view(session, of, {1: Standing(State.LATE, minutes=5), 2: Standing(State.EXCUSED)})
    text = echo_text(t, Echo(saved_head(t, shown), shown), ZONE)
    assert "&lt;b&gt;x&lt;/b&gt;" in text
    assert "A &amp; B" in text


def test_namesakes_are_told_apart_and_groups_name_the_class() -> None:
    session, of = school(["Nguyễn Tân", "Nguyễn Tân", "Trần Lan"])
    shown = view(session, of, {id: Standing(State.EXCUSED) for id in (1, 2, 3)})
    text = echo_text(texts("vi"), Echo("", shown), ZONE)
    assert "2. Nguyễn Tân, 01/01/2014" in text
    assert "3. Trần Lan</b>" in text
    club = replace(session, of=replace(session.of, class_id=None, group_id=5, name="CLB Cờ"))
    assert "Trần Lan (7A1)" in echo_text(
        texts("vi"), Echo("", view(club, of, {3: Standing(State.EXCUSED)})), ZONE
    )


@pytest.mark.parametrize("size", [1, 30, 39, 45, 46, 60, 75])
def test_the_grid_shows_everybody_once_in_rows_of_three(size: int) -> None:
    session, of = school([LONG] * size)
    t = texts("vi")
    seen = []
    pages = 1 if size <= 45 else -(-size // 30)
    for page in range(pages):
        rows = grid_keyboard(t, of, {1: Standing(State.LATE)}, page, "abc123").inline_keyboard
        assert sum(map(len, rows)) <= 100
        assert all(len(row) <= 3 for row in rows)
        for row in rows:
            for button in row:
                assert len((button.callback_data or "").encode()) <= 64
                if (button.callback_data or "").startswith("rg:"):
                    seen.append(int((button.callback_data or "").rsplit(":", 1)[1]))
    assert seen == list(range(1, size + 1))
    assert len(grid_text(t, session, of, {})) < 500


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing(State.EXCUSED), "vắng có phép (P)"),
        (Standing(State.UNEXCUSED), "vắng không phép (K)"),
        (Standing(State.UNEXPLAINED), "vắng, chưa rõ lí do"),
        (Standing(State.UNEXPLAINED, note="ốm"), "vắng, chưa rõ lí do · ốm"),
        (Standing(State.LATE), "đi muộn"),
        (Standing(State.LATE, minutes=10), "đi muộn 10 phút"),
        (Standing(State.LATE, arrived="07:20"), "vào lớp lúc 07:20"),
        (Standing(State.LATE, minutes=5, arrived="07:20"), "vào lớp lúc 07:20 (muộn 5 phút)"),
        (Standing(State.LEFT_EARLY), "về sớm"),
        (Standing(State.LEFT_EARLY, period=4), "về sớm từ tiết 4"),
        (Standing(State.LEFT_EARLY, arrived="10:00"), "về sớm lúc 10:00"),
        (Standing(State.UNEXCUSED, period=3), "bỏ tiết 3, không phép"),
    ],
)
def test_how_a_pupil_stood_in_words(standing: Standing, said: str) -> None:
    assert state_words(texts("vi"), standing) == said


def test_sessions_in_words() -> None:
    session, _ = school(["A"])
    t = texts("vi")
    assert session_words(t, session) == "lớp 7A1, sáng thứ Hai 30/11/2026"
    extra = replace(session, kind=SessionKind.EXTRA, half=Half.AFTERNOON)
    said = session_words(t, extra)
    assert said == "lớp 7A1, buổi phụ đạo, bồi dưỡng, chiều thứ Hai 30/11/2026"
    assert session_words(texts("en"), session) == "class 7A1, morning of Monday 30/11/2026"
