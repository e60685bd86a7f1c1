"""Whatever a morning brings, a family holds one alert at most and is never left in error."""

import asyncio
import itertools
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from services.attendance_states import State
from services.errors import Refusal
from services.standing import Standing
from storage.tables import AbsenceCopy, Attendance, LeaveRequest, OutboxRow
from tests.support import missing
from tests.support.missing import World

STANDINGS = st.sampled_from(
    [
        None,
        Standing(State.UNEXPLAINED),
        Standing(State.UNEXCUSED),
        Standing(State.EXCUSED),
        Standing(State.LATE, minutes=12),
        Standing(State.LATE, arrived="07:50"),
        Standing(State.UNEXCUSED, period=3),
        Standing(State.LEFT_EARLY, period=4),
    ]
)
PARENTS = st.sampled_from(["bao", "thuy"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("roll"), st.sampled_from(["khoa", "oanh"]), STANDINGS, STANDINGS),
        st.tuples(st.just("wait"), st.floats(0.1, 9)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("tap"), PARENTS, st.sampled_from(["Em nghỉ", "Em đã đi", "Nhờ"])),
        st.tuples(
            st.just("tap"),
            st.sampled_from(["khoa", "hien"]),
            st.sampled_from(
                ["Đã gặp", "Đang tìm", "Đã gọi", "Chấp thuận", "Ghi nhận", "1. Ngọc Lan: P"]
            ),
        ),
        st.tuples(st.just("fly")),  # what is due is on its way and not there yet
        st.tuples(st.just("land")),
        st.tuples(st.just("return")),  # it comes back to the queue
    ),
    max_size=14,
)


class Morning:
    """Plays the steps; `flying` is what was claimed and has not arrived."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.flying: list[OutboxRow] = []
        self.last = None

    async def play(self, steps) -> None:
        for kind, *values in steps:
            try:
                await getattr(self, kind)(*values)
            except Refusal:
                continue
        await self.land()
        await self.world.later(10)

    async def roll(self, by, lan, huy) -> None:
        self.last = await self.world.roll(by, lan=lan, huy=huy)

    async def wait(self, minutes) -> None:
        await self.land()
        await self.world.later(minutes)

    async def undo(self) -> None:
        if self.last is not None and self.last.changed:
            self.last = await self.world.undo("quang", self.last)

    async def tap(self, who, label) -> None:
        if any(text.startswith(label) for m in self.world.got(who) for text in m.buttons):
            await self.world.tap(who, label)

    async def fly(self) -> None:
        self.flying += await self.world.claim()

    async def land(self) -> None:
        rows, self.flying = self.flying, []
        await self.world.arrive(rows)

    async def back(self) -> None:
        ids = [row.id for row in self.flying]
        self.flying = []

        async def work(unit):
            values = {"status": "queued"}
            which = update(OutboxRow).where(OutboxRow.id.in_(ids))
            await unit.session.execute(which.values(**values))

        await self.world.at(None, work)


setattr(Morning, "return", Morning.back)


async def final(world: World) -> tuple[Attendance | None, bool, int]:
    """How Lan stands in the end, whether leave is asked or given, standing alerts of her father."""

    async def work(unit):
        session = unit.session
        lan = world.ids["lan"]
        standing = await session.scalar(select(Attendance).where(Attendance.pupil_id == lan))
        leaves = (await session.scalars(select(LeaveRequest.status))).all()
        standing_copies = (
            await session.scalars(
                select(AbsenceCopy).where(
                    AbsenceCopy.person_id == world.ids["bao"], AbsenceCopy.state == "standing"
                )
            )
        ).all()
        return standing, any(s in ("asked", "granted") for s in leaves), len(standing_copies)

    return await world.at(None, work)


async def morning(template, steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with missing.world(template, Path(folder)) as world:
            played = Morning(world)
            await played.play(steps)
            standing, leave, copies = await final(world)
            state = None if standing is None else standing.state
            alarming = state in ("unexplained", "unexcused") and standing.period is None
            assert copies <= 1
            for parent in ("bao", "thuy"):
                check_phone(world, parent, state, alarming)
            if alarming and not leave and not any_answer(world):
                for parent in ("bao", "thuy"):
                    alerts = [m for m in world.got(parent, "absence-alert") if m.buttons]
                    assert len(alerts) == 1
            check_others(world)


def any_answer(world: World) -> bool:
    """Whether a parent has answered anything, by which a case may be closed without an alert."""
    return any(
        "xin phép cho em nghỉ lúc" in m.text or "đã báo" in m.text or "chưa chấp thuận" in m.text
        for p in ("bao", "thuy")
        for m in world.got(p)
    )


def check_phone(world: World, parent: str, state: str | None, alarming: bool) -> None:
    """Alerts and corrections take turns; the last word is what holds now."""
    messages = world.got(parent)
    waiting = [m for m in messages if "Em đã đi học từ nhà" in m.buttons]
    assert len(waiting) <= 1
    alerts = [m for m in messages if m.kind == "absence-alert"]
    for earlier, later in itertools.pairwise(alerts):
        between = messages[messages.index(earlier) + 1 : messages.index(later)]
        assert any(m.kind == "absence-news" for m in between)
        assert "Em đã đi học từ nhà" not in earlier.buttons
    if not alerts or alarming:
        return
    assert not waiting
    said = messages[-1].text
    wanted = {
        None: ("có mặt ở lớp", "gửi do nhầm", "đã gặp em"),
        "late": ("đã có mặt", "đã gặp em"),
        "excused": ("có phép",),
    }.get(state, ("có mặt ở lớp", "đã gặp em"))
    assert any(words in said for words in wanted), (state, said)


def check_others(world: World) -> None:
    """Nobody but her parents hears of Lan by an alert or its news, and of Huy only his father."""
    for who, messages in world.phones.items():
        for message in messages:
            if message.kind in ("absence-alert", "absence-news"):
                child = "Ngọc Lan" if who in ("bao", "thuy") else "Thành Huy"
                assert who in ("bao", "thuy", "khoa")
                assert child in message.text


MISSING, ON_LEAVE = Standing(State.UNEXPLAINED), Standing(State.EXCUSED)
AFTER_TWO_UNDOS = [
    ("roll", "khoa", MISSING, None),
    ("wait", 6.0),
    ("undo",),
    ("undo",),
    ("roll", "khoa", ON_LEAVE, None),
]


@given(steps=STEPS)
@example(steps=AFTER_TWO_UNDOS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_morning(missing_school, steps):
    asyncio.run(morning(missing_school, steps))
