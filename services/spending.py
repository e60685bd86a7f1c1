"""What paid messages may cost: the school's ceilings, the prices, and what is left.

Free messages always go. A paid one goes only while it stays within every ceiling, in đồng and in
messages, of the month and of the notice it belongs to; asked in the unit of work that claims it,
where what is on its way counts as spent. Until the school sets a budget it is 0 đồng.

A message is one promise to one person: a text so long that it becomes two counts once, and costs
twice.
"""

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from services.access import Action, Role
from services.errors import Invalid
from services.message_template import MessageTemplate
from services.unit import Unit
from services.windows import WINDOWED, WayName, Windows
from storage import households, school_settings
from storage import spending as store
from storage.outbox import Priority
from storage.spending import Spent

KEY = "spending"
REACHED = "ceiling-reached"
FOR_ONE_NOTICE = "notice:"  # how owners of rows begin that a notice's ceiling is about


@dataclass(frozen=True, slots=True)
class Prices:
    """Đồng a message. Nobody publishes what a school pays, so these are what others report, each
    to be set anew from the school's own bill; a template may carry its own two prices."""

    consultation: int = 55
    template: int = 560
    phone: int = 800

    def of(self, way: WayName) -> int:
        """The price of one message that goes this way."""
        return {
            WayName.FREE: 0,
            WayName.CONSULTATION: self.consultation,
            WayName.TEMPLATE: self.template,
            WayName.PHONE: self.phone,
        }[way]


def price_of(way: WayName, prices: Prices, template: MessageTemplate, messages: int = 1) -> int:
    """What a message to one person costs in đồng; only a consultation is paid for each part."""
    if way is WayName.CONSULTATION:
        return prices.consultation * messages
    own = {WayName.TEMPLATE: template.price, WayName.PHONE: template.price_phone}.get(way)
    return prices.of(way) if own is None else own


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The most that paid messages may come to; None: no ceiling of this kind."""

    month_dong: int | None = 0
    month_messages: int | None = None
    notice_dong: int | None = None
    notice_messages: int | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """How long after the last interaction a message is free, and how long it goes at all. As for
    the prices, what Zalo does on a real account may differ, so it can be set anew."""

    free_hours: int = 48
    consultation_hours: int = 168

    @property
    def windows(self) -> Windows:
        """As lengths of time."""
        return Windows(timedelta(hours=self.free_hours), timedelta(hours=self.consultation_hours))


@dataclass(frozen=True, slots=True)
class Budget:
    """Prices, ceilings and windows as they are in force."""

    prices: Prices = Prices()
    ceilings: Ceilings = Ceilings()
    hours: Hours = Hours()

    @property
    def windows(self) -> Windows:
        """The messenger's windows."""
        return self.hours.windows


class Ceiling(StrEnum):
    """Which ceiling stands in the way."""

    MONTH = "month"
    NOTICE = "notice"


async def budget_of(unit: Unit) -> Budget:
    """The school's budget; what it has not set is as the defaults say."""
    stored = await school_settings.get(unit.session, KEY, {})
    return read_budget(stored if isinstance(stored, dict) else {})


def read_budget(stored: dict[str, Any]) -> Budget:
    """A budget from its settings; what makes no sense counts as not set."""
    prices, hours = stored.get("prices"), stored.get("hours")
    return Budget(
        Prices(**_figures(Prices, prices if isinstance(prices, dict) else {}, none=False)),
        Ceilings(**_figures(Ceilings, stored, none=True)),
        Hours(**_figures(Hours, hours if isinstance(hours, dict) else {}, none=False)),
    )


def _figures(kind: type[Any], stored: dict[str, Any], *, none: bool) -> dict[str, Any]:
    named = {f.name: stored[f.name] for f in fields(kind) if f.name in stored}
    return {name: value for name, value in named.items() if _is_figure(value, none=none)}


def _is_figure(value: Any, *, none: bool) -> bool:
    if value is None:
        return none
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


