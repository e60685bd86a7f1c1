"""The Official Account's events as they come: whose they are, and which of them matter to us.

Nothing in them is trusted to be of its type. Receipts, echoes of our own messages, groups, other
apps and other accounts are passed over at the door.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from bot.channels.zalo_bot_events import mapping
from storage.inbox import Incoming

Event = dict[str, Any]
USER = re.compile(r"[0-9A-Za-z_.-]{1,64}")
FOLLOW, UNFOLLOW, SUBMIT = "follow", "unfollow", "user_submit_info"
SAID, IN_GROUP = "user_send_", "user_send_group_"
LONGEST_KEY = 80


def figures(value: Any) -> str:
    """An id, which comes as a text and now and then as a number; "" for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and USER.fullmatch(value) else ""


def name_of(event: Mapping[str, Any]) -> str:
    """What has happened."""
    name = event.get("event_name")
    return name if isinstance(name, str) else ""


def user_of(event: Mapping[str, Any]) -> str:
    """The user's id within this account; "" where there is none."""
    source = event.get("follower") if name_of(event) in (FOLLOW, UNFOLLOW) else event.get("sender")
    return figures(mapping(source).get("id"))


def matters(event: Mapping[str, Any], app_id: str, oa_id: str) -> bool:
    """Whether a person has done something here that somebody has to hear of."""
    name = name_of(event)
    known = name in (FOLLOW, UNFOLLOW, SUBMIT) or (
        name.startswith(SAID) and not name.startswith(IN_GROUP)
    )
    user, account = user_of(event), _account(event)
    ours = figures(event.get("app_id")) in ("", app_id) and account in ("", oa_id)
    return known and ours and user not in ("", oa_id)


def _account(event: Mapping[str, Any]) -> str:
    told = event.get("oa_id") or mapping(event.get("recipient")).get("id")
    return figures(told)


def incoming(channel: str, event: Event, raw: bytes) -> Incoming:
    """An event as the inbox keeps it; Zalo brings one again under the same key."""
    user, name = user_of(event), name_of(event)
    stamp = figures(event.get("timestamp"))
    key = figures(mapping(event.get("message")).get("msg_id"))
    if not key and stamp:
        key = f"{name}:{user}:{stamp}"
    if not key or len(key) > LONGEST_KEY:
        key = "sha256:" + hashlib.sha256(raw).hexdigest()
    return Incoming(channel, key, user, event)
