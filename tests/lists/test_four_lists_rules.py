"""Which list a pupil is on, and when the lists come."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handlers.list_buttons import ListLine
from services import list_steps
from services.attendance_states import State
from services.class_lists import DISCREPANCY, EXPLAINED, UNEXPLAINED, Facts, list_of
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.standing import Standing
from tests.support.missing import ZONE, World

ABSENT, WITH_LEAVE = Standing(State.UNEXPLAINED), Standing(State.EXCUSED)
SUMMARY = "absence-summary"


@pytest.mark.parametrize(
    ("facts", "list_", "kind"),
    [
        (Facts(ABSENT), UNEXPLAINED, None),
        (Facts(WITH_LEAVE), EXPLAINED, None),
        (Facts(Standing(State.UNEXCUSED)), EXPLAINED, None),
        (Facts(ABSENT, leave="asked"), EXPLAINED, None),
        (Facts(ABSENT, leave="asked", disputed=True), DISCREPANCY, "parents"),
        (
            Facts(ABSENT, leave="asked", disputed=True, cleared=frozenset(["parents"])),
            UNEXPLAINED,
            None,
        ),
        (Facts(ABSENT, case="left_home"), DISCREPANCY, "left_home"),
        (Facts(None, leave="granted"), DISCREPANCY, "present"),
        (Facts(Standing(State.LATE), leave="asked"), DISCREPANCY, "present"),
        (Facts(None, leave="granted", cleared=frozenset(["present"])), None, None),
        (Facts(WITH_LEAVE, said=frozenset(["not_asked"])), DISCREPANCY, "not_asked"),
        (Facts(Standing(State.UNEXCUSED, period=3)), None, None),
        (Facts(Standing(State.LATE)), None, None),
    ],
)
def test_each_pupil_has_a_place(facts: Facts, list_: str | None, kind: str | None) -> None:
    assert list_of(facts) == (list_, kind)


KINDS = some.frozensets(some.sampled_from(["present", "left_home", "parents", "not_asked"]))
FACTS = some.builds(
    Facts,
    some.none()
    | some.builds(
        Standing,
        some.sampled_from([s for s in State if s is not State.PRESENT]),
        period=some.none() | some.integers(1, 5),
    ),
    leave=some.sampled_from([None, "asked", "granted"]),
    disputed=some.booleans(),
    case=some.sampled_from([None, "told", "left_home", "searching", "corrected"]),
    cleared=KINDS,
    said=KINDS,
)


@given(FACTS)
def test_whoever_missed_the_session_is_on_exactly_one_list(facts: Facts) -> None:
    which, kind = list_of(facts)
    standing = facts.standing
    missed = standing is not None and standing.period is None and standing.state.is_absent
    assert (kind is not None) == (which == DISCREPANCY)
    if missed:
        assert which in (EXPLAINED, UNEXPLAINED, DISCREPANCY)
    else:
        assert which in (None, DISCREPANCY)
    if kind is not None:
        assert kind not in facts.cleared


async def test_before_the_cut_off_nobody_is_disturbed(world: World) -> None:
    world.now = datetime(2026, 11, 30, 7, 20, tzinfo=ZONE)
    await world.roll("oanh", lan=ABSENT)
    await world.later(14)
    assert not world.got("khoa", SUMMARY)
    await world.roll("oanh", lan=ABSENT, minh=ABSENT)
    await world.later(2)
    [lists] = world.got("khoa", SUMMARY)
    assert "Chưa rõ lí do (2)" in lists.text


async def test_of_the_own_roll_only_what_is_still_open_comes(world: World) -> None:
    await world.roll("khoa", lan=ABSENT, minh=ABSENT)
    await world.later(10)
    await world.roll("khoa", lan=WITH_LEAVE, minh=ABSENT)
    await world.later(10)
    [lists] = world.got("khoa", SUMMARY)
    assert "Chưa rõ lí do (1)" in lists.text
    assert "Đã rõ (1)" in lists.text


async def test_nothing_comes_where_all_was_settled_in_time(world: World) -> None:
    await world.roll("khoa", lan=ABSENT)
    await world.later(10)
    await world.roll("khoa", lan=WITH_LEAVE)
    await world.later(60)
    assert not world.got("khoa", SUMMARY)


async def test_a_roll_taken_back_in_time_leaves_no_lists(world: World) -> None:
    outcome = await world.roll("khoa", lan=ABSENT)
    await world.undo("khoa", outcome)
    await world.later(60)
    assert not world.got("khoa", SUMMARY)


async def test_a_family_that_answers_moves_the_line(world: World) -> None:
    await world.roll("oanh", lan=ABSENT)
    await world.later(6)
    assert "gia đình được báo lúc 7 giờ 45, chưa có trả lời" in world.last("khoa", SUMMARY).text
    await world.tap("thuy", "Nhờ thầy/cô gọi lại")
    await world.deliver()
    assert "gia đình nhờ gọi lại lúc 7 giờ 46" in world.last("khoa", SUMMARY).text
    await world.tap("thuy", "Em đã đi học từ nhà")
    await world.deliver()
    shown = world.last("khoa", SUMMARY)
    assert "Cần đối chiếu (1)" in shown.text
    assert "gia đình báo em đã đi học từ nhà" in shown.text
    button = ListLine.unpack(shown.buttons["1. Ngọc Lan: đã đến"])
    await world.at("khoa", lambda unit: list_steps.arrived(unit, button.roll, button.pupil))
    await world.deliver()
    assert "Cần đối chiếu" not in world.last("khoa", SUMMARY).text
    assert "đã gặp em" in world.last("bao").text
    with pytest.raises(AlreadyDecided):
        await world.at("khoa", lambda unit: list_steps.arrived(unit, button.roll, button.pupil))


async def test_who_asked_for_no_leave_is_a_discrepancy(world: World) -> None:
    outcome = await world.roll("oanh", lan=WITH_LEAVE)
    roll, lan = outcome.roll.id, world.ids["lan"]
    await world.later(30)
    assert await world.at("thuy", lambda unit: list_steps.report_not_asked(unit, roll, lan))
    assert not await world.at("bao", lambda unit: list_steps.report_not_asked(unit, roll, lan))
    await world.deliver()
    assert "gia đình báo không xin nghỉ" in world.last("khoa", SUMMARY).text
    await world.at("khoa", lambda unit: list_steps.clear_up(unit, roll, lan, "not_asked"))
    await world.deliver()
    assert "không xin nghỉ" not in world.last("khoa", SUMMARY).text
    with pytest.raises(AlreadyDecided):
        await world.at("khoa", lambda unit: list_steps.clear_up(unit, roll, lan, "not_asked"))
    with pytest.raises(NotAllowed):
        await world.at("duc", lambda unit: list_steps.report_not_asked(unit, roll, lan))


async def test_only_those_who_settle_touch_a_line(world: World) -> None:
    outcome = await world.roll("oanh", lan=ABSENT)
    roll, lan = outcome.roll.id, world.ids["lan"]
    for work in (
        lambda unit: list_steps.line(unit, roll, lan),
        lambda unit: list_steps.arrived(unit, roll, lan),
        lambda unit: list_steps.tell_again(unit, roll, lan),
        lambda unit: list_steps.absent_after_all(unit, roll, lan),
        lambda unit: list_steps.clear_up(unit, roll, lan, "present"),
        lambda unit: list_steps.settle_because(unit, roll, lan, State.EXCUSED, "ốm"),
    ):
        for who in ("oanh", "thuy"):
            with pytest.raises(NotAllowed):
                await world.at(who, work)
    with pytest.raises(Outdated):
        await world.at("khoa", lambda unit: list_steps.line(unit, 9999, lan))


async def test_a_reason_has_words_and_not_too_many(world: World) -> None:
    outcome = await world.roll("oanh", lan=ABSENT)
    roll, lan = outcome.roll.id, world.ids["lan"]
    for reason in ("  ", "ốm " * 100):
        with pytest.raises(Invalid):
            await world.at(
                "khoa",
                lambda unit, said=reason: list_steps.settle_because(
                    unit, roll, lan, State.EXCUSED, said
                ),
            )


async def test_the_family_is_told_again_after_ten_minutes(world: World) -> None:
    outcome = await world.roll("oanh", lan=ABSENT)
    roll, lan = outcome.roll.id, world.ids["lan"]

    async def again() -> tuple[str, int]:
        return await world.at("khoa", lambda unit: list_steps.tell_again(unit, roll, lan))

    with pytest.raises(Invalid):  # the first alert waits for the grace time
        await again()
    await world.later(6)
    with pytest.raises(Invalid):
        await again()
    await world.later(10)
    assert (await again())[1] == 2
    await world.deliver()
    assert [m.kind for m in world.got("thuy")] == ["absence-alert", "absence-again"]
    with pytest.raises(Invalid):
        await again()
    await world.press("thuy", world.last("thuy").buttons["Em nghỉ ở nhà, xin phép"])
    await world.later(11)
    with pytest.raises(AlreadyDecided):
        await again()
