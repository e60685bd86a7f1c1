"""Tells open pages what changed on a phone; costs nothing while no page is open."""

from typing import Any

from sandbox.zalo.state import Conversation, ZaloMessage
from sandbox.zalo.view import person_json, view
from sandbox.zalo.world import ZaloWorld


def message(zalo: ZaloWorld, conv: Conversation, new: ZaloMessage) -> None:
    """A message came or went out; a hidden one is not spoken of."""
    if zalo.events.heard and not new.hidden:
        _publish(zalo, conv, "message", message=view(zalo, new), unread=conv.unread)
    if new.form or new.contact:
        person(zalo, conv)  # a request for name and number was opened or answered


def typing(zalo: ZaloWorld, conv: Conversation, action: str = "typing") -> None:
    """The account is busy; clients show it for five seconds."""
    _publish(zalo, conv, "typing", text=action)


def read(zalo: ZaloWorld, conv: Conversation) -> None:
    """The person has looked."""
    _publish(zalo, conv, "read")


def person(zalo: ZaloWorld, conv: Conversation) -> None:
    """Something about a person changed: started, blocked."""
    if zalo.events.heard and conv.person > 0:
        facts = person_json(zalo, zalo.people.all[conv.person], conv)
        _publish(zalo, conv, "person", facts=facts)


def _publish(zalo: ZaloWorld, conv: Conversation, kind: str, **more: Any) -> None:
    if zalo.events.heard:
        who = {"person": conv.person} if conv.person > 0 else {"group": conv.person}
        zalo.events.publish({"type": kind, **who, **more})
