"""The gradebook: its columns, what stands in them, how that changed, what is locked, who is exempt
(articles 3.2, 8.1 and 11 of the regulation; circular 22/2021 articles 5 to 9).

A pupil without a `Score` row in a column has no mark there yet.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Assessment(Base):
    """A column of a class's subject in a term; made when its first mark is entered.

    `kind`: regular (then `number` 1 to 4), midterm, final, reassessment (of the year, kept under
    term 2); the last three have number 1. `version` counts the writes. `publish_at` is when
    families may see what is new in it, `published_at` when they last were let; `held` until its
    teacher lets it go. `confirmed_*`: the subject teacher has read what others entered for them.
    """

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("class_id", "subject_id", "term", "kind", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    term: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    number: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
    held: Mapped[bool] = mapped_column(default=False)
    publish_at: Mapped[datetime | None] = mapped_column(index=True)
    published_at: Mapped[datetime | None]


class Score(Base):
    """What stands in one cell (`services.score_cells.Cell`); `tenths`: 75 is 7,5."""

    __tablename__ = "score"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    state: Mapped[str] = mapped_column(String(10))
    tenths: Mapped[int | None]


class ScoreChange(Base):
    """One step of a cell's history; `version` is its column's after it.

    `cause` names what else it came from than a plain entry ("undo", "correction:12", "import").
    """

    __tablename__ = "score_change"
    __table_args__ = (Index("ix_score_change_assessment", "assessment_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"))
    version: Mapped[int]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime] = mapped_column(index=True)
    cause: Mapped[str | None] = mapped_column(String(40))


class ScoreLock(Base):
    """A decision that closes or opens part of the gradebook (article 3.2); what is empty means all.

    The newest decision that covers a column and is in force (`starts` to `until`) decides; one
    that ends leaves the word to the one before it.
    """

    __tablename__ = "score_lock"
    id: Mapped[int] = mapped_column(primary_key=True)
    closes: Mapped[bool]
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"), index=True)
    term: Mapped[int | None]
    kind: Mapped[str | None] = mapped_column(String(12))
    number: Mapped[int | None]
    grade: Mapped[int | None]
    class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id"))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"))
    starts: Mapped[datetime]
    until: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(500))
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime]


class SubjectExemption(Base):
    """A pupil is not assessed in a subject from a day on, by the principal's word.

    `status`: pending, approved, rejected, ended.
    """

    __tablename__ = "subject_exemption"
    __table_args__ = (Index("ix_subject_exemption_pupil", "pupil_id", "subject_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    starts: Mapped[date]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(500))
    status: Mapped[str] = mapped_column(String(10), default="pending")
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]


class SubjectPlan(Base):
    """How a school teaches a subject in a grade where it departs from the programme of 2018.

    `kind`: scored or remarks; `periods` a year decide how many regular marks a term asks for.
    """

    __tablename__ = "subject_plan"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    grade: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    periods: Mapped[int]
