"""Who came into the school's classes, left them, or changed from one to another, by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from services.unit import Unit
from storage import enrolment_days
from storage.enrolment_days import Stay

DROPPED = "dropped_out"  # the outcome of an enrolment
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClassChange:
    """A change on `day`, the first on which it holds. `kind`: in, out, dropped, moved (from one
    class to another), returned; a class that has no part in it is None."""

    pupil_id: int
    name: str
    day: date
    kind: str
    from_class: str | None
    to_class: str | None


async def changes(unit: Unit, first: date, last: date) -> list[ClassChange]:
    """The changes of these days, both ends counted, in order. Whether the actor may know is asked
    before."""
    found = changes_of(await enrolment_days.touched(unit.session, first, last))
    within = [each for each in found if first <= each.day <= last]
    return sorted(within, key=lambda each: (each.day, each.to_class or each.from_class or ""))


def changes_of(stays: Iterable[Stay]) -> list[ClassChange]:
    """What the stays of some pupils mean, those of each in order; who was there when the year
    began did not come."""
    found: list[ClassChange] = []
    for _, own in groupby(stays, key=lambda stay: stay.pupil_id):
        before: Stay | None = None
        for stay in own:
            if before is not None and before.ends is not None and stay.starts > before.ends + DAY:
                found += [_left(before), _came(stay, "returned")]
            elif before is not None:
                found.append(_came(stay, "moved", before.class_name))
            elif stay.starts > stay.year_starts:
                found.append(_came(stay, "in"))
            before = stay
        if before is not None and before.ends is not None:
            found.append(_left(before))
    return found


def _came(stay: Stay, kind: str, from_class: str | None = None) -> ClassChange:
    return ClassChange(stay.pupil_id, stay.name, stay.starts, kind, from_class, stay.class_name)


def _left(stay: Stay) -> ClassChange:
    kind = "dropped" if stay.outcome == DROPPED else "out"
    day = (stay.ends or stay.starts) + DAY
    return ClassChange(stay.pupil_id, stay.name, day, kind, stay.class_name, None)
