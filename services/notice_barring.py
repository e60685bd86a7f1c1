"""What a barred guardian still hears of notices: those about their other children, and no more.

A notice is written down with the children it concerns for each reader. Once a reader is barred from
one of them, that child is taken out of what waits, of corrections, and of messages brought up to
date; a message that concerned no other child is not sent.
"""

from collections.abc import Collection
from typing import Any

from services.unit import Unit
from storage import barring

About = list[list[str]]
KINDS = ("notice", "notice-withdrawn")


async def children_left(
    unit: Unit, abouts: Collection[tuple[int, About]]
) -> dict[int, About | None]:
    """For each reader the children that may still be named; None where there were only others.

    `abouts`: reader and [name, class] of each child; staff have none and keep none.
    """
    barred = await barring.pupils_barred(unit.session, {person for person, _ in abouts})
    left: dict[int, About | None] = {}
    for person, about in abouts:
        rest = [child for child in about if (person, child[0]) not in barred]
        left[person] = rest if rest or not about else None
    return left


async def withhold(unit: Unit, person_id: int) -> None:
    """Take the children whom a person has just been barred from out of all that waits."""
    for row in await barring.waiting_for(unit.session, person_id, KINDS):
        params: dict[str, Any] = row.params or {}
        left = (await children_left(unit, [(person_id, params["about"])]))[person_id]
        if left is None:
            row.status, row.settled_at = "cancelled", unit.now
        elif left != params["about"]:
            row.params = params | {"about": left}
    await unit.session.flush()
