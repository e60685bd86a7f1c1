"""How a message would reach many people, before it is sent: by which messenger and way, at what
cost, and whether the budget holds.

An estimate by the same rules as the sending: each person's chats are taken in the order in which
the deliverer tries them, and paid ways are counted until a ceiling stands in the way.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from services.message_template import MessageTemplate, template_of
from services.phone_numbers import international
from services.spending import Budget, Ceiling, budget_of, price_of, spent_this_month, within
from services.unit import Unit
from services.windows import BY_TELEPHONE, WINDOWED, Standing, WayName, Windows, way_of
from storage import reach as store
from storage.reach import OpenChat
from storage.spending import Spent


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people by channel and way; `none` cannot be reached at all, `beyond` only by a paid
    way for which the budget does not last (`ceiling` says which). `cost` in đồng is for those who
    are reached; `left_dong` and `left_messages` is what the month's ceilings leave after it, None
    where there is no such ceiling."""

    by: Mapping[tuple[str, WayName], int] = field(default_factory=dict)
    none: int = 0
    beyond: int = 0
    cost: int = 0
    ceiling: Ceiling | None = None
    left_dong: int | None = None
    left_messages: int | None = None

    @property
    def reached(self) -> int:
        """Everybody who would get it."""
        return sum(self.by.values())

    @property
    def paid(self) -> int:
        """How many of them by a way that costs."""
        return sum(count for (_, way), count in self.by.items() if way is not WayName.FREE)


Ways = list[tuple[str, WayName]]


async def reach(unit: Unit, person_ids: Collection[int], *, messages: int = 1) -> Reach:
    """How a promised message would reach these people now; `messages` is how many it takes on a
    messenger with short texts."""
    budget, template = await budget_of(unit), await template_of(unit)
    ways = await _ways(unit, person_ids, template, budget.windows)
    spent = await spent_this_month(unit)
    prices = {way: price_of(way, budget.prices, template, messages) for way in WayName}
    return _counted(ways, prices, budget, spent)


async def by_telephone(unit: Unit, person_ids: Collection[int]) -> set[int]:
    """Those of these people whom a template reaches by number, though they have no account."""
    if not person_ids or not (await template_of(unit)).by_phone:
        return set()
    found = await store.numbers(unit.session, person_ids)
    return {id for id, phone in found if international(phone)}


async def _ways(
    unit: Unit, person_ids: Collection[int], template: MessageTemplate, windows: Windows
) -> list[Ways]:
    """Each person's ways in the order in which they are tried."""
    chats: dict[int, list[OpenChat]] = {}
    for chat in await store.open_chats(unit.session, person_ids):
        chats.setdefault(chat.person_id, []).append(chat)
    have = {
        id for id, phone in await store.numbers(unit.session, person_ids) if international(phone)
    }
    found: list[Ways] = []
    for id in dict.fromkeys(person_ids):
        own: Ways = []
        for chat in chats.get(id, []):
            way = _by_chat(unit, chat, template, windows, has_number=id in have)
            if way is not None:
                own.append((chat.channel, way))
        elsewhere = all(chat.channel != BY_TELEPHONE for chat in chats.get(id, []))
        if elsewhere and id in have and template.by_phone:
            own.append((BY_TELEPHONE, WayName.PHONE))
        found.append(own)
    return found


def _by_chat(
    unit: Unit, chat: OpenChat, template: MessageTemplate, windows: Windows, *, has_number: bool
) -> WayName | None:
    if chat.channel not in WINDOWED:
        return WayName.FREE
    standing = Standing(chat.heard_at, chat.shut_at, has_number=has_number)
    return way_of(standing, unit.now, template.allowed, windows)


def _counted(
    people: list[Ways], prices: Mapping[WayName, int], budget: Budget, spent: Spent
) -> Reach:
    """Everybody by the first of their ways that the ceilings allow."""
    by: Counter[tuple[str, WayName]] = Counter()
    own = Spent()
    none = beyond = 0
    stopped: Ceiling | None = None
    for ways in people:
        for channel, way in ways:
            message = Spent(1, prices[way]) if prices[way] else Spent()
            ceiling = within(budget.ceilings, spent + own, own, message)
            if ceiling is None:
                by[channel, way] += 1
                own += message
                break
            stopped = stopped or ceiling
        else:
            none, beyond = none + (not ways), beyond + bool(ways)
    most = budget.ceilings
    return Reach(
        by=dict(by),
        none=none,
        beyond=beyond,
        cost=own.dong,
        ceiling=stopped,
        left_dong=_left(most.month_dong, spent.dong + own.dong),
        left_messages=_left(most.month_messages, spent.messages + own.messages),
    )


def _left(most: int | None, used: int) -> int | None:
    return None if most is None else max(0, most - used)
