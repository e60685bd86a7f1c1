"""Corrections of marks in a closed column, with their evidence (article 11.2 of the regulation).

Nothing of it is deleted before the pupil has left the school.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ScoreCorrection(Base):
    """A wish to change a cell or level: asked for, decided once, confirmed by two, written, signed.

    `status`: draft (evidence is being collected), asked, approved, written, rejected, withdrawn,
    expired, overtaken. `old` and `new` are cells as JSON, empty for blank;
    with `kind` conduct, which has no subject and no column, levels. `late`: asked for after
    the last day that article 11.2 sets. `number` is that of the minutes in the school year.
    """

    __tablename__ = "score_correction"
    __table_args__ = (Index("ix_score_correction_status", "status"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    term: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    column_number: Mapped[int]
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]
    reason: Mapped[str] = mapped_column(String(500))
    late: Mapped[bool]
    status: Mapped[str] = mapped_column(String(12))
    number: Mapped[int | None]
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_why: Mapped[str | None] = mapped_column(String(500))
    teacher_at: Mapped[datetime | None]
    admin_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    admin_at: Mapped[datetime | None]
    written_at: Mapped[datetime | None]
    version: Mapped[int | None]
    teacher_signed_at: Mapped[datetime | None]
    admin_signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    admin_signed_at: Mapped[datetime | None]
    principal_signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    principal_signed_at: Mapped[datetime | None]


class ScoreEvidence(Base):
    """A picture or file that came with a correction; `kind` book (the teacher's own),
    paper, or record (what a level rests on)."""

    __tablename__ = "score_evidence"
    id: Mapped[int] = mapped_column(primary_key=True)
    correction_id: Mapped[int] = mapped_column(ForeignKey("score_correction.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    digest: Mapped[str] = mapped_column(String(64))
    ending: Mapped[str] = mapped_column(String(5))
    sent_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime]
