"""Whatever the timetable and whenever the program restarts: a roll is asked for once, and never
after it was taken."""

import asyncio
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from services.attendance_states import Half
from services.errors import Refusal
from services.roll_card_answers import take_full, take_over
from services.roll_card_due import in_time, whom_to_ask
from services.roll_card_sending import send_cards
from services.roll_card_steps import follow_up
from storage.tables import DayOverride, Substitution
from tests.support import bells as support
from tests.support.bells import CLASSES, HEADS, TEACHERS, TUESDAY, ZONE, Bells

CLASS, TEACHER = st.sampled_from(CLASSES), st.sampled_from(TEACHERS)
HALF = st.sampled_from(["morning", "morning", "morning", "afternoon"])
FREE = "free"  # no lesson
SUBJECTS = st.lists(st.sampled_from([*TEACHERS, None, "hole", FREE]), min_size=2, max_size=5)
TIMETABLE = st.fixed_dictionaries(
    {(name, half): SUBJECTS for name in CLASSES for half in ("morning", "afternoon")}
)
LINKED = st.sets(st.sampled_from([*TEACHERS, *HEADS]), min_size=3)
STAND_INS = st.sets(st.tuples(CLASS, HALF, TEACHER), max_size=2)
PASS = st.tuples(st.just("time"), st.sampled_from([1, 59, 300, 599, 600, 601, 900]))
STEPS = st.lists(
    st.one_of(
        PASS,
        PASS,
        PASS,
        PASS,
        st.tuples(st.just("down"), st.integers(1, 5400)),
        st.tuples(st.just("crash"), st.sampled_from([send_cards, follow_up])),
        st.tuples(st.just("take"), st.sampled_from([*TEACHERS, "quang"]), CLASS, HALF),
        st.tuples(st.just("full"), st.sampled_from([*TEACHERS, "quang"]), st.integers(1, 4)),
        st.tuples(st.just("over"), TEACHER, st.integers(1, 4)),
        st.tuples(st.just("link"), st.sampled_from([*TEACHERS, *HEADS])),
        st.tuples(st.just("close")),  # the school gives the day off
    ),
    min_size=8,
    max_size=24,
)


class Morning:
    """Plays the steps, and keeps what a person would remember of them."""

    def __init__(self, bells: Bells) -> None:
        self.bells = bells
        self.taken: dict[tuple[str, str], datetime] = {}
        self.moves: Counter[int] = Counter()
        self.linked: set[str] = set()
        self.closed_at: datetime | None = None

    async def play(self, steps) -> None:
        for kind, *values in steps:
            if kind in ("take", "full", "over") and values[0] not in self.linked:
                continue  # who has no account can tap nothing
            try:
                await getattr(self, kind)(*values)
            except Refusal:
                continue

    async def down(self, seconds) -> None:
        self.bells.now += timedelta(seconds=seconds)

    async def time(self, seconds) -> None:
        await self.down(seconds)
        await self.bells.tick()
        await self.bells.tick()  # a second process
        if seconds > 1:
            await self.bells.arrive()

    async def crash(self, job) -> None:
        await self.bells.die_in_a_tick(job)

    async def take(self, who, name, half) -> None:
        if (await self.bells.take(who, name, Half(half))).changed:
            self.taken.setdefault((name, half), self.bells.now)

    async def full(self, who, card) -> None:
        await self.bells.at(who, lambda unit: take_full(unit, card))
        found = next(c for c in await self.bells.cards() if c.id == card)
        name = next(n for n in CLASSES if self.bells.ids[n] == found.class_id)
        assert (name, found.half) not in self.taken, "one tap never replaces a roll"
        self.taken[name, found.half] = self.bells.now

    async def over(self, who, card) -> None:
        before = {c.id: c.holder_id for c in await self.bells.cards()}
        await self.bells.at(who, lambda unit: take_over(unit, card))
        self.moves[card] += before[card] != self.bells.ids[who]

    async def link(self, name) -> None:
        if name not in self.linked:
            self.linked.add(name)
            await self.bells.link(name)

    async def close(self) -> None:
        if self.closed_at is None:
            self.closed_at = self.bells.now
            await self.bells.add(DayOverride(day=TUESDAY, is_school_day=False))


