"""Zalo groups with a bot in them (beta at Zalo): it hears only messages that mention it."""

from sandbox.errors import GestureError
from sandbox.people import Person
from sandbox.zalo import notify
from sandbox.zalo.state import ZALO_BOT, Conversation, ZaloGroup, ZaloMessage
from sandbox.zalo.world import ZaloWorld


def found(zalo: ZaloWorld, title: str, members: list[Person]) -> ZaloGroup:
    """A new group, to which its leader adds the bot at once."""
    account = zalo.the_account(ZALO_BOT)
    number = min(zalo.groups, default=0) - 1
    group = ZaloGroup(number, account, title, [person.id for person in members])
    zalo.groups[number] = group
    zalo.save_group(group)
    conv = conversation_of(zalo, group)
    conv.started = conv.known = True
    zalo.save_conversation(conv)
    return group


def say(
    zalo: ZaloWorld, group: ZaloGroup, person: Person, text: str, *, mention: bool
) -> ZaloMessage:
    """A member says something; raises GestureError for others."""
    if person.id not in group.members:
        raise GestureError("this person is not in the group")
    if not text.strip():
        raise GestureError("a message needs a text")
    conv = conversation_of(zalo, group)
    message = zalo.add_message(conv, mine=True, text=text.strip(), sender=person.id)
    notify.message(zalo, conv, message)
    if mention:
        zalo.tell(conv, "text", message)
    return message


def conversation_of(zalo: ZaloWorld, group: ZaloGroup) -> Conversation:
    """The group as the bot's conversation."""
    return zalo.conversation(ZALO_BOT, group.account, group.id)
