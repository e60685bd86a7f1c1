"""Notices, whom they are for, and what came of each promise to tell somebody."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, exists, func, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Account,
    Approval,
    Barring,
    Enrolment,
    Guardianship,
    Notice,
    NoticeRecipient,
    OutboxRow,
    Person,
    Pupil,
    SchoolClass,
    Staff,
)

OPTIONS = {"synchronize_session": False}
ENDED = {
    "sent": "delivered",
    "failed": "failed",
    "uncertain": "uncertain",
    "cancelled": "cancelled",
}
_RECIPIENT = cast(Table, NoticeRecipient.__table__)


@dataclass(frozen=True, slots=True)
class GuardianTie:
    """A guardian and one child; `known`: has or had an account, `linked`: one that is open."""

    person_id: int
    name: str
    linked: bool
    known: bool
    pupil_id: int
    pupil: str
    class_id: int
    class_name: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A member of staff, as `GuardianTie`."""

    person_id: int
    name: str
    linked: bool
    known: bool


@dataclass(frozen=True, slots=True)
class NotReached:
    """Somebody whom a notice did not reach; `about` as in `NoticeRecipient`."""

    person_id: int
    name: str
    phone: str | None
    about: list[Any]
    outcome: str
    reason: str | None


def _account(*, is_open: bool) -> Any:
    found = select(Account.id).where(Account.person_id == Person.id)
    if is_open:
        found = found.where(Account.closed_at.is_(None))
    return found.correlate(Person).exists()


async def guardians_of(
    session: AsyncSession,
    class_ids: Collection[int],
    day: date,
    *,
    pupil_ids: Collection[int] | None = None,
) -> list[GuardianTie]:
    """Who may hear of the pupils of these classes (or only of some), by class and list number.

    Barred guardians are left out.
    """
    barred = (
        exists()
        .where(Barring.person_id == Person.id, Barring.pupil_id == Pupil.id)
        .correlate(Person, Pupil)
    )
    statement = (
        select(
            Person.id,
            Person.full_name,
            _account(is_open=True),
            _account(is_open=False),
            Pupil.id,
            Pupil.full_name,
            SchoolClass.id,
            SchoolClass.name,
        )
        .join(Guardianship, Guardianship.person_id == Person.id)
        .join(Pupil, Pupil.id == Guardianship.pupil_id)
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(
            SchoolClass.id.in_(class_ids),
            or_(Enrolment.ends.is_(None), Enrolment.ends >= day),
            ~barred,
        )
        .order_by(SchoolClass.grade, SchoolClass.name, Enrolment.list_number, Person.id)
    )
    if pupil_ids is not None:
        statement = statement.where(Pupil.id.in_(pupil_ids))
    return [GuardianTie(*row) for row in await session.execute(statement)]


async def staff(session: AsyncSession) -> list[StaffRow]:
    """All active staff by code."""
    statement = (
        select(Person.id, Person.full_name, _account(is_open=True), _account(is_open=False))
        .join(Staff, Staff.person_id == Person.id)
        .where(Staff.active)
        .order_by(Staff.code)
    )
    return [StaffRow(*row) for row in await session.execute(statement)]


async def get(session: AsyncSession, notice_id: int) -> Notice | None:
    """One notice as it stands in the database now."""
    return await session.get(Notice, notice_id, populate_existing=True)


async def add(session: AsyncSession, notice: Notice) -> Notice:
    """Write a new notice down; it has a number afterwards."""
    session.add(notice)
    await session.flush()
    return notice


async def move(
    session: AsyncSession,
    notice_id: int,
    among: Collection[str],
    revision: int | None = None,
    **values: Any,
) -> bool:
    """Change a notice only while its status (and `revision`) are these; whether they were."""
    statement = update(Notice).where(Notice.id == notice_id, Notice.status.in_(among))
    if revision is not None:
        statement = statement.where(Notice.revision == revision)
    moved = await session.scalar(
        statement.values(**values).returning(Notice.id), execution_options=OPTIONS
    )
    return moved is not None


async def is_approved(session: AsyncSession, notice_id: int) -> bool:
    """Whether the newest question about a notice was answered with yes."""
    status = await session.scalar(
        select(Approval.status)
        .where(Approval.notice_id == notice_id)
        .order_by(Approval.id.desc())
        .limit(1)
    )
    return status == "approved"


