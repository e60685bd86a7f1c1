"""The changes in class size that a board shows: those of the last days."""

from datetime import date, timedelta
from typing import Any

from services.access import Action
from services.class_changes import changes
from services.unit import Unit

DAYS = 7


async def recent_changes(unit: Unit, day: date) -> list[dict[str, Any]]:
    """Who came, left or changed class in the seven days up to `day`, as JSON; raises
    `NotAllowed`."""
    unit.require(Action.SEE_BOARD)
    return [
        {
            "day": f"{each.day:%d/%m}",
            "pupil": each.name,
            "kind": each.kind,
            "from": each.from_class,
            "to": each.to_class,
        }
        for each in await changes(unit, day - timedelta(days=DAYS - 1), day)
    ]
