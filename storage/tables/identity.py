"""Who is behind a messenger account, and how they came to be: invites, requests, bars, guesses."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Account(Base):
    """A chat on a channel; `person_id` is empty for a stranger. `closed_at`: blocked or gone.

    `preferred_at`: when its owner last said that messages shall come here first.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    language: Mapped[str | None] = mapped_column(String(5))
    linked_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    menu: Mapped[str | None] = mapped_column(String(120))
    preferred_at: Mapped[datetime | None]


class Invite(Base):
    """A one-time code and its short form, kept only as hashes; for a guardian it names the pupil
    as well."""

    __tablename__ = "invite"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    short_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None]


class LinkRequest(Base):
    """A guardian's shared phone number waiting for the homeroom teacher's word."""

    __tablename__ = "link_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    status: Mapped[str] = mapped_column(String(12), default="pending")
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]


class LinkAttempt(Base):
    """A wrong code or number, counted so that guessing gets slow."""

    __tablename__ = "link_attempt"
    __table_args__ = (Index("ix_link_attempt_who", "channel", "external_id", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]


class Barring(Base):
    """A guardian whom the principal has barred from a child; no reason is kept."""

    __tablename__ = "barring"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    barred_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    barred_at: Mapped[datetime]
