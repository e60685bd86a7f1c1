"""Who is barred from which child, and what had been promised to them about it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import AbsenceCase, AbsenceCopy, Barring, Invite, OutboxRow, Pupil
from storage.upsert import insert

OPTIONS = {"synchronize_session": False}


async def add(session: AsyncSession, person_id: int, pupil_id: int, by: int, now: datetime) -> bool:
    """Bar a person from a pupil; False where they were barred already."""
    added = await session.scalar(
        insert(session, Barring)
        .values(person_id=person_id, pupil_id=pupil_id, barred_by=by, barred_at=now)
        .on_conflict_do_nothing(index_elements=["person_id", "pupil_id"])
        .returning(Barring.pupil_id)
    )
    return added is not None


async def lift(session: AsyncSession, person_id: int, pupil_id: int) -> bool:
    """Take a bar away; whether there was one."""
    gone = await session.scalar(
        delete(Barring)
        .where(Barring.person_id == person_id, Barring.pupil_id == pupil_id)
        .returning(Barring.pupil_id)
    )
    return gone is not None


async def revoke_invites(
    session: AsyncSession, person_id: int, pupil_id: int, now: datetime
) -> None:
    """Take back the pair's unused invites."""
    await session.execute(
        update(Invite)
        .where(
            Invite.person_id == person_id,
            Invite.pupil_id == pupil_id,
            Invite.used_at.is_(None),
            Invite.revoked_at.is_(None),
        )
        .values(revoked_at=now),
        execution_options=OPTIONS,
    )


async def withdraw_notices(
    session: AsyncSession, person_id: int, pupil_id: int, now: datetime, *, all_of_them: bool
) -> None:
    """Cancel what waits for a guardian about a pupil, or all of it; no later word follows it."""
    alerts = (
        select(AbsenceCopy.outbox_id)
        .join(AbsenceCase, AbsenceCase.id == AbsenceCopy.case_id)
        .where(
            AbsenceCopy.person_id == person_id,
            AbsenceCopy.kind == "alert",
            AbsenceCase.pupil_id == pupil_id,
        )
    )
    about = true() if all_of_them else OutboxRow.id.in_(alerts) | OutboxRow.edits.in_(alerts)
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.person_id == person_id, OutboxRow.status == "queued", about)
        .values(status="cancelled", settled_at=now),
        execution_options=OPTIONS,
    )
    # an alert that is on the phone already is never brought up to date again
    await session.execute(
        update(AbsenceCopy)
        .where(AbsenceCopy.person_id == person_id, AbsenceCopy.outbox_id.in_(alerts))
        .values(state="cancelled"),
        execution_options=OPTIONS,
    )


async def pupils_barred(session: AsyncSession, people: Collection[int]) -> set[tuple[int, str]]:
    """Of these people, each with the full name of a pupil they are barred from."""
    rows = await session.execute(
        select(Barring.person_id, Pupil.full_name)
        .join(Pupil, Pupil.id == Barring.pupil_id)
        .where(Barring.person_id.in_(people))
    )
    return {(person, pupil) for person, pupil in rows}


async def waiting_for(
    session: AsyncSession, person_id: int, kinds: Collection[str]
) -> Sequence[OutboxRow]:
    """What waits for a person, of these kinds of notice."""
    found = await session.scalars(
        select(OutboxRow).where(
            OutboxRow.person_id == person_id,
            OutboxRow.status == "queued",
            OutboxRow.notice.in_(kinds),
        )
    )
    return found.all()
