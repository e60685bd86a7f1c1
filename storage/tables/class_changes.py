"""What staff entered about pupils who came, left or changed class, so that it can be taken back."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class PupilMove(Base):
    """One entry: `kind` in, out, dropped, moved or returned; it holds from `day` on.

    `before` and `after` are the pupil's enrolments and memberships around it. That a pupil is in a
    class is said by `Enrolment` alone.
    """

    __tablename__ = "pupil_move"
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    day: Mapped[date]
    from_class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id"))
    to_class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id"))
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    undone_at: Mapped[datetime | None]
