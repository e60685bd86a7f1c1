"""The quiet question about a P: to whom it goes, when it does not, and what the denial leads to."""

import pytest
from sqlalchemy import select

from services import excused_questions
from services.attendance_states import State
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.school_rules import set_rules
from services.standing import Standing
from services.unit import Unit
from storage.tables import AbsenceCase, ExcusedQuestion
from tests.support.missing import World

P, K = Standing(State.EXCUSED), Standing(State.UNEXCUSED)
ABSENT = Standing(State.UNEXPLAINED)


async def question(world: World) -> tuple[int, int]:
    """The one question there is, and its round."""

    async def look(unit: Unit) -> tuple[int, int]:
        found = (await unit.session.scalars(select(ExcusedQuestion))).one()
        return found.id, found.round

    return await world.at(None, look)


async def deny(world: World, who: str) -> bool:
    id, round = await question(world)
    return await world.at(who, lambda unit: excused_questions.deny(unit, id, round))


async def test_a_school_may_leave_it(world: World):
    async def off(unit: Unit) -> None:
        await set_rules(unit, ask_excused=0)

    await world.at("quang", off)
    await world.roll("khoa", lan=P)
    await world.later(60)
    assert not world.got("thuy")


async def test_a_p_after_the_alert_is_a_correction_and_no_question(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    await world.roll("khoa", lan=P)
    await world.later(60)
    assert [m.kind for m in world.got("thuy")] == ["absence-alert", "absence-news"]


async def test_taken_back_before_it_left_and_asked_anew(world: World):
    await world.roll("khoa", lan=P)
    await world.roll("khoa")
    await world.later(60)
    assert not world.got("thuy")
    await world.roll("khoa", lan=P)
    await world.later(60)
    assert [m.kind for m in world.got("thuy")] == ["excused-question"]
    assert (await question(world))[1] == 2


async def test_a_denial_is_a_discrepancy_until_the_roll_says_otherwise(world: World):
    await world.roll("khoa", lan=P)
    await world.later(60)
    assert await deny(world, "thuy")
    await world.deliver()
    card = world.last("khoa", "excused-denied")
    assert "gia đình không báo nghỉ" in card.text

    async def open_ones(unit: Unit) -> list[excused_questions.Denied]:
        return await excused_questions.denied(unit, world.ids["7A1"], unit.today)

    found = await world.at("khoa", open_ones)
    assert [(each.pupil_id, each.who["relation"]) for each in found] == [
        (world.ids["lan"], "mother")
    ]
    with pytest.raises(AlreadyDecided):
        await deny(world, "bao")
    with pytest.raises(NotAllowed):
        await world.at("thuy", open_ones)
    await world.roll("khoa", lan=K)
    assert await world.at("khoa", open_ones) == []


async def test_only_the_childs_own_family_answers_and_only_while_it_holds(world: World):
    await world.roll("khoa", lan=P)
    await world.later(60)
    with pytest.raises(NotAllowed):
        await deny(world, "oanh")
    await world.roll("khoa")
    with pytest.raises(Outdated):
        await deny(world, "thuy")


async def test_a_search_goes_on_while_others_are_corrected(world: World):
    await world.roll("khoa", lan=P)
    await world.later(60)
    id, round = await question(world)
    with pytest.raises(Outdated):  # first the denial
        await world.at("thuy", lambda unit: excused_questions.left_home(unit, id, round))
    await deny(world, "thuy")
    assert await world.at("thuy", lambda unit: excused_questions.left_home(unit, id, round))
    other = next(name for name in ("minh", "huy", "tuan") if name in world.ids)
    await world.roll("khoa", **{"lan": P, other: Standing(State.LATE, minutes=5)})

    async def status(unit: Unit) -> str:
        rows = await unit.session.scalars(
            select(AbsenceCase).where(AbsenceCase.pupil_id == world.ids["lan"])
        )
        return rows.one().status

    assert await world.at(None, status) == "left_home"
    await world.roll("khoa")
    assert await world.at(None, status) == "corrected"
