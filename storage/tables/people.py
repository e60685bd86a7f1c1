"""People: adults, pupils, who belongs to whom, and what duty was given to whom.

A `Person` is an adult and may be staff and guardian at once. A `Pupil` has a stable code; the list
number belongs to the `Enrolment` and never moves. What law calls sensitive (ethnic group, policy
family) lies apart in `PupilRecord`.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Person(Base):
    """An adult the school knows: staff member, guardian, or both."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str] = mapped_column(String(120))
    gender: Mapped[str | None] = mapped_column(String(1))
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    language: Mapped[str] = mapped_column(String(5), default="vi")


class Staff(Base):
    """The post of a person at the school; `active` is false once they have left."""

    __tablename__ = "staff"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    department: Mapped[str | None] = mapped_column(String(120))
    subjects: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)


class StaffRole(Base):
    """A role that comes with the post (`services.access.Role`)."""

    __tablename__ = "staff_role"
    person_id: Mapped[int] = mapped_column(ForeignKey("staff.person_id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(30), primary_key=True)


class Duty(Base):
    """A task granted to a named person (enters periodic test scores, in charge of health…)."""

    __tablename__ = "duty"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    scope: Mapped[dict[str, Any] | None]
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    starts: Mapped[date]
    until: Mapped[date | None]
    revoked_at: Mapped[datetime | None]


class Pupil(Base):
    """A child; `code` is the sector database's, absent until it is known."""

    __tablename__ = "pupil"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str | None] = mapped_column(String(40), unique=True)
    full_name: Mapped[str] = mapped_column(String(120))
    called_name: Mapped[str | None] = mapped_column(String(60))
    birth_date: Mapped[date | None]
    gender: Mapped[str | None] = mapped_column(String(1))


class PupilRecord(Base):
    """Sensitive and seldom needed facts (article 7.1 of the regulation), kept apart."""

    __tablename__ = "pupil_record"
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    ethnic_group: Mapped[str | None] = mapped_column(String(60))
    policy_family: Mapped[str | None] = mapped_column(String(120))
    address: Mapped[str | None] = mapped_column(String(250))


class Enrolment(Base):
    """A pupil in a class from a day on, under a list number that is never given to another.

    `ends` is the last day on the list. One who comes back to a class has a second row with the
    same number.
    """

    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("class_id", "list_number", "starts"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), index=True)
    list_number: Mapped[int]
    starts: Mapped[date]
    ends: Mapped[date | None]
    outcome: Mapped[str | None] = mapped_column(String(30))


class Guardianship(Base):
    """A guardian of a pupil; `relation` is father, mother or guardian."""

    __tablename__ = "guardianship"
    __table_args__ = (Index("ix_guardianship_pupil", "pupil_id"),)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    relation: Mapped[str] = mapped_column(String(20))


class NameAlias(Base):
    """A short name that one teacher uses for a pupil ("Huy nhỏ"); `folded` has no marks."""

    __tablename__ = "name_alias"
    __table_args__ = (UniqueConstraint("teacher_id", "pupil_id", "alias"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    alias: Mapped[str] = mapped_column(String(60))
