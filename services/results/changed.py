"""Approved results that a correction or re-marking has changed are told at once to who answers for
them (articles 3.4 and 11.2b: related books are to be mended as well)."""

from services.results.kinds import Stage
from services.results.readiness import digest_of_class, unguarded_board
from services.unit import Unit
from storage import families, households
from storage import results as store

NOTICE = "results-changed"


async def tell_changed(unit: Unit, class_id: int) -> bool:
    """Tell the principals and the homeroom teacher, once for each state of the figures."""
    told = False
    for of, stage in sorted(await store.approved(unit.session, [class_id])):
        seen = await unguarded_board(unit, of, Stage(stage))
        if not seen.stale:
            continue
        people = {p.id for p in await families.homeroom(unit.session, of, unit.today)}
        people |= set(await households.holders_of(unit.session, "principal"))
        digest = digest_of_class(seen.seen)
        for person in sorted(people):
            facts = {"class": seen.seen.class_name, "stage": stage}
            key = f"{NOTICE}:{of}:{stage}:{digest}:{person}"
            told |= await unit.notify(person, NOTICE, facts, key=key) is not None
    return told
