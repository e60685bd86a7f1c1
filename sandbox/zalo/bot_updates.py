"""What a person did, as the Zalo Bot Platform tells a bot, and the two ways to it.

getUpdates gives one update a call, with no offset: what it does with the others is an option.
"""

import asyncio
from collections.abc import Callable

from sandbox.store import Json, dumps
from sandbox.zalo.bot_errors import BotError, bad
from sandbox.zalo.bot_options import BotOptions
from sandbox.zalo.bot_state import Bots, Poll, ZaloBot
from sandbox.zalo.bot_webhook import Courier
from sandbox.zalo.state import ZALO_BOT, Conversation, ZaloMessage
from sandbox.zalo.world import Event, ZaloWorld

MAX_TIMEOUT = 60
EMPTY = "Request timeout"


class Updates:
    """Everything that goes from phones to bots."""

    def __init__(self, bots: Bots, courier: Courier) -> None:
        """`courier` brings what goes to webhooks."""
        self._bots = bots
        self._courier = courier

    def inbound(self, zalo: ZaloWorld, conv: Conversation, event: Event) -> None:
        """Take what a person did; a message of somebody beyond the limit goes nowhere."""
        bot, message = self._bots.by_id(conv.account), event["message"]
        if message is None or not self._admitted(zalo, conv):
            return
        update = _update(zalo, self._bots.options, conv, event["kind"], message)
        zalo.stats.updates += 1
        self._push(bot, conv.native_id, dumps(update))

    async def poll(self, bot: ZaloBot, seconds: int, alive: Callable[[], bool]) -> str:
        """The JSON of one update; waits for it. Raises BotError 408 where none comes, or 400."""
        if bot.webhook:
            raise bad("Bad request: getUpdates cannot be used while a webhook is set")
        if text := self._waiting(bot):
            return text
        if bot.poll and not bot.poll.result.done():
            bot.poll.result.set_result(None)  # one poller a token: the older one gets nothing
        poll = bot.poll = Poll(asyncio.get_running_loop().create_future(), alive)
        self._bots.hears(bot)
        await asyncio.wait([poll.result], timeout=max(0, min(seconds, MAX_TIMEOUT)))
        if bot.poll is poll:
            bot.poll = None
        self._bots.hears(bot)
        given = poll.result.result() if poll.result.done() else None
        if given is None:
            raise BotError(408, EMPTY, real=True)
        return given

    def end_polls(self) -> None:
        """Send everybody home who waits, at the end of the server's life."""
        for bot in self._bots:
            self.end_poll(bot)

    def end_poll(self, bot: ZaloBot) -> None:
        """End the open poll with nothing, as when a webhook takes over."""
        if bot.poll and not bot.poll.result.done():
            bot.poll.result.set_result(None)

    def _admitted(self, zalo: ZaloWorld, conv: Conversation) -> bool:
        if conv.known:
            return True
        limit = self._bots.options.user_limit
        if limit is not None and conv.person > 0:
            known = sum(
                c.known and c.person > 0 and c.account == conv.account
                for c in zalo.conversations.values()
                if c.channel == ZALO_BOT
            )
            if known >= limit:
                return False
        conv.known = True
        zalo.save_conversation(conv)
        return True

    def _push(self, bot: ZaloBot, chat: str, text: str) -> None:
        if bot.webhook:
            self._courier.send(bot, self._bots.keep(bot, chat, text))
            return
        kept = self._bots.options.updates != "once"
        if kept:
            self._bots.keep(bot, chat, text)
        poll = bot.poll
        if poll and not poll.result.done() and poll.alive():
            poll.result.set_result(self._waiting(bot) if kept else self._given(bot, text))

    def _waiting(self, bot: ZaloBot) -> str | None:
        """What a call gets at once, if anything."""
        if bot.again:
            return bot.again.pop(0)
        mode = self._bots.options.updates
        if mode != "once" and bot.updates:
            update = next(iter(bot.updates.values()))
            self._bots.drop(bot, update)
            if mode == "replay":
                bot.replayed = update.text
                self._bots.save(bot)
            return self._given(bot, update.text)
        return bot.replayed or None if mode == "replay" else None

    def _given(self, bot: ZaloBot, text: str) -> str:
        faults = self._bots.zalo.faults
        if faults.strikes(faults.p_duplicate):
            bot.again.append(text)
        return text


def _update(
    zalo: ZaloWorld, options: BotOptions, conv: Conversation, kind: str, message: ZaloMessage
) -> Json:
    name, content = _content(zalo, options, kind, message)
    person = zalo.people.all[conv.person if conv.person > 0 else message.sender or 0]
    sender = conv
    if conv.person < 0:
        sender = zalo.conversation(conv.channel, conv.account, person)
    if person.id in options.special:
        name, content = "unsupported", {}
    event: Json = {"event_name": f"message.{name}.received"}
    if name == "unsupported" and options.unsupported == "without":
        return event
    event["message"] = {
        "date": message.milliseconds,
        "chat": {
            "chat_type": "PRIVATE" if conv.person > 0 else "GROUP",
            "id": conv.native_id,
        },
        "message_id": message.native_id,
        "from": {"id": sender.native_id, "is_bot": False, "display_name": person.name},
        **content,
    }
    return event


def _content(
    zalo: ZaloWorld, options: BotOptions, kind: str, message: ZaloMessage
) -> tuple[str, Json]:
    """The event's name and the fields of its own."""
    url = zalo.media_url(message.media["file"]) if message.media else ""
    if kind == "text" and not (options.links == "unsupported" and "://" in message.text):
        return "text", {"text": message.text}
    if kind == "image":
        caption = {"caption": message.text} if message.text else {}
        return "image", {options.photo_field: url, **caption, "message_type": "CHAT_PHOTO"}
    if kind == "voice":
        return "voice", {"voice_url": url, "message_type": "CHAT_VOICE"}
    if kind == "sticker" and message.sticker:
        sticker = message.sticker["id"]
        return "sticker", {"sticker": sticker, "url": f"{zalo.base_url}/zalo/sticker/{sticker}"}
    return "unsupported", {}
