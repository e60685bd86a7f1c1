"""Lessons called off: no card, no alarm, no roll; all of it comes back when that is taken back."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from services import closing, makeups
from services.attendance_states import Half
from services.closing import Wish
from services.errors import AlreadyDecided, Invalid, NotAllowed, NotFound
from services.roll_card_answers import take_full
from storage.tables import (
    AbsenceCase,
    Account,
    Closure,
    Guardianship,
    OutboxRow,
    Person,
    Pupil,
    RollCall,
)
from tests.support.bells import CLASSES, HEADS, TEACHERS, TUESDAY, ZONE, Bells

WEDNESDAY, SATURDAY = date(2026, 12, 2), date(2026, 12, 5)
SCHOOL = Wish("school", (), TUESDAY, TUESDAY, reason="bão số 10")


def clock(text: str, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(text), ZONE)


@pytest.fixture(autouse=True)
async def school(bells: Bells) -> None:
    """Everybody is linked; each class has one lesson each half-day of Tuesday and Wednesday."""
    await bells.link(*TEACHERS, *HEADS)
    for name in CLASSES:
        for weekday in (1, 2):
            await bells.add(bells.slot(name, 1, "dung", weekday=weekday))
            await bells.add(bells.slot(name, 1, "giang", half="afternoon", weekday=weekday))


async def families(bells: Bells) -> dict[str, int]:
    """A linked mother for each first pupil of a class, by class; she is told what concerns it."""
    mothers: dict[str, int] = {}

    async def work(session) -> None:
        for at, name in enumerate(CLASSES):
            pupil = await session.scalar(select(Pupil).where(Pupil.full_name == f"Em {name} 1"))
            mother = Person(full_name=f"Mẹ {name}", gender="F", language="vi")
            session.add(mother)
            await session.flush()
            session.add(Guardianship(pupil_id=pupil.id, person_id=mother.id, relation="mother"))
            session.add(
                Account(
                    channel="telegram",
                    external_id=str(7000 + at),
                    person_id=mother.id,
                    linked_at=bells.now,
                )
            )
            mothers[name] = mother.id

    await bells.database.run(work)
    return mothers


async def close(bells: Bells, wish: Wish, who: str = "hien") -> closing.Standing:
    return await bells.at(who, lambda unit: closing.close(unit, wish))


async def reopen(bells: Bells, id: int, who: str = "hien") -> None:
    await bells.at(who, lambda unit: closing.reopen(unit, id))


async def told(bells: Bells, event: str) -> list[OutboxRow]:
    return [
        row
        for row in await bells.rows("closure-news")
        if row.params["event"] == event and row.status != "cancelled"
    ]


async def test_no_card_comes_to_classes_that_are_closed(bells: Bells) -> None:
    grade = Wish("grade", (7,), TUESDAY, TUESDAY, reason="lũ")
    await close(bells, grade)
    bells.now = clock("07:30")
    await bells.tick()
    assert [name for name, _, _ in await bells.sent("card")] == ["6A1"]
    bells.now = clock("13:30")
    await bells.tick()
    assert [name for name, _, _ in await bells.sent("card")] == ["6A1", "6A1"]


async def test_half_a_day_leaves_the_other(bells: Bells) -> None:
    await close(bells, Wish("school", (), TUESDAY, TUESDAY, Half.MORNING))
    bells.now = clock("07:30")
    await bells.tick()
    assert await bells.sent("card") == []
    bells.now = clock("13:30")
    await bells.tick()
    assert len(await bells.sent("card")) == 3


async def test_a_roll_is_refused_with_the_reason_and_taken_once_lessons_are_held(
    bells: Bells,
) -> None:
    made = await close(bells, Wish("class", (bells.ids["7A1"],), TUESDAY, TUESDAY))
    bells.now = clock("07:30")
    for half in Half:
        with pytest.raises(Invalid) as refused:
            await bells.take("binh", "7A1", half)
        assert refused.value.key == "roll-day-closed"
    await bells.take("an", "6A1")
    await reopen(bells, made.id)
    await bells.take("binh", "7A1")


async def test_an_open_card_is_closed_and_comes_back(bells: Bells) -> None:
    bells.now = clock("07:25")
    await bells.tick()
    await bells.arrive()
    card = (await bells.cards())[0]
    made = await close(bells, SCHOOL)
    assert all(each.closed_at for each in await bells.cards())
    edits = [row for row in await bells.rows("roll-card") if row.edits is not None]
    assert {row.params["closed"] for row in edits} == {"bão số 10"}
    with pytest.raises(Invalid):
        await bells.at("dung", lambda unit: take_full(unit, card.id))
    bells.now = clock("07:40")
    await bells.tick()
    assert await bells.sent("reminder") == []
    await reopen(bells, made.id)
    assert not any(each.closed_at for each in await bells.cards())
    bells.now = clock("07:50")
    await bells.tick()
    assert len(await bells.sent("reminder")) == 3


async def test_waiting_alarms_are_withdrawn_and_the_roll_counts_as_not_taken(
    bells: Bells,
) -> None:
    await families(bells)
    bells.now = clock("07:20")
    await bells.take("an", "6A1", absent=[1])
    made = await close(bells, SCHOOL)
    alerts = await bells.rows("absence-alert")
    assert [row.status for row in alerts if row.edits is None] == ["cancelled"]

    async def rolls(unit) -> list[bool]:
        return list(await unit.session.scalars(select(RollCall.withdrawn)))

    assert await bells.at(None, rolls) == [True]
    assert not await bells.rows("absence-news")
    await reopen(bells, made.id)
    assert await bells.at(None, rolls) == [False]
    alerts = [row for row in await bells.rows("absence-alert") if row.edits is None]
    assert [row.status for row in alerts] == ["cancelled", "queued"]


async def test_a_child_whose_family_was_alarmed_is_still_looked_for(bells: Bells) -> None:
    await families(bells)
    bells.now = clock("07:20")
    await bells.take("an", "6A1", absent=[1])
    await bells.arrive()
    plan = await bells.at("hien", lambda unit: closing.plan(unit, SCHOOL))
    assert (plan.rolls, plan.kept) == (0, 1)
    await close(bells, SCHOOL)

    async def look(unit) -> tuple[bool, str]:
        roll = (await unit.session.scalars(select(RollCall))).one()
        case = (await unit.session.scalars(select(AbsenceCase))).one()
        return roll.withdrawn, case.status

    assert await bells.at(None, look) == (False, "told")


async def test_each_family_and_each_teacher_concerned_is_told_once(bells: Bells) -> None:
    mothers = await families(bells)
    made = await close(bells, Wish("grade", (7,), WEDNESDAY, WEDNESDAY, reason="lũ"))
    rows = await told(bells, "closed")
    family = {row.person_id for row in rows if row.params["audience"] == "family"}
    assert family == {mothers["7A1"], mothers["7A2"]}
    staff = {row.person_id for row in rows if row.params["audience"] == "staff"}
    assert staff == {bells.ids[name] for name in ("binh", "chi", "dung", "giang", "quang")}
    with pytest.raises(Invalid) as refused:
        await close(bells, Wish("class", (bells.ids["7A1"],), WEDNESDAY, WEDNESDAY))
    assert refused.value.key == "closure-already"
    assert len(await told(bells, "closed")) == len(rows)
    await bells.arrive()
    await reopen(bells, made.id)
    assert {row.person_id for row in await told(bells, "reopened")} == family | staff


async def test_who_was_not_reached_yet_hears_nothing_of_what_was_taken_back(bells: Bells) -> None:
    await families(bells)
    made = await close(bells, SCHOOL)
    await reopen(bells, made.id)
    assert await told(bells, "closed") == []
    assert await told(bells, "reopened") == []
    with pytest.raises(AlreadyDecided):
        await reopen(bells, made.id)


async def test_the_families_of_a_makeup_day_and_its_cards(bells: Bells) -> None:
    await families(bells)
    grade = await close(bells, Wish("grade", (7,), TUESDAY, TUESDAY, Half.MORNING))
    choice = await bells.at("hien", lambda unit: makeups.choices(unit, grade.id))
    assert choice is not None
    assert choice.for_day == TUESDAY
    assert choice.days[0] == SATURDAY
    await bells.at("hien", lambda u: makeups.make_up(u, grade.id, TUESDAY, SATURDAY))
    assert len([r for r in await told(bells, "makeup") if r.params["audience"] == "family"]) == 2
    bells.now = clock("07:30", SATURDAY)
    await bells.tick()
    assert [name for name, _, _ in await bells.sent("card")] == ["7A1", "7A2"]
    await bells.take("binh", "7A1")
    bells.now = clock("13:30", SATURDAY)
    await bells.tick()
    assert len(await bells.sent("card")) == 2
    with pytest.raises(Invalid) as refused:
        await reopen(bells, grade.id)
    assert refused.value.key == "closure-makeup-held"


async def test_a_makeup_day_needs_room(bells: Bells) -> None:
    await bells.add(bells.slot("7A2", 1, "dung", weekday=5))
    made = await close(bells, Wish("grade", (7,), WEDNESDAY, WEDNESDAY))
    for lost, day, key in (
        (WEDNESDAY, SATURDAY, "closure-makeup-taken"),
        (WEDNESDAY, WEDNESDAY, "closure-makeup-past"),
        (WEDNESDAY, date(2026, 11, 30), "closure-makeup-past"),
        (WEDNESDAY, date(2027, 1, 1), "closure-makeup-off"),
        (WEDNESDAY, date(2027, 3, 6), "closure-makeup-far"),
    ):
        with pytest.raises(Invalid) as refused:
            await bells.at("hien", lambda u, a=lost, b=day: makeups.make_up(u, made.id, a, b))
        assert refused.value.key == key
    with pytest.raises(NotFound):
        await bells.at("hien", lambda u: makeups.make_up(u, made.id, TUESDAY, SATURDAY))
    sunday = date(2026, 12, 6)
    makeup = await bells.at("hien", lambda u: makeups.make_up(u, made.id, WEDNESDAY, sunday))
    with pytest.raises(AlreadyDecided):
        await bells.at("hien", lambda u: makeups.make_up(u, made.id, WEDNESDAY, sunday))
    await bells.at("hien", lambda u: makeups.drop(u, makeup.id))
    with pytest.raises(NotFound):
        await bells.at("hien", lambda u: makeups.drop(u, makeup.id))


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        (Wish("school", (), date(2026, 11, 30), date(2026, 11, 30)), "closure-past"),
        (Wish("school", (), WEDNESDAY, TUESDAY), "closure-end-before-start"),
        (Wish("school", (), TUESDAY, date(2027, 12, 1)), "closure-too-long"),
        (Wish("school", (), date(2027, 3, 2), date(2027, 3, 2)), "closure-too-far"),
        (Wish("school", (), date(2026, 12, 6), date(2026, 12, 6)), "roll-day-weekday"),
        (Wish("school", (), date(2027, 1, 1), date(2027, 1, 1)), "roll-day-holiday"),
        (Wish("school", (), WEDNESDAY, WEDNESDAY, makeup=WEDNESDAY), "closure-makeup-past"),
    ],
)
async def test_what_cannot_be_called_off(bells: Bells, wish: Wish, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        await close(bells, wish)
    assert refused.value.key == key

    async def rows(unit) -> list[Closure]:
        return list(await unit.session.scalars(select(Closure)))

    assert await bells.at(None, rows) == []


async def test_only_the_heads_call_off(bells: Bells) -> None:
    for who in TEACHERS:
        with pytest.raises(NotAllowed):
            await close(bells, SCHOOL, who)
    made = await close(bells, SCHOOL, "quang")
    with pytest.raises(NotAllowed):
        await reopen(bells, made.id, "an")


async def test_today_after_the_morning_is_its_afternoon(bells: Bells) -> None:
    bells.now = clock("07:30")
    await bells.take("an", "6A1", absent=[2])
    bells.now = clock("11:50")
    made = await close(bells, SCHOOL)
    assert made.half is Half.AFTERNOON
    bells.now = clock("13:30")
    await bells.tick()
    assert [half for half in (c.half for c in await bells.cards()) if half == "afternoon"] == []
    bells.now = clock("18:00")
    with pytest.raises(Invalid) as refused:
        await close(bells, SCHOOL)
    assert refused.value.key == "closure-over"
