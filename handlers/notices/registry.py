"""Loads every look of a notice, so that the deliverer finds them all."""

from handlers.notices import (
    absence,
    absence_staff,
    absence_summary,
    approval,
    book,
    channels,
    core,
    leave,
    linking,
    roll_card,
    written,
)

__all__ = [
    "absence",
    "absence_staff",
    "absence_summary",
    "approval",
    "book",
    "channels",
    "core",
    "leave",
    "linking",
    "roll_card",
    "written",
]
