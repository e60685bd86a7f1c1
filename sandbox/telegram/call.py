"""One call of one method: its parameters, and what nearly every method asks of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.entities import format_text
from sandbox.telegram.errors import bad, too_many
from sandbox.telegram.params import Upload
from sandbox.telegram.state import Bot, Chat, Message
from sandbox.telegram.utf16 import units
from sandbox.telegram.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024


class RawJson(str):
    """A result that is JSON already."""

    __slots__ = ()


@dataclass
class Call:
    """What a method gets: the world, the bot, decoded parameters and files."""

    world: World
    bot: Bot
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def chat(self, name: str = "chat_id", *, writing: bool = True) -> Chat:
        """The chat a parameter names; raises ApiError 400 or 403."""
        chat_id = self.params[name]
        if not isinstance(chat_id, int):
            raise bad("chat not found")
        return self.world.open_chat(self.bot, chat_id, writing=writing)

    def message(self, chat: Chat, missing: str, name: str = "message_id") -> Message:
        """The message a parameter names; raises ApiError 400 with the text `missing`."""
        message = chat.messages.get(self.params.get(name) or 0)
        if message is None or message.deleted:
            raise bad(missing)
        return message

    def pace(self, chat: Chat, messages: int = 1) -> None:
        """Count messages or edits; raises ApiError 429 where the bot speaks too fast."""
        if self.world.faults.pace:
            wait = self.bot.pace.take(chat.id, messages)
            if wait:
                raise too_many(wait)
        self.world.stats.message(messages)

    def text(self, name: str = "text", source: Json | None = None) -> Json:
        """`text` and `entities` of a message; raises ApiError 400."""
        source = self.params if source is None else source
        text, entities = format_text(
            str(source.get(name) or ""), source.get("parse_mode"), source.get("entities")
        )
        if not text:
            raise bad("message text is empty")
        if units(text) > MAX_TEXT:
            raise bad("message is too long")
        return {"text": text, "entities": entities} if entities else {"text": text}

    def caption(self, source: Json | None = None) -> Json:
        """`caption` and `caption_entities`, or nothing; raises ApiError 400."""
        source = self.params if source is None else source
        text, entities = format_text(
            str(source.get("caption") or ""),
            source.get("parse_mode"),
            source.get("caption_entities"),
        )
        if units(text) > MAX_CAPTION:
            raise bad("message caption is too long")
        if not text:
            return {}
        found: Json = {"caption": text}
        if entities:
            found["caption_entities"] = entities
        if source.get("show_caption_above_media"):
            found["show_caption_above_media"] = True
        return found

    def edit(self, chat: Chat, message: Message, api: Json) -> Json:
        """Put new content in place of the old, and tell the phone."""
        message.api = api
        self.world.save_message(message)
        notify.edited(self.world, chat, message)
        return api


Method = Callable[[Call], Any | Awaitable[Any]]
AnyMethod = TypeVar("AnyMethod", bound=Method)
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[AnyMethod], AnyMethod]:
    """Register a function as a method of the Bot API."""

    def register(function: AnyMethod) -> AnyMethod:
        METHODS[name] = function
        return function

    return register
