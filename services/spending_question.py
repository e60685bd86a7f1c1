"""When sending a notice is asked about once more, because of what it would cost."""

from typing import Any

from services.access import Action
from services.errors import Invalid
from services.reach import Reach
from services.spending import budget_of
from services.unit import Unit
from storage import school_settings

KEY = "spending-question"
USUAL = 50  # paid messages


async def ask_above(unit: Unit) -> int:
    """Above how many paid messages is asked: the school's setting."""
    stored: Any = await school_settings.get(unit.session, KEY, USUAL)
    return stored if isinstance(stored, int) and stored >= 0 else USUAL


async def set_ask_above(unit: Unit, messages: int) -> None:
    """Ask above so many paid messages; raises `NotAllowed`, or `Invalid` for what is no figure."""
    unit.require(Action.SET_SPENDING)
    if messages < 0:
        raise Invalid("spending-no-figure", name=str(messages))
    await school_settings.put(unit.session, KEY, messages)
    unit.audit("spending.changed", KEY, messages=messages)


async def is_costly(unit: Unit, reach: Reach) -> bool:
    """Whether to ask: many paid messages, or more than the budget has left.

    A school that has set its budget to nothing has said so once and is not asked each time.
    """
    if reach.paid > await ask_above(unit):
        return True
    ceilings = (await budget_of(unit)).ceilings
    return bool(reach.beyond) and ceilings.month_dong != 0 and ceilings.month_messages != 0
