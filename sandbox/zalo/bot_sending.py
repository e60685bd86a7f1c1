"""What a Zalo Bot says: texts, pictures, stickers, recordings, and that it is typing."""

from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import aiohttp

from sandbox.media import picture_size
from sandbox.store import Json
from sandbox.telegram.utf16 import units
from sandbox.zalo import notify
from sandbox.zalo.bot_errors import NO_CHAT_ID, PHOTO_SCHEME, QUOTA, BotError, bad
from sandbox.zalo.bot_markup import marked_up
from sandbox.zalo.bot_state import Bots, ZaloBot
from sandbox.zalo.state import ZALO_BOT, Conversation

MAX_TEXT = 2000
MAX_FILE = 20 * 1024 * 1024
FETCH_SECONDS = aiohttp.ClientTimeout(total=30)
WEB = ("http://", "https://")


class Sending:
    """The methods that put something on a phone; each returns the envelope's `result`."""

    def __init__(self, bots: Bots) -> None:
        """`bots` are those that may send."""
        self._bots = bots
        self._zalo = bots.zalo
        self.methods: dict[str, Callable[[ZaloBot, Json], Awaitable[Json | None]]] = {
            "sendMessage": self.send_message,
            "sendPhoto": self.send_photo,
            "sendSticker": self.send_sticker,
            "sendVoice": self.send_voice,
            "sendChatAction": self.send_chat_action,
        }

    async def send_message(self, bot: ZaloBot, params: Json) -> Json:
        """A text of 1 to 2000 UTF-16 units, plain or styled."""
        chat_id = _chat_id(params)
        text = _text(params, "text", needed=True)
        plain, styles = marked_up(text, params.get("parse_mode"), params.get("text_styles"))
        conv = self._conversation(bot, chat_id)
        return self._deliver(bot, conv, text=plain, styles=styles)

    async def send_photo(self, bot: ZaloBot, params: Json) -> Json:
        """A picture at a public address; it is fetched now, and kept."""
        chat_id = _chat_id(params)
        photo = _text(params, "photo", needed=True, limit=None)
        if not photo.startswith(WEB):
            raise bad(PHOTO_SCHEME)
        caption = _text(params, "caption", needed=False)
        plain, styles = marked_up(caption, params.get("parse_mode"), params.get("text_styles"))
        conv = self._conversation(bot, chat_id)
        data, mime = await self._fetch(photo)
        if not picture_size(data):
            raise bad("Bad request: the photo is not a picture")
        file = self._zalo.media.save(data, _name(photo, "photo.jpg"), "photo", mime)
        media = {"kind": "photo", "file": file.id}
        sent = self._deliver(bot, conv, text=plain, styles=styles, media=media)
        return {**sent, "message_type": "CHAT_PHOTO"}

    async def send_sticker(self, bot: ZaloBot, params: Json) -> Json:
        """A sticker by its id."""
        chat_id, sticker = _chat_id(params), _text(params, "sticker", needed=True)
        return self._deliver(bot, self._conversation(bot, chat_id), sticker={"id": sticker})

    async def send_voice(self, bot: ZaloBot, params: Json) -> Json:
        """A recording at a public address; in a group it is taken and never delivered."""
        chat_id = _chat_id(params)
        voice = _text(params, "voice_url", needed=True, limit=None)
        if not voice.startswith(WEB):
            raise bad("The voice_url must start with http:// or https://")
        conv = self._conversation(bot, chat_id)
        data, mime = await self._fetch(voice)
        file = self._zalo.media.save(data, _name(voice, "voice.aac"), "document", mime)
        if conv.person < 0:
            lost = self._zalo.native_message_id()
            return {"message_id": lost, "date": round(self._zalo.clock.unix() * 1000)}
        return self._deliver(bot, conv, media={"kind": "document", "file": file.id})

    async def send_chat_action(self, bot: ZaloBot, params: Json) -> None:
        """Show that the bot is typing; has no result."""
        conv = self._conversation(bot, _chat_id(params))
        if params.get("action") != "typing":
            raise bad("The action must be one of: typing")
        notify.typing(self._zalo, conv)

    def _conversation(self, bot: ZaloBot, chat_id: str) -> Conversation:
        """The chat; only one that has written to this bot exists for it. Raises BotError."""
        conv = self._zalo.by_native(ZALO_BOT, bot.id, chat_id)
        if conv is None or not conv.known:
            raise bad("Bad request: chat not found")
        if conv.blocked:
            raise bad("Bad request: the user does not receive messages from this bot")
        return conv

    def _deliver(self, bot: ZaloBot, conv: Conversation, **content: Any) -> Json:
        """Count and show a message; raises BotError 429 where the month's are used up."""
        month = self._zalo.clock.now().strftime("%Y-%m")
        if bot.month != month:
            bot.month, bot.sent = month, 0
        limit = self._bots.options.monthly_limit
        if limit is not None and bot.sent >= limit:
            raise BotError(429, QUOTA)
        bot.sent += 1
        self._bots.save(bot)
        message = self._zalo.add_message(conv, mine=False, **content)
        self._zalo.stats.message()
        notify.message(self._zalo, conv, message)
        return {"message_id": message.native_id, "date": message.milliseconds}

    async def _fetch(self, url: str) -> tuple[bytes, str]:
        """The bytes behind an address, and their type; raises BotError 400."""
        try:
            async with self._zalo.http().get(url, timeout=FETCH_SECONDS) as response:
                data = await response.content.read(MAX_FILE + 1)
                while len(data) <= MAX_FILE and (more := await response.content.read(MAX_FILE)):
                    data += more
                status, mime = response.status, response.content_type
        except (TimeoutError, aiohttp.ClientError, ValueError):
            raise bad("Bad request: the address cannot be fetched") from None
        if status != 200 or not data or len(data) > MAX_FILE:
            raise bad("Bad request: the address cannot be fetched")
        return data, mime


def _chat_id(params: Json) -> str:
    chat_id = params.get("chat_id")
    if chat_id is None or str(chat_id).strip() == "":
        raise bad(NO_CHAT_ID)
    return str(chat_id)


def _text(params: Json, name: str, *, needed: bool, limit: int | None = MAX_TEXT) -> str:
    value = params.get(name)
    text = "" if value is None else value
    if not isinstance(text, str):
        raise bad(f"The {name} must be a string")
    if needed and not text.strip():
        raise bad(f"The {name} must not be empty")
    if limit is not None and units(text) > limit:
        raise bad(f"The {name} must be between 1 and {limit} characters")
    return text


def _name(url: str, otherwise: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).name or otherwise
