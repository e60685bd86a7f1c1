"""Loads every look of a notice, so that the deliverer finds them all."""

from handlers.notices import (
    absence,
    absence_staff,
    absence_summary,
    approval,
    channels,
    core,
    leave,
    linking,
    roll_card,
    week_summary,
    written,
)

__all__ = [
    "absence",
    "absence_staff",
    "absence_summary",
    "approval",
    "channels",
    "core",
    "leave",
    "linking",
    "roll_card",
    "week_summary",
    "written",
]
