"""The school's frame: settings, years, weeks, classes, who teaches what when, groups and clubs."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Setting(Base):
    """A setting of the school; `revision` is the one that tells caches to reload."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class SchoolYear(Base):
    """A school year, named as in the books ("2026-2027")."""

    __tablename__ = "school_year"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20), unique=True)
    starts: Mapped[date]
    ends: Mapped[date]


class SchoolWeek(Base):
    """A week of the year's plan; weeks of Tết carry no number."""

    __tablename__ = "school_week"
    __table_args__ = (UniqueConstraint("year_id", "starts"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    term: Mapped[int | None]
    number: Mapped[int | None]
    starts: Mapped[date]
    ends: Mapped[date]
    note: Mapped[str | None] = mapped_column(String(200))


class DayOverride(Base):
    """A day on which the school departs from the calendar, either way.

    `follows`: the weekday (0 = Monday) whose timetable is taught; empty for the day's own.
    """

    __tablename__ = "day_override"
    day: Mapped[date] = mapped_column(primary_key=True)
    is_school_day: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(200))
    follows: Mapped[int | None]


class Subject(Base):
    """A subject by its official name."""

    __tablename__ = "subject"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)


class SchoolClass(Base):
    """A class of a year ("7A1", grade 7)."""

    __tablename__ = "school_class"
    __table_args__ = (UniqueConstraint("year_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    name: Mapped[str] = mapped_column(String(20))
    grade: Mapped[int]


class Homeroom(Base):
    """Who is homeroom teacher of a class, from when to when."""

    __tablename__ = "homeroom"
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]


class Teaching(Base):
    """Who teaches a subject in a class, from when to when."""

    __tablename__ = "teaching"
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]


class TimetableSlot(Base):
    """A lesson of the week: weekday 0 = Monday, `half` morning or afternoon, period 1–5.

    `subject_id` is empty for the flag salute and the class hour, which `activity` names.
    """

    __tablename__ = "timetable_slot"
    __table_args__ = (UniqueConstraint("class_id", "weekday", "half", "period"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), index=True)
    weekday: Mapped[int]
    half: Mapped[str] = mapped_column(String(10))
    period: Mapped[int]
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"))
    activity: Mapped[str | None] = mapped_column(String(80))


class Substitution(Base):
    """A teacher who stands in for a class on a day and half-day."""

    __tablename__ = "substitution"
    __table_args__ = (UniqueConstraint("class_id", "day", "half", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), index=True)
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(10))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    granted_by: Mapped[int] = mapped_column(ForeignKey("person.id"))


class TestDate(Base):
    """The day of a midterm or final test of a subject in a grade; `kind` midterm or final."""

    __tablename__ = "test_date"
    __test__ = False  # not a test class, whatever its name says to pytest
    __table_args__ = (UniqueConstraint("year_id", "grade", "subject_id", "term", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    grade: Mapped[int]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    term: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]


class ActivityGroup(Base):
    """An extra class or club with its own list; `kind` extra or club, `label` the school's word.

    `ends` is its last day where it ends before the year. Nothing of it has to do with money.
    """

    __tablename__ = "activity_group"
    __table_args__ = (UniqueConstraint("year_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id"))
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(10))
    label: Mapped[str] = mapped_column(String(40))
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    ends: Mapped[date | None]


class GroupMember(Base):
    """A pupil in a group from a day on."""

    __tablename__ = "group_member"
    group_id: Mapped[int] = mapped_column(ForeignKey("activity_group.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    starts: Mapped[date]
    ends: Mapped[date | None]
