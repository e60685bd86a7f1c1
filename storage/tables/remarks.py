"""Praise and reminders that teachers write down during the week, and the week's own summary."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Remark(Base):
    """A teacher's word on a pupil, or on the whole class where `pupil_id` is empty.

    `kind`: praise or remind. One message may name several pupils: the others' `part_of` is the
    first row. `withdrawn_at` is set once it was taken back.
    """

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_class_day", "class_id", "day"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(String(300))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    part_of: Mapped[int | None] = mapped_column(ForeignKey("remark.id"), index=True)
    withdrawn_at: Mapped[datetime | None]


class WeekSummary(Base):
    """That a class's summary of the week from `monday` was sent, so that it is sent once."""

    __tablename__ = "week_summary"
    __table_args__ = (UniqueConstraint("monday", "class_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    monday: Mapped[date]
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    made_at: Mapped[datetime]
