"""The Zalo Bot's events as they come: flat, wrapped in `result`, or several in a list.

Nothing in them is trusted to be of its type. Each is kept as it is, under its message's id.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from storage.inbox import Incoming

Event = dict[str, Any]
LONGEST_ID = 64
IDENTIFIER = re.compile(rf"[!-~]{{1,{LONGEST_ID}}}")
DEPTH = 3


def events_of(body: Any, depth: int = DEPTH) -> list[Event]:
    """The events in a webhook's body or in getUpdates' result; none where it is something else."""
    if isinstance(body, list) and depth:
        return [event for inner in body for event in events_of(inner, depth - 1)]
    if not isinstance(body, dict):
        return []
    result = body.get("result")
    if isinstance(result, list):
        return events_of(result, depth - 1)
    event = result if isinstance(result, dict) else body
    name = event.get("event_name")
    return [event] if isinstance(name, str) and name else []


def incoming(channel: str, event: Event) -> Incoming:
    """An event as the inbox keeps it; one without an id is known by its content."""
    message = mapping(event.get("message"))
    key = identifier(message.get("message_id"))
    if not key:
        body = json.dumps(event, sort_keys=True).encode()
        key = "sha256:" + hashlib.sha256(body).hexdigest()[:LONGEST_ID]
    return Incoming(channel, key, chat_id(event), event)


def chat_id(event: Event) -> str:
    """Zalo's id of the chat; "" where there is none."""
    message = mapping(event.get("message"))
    chat = identifier(mapping(message.get("chat")).get("id"))
    return chat or identifier(mapping(message.get("from")).get("id"))


def mapping(value: Any) -> Mapping[str, Any]:
    """A JSON object, or an empty one in its place."""
    return value if isinstance(value, dict) else {}


def words(value: Any) -> str:
    """A text, or none in its place."""
    return value if isinstance(value, str) else ""


def identifier(value: Any) -> str:
    """An id, which ought to be a text; "" for what cannot be one."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    told = words(value)
    return told if IDENTIFIER.fullmatch(told) else ""
