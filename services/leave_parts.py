"""When a late child comes or an early one goes, against the bells of the school."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from services.attendance_states import Half
from services.errors import Invalid
from services.leave_text import Kind, Part
from services.school_rules import LESSONS, rules_of
from services.timetable import halves
from services.unit import Unit


@dataclass(frozen=True, slots=True)
class Moment:
    """A half-day with the clock's hour, and the lesson if one was named."""

    half: Half
    at: time
    period: int | None = None


async def moment(unit: Unit, class_id: int, day: date, kind: Kind, part: Part) -> Moment | None:
    """When it is; None where the half-day must be asked. Raises `Invalid` outside of lessons."""
    rules = await rules_of(unit)
    if part.at is not None:
        at = datetime.combine(day, part.at, unit.zone)
        for half in Half:
            if rules.bell(day, half, unit.zone) < at < rules.ends(day, half, unit.zone):
                return Moment(half, part.at)
        key = "leave-late-outside" if kind is Kind.LATE else "leave-early-outside"
        raise Invalid(
            key, time=f"{part.at:%H:%M}", morning=rules.morning, afternoon=rules.afternoon
        )
    taught = await halves(unit, class_id, day)
    half_of = part.half or (taught[0] if len(taught) == 1 else None)
    if half_of is None:
        return None
    if part.period is not None:
        if not 1 <= part.period <= LESSONS:
            raise Invalid("leave-no-such-lesson", last=LESSONS)
        starts = rules.lesson_starts(day, half_of, part.period, unit.zone)
        return Moment(half_of, starts.time(), part.period)
    minutes = part.minutes or 0
    comes = rules.bell(day, half_of, unit.zone) + timedelta(minutes=minutes)
    if comes >= rules.ends(day, half_of, unit.zone):
        raise Invalid(
            "leave-late-outside",
            time=f"{comes:%H:%M}",
            morning=rules.morning,
            afternoon=rules.afternoon,
        )
    return Moment(half_of, comes.time())


async def still_ahead(unit: Unit, class_id: int, kind: Kind, part: Part) -> bool:
    """Whether it can be meant of today; for an unknown hour, whether lessons still go on."""
    rules = await rules_of(unit)
    last = (await halves(unit, class_id, unit.today) or list(Half))[-1]
    if not part.known:
        return unit.now < rules.ends(unit.today, last, unit.zone)
    if part.at is not None:
        return unit.now <= datetime.combine(unit.today, part.at, unit.zone)
    found = await moment(unit, class_id, unit.today, kind, part)
    half = found.half if found is not None else last
    at = found.at if found is not None else rules.ends(unit.today, half, unit.zone).time()
    return unit.now <= datetime.combine(unit.today, at, unit.zone)