async def add_recipients(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write down to whom a notice was promised; each row as the columns of the table."""
    if rows:
        await session.execute(plain_insert(_RECIPIENT), list(rows))


async def counts(
    session: AsyncSession, notice_ids: Collection[int]
) -> dict[int, dict[str | None, int]]:
    """How many recipients of each notice have which outcome; None is under way."""
    rows = await session.execute(
        select(NoticeRecipient.notice_id, NoticeRecipient.outcome, func.count())
        .where(NoticeRecipient.notice_id.in_(notice_ids))
        .group_by(NoticeRecipient.notice_id, NoticeRecipient.outcome)
    )
    found: dict[int, dict[str | None, int]] = {id: {} for id in notice_ids}
    for id, outcome, count in rows:
        found[id][outcome] = count
    return found


async def not_reached(session: AsyncSession, notice_id: int) -> list[NotReached]:
    """Whom a notice did not reach for certain, in the order of its list."""
    rows = await session.execute(
        select(
            Person.id,
            Person.full_name,
            Person.phone,
            NoticeRecipient.about,
            NoticeRecipient.outcome,
            NoticeRecipient.reason,
        )
        .join(Person, Person.id == NoticeRecipient.person_id)
        .where(
            NoticeRecipient.notice_id == notice_id,
            NoticeRecipient.outcome.in_(("failed", "uncertain", "unlinked")),
        )
        .order_by(NoticeRecipient.id)
    )
    return [NotReached(*row) for row in rows]


async def recipients(
    session: AsyncSession, notice_id: int, outcomes: Collection[str]
) -> Sequence[NoticeRecipient]:
    """The recipients with one of these outcomes."""
    found = await session.scalars(
        select(NoticeRecipient)
        .where(NoticeRecipient.notice_id == notice_id, NoticeRecipient.outcome.in_(outcomes))
        .order_by(NoticeRecipient.id)
    )
    return found.all()


async def mark_cancelled(session: AsyncSession, notice_id: int, row_ids: Collection[int]) -> None:
    """The promises behind these outbox rows were taken back before they left."""
    people = select(OutboxRow.person_id).where(OutboxRow.id.in_(row_ids))
    await session.execute(
        update(NoticeRecipient)
        .where(NoticeRecipient.notice_id == notice_id, NoticeRecipient.person_id.in_(people))
        .values(outcome="cancelled"),
        execution_options=OPTIONS,
    )


async def count_settled_elsewhere(session: AsyncSession, notice_id: int) -> None:
    """Count promises that ended without the deliverer's word, as a barred guardian's do."""
    ended = (
        select(OutboxRow.person_id, OutboxRow.status, OutboxRow.error)
        .join(NoticeRecipient, NoticeRecipient.person_id == OutboxRow.person_id)
        .where(
            OutboxRow.owner == f"notice:{notice_id}",
            OutboxRow.status.in_(tuple(ENDED)),
            NoticeRecipient.notice_id == notice_id,
            NoticeRecipient.outcome.is_(None),
        )
    )
    for person_id, status, error in (await session.execute(ended)).all():
        await session.execute(
            update(NoticeRecipient)
            .where(NoticeRecipient.notice_id == notice_id, NoticeRecipient.person_id == person_id)
            .values(outcome=ENDED[status], reason=error),
            execution_options=OPTIONS,
        )


async def with_status(session: AsyncSession, statuses: Collection[str]) -> Sequence[Notice]:
    """All notices that stand so."""
    found = await session.scalars(
        select(Notice)
        .where(Notice.status.in_(statuses))
        .order_by(Notice.id)
        .execution_options(populate_existing=True)
    )
    return found.all()


async def latest(
    session: AsyncSession,
    statuses: Collection[str],
    *,
    author_id: int | None = None,
    since: datetime | None = None,
    limit: int = 1,
) -> Sequence[Notice]:
    """The newest notices that stand so, of one author or of everybody."""
    statement = (
        select(Notice)
        .where(Notice.status.in_(statuses))
        .order_by(Notice.id.desc())
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    if author_id is not None:
        statement = statement.where(Notice.author_id == author_id)
    if since is not None:
        statement = statement.where(Notice.created_at >= since)
    return (await session.scalars(statement)).all()
