"""The cards of a correction on the phones of those concerned: shown, redrawn, ended."""

from services import role_cards
from services.errors import AlreadyDecided
from services.score_correction_facts import facts_of, moment, owner_of
from services.unit import Unit
from storage import families, outbox
from storage import score_corrections as store
from storage.tables import ScoreCorrection

CARD = "score-correction"


async def end(
    unit: Unit, row: ScoreCorrection, sources: tuple[str, ...], status: str
) -> ScoreCorrection:
    """End a correction without a change of the cell, and tell everyone concerned."""
    if not await store.move(unit.session, row, sources, status=status):
        raise await late_answer(unit, row)
    unit.audit(f"score_correction.{status}", f"score-correction:{row.id}")
    await redraw(unit, row)
    cards = await outbox.by_owner(unit.session, owner_of(row.id))
    holders = {
        (card.person_id, (card.params or {}).get("role", ""))
        for card in cards
        if card.person_id is not None and card.person_id != unit.actor_id
    }
    await tell(unit, row, sorted(holders))
    return row


async def tell(
    unit: Unit, row: ScoreCorrection, people: list[tuple[int, str]], *, again: bool = False
) -> None:
    """Show it to some people, each in a role; once for each state, or `again`."""
    mark = f":{unit.now.isoformat()}" if again else ""
    await role_cards.tell(unit, CARD, await facts_of(unit, row), people, mark=mark)


async def redraw(unit: Unit, row: ScoreCorrection) -> None:
    """Every card shows the correction as it is now."""
    await role_cards.redraw(unit, CARD, await facts_of(unit, row))


async def late_answer(unit: Unit, row: ScoreCorrection) -> AlreadyDecided:
    """What one hears who comes after the decision."""
    people = await families.people(unit.session, {row.decided_by} if row.decided_by else set())
    by = people[row.decided_by] if row.decided_by else None
    return AlreadyDecided(
        "score-fix-late",
        status=row.status,
        name=by.name if by else "",
        gender=(by.gender or "") if by else "",
        when=moment(unit, row.decided_at) or "none",
    )
