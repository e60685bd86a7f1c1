"""Cards about one matter that several people hold, each in a role of their own: shown once for each
state of the matter, redrawn on every phone when it moves on."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.unit import Unit
from storage import outbox
from storage.outbox import Priority


async def tell(
    unit: Unit,
    card: str,
    facts: Mapping[str, Any],
    people: Iterable[tuple[int, str]],
    *,
    mark: str = "",
) -> None:
    """Show a card to some people, each in a role; once for each `facts["status"]`, or once more for
    each `mark`. `facts["id"]` names the matter."""
    owner = owner_of(card, facts["id"])
    for person_id, role in people:
        await unit.notify(
            person_id,
            card,
            {**facts, "role": role},
            priority=Priority.APPROVAL,
            key=f"{owner}:{facts['status']}:{role}:{person_id}{mark}",
            owner=owner,
        )


async def redraw(unit: Unit, card: str, facts: Mapping[str, Any]) -> None:
    """Every card shows the matter as it is now."""
    for row in await outbox.by_owner(unit.session, owner_of(card, facts["id"])):
        if row.person_id is not None and row.status not in ("failed", "cancelled"):
            role = (row.params or {}).get("role", "")
            shown = {**facts, "role": role, "older": True}
            await unit.edit_notice(row.id, row.person_id, card, shown)


def owner_of(card: str, id: int) -> str:
    """Under which the cards of a matter are found."""
    return f"{card}:{id}"
