"""The roll book's pages (article 12.1 of the regulation): how far each is, what families said of
their child's row, and what was changed after a month was confirmed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class BookPage(Base):
    """A class's page of a month, a term or a year; `kind` month, term, year.

    Each step has who and when: shown to families, confirmed (then a month is locked), signed
    by the homeroom teacher, filed by the office, approved by the principal.
    """

    __tablename__ = "book_page"
    __table_args__ = (UniqueConstraint("class_id", "kind", "first"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    kind: Mapped[str] = mapped_column(String(8))
    first: Mapped[date]
    last: Mapped[date]
    shown_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    shown_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed_at: Mapped[datetime | None]
    filed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime | None]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]


class BookAnswer(Base):
    """What a guardian said of the child's row; `said` right or wrong, `words` what is wrong.

    `settled_at` is when the homeroom teacher has seen to it.
    """

    __tablename__ = "book_answer"
    __table_args__ = (UniqueConstraint("page_id", "pupil_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("book_page.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    said: Mapped[str] = mapped_column(String(8))
    words: Mapped[str | None] = mapped_column(String(500))
    at: Mapped[datetime]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]


class BookCorrection(Base):
    """A change of one pupil's mark in a locked month: asked for, decided once, then applied.

    `old` and `new` are standings as in `AttendanceChange`, empty for present; `version` the roll's
    after it was applied. `status`: pending, approved, rejected, withdrawn.
    """

    __tablename__ = "book_correction"
    __table_args__ = (Index("ix_book_correction_page", "page_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("book_page.id"))
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]
    reason: Mapped[str] = mapped_column(String(500))
    status: Mapped[str] = mapped_column(String(12), default="pending")
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_why: Mapped[str | None] = mapped_column(String(500))
    version: Mapped[int | None]
