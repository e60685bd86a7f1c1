"""The session of the Zalo Bot: Bot API methods as calls of Zalo's, in plain text.

Zalo Bots have no buttons, edits or files: by the time a call gets here the choices stand in its
text and a change is a message of its own.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import BufferedInputFile, FSInputFile, InputFile, User

from bot.channels.base import Outcome, Result, Way
from bot.channels.plain_text import pieces, plain
from bot.channels.translated_session import TranslatedSession
from bot.channels.zalo_bot_client import ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_outcomes import QuotaWatch, outcome_of
from handlers.texts import texts
from storage.files import FileStore

log = logging.getLogger(__name__)
LIMIT = 1900  # of Zalo's 2,000 characters, since nobody says how they are counted
NativeId = Callable[[str], Awaitable[str | None]]
ImageLink = Callable[[str, str], Awaitable[str]]


class ZaloBotSession(TranslatedSession):
    """`native_id` gives Zalo's id of a chat's number; `image_link` a public address for a picture
    of the file store (digest, name), where there is a web server."""

    def __init__(
        self,
        client: ZaloBotClient,
        files: FileStore,
        native_id: NativeId,
        image_link: ImageLink | None,
    ) -> None:
        super().__init__(
            {
                "sendMessage": self._send_text,
                "editMessageText": self._send_text,
                "sendPhoto": self._send_photo,
                "sendDocument": self._send_document,
                "editMessageCaption": self._send_caption,
                "editMessageMedia": self._send_media,
                "sendChatAction": self._send_action,
            },
            {"getMe": self._get_me},
            client.close,
        )
        self._client = client
        self._files = files
        self._native_id = native_id
        self._image_link = image_link
        self._watch = QuotaWatch()

    async def _get_me(self, call: GetMe) -> User:
        told = await self._client.call("getMe")
        told = told if isinstance(told, dict) else {}
        name = str(told.get("account_name") or "")
        id = str(told.get("id") or "")
        return User(
            id=int(id) if id.isdecimal() else 0,
            is_bot=True,
            first_name=str(told.get("display_name") or name or "Zalo Bot"),
            username=name or None,
        )

    async def _send_text(self, call: SendMessage | EditMessageText, way: Way, done: int) -> Outcome:
        text = _words(call.text or "", call.parse_mode)
        return await self._say(call.chat_id, [_message(p) for p in pieces(text, LIMIT)], done)

    async def _send_photo(self, call: SendPhoto, way: Way, done: int) -> Outcome:
        caption = _words(call.caption or "", call.parse_mode)
        address = await self._address(call.photo)
        if address is None:
            missing = texts(way.extra.get("language")).plain("zalo-bot-picture-missing")
            text = f"{missing}\n\n{caption}"
            return await self._say(call.chat_id, [_message(p) for p in pieces(text, LIMIT)], done)
        first, *rest = pieces(caption, LIMIT) or [""]
        photo = {"photo": address, **({"caption": first} if first else {})}
        calls = [("sendPhoto", photo), *(_message(piece) for piece in rest)]
        return await self._say(call.chat_id, calls, done)

    async def _address(self, photo: InputFile | str) -> str | None:
        """Where Zalo can fetch a picture; None where it cannot be offered."""
        if isinstance(photo, str):
            return photo if photo.startswith(("https://", "http://")) else None
        if self._image_link is None:
            return None
        if isinstance(photo, BufferedInputFile):
            digest = self._files.put(photo.data)
        elif isinstance(photo, FSInputFile):
            digest = self._files.put_path(photo.path)
        else:
            return None
        try:
            return await self._image_link(digest, photo.filename or "")
        except ValueError:
            log.warning("a picture has a name that is none of a picture")
            return None

    async def _send_document(self, call: SendDocument, way: Way, done: int) -> Outcome:
        """Files go as links, which are in the text already; this one could not be made one."""
        name = getattr(call.document, "filename", None) or "…"
        missing = texts(way.extra.get("language")).plain("zalo-bot-file-missing", name=name)
        text = f"{_words(call.caption or '', call.parse_mode)}\n\n{missing}"
        return await self._say(call.chat_id, [_message(p) for p in pieces(text, LIMIT)], done)

    async def _send_caption(self, call: EditMessageCaption, way: Way, done: int) -> Outcome:
        text = _words(call.caption or "", call.parse_mode)
        return await self._say(call.chat_id, [_message(p) for p in pieces(text, LIMIT)], done)

    async def _send_media(self, call: EditMessageMedia, way: Way, done: int) -> Outcome:
        text = _words(call.media.caption or "", getattr(call.media, "parse_mode", ""))
        return await self._say(call.chat_id, [_message(p) for p in pieces(text, LIMIT)], done)

    async def _send_action(self, call: SendChatAction, way: Way, done: int) -> Outcome:
        """Of all that a bot may be doing, Zalo shows that it is typing."""
        native_id = await self._native_id(str(call.chat_id))
        if native_id is None or call.action != "typing":
            return Outcome(Result.SENT)
        try:
            await self._client.call("sendChatAction", {"chat_id": native_id, "action": "typing"})
        except ZaloBotError as error:
            return outcome_of(error)
        return Outcome(Result.SENT)

    async def _say(
        self, chat: int | str | None, calls: list[tuple[str, dict[str, Any]]], done: int
    ) -> Outcome:
        """Make the calls in order, but for the first `done`, until one does not succeed."""
        if not calls:
            return Outcome(Result.PERMANENT, reason="empty")
        native_id = await self._native_id(str(chat))
        if native_id is None:
            return Outcome(Result.PERMANENT, reason="no-such-contact")
        outcome = Outcome(Result.SENT)
        for parts, (method, body) in enumerate(calls):
            if parts >= done:
                outcome = await self._call(method, {"chat_id": native_id, **body})
            if outcome.result is not Result.SENT:
                return replace(outcome, parts=parts)
        return replace(outcome, parts=len(calls))

    async def _call(self, method: str, body: dict[str, Any]) -> Outcome:
        try:
            told = await self._client.call(method, body)
        except ZaloBotError as error:
            return self._watch.seen(outcome_of(error))
        message_id = told.get("message_id") if isinstance(told, dict) else None
        native_id = str(message_id)[:80] if message_id else None
        return self._watch.seen(Outcome(Result.SENT, native_id=native_id))


def _message(piece: str) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"text": piece}


def _words(text: str, parse_mode: Any) -> str:
    """What handlers say is HTML, but where they say that it is not."""
    return text if parse_mode is None else plain(text)
