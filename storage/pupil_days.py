"""Which days are a pupil's own: the classes they were in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Enrolment


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A pupil's time in a class; `ends` is empty while it lasts."""

    pupil_id: int
    class_id: int
    starts: date
    ends: date | None

    def holds(self, day: date) -> bool:
        """Whether the pupil was in the class on `day`."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


async def enrolments(session: AsyncSession, pupil_ids: Collection[int]) -> list[Enrolled]:
    """Every class that these pupils are or were in, oldest first."""
    rows = await session.execute(
        select(Enrolment.pupil_id, Enrolment.class_id, Enrolment.starts, Enrolment.ends)
        .where(Enrolment.pupil_id.in_(pupil_ids))
        .order_by(Enrolment.starts)
    )
    return [Enrolled(*row) for row in rows]
