"""By which way a person can be written to now, on messengers that close a window after a while.

Inside `free` after somebody last did something there, a message costs nothing; inside
`consultation` it is paid; after that only a template that the messenger has approved goes, by
their user id or by telephone number, and only for what we promised them: an answer to what they
wrote never needs it. The lengths are the messenger's and may be set anew by the school.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class WayName(StrEnum):
    """How one message goes, as it is kept with it."""

    FREE = "free"
    CONSULTATION = "consultation"
    TEMPLATE = "template"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Windows:
    """How long after the last interaction a message is free, and how long it goes at all."""

    free: timedelta = timedelta(hours=48)
    consultation: timedelta = timedelta(days=7)


WINDOWED = frozenset({"zalo_oa"})  # every other channel is always open
BY_TELEPHONE = "zalo_oa"  # the one that reaches people who have no account there


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of somebody: `heard_at` when they last did something that opens the window,
    `shut_at` when the messenger last said that it is closed, `is_telephone` for a contact that is
    only a number, `has_number` whether the school knows one."""

    heard_at: datetime | None = None
    shut_at: datetime | None = None
    is_telephone: bool = False
    has_number: bool = False


@dataclass(frozen=True, slots=True)
class Templates:
    """Whether the school lets approved templates go, by user id and by number."""

    by_user: bool = False
    by_phone: bool = False


def open_since(standing: Standing) -> datetime | None:
    """The interaction that the window counts from; None where the messenger has closed it since."""
    heard, shut = standing.heard_at, standing.shut_at
    return None if heard is None or (shut is not None and shut >= heard) else heard


def way_of(
    standing: Standing,
    now: datetime,
    templates: Templates,
    windows: Windows,
    *,
    promised: bool = True,
) -> WayName | None:
    """The cheapest way to this person now; None where there is none.

    `promised` is false for an answer, which never goes as a template.
    """
    since = None if standing.is_telephone else open_since(standing)
    if since is not None and now - since <= windows.free:
        return WayName.FREE
    if since is not None and now - since <= windows.consultation:
        return WayName.CONSULTATION
    if not promised:
        return None
    if templates.by_user and not standing.is_telephone:
        return WayName.TEMPLATE
    if templates.by_phone and (standing.is_telephone or standing.has_number):
        return WayName.PHONE
    return None