async def set_budget(
    unit: Unit,
    ceilings: dict[str, int | None],
    prices: dict[str, int] | None = None,
    hours: dict[str, int] | None = None,
) -> Budget:
    """Change some ceilings, prices and hours; raises `NotAllowed`, or `Invalid` for no figure."""
    unit.require(Action.SET_SPENDING)
    old = await budget_of(unit)
    wrong = _no_figures(Ceilings, ceilings, none=True)
    wrong += _no_figures(Prices, prices or {}, none=False)
    wrong += _no_figures(Hours, hours or {}, none=False)
    if wrong:
        raise Invalid("spending-no-figure", name=wrong[0])
    stored: dict[str, Any] = {**asdict(old.ceilings), **ceilings}
    stored["prices"] = {**asdict(old.prices), **(prices or {})}
    stored["hours"] = {**asdict(old.hours), **(hours or {})}
    await school_settings.put(unit.session, KEY, stored)
    told = {"prices": prices, "hours": hours}
    unit.audit("spending.changed", KEY, **ceilings, **{k: v for k, v in told.items() if v})
    return read_budget(stored)


def _no_figures(kind: type[Any], told: dict[str, Any], *, none: bool) -> list[str]:
    known = {f.name for f in fields(kind)}
    return [n for n, v in told.items() if n not in known or not _is_figure(v, none=none)]


def within(
    ceilings: Ceilings, month: Spent, notice: Spent | None, message: Spent
) -> Ceiling | None:
    """Which ceiling `message` would go beyond, after what was spent; None where it may go."""
    if message.dong == 0:
        return None
    if _beyond(ceilings.month_dong, ceilings.month_messages, month + message):
        return Ceiling.MONTH
    if notice is not None and _beyond(
        ceilings.notice_dong, ceilings.notice_messages, notice + message
    ):
        return Ceiling.NOTICE
    return None


def _beyond(dong: int | None, messages: int | None, spent: Spent) -> bool:
    return (dong is not None and spent.dong > dong) or (
        messages is not None and spent.messages > messages
    )


def month_start(unit: Unit) -> datetime:
    """The first instant of the school's calendar month."""
    local = unit.now.astimezone(unit.zone)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


async def spent_this_month(unit: Unit, *, but: int | None = None) -> Spent:
    """What paid messages have cost since the first of the month; `but` leaves out a row."""
    return await store.since(unit.session, WINDOWED, month_start(unit), but=but)


async def may_spend(
    unit: Unit, cost: int, *, owner: str | None = None, row_id: int | None = None
) -> Ceiling | None:
    """The ceiling that a message of `cost` đồng would go beyond; None where it may go.

    What parts of its row have cost before counts with it. Those who look after the money are told,
    once a month or notice.
    """
    if cost == 0:
        return None
    await store.one_at_a_time(unit.session, KEY)
    budget = await budget_of(unit)
    month = await spent_this_month(unit, but=row_id)
    of_notice = owner is not None and owner.startswith(FOR_ONE_NOTICE)
    notice = None
    if of_notice and owner is not None:
        notice = await store.of_owner(unit.session, owner, but=row_id)
    before = 0 if row_id is None else await store.of_row(unit.session, row_id)
    ceiling = within(budget.ceilings, month, notice, Spent(1, before + cost))
    if ceiling is Ceiling.NOTICE and notice is not None:
        most = budget.ceilings.notice_dong, budget.ceilings.notice_messages
        number = (owner or "").removeprefix(FOR_ONE_NOTICE)
        await _tell(unit, _Reached(ceiling, notice, most, cost, number))
    elif ceiling is not None:
        most = budget.ceilings.month_dong, budget.ceilings.month_messages
        await _tell(unit, _Reached(ceiling, month, most, cost))
    return ceiling


@dataclass(frozen=True, slots=True)
class _Reached:
    ceiling: Ceiling
    spent: Spent
    most: tuple[int | None, int | None]
    cost: int
    notice: str | None = None


async def _tell(unit: Unit, reached: _Reached) -> None:
    """Once for each month or notice and each ceiling that the school sets for it."""
    local = unit.now.astimezone(unit.zone)
    params = {
        "ceiling": reached.ceiling.value,
        "month": f"{local:%m/%Y}",
        "notice": reached.notice,
        "dong": reached.spent.dong,
        "messages": reached.spent.messages,
        "most_dong": reached.most[0],
        "most_messages": reached.most[1],
        "cost": reached.cost,
    }
    about = f"{FOR_ONE_NOTICE}{reached.notice}" if reached.notice else f"{local:%Y-%m}"
    told = {
        *await households.holders_of(unit.session, Role.PRINCIPAL),
        *await households.holders_of(unit.session, Role.ADMINISTRATOR),
    }
    for person_id in sorted(told):
        await unit.notify(
            person_id,
            REACHED,
            params,
            priority=Priority.APPROVAL,
            key=f"{REACHED}:{about}:{reached.most[0]}:{reached.most[1]}:{person_id}",
        )
