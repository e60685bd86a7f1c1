"""How far all classes are with their results, for the heads (article 3.4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.access import Action
from services.results.kinds import Stage
from services.results.stage_now import stage_now
from services.rosters import classes
from services.unit import Unit
from storage import results as store

STATUSES = ("asked", "open", "approved")


@dataclass(frozen=True, slots=True)
class Overview:
    """The classes by how far they are: before the principal, not handed up, approved."""

    stage: Stage
    by_status: Mapping[str, tuple[str, ...]]


async def overview(unit: Unit, stage: Stage | None = None) -> Overview:
    """The school's classes at a stage, the one that is on by default; raises `NotAllowed`."""
    unit.require(Action.SEE_RESULTS)
    chosen = stage or await stage_now(unit)
    found: dict[str, list[str]] = {}
    for each in await classes(unit):
        if each.class_id is not None:
            row = await store.class_result(unit.session, each.class_id, chosen)
            found.setdefault(row.status, []).append(each.name)
    return Overview(chosen, {s: tuple(found[s]) for s in STATUSES if s in found})
