"""The school's money: paid messages stop at the ceiling, whatever comes in which order."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import func, select

from services.access import Actor, Role
from services.errors import Invalid, NotAllowed
from services.message_template import MessageTemplate
from services.spending import (
    Ceiling,
    Ceilings,
    Prices,
    budget_of,
    may_spend,
    price_of,
    set_budget,
    spent_this_month,
    within,
)
from services.unit import Unit
from services.windows import WayName, Windows
from storage import school_settings
from storage.database import Database
from storage.spending import Spent
from storage.tables import Account, AuditEvent, OutboxRow, Person, Staff, StaffRole

CHANNEL = "zalo_oa"
NONE = MessageTemplate("", {})
PRINCIPAL = Actor(person_id=1, name="Trần Thu Hà", roles=frozenset({Role.PRINCIPAL}))


@pytest.mark.parametrize(
    ("ceilings", "month", "notice", "cost", "expected"),
    [
        (Ceilings(), Spent(), None, 55, Ceiling.MONTH),  # nobody has set a budget
        (Ceilings(), Spent(), None, 0, None),  # free messages always go
        (Ceilings(month_dong=55), Spent(), None, 55, None),
        (Ceilings(month_dong=109), Spent(1, 55), None, 55, Ceiling.MONTH),
        (Ceilings(month_dong=110), Spent(1, 55), None, 55, None),
        (Ceilings(month_dong=None, month_messages=3), Spent(3, 900), None, 1, Ceiling.MONTH),
        (Ceilings(month_dong=None, month_messages=3), Spent(2, 900), None, 1, None),
        (Ceilings(month_dong=9999, notice_dong=100), Spent(), Spent(1, 55), 55, Ceiling.NOTICE),
        (Ceilings(month_dong=9999, notice_dong=100), Spent(), None, 560, None),  # no notice's
        (Ceilings(month_dong=9999, notice_messages=0), Spent(), Spent(), 55, Ceiling.NOTICE),
        (Ceilings(month_dong=10, notice_dong=10), Spent(), Spent(), 55, Ceiling.MONTH),
    ],
)
def test_which_ceiling_stands_in_the_way(
    ceilings: Ceilings, month: Spent, notice: Spent | None, cost: int, expected: Ceiling | None
) -> None:
    assert within(ceilings, month, notice, Spent(1, cost)) == expected


def test_what_a_message_costs() -> None:
    own = MessageTemplate("7895", {}, price=300, price_phone=0)
    assert price_of(WayName.FREE, Prices(), own, 4) == 0
    assert price_of(WayName.CONSULTATION, Prices(), NONE, 3) == 165
    assert price_of(WayName.TEMPLATE, Prices(), NONE, 3) == 560
    assert price_of(WayName.TEMPLATE, Prices(), own) == 300
    assert price_of(WayName.PHONE, Prices(), NONE) == 800
    assert price_of(WayName.PHONE, Prices(), own) == 0


limit = some.one_of(some.none(), some.integers(0, 3000))


@given(
    ceilings=some.builds(
        Ceilings, month_dong=limit, month_messages=limit, notice_dong=limit, notice_messages=limit
    ),
    wishes=some.lists(
        some.tuples(some.sampled_from([0, 55, 110, 560, 800]), some.sampled_from("ab-"))
    ),
)
def test_the_cost_is_never_above_a_ceiling_whatever_the_order(
    ceilings: Ceilings, wishes: list[tuple[int, str]]
) -> None:
    month, notices = Spent(), {"a": Spent(), "b": Spent()}
    for cost, notice in wishes:
        of_notice = notices.get(notice)
        refused = within(ceilings, month, of_notice, Spent(1, cost))
        assert not (refused and cost == 0)
        if refused is None and cost:
            month += Spent(1, cost)
            if of_notice is not None:
                notices[notice] = of_notice + Spent(1, cost)
    assert ceilings.month_dong is None or month.dong <= ceilings.month_dong
    assert ceilings.month_messages is None or month.messages <= ceilings.month_messages
    for spent in notices.values():
        assert ceilings.notice_dong is None or spent.dong <= ceilings.notice_dong
        assert ceilings.notice_messages is None or spent.messages <= ceilings.notice_messages


@pytest.fixture
async def office(database: Database, now: datetime) -> Callable[..., Awaitable[Any]]:
    """Runs work in a unit of a school with one linked principal."""

    async def staff(session: Any) -> None:
        session.add(Person(id=1, full_name="Trần Thu Hà", language="vi"))
        await session.flush()
        session.add_all([Staff(person_id=1, code="HT01"), StaffRole(person_id=1, role="principal")])
        session.add(Account(channel="telegram", external_id="5", person_id=1, linked_at=now))

    async def run(work: Callable[[Unit], Awaitable[Any]], at: datetime = now) -> Any:
        async def whole(session: Any) -> Any:
            unit = Unit(session, at, now.tzinfo, actor=PRINCIPAL)  # type: ignore[arg-type]
            result = await work(unit)
            await unit.finish()
            return result

        return await database.run(whole)

    await database.run(staff)
    return run


def row(at: datetime, cost: int, status: str = "sent", **more: Any) -> OutboxRow:
    facts = {"channel": CHANNEL, "priority": 3, "not_before": at, "created_at": at, **more}
    settled = at if status in ("sent", "uncertain", "failed") else None
    return OutboxRow(cost=cost, status=status, settled_at=settled, **facts)


async def test_what_was_spent_counts_what_is_on_its_way(
    office: Callable[..., Awaitable[Any]], now: datetime
) -> None:
    last_month = now.replace(month=10)

    async def work(unit: Unit) -> None:
        unit.session.add_all(
            [
                row(now, 55),
                row(now, 560, "uncertain"),  # it may have arrived, so it may have cost
                row(now, 800, "sending"),
                row(now, 110, "queued", parts=1),  # one of its two parts has left
                row(now, 560, "queued"),  # is tried again: nothing has left
                row(now, 0),
                row(now, 560, "failed"),
                row(last_month, 560),
                row(now, 9, channel="telegram"),
            ]
        )
        assert await spent_this_month(unit) == Spent(4, 55 + 560 + 800 + 110)

    await office(work)


async def test_sixty_families_stop_at_the_ceilings_and_the_principal_hears_it_once(
    office: Callable[..., Awaitable[Any]], now: datetime
) -> None:
    await office(lambda unit: set_budget(unit, {"month_dong": 10_000, "notice_dong": 2_000}))

    async def one(unit: Unit, notice: int) -> Ceiling | None:
        mine = row(now, 0, "sending", channel=None, owner=f"notice:{notice}")
        unit.session.add(mine)
        await unit.session.flush()
        refused = await may_spend(unit, 560, owner=mine.owner, row_id=mine.id)
        if refused is None:
            mine.cost = 560
        else:
            mine.status = "failed"
        return refused

    asked = [office(lambda unit, n=n: one(unit, n // 10)) for n in range(60)]
    refused = await asyncio.gather(*asked)
    assert refused.count(None) == 17  # 17 × 560 = 9,520 of 10,000
    assert {Ceiling.MONTH, Ceiling.NOTICE} == set(refused) - {None}

    async def told(unit: Unit) -> None:
        costs = await unit.session.scalar(select(func.sum(OutboxRow.cost)))
        assert costs == 9_520
        rows = await unit.session.scalars(
            select(OutboxRow).where(OutboxRow.notice == "ceiling-reached")
        )
        seen = [(r.params["ceiling"], r.params["notice"]) for r in rows if r.params]
        assert len(seen) == len(set(seen))
        assert ("month", None) in seen

    await office(told)


@pytest.mark.parametrize(("most", "expected"), [(109, Ceiling.MONTH), (110, None)])
async def test_the_rest_of_a_long_text_counts_with_the_part_that_has_left(
    office: Callable[..., Awaitable[Any]], now: datetime, most: int, expected: Ceiling | None
) -> None:
    await office(lambda unit: set_budget(unit, {"month_dong": most, "month_messages": 1}))

    async def rest(unit: Unit) -> Ceiling | None:
        mine = row(now, 55, "sending", parts=1)
        unit.session.add(mine)
        await unit.session.flush()
        return await may_spend(unit, 55, row_id=mine.id)

    assert await office(rest) is expected


async def test_a_new_month_begins_with_the_whole_budget(
    office: Callable[..., Awaitable[Any]], now: datetime
) -> None:
    await office(lambda unit: set_budget(unit, {"month_dong": 600}))

    async def spend(unit: Unit) -> Ceiling | None:
        refused = await may_spend(unit, 560)
        if refused is None:
            unit.session.add(row(unit.now, 560))
        return refused

    assert await office(spend) is None
    assert await office(spend) is Ceiling.MONTH
    last_second = now.replace(day=30, hour=23, minute=59)
    assert await office(spend, last_second) is Ceiling.MONTH
    assert await office(spend, last_second + timedelta(minutes=1)) is None


async def test_only_who_looks_after_the_money_sets_the_budget(
    office: Callable[..., Awaitable[Any]],
) -> None:
    async def by_teacher(unit: Unit) -> None:
        unit.actor = Actor(person_id=1, name="Lê An", roles=frozenset({Role.HOMEROOM_TEACHER}))
        with pytest.raises(NotAllowed):
            await set_budget(unit, {"month_dong": 1})

    async def nonsense(unit: Unit) -> None:
        for ceilings in ({"month_dong": -1}, {"month_dong": True}, {"year_dong": 5}):
            with pytest.raises(Invalid):
                await set_budget(unit, ceilings)  # type: ignore[arg-type]
        with pytest.raises(Invalid):
            await set_budget(unit, {}, {"template": None})  # type: ignore[dict-item]
        with pytest.raises(Invalid):
            await set_budget(unit, {}, hours={"free_days": 2})

    await office(by_teacher)
    await office(nonsense)
    await office(lambda unit: set_budget(unit, {"month_dong": 50_000}, {"template": 420}))

    async def kept(unit: Unit) -> None:
        budget = await budget_of(unit)
        assert budget.ceilings == Ceilings(month_dong=50_000)
        assert budget.prices == Prices(template=420)
        assert budget.windows == Windows()
        said = await unit.session.scalars(
            select(AuditEvent.details).where(AuditEvent.action == "spending.changed")
        )
        assert said.all() == [{"month_dong": 50_000, "prices": {"template": 420}}]

    await office(kept)


async def test_a_setting_that_makes_no_sense_spends_nothing(
    office: Callable[..., Awaitable[Any]],
) -> None:
    async def work(unit: Unit) -> None:
        for wrong in ("much", {"month_dong": "9"}, {"month_dong": -5}, {"prices": 7}, [1]):
            await school_settings.put(unit.session, "spending", wrong)
            assert await may_spend(unit, 1) is Ceiling.MONTH

    await office(work)
