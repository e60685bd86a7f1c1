"""How a notice would reach its people, as its author and its approver are shown it beforehand."""

from collections.abc import Sequence
from typing import Any

from services.audiences import Recipient
from services.message_template import template_of
from services.notice_text import length_of
from services.reach import Reach, by_telephone, reach
from services.spending import budget_of, price_of
from services.unit import Unit
from services.windows import WINDOWED, WayName
from storage.tables import Notice

FRAME = 300  # signs of school, salutation and author around the text
ONE_MESSAGE = 1900  # signs that a messenger with short texts takes at once


async def notice_reach(unit: Unit, notice: Notice, people: Sequence[Recipient]) -> Reach:
    """By which messenger and way each recipient would get the notice now, and what it costs."""
    return await reach(unit, [one.person_id for one in people], messages=_messages(notice))


async def lost_among(unit: Unit, people: Sequence[Recipient]) -> int:
    """How many have no account and cannot be written to by number either."""
    unlinked = [one.person_id for one in people if not one.linked]
    return len(unlinked) - len(await by_telephone(unit, unlinked))


async def reach_facts(
    unit: Unit, notice: Notice, found: Reach, people: Sequence[Recipient]
) -> dict[str, Any] | None:
    """What is shown of it, as JSON; None where nothing is paid and everybody who is linked is
    reached. Those of whom it is said anyway that they are not linked are not among `none`."""
    none = max(0, found.none - await lost_among(unit, people))
    if not found.paid and not found.beyond and not none:
        return None
    prices, template = (await budget_of(unit)).prices, await template_of(unit)
    rows = [
        {
            "channel": channel,
            "way": way.value if channel in WINDOWED else "plain",
            "count": count,
            "cost": count * price_of(way, prices, template, _messages(notice)),
        }
        for (channel, way), count in sorted(found.by.items(), key=lambda row: _order(*row[0]))
    ]
    return {"by": rows, "beyond": found.beyond, "none": none}


def _order(channel: str, way: WayName) -> tuple[bool, str, int]:
    """Free messengers first, then each way from the cheapest to the dearest."""
    return channel in WINDOWED, channel, list(WayName).index(way)


def _messages(notice: Notice) -> int:
    return -(-(length_of(notice.text) + FRAME) // ONE_MESSAGE)
