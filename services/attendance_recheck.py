"""A mark in a main session changed: the pupil's absences are counted again a little later.

Not at once, since a slip is put right within minutes; the grace time that families' alerts have.
"""

from collections.abc import Collection
from datetime import timedelta

from services.school_rules import rules_of
from services.unit import Unit
from storage import attendance_warnings
from storage.tables import RollCall


async def recheck(unit: Unit, roll: RollCall, pupil_ids: Collection[int]) -> None:
    """Note whose marks a version of a roll changed, in the same unit of work."""
    if roll.kind != "main" or not pupil_ids:
        return
    grace = timedelta(seconds=(await rules_of(unit)).grace_seconds)
    await attendance_warnings.look_again(unit.session, pupil_ids, unit.now + grace)
