"""Lessons that the school called off for a storm or a flood, and the days that make up for them.

A planned day off is a `DayOverride`; this is what comes overnight, for all or for some classes.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Closure(Base):
    """Sessions without lessons. `scope`: school, grade, class; `ids` are grades or class ids.

    `half` empty means whole days. `undone` is what closing did to the day's rolls and cards, so
    that it can be taken back: `rolls` {roll: version that withdrew it}, `cards` [card].
    """

    __tablename__ = "closure"
    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(String(8))
    ids: Mapped[list[Any]]
    starts: Mapped[date]
    ends: Mapped[date] = mapped_column(index=True)
    half: Mapped[str | None] = mapped_column(String(10))
    reason: Mapped[str | None] = mapped_column(String(200))
    undone: Mapped[dict[str, Any] | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]


class MakeupDay(Base):
    """A day on which the lessons of a closed day are held, by that day's timetable."""

    __tablename__ = "makeup_day"
    id: Mapped[int] = mapped_column(primary_key=True)
    closure_id: Mapped[int] = mapped_column(ForeignKey("closure.id"), index=True)
    for_day: Mapped[date]
    day: Mapped[date]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
