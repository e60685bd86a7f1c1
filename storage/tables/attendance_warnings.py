"""Early warnings about a pupil's absences, and which pupils are to be looked at again."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class AttendanceWarning(Base):
    """One thing that was noticed of a pupil, told once.

    `kind`: month, row, year (to the homeroom teacher), dropout (to a vice principal). `code` tells
    one of a kind from another: the month, the first day of the row, the year and its threshold.
    `first` and `last` are the days it is about, `count` what was counted when it was told.
    `occasion`: harvest or tet, of a drop-out. `round` grows when it is told again after it was
    withdrawn; `talked_by` is the teacher who spoke with the family.
    """

    __tablename__ = "attendance_warning"
    __table_args__ = (UniqueConstraint("pupil_id", "kind", "code"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    kind: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(16))
    occasion: Mapped[str | None] = mapped_column(String(8))
    first: Mapped[date]
    last: Mapped[date]
    count: Mapped[int]
    round: Mapped[int] = mapped_column(default=1)
    raised_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    talked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    talked_at: Mapped[datetime | None]


class AttendanceRecheck(Base):
    """A pupil whose marks changed; at `due_at` the absences are counted again."""

    __tablename__ = "attendance_recheck"
    pupil_id: Mapped[int] = mapped_column(
        ForeignKey("pupil.id"), primary_key=True, autoincrement=False
    )
    due_at: Mapped[datetime] = mapped_column(index=True)
