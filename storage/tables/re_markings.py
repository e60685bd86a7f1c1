"""Re-markings of tests (phúc khảo, article 11.1c of the regulation): asked by a family, given to a
second marker by the principal, entered at once with both papers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ReMarking(Base):
    """A test that is marked anew. `status`: asked, marking (a second marker is named), written,
    rejected, withdrawn, overtaken. `old` and `new` are cells as JSON; `number` is that of the
    minutes in the school year."""

    __tablename__ = "re_marking"
    __table_args__ = (Index("ix_re_marking_status", "status"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    term: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    old: Mapped[dict[str, Any]]
    new: Mapped[dict[str, Any] | None]
    reason: Mapped[str] = mapped_column(String(500))
    status: Mapped[str] = mapped_column(String(12))
    number: Mapped[int | None]
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_why: Mapped[str | None] = mapped_column(String(500))
    marker_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime | None]


class ReMarkingPaper(Base):
    """A picture or file of a paper, from the second marker."""

    __tablename__ = "re_marking_paper"
    id: Mapped[int] = mapped_column(primary_key=True)
    re_marking_id: Mapped[int] = mapped_column(ForeignKey("re_marking.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    ending: Mapped[str] = mapped_column(String(5))
    sent_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime]
