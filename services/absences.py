"""What families hear when a roll says that a child is missing, and when it no longer says so.

The one door for the roll: it says how pupils stood before and after, and gets back what families
will be told and whom nobody can reach. Everything promised here is rows of the roll's own commit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.standing import Standing
from services.unit import Unit
from storage.tables import RollCall


@dataclass(frozen=True, slots=True)
class ToldFamily:
    """A pupil whose guardians will be told at `at`, unless the roll changes before."""

    pupil_id: int
    pupil_name: str
    guardians_count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """A guardian whom no message reaches; `relation` is father, mother or guardian.

    `phone` is empty where there is none, or where the reader may not see it.
    """

    name: str
    relation: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class UnlinkedFamily:
    """The guardians of a missing pupil who have no linked account; none on record: no contacts."""

    pupil_id: int
    pupil_name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """What a change of a roll means to families: alerts promised, whom no message reaches, and
    the pupils whose guardians hear (or are spared) because of a correction."""

    told: tuple[ToldFamily, ...] = ()
    unlinked: tuple[UnlinkedFamily, ...] = ()
    corrected: tuple[int, ...] = ()


async def roll_changed(
    unit: Unit,
    roll: RollCall,
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
) -> FamilyPlan:
    """Promise alerts and corrections for a saved roll; both maps hold only pupils not plainly
    present. Call it after the roll's rows are flushed, in the same unit of work."""
    return FamilyPlan()
