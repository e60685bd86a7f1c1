"""A notice leaves: its recipients are written down and every one of them is promised a message.

Used by the author who may send directly and by whoever approves; the author sees the progress
either way.
"""

from dataclasses import dataclass

from services.unit import Unit


@dataclass(frozen=True, slots=True)
class SentNotice:
    """How many people it is for, and how many of them have no account to write to."""

    notice_id: int
    people: int
    unlinked: int


async def send_notice(unit: Unit, notice_id: int) -> SentNotice:
    """Send a draft that needs no approval, or a pending notice that was approved.

    Decided by one conditional update: raises `AlreadyDecided` where it has been sent or withdrawn
    in the meantime, `NotAllowed` for a draft that needs approval.
    """
    raise NotImplementedError(notice_id)
