"""What minutes change in approved results is settled with them: the principal has approved the
correction, so the pupil's level, outcome and title follow it (article 11.2)."""

from services.results.kinds import Stage
from services.results.outcomes import outcome_rows
from services.results.readiness import digest_of_class, unguarded_board
from services.unit import Unit
from storage import families, households
from storage import results as store

NOTICE = "results-corrected"


async def settle(unit: Unit, class_id: int, pupil_id: int) -> None:
    """Bring every approved stage up to date for one pupil, and tell principal and homeroom teacher
    what has changed. A stage stays as it was, and is told as changed, where others have changed
    with it or the principal must decide on the pupil."""
    for of, stage in sorted(await store.approved(unit.session, [class_id])):
        seen = await unguarded_board(unit, of, Stage(stage))
        if not seen.stale or any(p.place.pupil_id == pupil_id for p in seen.left_open):
            continue
        rows = {row.pupil_id: row for row in await outcome_rows(unit, seen.seen)}
        before = await store.outcomes(unit.session, of, stage)
        if rows.keys() != before.keys() or pupil_id not in rows:
            continue
        changed = [id for id, row in rows.items() if store.is_new(before[id], row)]
        if set(changed) - {pupil_id}:
            continue
        digest = digest_of_class(seen.seen)
        if not await store.move(unit.session, seen.row, "approved", digest=digest):
            continue
        old, new = before[pupil_id], rows[pupil_id]
        facts = {
            "class": seen.seen.class_name,
            "stage": stage,
            "pupil": next(
                p.place.full_name for p in seen.seen.pupils if p.place.pupil_id == pupil_id
            ),
            "old": [old.results, old.conduct, old.outcome, old.title],
            "new": [new.results, new.conduct, new.outcome, new.title],
        }
        await store.put_outcome(unit.session, old, new)
        unit.audit("results.corrected", f"pupil:{pupil_id}", stage=stage, digest=digest)
        people = {p.id for p in await families.homeroom(unit.session, of, unit.today)}
        people |= set(await households.holders_of(unit.session, "principal"))
        for person in sorted(people):
            key = f"{NOTICE}:{of}:{stage}:{pupil_id}:{digest}:{person}"
            await unit.notify(person, NOTICE, facts, key=key)
