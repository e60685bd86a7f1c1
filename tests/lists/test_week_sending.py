"""When a class's week comes: before the class hour, else on the school's day; once, and never of
a week without lessons."""

from datetime import date, datetime

from services.attendance_states import Half
from services.remarks import PRAISE, add
from services.school_rules import set_rules
from services.week_sending import is_class_hour, send_weeks
from storage.tables import DayOverride
from tests.support.bells import TEACHERS, ZONE, Bells

WEEK = "week-summary"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December 2026; the 1st is a Tuesday."""
    return datetime(2026, 12, day, hour, minute, tzinfo=ZONE)


async def sent(school: Bells) -> list[tuple[str, str]]:
    """Which class's week went to whom."""
    names = {id: name for name, id in school.ids.items() if name in TEACHERS}
    rows = await school.rows(WEEK)
    return [(row.params["class"], names[row.person_id]) for row in rows]


def test_the_class_hour_is_known_by_its_name() -> None:
    for name in ("Sinh hoạt lớp", "SHL", "SINH HOẠT", "sinh hoat lop", "SHCN"):
        assert is_class_hour(name)
    for name in ("Sinh hoạt dưới cờ", "Chào cờ", "SHDC", "Hoạt động tập thể"):
        assert not is_class_hour(name)


async def test_it_comes_an_hour_before_the_class_hour_and_once(school: Bells) -> None:
    await school.link("an", "binh")
    await school.add(school.slot("6A1", 5, None, weekday=5))  # Saturday, 10:55
    school.now = at(5, 9, 30)
    await school.at(None, send_weeks)
    assert ("6A1", "an") not in await sent(school)
    school.now = at(5, 9, 55)
    for _ in range(3):
        await school.at(None, send_weeks)
    assert (await sent(school)).count(("6A1", "an")) == 1


async def test_without_a_class_hour_it_comes_on_friday_afternoon(school: Bells) -> None:
    await school.link("binh")
    school.now = at(4, 14, 59)
    assert not await school.at(None, send_weeks)
    school.now = at(4, 15)
    assert await school.at(None, send_weeks)
    assert await sent(school) == [("7A1", "binh")]


async def test_day_and_hour_are_the_schools(school: Bells) -> None:
    await school.link("binh")
    await school.at("quang", lambda unit: set_rules(unit, week_day=3, week_at="16:30"))
    school.now = at(3, 16, 30)
    await school.at(None, send_weeks)
    assert await sent(school) == [("7A1", "binh")]


async def test_a_friday_off_brings_it_the_day_before(school: Bells) -> None:
    await school.link("binh")
    await school.add(DayOverride(day=date(2026, 12, 4), is_school_day=False, note="bão"))
    school.now = at(3, 15)
    await school.at(None, send_weeks)
    assert await sent(school) == [("7A1", "binh")]


async def test_what_was_missed_comes_within_the_week_only(school: Bells) -> None:
    await school.link("binh")
    school.now = at(5, 20)
    await school.at(None, send_weeks)
    assert await sent(school) == [("7A1", "binh")]
    school.now = at(7, 6)
    await school.at(None, send_weeks)
    assert len(await sent(school)) == 1


async def test_a_program_that_dies_sends_it_after_all(school: Bells) -> None:
    await school.link("binh")
    school.now = at(4, 15)
    await school.die_in_a_tick(send_weeks)
    assert not await sent(school)
    await school.at(None, send_weeks)
    assert await sent(school) == [("7A1", "binh")]


async def test_a_class_hour_on_monday_looks_back(school: Bells) -> None:
    await school.link("an")
    await school.add(school.slot("6A1", 2, None, weekday=0), school.slot("6A1", 1, "an"))
    school.now = at(1, 7, 40)
    await school.take("an", "6A1", absent=[2])
    school.now = at(7, 8)
    await school.at(None, send_weeks)
    [row] = [row for row in await school.rows(WEEK) if row.params["class"] == "6A1"]
    assert row.params["first"] == "30/11/2026"
    assert row.params["open"] == ["Em 6A1 2"]


async def test_no_summary_of_a_week_of_tet(school: Bells) -> None:
    await school.link("an", "binh", "chi")
    school.now = datetime(2027, 2, 5, 20, tzinfo=ZONE)
    assert not await school.at(None, send_weeks)


async def test_gaps_and_praise_are_in_it(school: Bells) -> None:
    await school.link("an")
    await school.add(school.slot("6A1", 1, "binh"), school.slot("6A1", 1, "chi", half="afternoon"))
    school.now = at(1, 7, 40)
    await school.take("an", "6A1", Half.MORNING, absent=[1])
    six = school.ids["6A1"]
    await school.at("binh", lambda unit: add(unit, six, PRAISE, [], "sạch  sẽ"))
    school.now = at(4, 15)
    await school.at(None, send_weeks)
    [row] = await school.rows(WEEK)
    shown = row.params
    assert shown["sums"]["total"] == 1
    assert shown["open"] == ["Em 6A1 1"]
    assert [(gap["day"], gap["half"]) for gap in shown["gaps"]] == [("01/12/2026", "afternoon")]
    assert shown["praise"] == [
        {"names": [], "text": "sạch sẽ", "who": {"name": "Binh", "gender": "F"}}
    ]
