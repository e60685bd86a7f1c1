"""The minimum record as people change it, papers that come with leave, and the quiet question.

What families report waits for the homeroom teacher (article 7.1); a paper and the answer to a
question about a day are the family's own words and stand apart from the roll.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class RecordChange(Base):
    """One change of a pupil's minimum record, asked for by a family or written by the school.

    `field`: a `services.record_fields.Field`; `person_id` is the guardian whose number it is.
    `status`: asked, accepted, refused, withdrawn, replaced, undone. `old` is what stood there when
    it was written down.
    """

    __tablename__ = "record_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    field: Mapped[str] = mapped_column(String(12))
    old: Mapped[str | None] = mapped_column(String(250))
    value: Mapped[str] = mapped_column(String(250))
    status: Mapped[str] = mapped_column(String(10), default="asked", index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]


class LeavePaper(Base):
    """The picture of a paper that a guardian sent with a request for leave; `leave_id` is the
    request's first row, `digest` names the picture in the file store."""

    __tablename__ = "leave_paper"
    __table_args__ = (UniqueConstraint("leave_id", "digest"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    leave_id: Mapped[int] = mapped_column(ForeignKey("leave_request.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    ending: Mapped[str] = mapped_column(String(5))
    sent_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime]


class ExcusedQuestion(Base):
    """The quiet question to the families of a pupil whom a teacher marked P without a request.

    One per roll and pupil. `status`: asked, withdrawn (the roll says otherwise by now), denied (a
    guardian has not asked for leave), settled (the teacher has seen to it).
    """

    __tablename__ = "excused_question"
    __table_args__ = (UniqueConstraint("roll_id", "pupil_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    day: Mapped[date] = mapped_column(index=True)
    round: Mapped[int] = mapped_column(default=1)
    status: Mapped[str] = mapped_column(String(10), default="asked")
    marked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
