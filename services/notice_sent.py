"""Looking back at notices: the last ones with their figures, and whom one did not reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from services.audiences import choices
from services.notice_progress import Figures, figures_of, not_reached
from services.notice_withdrawal import own_notice
from services.unit import Unit
from storage import notices as store
from storage.tables import Notice

SHOWN = ("pending", "rejected", "changes_asked", "sending", "done", "withdrawing", "cancelled")
LAST = 5


@dataclass(frozen=True, slots=True)
class SentLine:
    """One notice with how it stands."""

    notice: Notice
    figures: Figures


async def latest(unit: Unit) -> Sequence[SentLine]:
    """The actor's own last five, newest first; raises `NotAllowed` for who writes none."""
    await choices(unit)
    found = await store.latest(unit.session, SHOWN, author_id=unit.who.person_id, limit=LAST)
    counted = await store.counts(unit.session, [notice.id for notice in found])
    return [SentLine(notice, figures_of(counted[notice.id])) for notice in found]


async def missed(unit: Unit, notice_id: int) -> list[dict[str, Any]]:
    """Everybody whom a notice did not reach; its author's or the principal's to see."""
    notice = await own_notice(unit, notice_id)
    return await not_reached(unit, unit.who, notice)
