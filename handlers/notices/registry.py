"""Loads every look of a notice, so that the deliverer finds them all."""

from handlers.notices import (
    absence,
    absence_staff,
    absence_summary,
    activity,
    approval,
    attendance_warnings,
    channels,
    closures,
    core,
    excused,
    leave,
    linking,
    pupils,
    records,
    roll_card,
    written,
)

__all__ = [
    "absence",
    "absence_staff",
    "absence_summary",
    "activity",
    "approval",
    "attendance_warnings",
    "channels",
    "closures",
    "core",
    "excused",
    "leave",
    "linking",
    "pupils",
    "records",
    "roll_card",
    "written",
]
