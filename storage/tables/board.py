"""The live board of the day on a head's phone, and that a day's summary was made."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class LiveBoard(Base):
    """The newest board on somebody's phone, which follows the rolls of its day.

    `row_id` is the message that shows it; `seen` the newest `AttendanceChange` that it knows of,
    `shown` what it says.
    """

    __tablename__ = "live_board"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(10))
    row_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    seen: Mapped[int]
    shown: Mapped[dict[str, Any]]
    shown_at: Mapped[datetime]


class DaySummary(Base):
    """A day whose summary was sent."""

    __tablename__ = "day_summary"
    day: Mapped[date] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
