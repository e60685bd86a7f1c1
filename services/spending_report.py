"""What paid messages have cost this month, by way, and what the ceilings leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.access import Action, may
from services.spending import Budget, budget_of, month_start, spent_this_month
from services.spending_question import ask_above
from services.unit import Unit
from services.windows import WINDOWED, WayName
from storage import spending as store
from storage.spending import Spent


@dataclass(frozen=True, slots=True)
class SpendingReport:
    """`by` has the free messages of the same messengers as well; `left_…` is None where there is
    no such ceiling. `may_set`: whether the reader sets the ceilings."""

    month: str
    spent: Spent
    by: Mapping[WayName, Spent]
    budget: Budget
    ask_above: int
    may_set: bool

    @property
    def left_dong(self) -> int | None:
        """What may still be spent this month, in đồng."""
        return _left(self.budget.ceilings.month_dong, self.spent.dong)

    @property
    def left_messages(self) -> int | None:
        """How many paid messages may still go this month."""
        return _left(self.budget.ceilings.month_messages, self.spent.messages)


async def spending_report(unit: Unit) -> SpendingReport:
    """This month as it stands; raises `NotAllowed`."""
    actor = unit.require(Action.SEE_SPENDING)
    start = month_start(unit)
    found = await store.by_way(unit.session, list(WINDOWED), start)
    return SpendingReport(
        month=f"{start:%m/%Y}",
        spent=await spent_this_month(unit),
        by={way: found[way] for way in WayName if way in found},
        budget=await budget_of(unit),
        ask_above=await ask_above(unit),
        may_set=may(actor, Action.SET_SPENDING),
    )


def _left(most: int | None, used: int) -> int | None:
    return None if most is None else max(0, most - used)
