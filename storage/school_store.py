"""The whole school as one draft, for imports and exports, and what an import undoes beside it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.draft import Draft, load
from storage.tables import (
    ActivityGroup,
    Enrolment,
    GroupMember,
    Guardianship,
    Homeroom,
    Invite,
    Person,
    Pupil,
    PupilRecord,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Staff,
    StaffRole,
    Subject,
    Teaching,
    TestDate,
    TimetableSlot,
)

SCHOOL = (  # each after those it refers to
    Person,
    Pupil,
    SchoolYear,
    Subject,
    SchoolWeek,
    SchoolClass,
    Staff,
    StaffRole,
    PupilRecord,
    Enrolment,
    Guardianship,
    Homeroom,
    Teaching,
    TimetableSlot,
    TestDate,
    ActivityGroup,
    GroupMember,
)


async def load_school(session: AsyncSession) -> Draft:
    """Everything that the school's workbook can hold, one query a table."""
    return await load(session, SCHOOL)


async def revoke_invites(
    session: AsyncSession, pairs: Sequence[tuple[int, int]], at: datetime
) -> None:
    """Take back unused invites of (person, pupil) pairs that no longer belong together."""
    for person_id, pupil_id in pairs:
        await session.execute(
            update(Invite)
            .where(Invite.person_id == person_id, Invite.pupil_id == pupil_id)
            .where(Invite.used_at.is_(None), Invite.revoked_at.is_(None))
            .values(revoked_at=at)
        )
