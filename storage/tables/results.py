"""Results of a term and a year: conduct, remarks, the family's own view, the principal's approval
(articles 3.4, 7.3, 8.2 of the regulation; circular 22/2021 articles 8, 9 and 12 to 15)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class PupilTerm(Base):
    """What the homeroom teacher says of a pupil: the level of conduct (0 Chưa đạt to 3 Tốt) and the
    general remark; `term` 1, 2, or 3 for the conduct after the training in summer."""

    __tablename__ = "pupil_term"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    term: Mapped[int] = mapped_column(primary_key=True)
    conduct: Mapped[int | None]
    remark: Mapped[str | None] = mapped_column(String(1000))
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]


class SubjectRemark(Base):
    """What a subject's teacher says of a pupil's term: progress, strengths, what to work on."""

    __tablename__ = "subject_remark"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    term: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(1000))
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]


class OwnView(Base):
    """What pupil or family say of the pupil's conduct before a level is set; `voice` pupil or
    family. The newest of each guardian and voice holds."""

    __tablename__ = "own_view"
    __table_args__ = (UniqueConstraint("class_id", "pupil_id", "term", "voice", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    term: Mapped[int]
    voice: Mapped[str] = mapped_column(String(6))
    text: Mapped[str] = mapped_column(String(1000))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    said_at: Mapped[datetime]


class AverageCheck(Base):
    """A subject teacher has read the averages of a class's term; holds while `digest` is theirs."""

    __tablename__ = "average_check"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    term: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    checked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    checked_at: Mapped[datetime]


class ClassResult(Base):
    """A class's results on their way: `stage` 1 the first term, 2 the year, 3 after the summer.

    `status`: open, asked (before the principal), approved. `digest` is of what was handed up.
    """

    __tablename__ = "class_result"
    __table_args__ = (UniqueConstraint("class_id", "stage"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    stage: Mapped[int]
    status: Mapped[str] = mapped_column(String(10), default="open")
    round: Mapped[int] = mapped_column(default=0)
    views_asked_at: Mapped[datetime | None]
    digest: Mapped[str | None] = mapped_column(String(64))
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    why: Mapped[str | None] = mapped_column(String(500))


class PupilOutcome(Base):
    """What was approved of a pupil, as it was then; `facts` are the subjects' results and remarks.

    Families are told at `tell_at`; `told_at` is when they were promised it.
    """

    __tablename__ = "pupil_outcome"
    __table_args__ = (Index("ix_pupil_outcome_tell", "told_at", "tell_at"),)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    stage: Mapped[int] = mapped_column(primary_key=True)
    results: Mapped[int | None]
    conduct: Mapped[int | None]
    absent: Mapped[int]
    outcome: Mapped[str | None] = mapped_column(String(12))
    title: Mapped[str | None] = mapped_column(String(12))
    facts: Mapped[dict[str, Any]]
    tell_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class ResultDecision(Base):
    """The principal's own word on a pupil whom the circular leaves to them; `outcome` promoted,
    repeats, retest, training, or own_plan (then `stage` is 0, for the whole year)."""

    __tablename__ = "result_decision"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    stage: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(500))
    decided_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime]


class SummerTask(Base):
    """What a pupil does in summer, by when; the newest holds."""

    __tablename__ = "summer_task"
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    text: Mapped[str] = mapped_column(String(1000))
    due: Mapped[date]
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime]
