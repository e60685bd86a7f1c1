"""The card that asks for the roll of a class, so that it is asked for once, whatever restarts."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class RollCard(Base):
    """The one card of a class in one session of a day.

    `holder_id` is whom it lies with, empty while nobody of the class can be written to;
    `handed_at` is set once a teacher took it over. `step`: asked, reminded, homeroom, listed;
    `next_at` is when the next step is due, empty where none is. `closed_at`: the roll was taken.
    """

    __tablename__ = "roll_card"
    __table_args__ = (UniqueConstraint("day", "half", "class_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"))
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime]
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    handed_at: Mapped[datetime | None]
    step: Mapped[str] = mapped_column(String(10), default="asked")
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
