"""The roll: who was missing when, how it changed, what the family said, and the alarm of a child
that left home and did not arrive (articles 7.3 and 7.5 of the regulation).

A pupil without an `Attendance` row in a taken roll was present.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class RollCall(Base):
    """A roll of a class or group on a day; `list_key` is "class:ID" or "group:ID".

    A `withdrawn` roll counts as not taken; the row stays for its history.
    """

    __tablename__ = "roll_call"
    __table_args__ = (UniqueConstraint("list_key", "day", "half", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    list_key: Mapped[str] = mapped_column(String(30))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("activity_group.id"), index=True)
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(10))
    on_roll: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    taken_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime]


class Attendance(Base):
    """The state of one pupil in one roll (`services.attendance_states.State`)."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("roll_id", "pupil_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    state: Mapped[str] = mapped_column(String(15))
    minutes: Mapped[int | None]
    period: Mapped[int | None]
    arrived: Mapped[str | None] = mapped_column(String(5))
    note: Mapped[str | None] = mapped_column(String(200))


class AttendanceChange(Base):
    """One step of a roll's history; `version` is the roll's after it, so that it can be undone.

    Each version has one row without a pupil: the roll's own facts before and after.
    """

    __tablename__ = "attendance_change"
    __table_args__ = (Index("ix_attendance_change_roll", "roll_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    version: Mapped[int]
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]
    changed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]


class LeaveRequest(Base):
    """What a guardian asked for or told: leave, coming late or being fetched early.

    `kind`: leave, late, early; `half` empty means the whole day; `at` ("HH:MM") and `period` say
    when the child comes or goes. `status`: asked, granted, refused, noted (late and early need no
    decision), lapsed, withdrawn, replaced. A wish for days that do not follow each other has
    several rows, `part_of` the first. `is_long`: more days on end than the homeroom teacher grants.
    `disputed_by`: another guardian who says otherwise, of which only staff learn.
    """

    __tablename__ = "leave_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8), default="leave", server_default="leave")
    from_day: Mapped[date]
    to_day: Mapped[date]
    half: Mapped[str | None] = mapped_column(String(10))
    at: Mapped[str | None] = mapped_column(String(5))
    period: Mapped[int | None]
    reason: Mapped[str | None] = mapped_column(String(500))
    part_of: Mapped[int | None] = mapped_column(ForeignKey("leave_request.id"), index=True)
    is_long: Mapped[bool] = mapped_column(default=False, server_default=false())
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(12), default="asked")
    talked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    talked_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    disputed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]


class AbsenceCase(Base):
    """What became of one absence that families were told of, until the child is accounted for.

    `status`: told, on_leave (family asks leave), left_home (family: the child left home),
    call_back, called, searching, found, corrected, closed. `round` grows when the same child is
    reported missing again after a correction; `known_at` is the hour the family is told of;
    `outcome` is the last thing they were told instead (present, late, excused, unexcused).
    """

    __tablename__ = "absence_case"
    __table_args__ = (UniqueConstraint("roll_id", "pupil_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    round: Mapped[int] = mapped_column(default=1)
    status: Mapped[str] = mapped_column(String(12), default="told")
    outcome: Mapped[str | None] = mapped_column(String(12))
    opened_at: Mapped[datetime] = mapped_column(index=True)
    known_at: Mapped[datetime]
    leave_id: Mapped[int | None] = mapped_column(ForeignKey("leave_request.id"))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    escalate_at: Mapped[datetime | None] = mapped_column(index=True)
    handled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    handled_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]


class AbsenceCopy(Base):
    """A message that shows a case on somebody's phone, so that every copy can be changed.

    `kind`: alert (a guardian's), leave, search, call (staff's). `state`: standing, unreached (it
    failed or may have, and the teacher was told so), corrected, cancelled (never left).
    """

    __tablename__ = "absence_copy"
    __table_args__ = (UniqueConstraint("case_id", "round", "kind", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("absence_case.id"))
    round: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    state: Mapped[str] = mapped_column(String(10), default="standing")
