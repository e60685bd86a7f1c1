"""Closing and opening the book: what the principal says, and that nobody writes what is closed."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from services.errors import Invalid, NotAllowed, Outdated
from services.school_rules import set_rules
from services.score_cells import Column, ColumnKind
from services.score_lock_decisions import Decision, decide, running, take_back
from services.score_lock_words import LockWish, read_lock
from services.score_locks import covers
from services.score_reminders import HEADS, TEACHER, remind
from services.unit import Unit
from storage.tables import ScoreLock
from tests.support.bells import ZONE
from tests.support.marks import Marks

TODAY = date(2026, 12, 1)
NAMES = ["7A1", "7A2", "8A1"]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("hk1", LockWish(term=1)),
        ("cả năm", LockWish()),
        ("khối 7 gk hk1", LockWish(grade=7, term=1, kind=ColumnKind.MIDTERM)),
        (
            "7a1 TOÁN tx1",
            LockWish("7A1", "TOAN", kind=ColumnKind.REGULAR, number=1),
        ),
        (
            "7A1 toán tx1 đến 5/12: nhập sót hai em",
            LockWish(
                "7A1",
                "TOAN",
                kind=ColumnKind.REGULAR,
                number=1,
                until=date(2026, 12, 5),
                reason="nhập sót hai em",
            ),
        ),
        (
            "môn văn khối 8 đến hết ngày 15/1/2027 vì phúc khảo",
            LockWish(None, "NV", 8, until=date(2027, 1, 15), reason="phúc khảo"),
        ),
    ],
)
def test_a_part_of_the_book_is_named_in_words(text: str, wish: LockWish) -> None:
    assert read_lock(text, TODAY, NAMES) == wish


@pytest.mark.parametrize("text", ["", "7A1 xyz", "7A1 toán 15p", "đến 30/2", "7A1 7A2"])
def test_what_is_not_clear_closes_nothing(text: str) -> None:
    with pytest.raises(Invalid):
        read_lock(text, TODAY, NAMES)


async def say(marks: Marks, closes: bool, text: str, who: str = "quang") -> Decision:
    async def work(unit: Unit) -> Decision:
        return await decide(unit, closes, text)

    return await marks.at(who, work)


async def test_the_principal_closes_and_opens_for_a_while(marks: Marks) -> None:
    await say(marks, True, "hk1")
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")
    opened = await say(marks, False, "7A1 toán đến 3/12: nhập sót")
    assert opened.told == 1
    (told,) = await marks.rows("scores-opened")
    assert told.person_id == marks.ids["quynh"]
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A2", "TOAN", "1tx1", "8 7 6 5")
    marks.now = datetime(2026, 12, 4, 0, 0, tzinfo=ZONE)  # the third is over
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})


async def test_a_decision_is_taken_back_once(marks: Marks) -> None:
    made = await say(marks, True, "cả năm")

    async def back(unit: Unit) -> Decision:
        return await take_back(unit, made.id)

    await marks.at("quang", back)
    with pytest.raises(Outdated):
        await marks.at("quang", back)
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")
    assert await marks.at("quang", running) == []


@pytest.mark.parametrize("text", ["7A1 toán tx1", "7A1 toán tx1 đến 5/12"])
async def test_opening_needs_a_day_and_a_reason(marks: Marks, text: str) -> None:
    with pytest.raises(Invalid, match=r"score-lock-(until|why)"):
        await say(marks, False, text)


@pytest.mark.parametrize("who", ["hien", "vu", "quynh", "nhan", "me_lan"])
async def test_only_the_principal_decides(marks: Marks, who: str) -> None:
    with pytest.raises(NotAllowed):
        await say(marks, True, "hk1", who)


async def test_columns_close_by_themselves_where_the_school_wants_it(marks: Marks) -> None:
    async def rules(unit: Unit) -> None:
        await set_rules(unit, scores_lock_after=7)

    await marks.at("quang", rules)
    with pytest.raises(Invalid, match="scores-locked"):  # week 8 ended on 31/10
        await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")
    await marks.write("quynh", "7A1", "TOAN", "1tx4", "8 7 6 5 4")
    await say(marks, False, "7A1 toán tx1 đến 3/12: nghỉ ốm")
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")


PLACES = some.fixed_dictionaries(
    {
        "term": some.sampled_from([None, 1, 2]),
        "kind": some.sampled_from([None, "regular", "midterm"]),
        "number": some.sampled_from([None, 1]),
        "grade": some.sampled_from([None, 7, 8]),
        "class": some.sampled_from([None, "7A1", "7A2"]),
        "subject": some.sampled_from([None, "TOAN", "NV"]),
    }
)
DECISIONS = some.lists(
    some.tuples(some.booleans(), PLACES, some.sampled_from([None, -1, 1])), max_size=6
)


@given(DECISIONS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_whatever_was_decided_nobody_writes_what_is_closed(
    marks: Marks, decisions: list[tuple[bool, dict[str, Any], int | None]]
) -> None:
    """The newest decision that covers the column and runs is the one that counts."""
    day = timedelta(days=1)
    rows = []
    for closes, place, ends in decisions:
        of = dict(place)
        name, subject = of.pop("class"), of.pop("subject")
        rows.append(
            ScoreLock(
                closes=closes,
                year_id=marks.ids["year"],
                class_id=marks.ids[name] if name else None,
                subject_id=marks.ids[f"subject {subject}"] if subject else None,
                starts=marks.now - 2 * day,
                until=None if ends is None else marks.now + ends * day,
                decided_at=marks.now,
                **of,
            )
        )
    column, maths = Column.of("1tx1"), marks.ids["subject TOAN"]
    running_rows = [r for r in rows if r.until is None or r.until > marks.now]
    covering = [r for r in running_rows if covers(r, 7, marks.ids["7A1"], maths, column)]
    closed = bool(covering) and covering[-1].closes

    async def clear(session: Any) -> None:
        for row in await session.scalars(ScoreLock.__table__.select()):
            await session.delete(await session.get(ScoreLock, row))

    await marks.database.run(clear)
    await marks.add(*rows)
    if closed:
        with pytest.raises(Invalid, match="scores-locked"):
            await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "8"})
    else:
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "8"})


async def test_who_is_late_hears_of_it_once_a_day_and_their_heads_do(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "7"})
    await marks.link("hien")
    marks.now = datetime(2026, 11, 18, 17, 29, tzinfo=ZONE)  # the last day of the midterms
    await marks.at(None, remind)
    assert await marks.rows(TEACHER, HEADS) == []
    marks.now += timedelta(minutes=2)
    await marks.at(None, remind)
    await marks.at(None, remind)
    told = {row.person_id: row.params["gaps"] for row in await marks.rows(TEACHER)}
    maths = [(g["class"], g["column"], g["days"]) for g in told[marks.ids["quynh"]]]
    assert ("7A2", "1gk", 0) in maths
    assert not [gap for gap in maths if gap[0] == "7A1"]
    heads = {row.person_id for row in await marks.rows(HEADS)}
    assert heads == {marks.ids["khoa"], marks.ids["hien"]}
