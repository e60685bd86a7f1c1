"""Notices, who they went to, their approval, and who may decide in the principal's place."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Notice(Base):
    """A notice as written; `subject` (routine, trip, money…) decides whether it needs approval.

    `kind`: ad_hoc or urgent. `revision` grows with each change before sending, so that a button
    below an older preview is known to be old. `status`: draft, pending, rejected, changes_asked,
    sending, done, withdrawing (its last messages are still on their way), cancelled.
    """

    __tablename__ = "notice"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    subject: Mapped[str] = mapped_column(String(20))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    audience: Mapped[dict[str, Any]]
    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(14), default="draft", index=True)
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    author_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    progress_row_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    shown: Mapped[dict[str, Any] | None]


class NoticeRecipient(Base):
    """One person to whom a notice was promised; `about` names the pupils it concerns there.

    `outcome` is empty while under way, else delivered, failed, uncertain, cancelled, unlinked.
    """

    __tablename__ = "notice_recipient"
    __table_args__ = (UniqueConstraint("notice_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    about: Mapped[list[Any]]
    outcome: Mapped[str | None] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))


class Approval(Base):
    """One question to the principal, decided once by a conditional update on `status`."""

    __tablename__ = "approval"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(14), default="pending")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(500))


class ApprovalCopy(Base):
    """A message that shows the question on somebody's phone, so that every copy can be closed."""

    __tablename__ = "approval_copy"
    approval_id: Mapped[int] = mapped_column(ForeignKey("approval.id"), primary_key=True)
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"), primary_key=True)


class Delegation(Base):
    """The principal's recorded word that another decides some kinds until a day."""

    __tablename__ = "delegation"
    id: Mapped[int] = mapped_column(primary_key=True)
    from_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    to_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kinds: Mapped[list[Any]]
    starts_at: Mapped[datetime]
    until: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
