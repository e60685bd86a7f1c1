"""What is odd about marks, who was asked and what they said; targets of subjects (articles 4.3, 4.4
and 5.3 of the regulation)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ScoreFinding(Base):
    """Something about marks worth a look. `key` names what and where; `digest` the figures: what
    was closed comes back only with others. `status`: open, asked, answered, raised, closed."""

    __tablename__ = "score_finding"
    __table_args__ = (Index("ix_score_finding_status", "status"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    key: Mapped[str] = mapped_column(String(80), unique=True)
    digest: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    facts: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(10), default="open")
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    found_at: Mapped[datetime]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime | None]
    question: Mapped[str | None] = mapped_column(String(500))
    due: Mapped[date | None]
    answer: Mapped[str | None] = mapped_column(String(1000))
    answered_at: Mapped[datetime | None]
    raised_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]


class ScoreTarget(Base):
    """The share (in percent) of a grade that a subject wants at or above `bound` (in tenths)."""

    __tablename__ = "score_target"
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"), primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    grade: Mapped[int] = mapped_column(primary_key=True)
    bound: Mapped[int]
    share: Mapped[int]
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime]
