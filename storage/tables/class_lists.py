"""The four lists of a class after its roll: what was said that the roll contradicts, and reasons.

Reasons lie apart from the roll, since only those who may settle an absence read them.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Discrepancy(Base):
    """The family and the roll say different things of a pupil in one session.

    `kind`: present (asked for leave, seen in class), left_home (left home, not in class), parents
    (two guardians differ), not_asked (the roll says P, the family asked for nothing). The first
    three follow from other rows and stand here only once somebody has cleared them up.
    """

    __tablename__ = "discrepancy"
    __table_args__ = (UniqueConstraint("roll_id", "pupil_id", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    kind: Mapped[str] = mapped_column(String(12))
    said_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    said_at: Mapped[datetime]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]


class AbsenceReason(Base):
    """Why a pupil was absent, as whoever settled the absence has heard it."""

    __tablename__ = "absence_reason"
    __table_args__ = (UniqueConstraint("roll_id", "pupil_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    reason: Mapped[str] = mapped_column(String(200))
    given_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