async def check(bells: Bells, morning: Morning) -> None:
    cards = {card.id: card for card in await bells.cards()}
    names = {bells.ids[name]: name for name in CLASSES}
    rows = await bells.rows("roll-card", "missing-rolls")
    firsts = [row for row in rows if row.edits is None]
    asked = [row for row in firsts if row.notice == "roll-card"]
    by_card = Counter((row.params["card"], row.params["face"]) for row in asked)
    for (card, face), count in by_card.items():
        assert count <= 1 + (morning.moves[card] if face == "card" else 0)
    reminders = [r for r in asked if r.params["face"] == "reminder"]
    assert max(Counter((r.params["card"], r.person_id) for r in reminders).values(), default=0) <= 1
    linked = {bells.ids[name] for name in morning.linked}
    for row in firsts:
        assert row.person_id in linked
        assert row.created_at.astimezone(ZONE).date() == TUESDAY
        assert morning.closed_at is None or row.created_at <= morning.closed_at
    for row in asked:
        card = cards[row.params["card"]]
        taken = morning.taken.get((names[card.class_id], card.half))
        assert taken is None or row.created_at <= taken, "asked after the roll was taken"
    lists = [row for row in firsts if row.notice == "missing-rolls"]
    assert len({(row.params["half"], row.person_id) for row in lists}) == len(lists)
    for row in firsts:
        if row.status == "cancelled":
            continue
        faces = [row, *(r for r in rows if r.edits == row.id and r.status != "replaced")]
        last = faces[-1].params
        if row.notice == "missing-rolls":
            shown = {one["class"] for one in last["missing"]}
            assert not any((name, last["half"]) in morning.taken for name in shown)
        else:
            card = cards[last["card"]]
            is_taken = (names[card.class_id], card.half) in morning.taken
            assert (last["taken"] is not None) == is_taken


async def check_nobody_is_missed(bells: Bells, morning: Morning) -> None:
    """Who can be asked now, has been."""
    await bells.tick()
    cards = {(card.class_id, card.half): card for card in await bells.cards()}
    names = {bells.ids[name]: name for name in CLASSES}

    async def askable(unit):
        return await whom_to_ask(unit, list((await in_time(unit)).values()))

    for class_id, half in await bells.at(None, askable):
        if (names[class_id], half) not in morning.taken:
            assert cards[class_id, half].holder_id is not None


async def play(template, first, timetable, linked, stand_ins, steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with support.bells(template, Path(folder)) as bells:
            bells.now += timedelta(minutes=first)
            await bells.add(
                *(
                    bells.slot(name, period, by, half)
                    for (name, half), subjects in timetable.items()
                    for period, by in enumerate(subjects, 1)
                    if by != FREE
                )
            )
            await bells.add(
                *(
                    Substitution(
                        class_id=bells.ids[name],
                        day=TUESDAY,
                        half=half,
                        person_id=bells.ids[who],
                        granted_by=bells.ids["quang"],
                    )
                    for name, half, who in stand_ins
                )
            )
            morning = Morning(bells)
            for name in sorted(linked):
                await morning.link(name)
            await morning.play(steps)
            await check(bells, morning)
            await check_nobody_is_missed(bells, morning)
            await check(bells, morning)


@given(
    first=st.sampled_from([24, 25, 40, 0]),
    timetable=TIMETABLE,
    linked=LINKED,
    stand_ins=STAND_INS,
    steps=STEPS,
)
@settings(max_examples=40, deadline=None)
def test_any_morning(bells_school, first, timetable, linked, stand_ins, steps):
    asyncio.run(play(bells_school, first, timetable, linked, stand_ins, steps))
