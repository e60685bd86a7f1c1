"""Sending to one person: consultation messages one after another, or one template."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from aiogram.types import BufferedInputFile

from bot.channels import zalo_oa_messages as messages
from bot.channels.base import Outcome, Result
from bot.channels.zalo_oa_client import OaError, OaRefusedError, ZaloOaClient
from bot.channels.zalo_oa_messages import AskedNumber, Handed, Message, Said, Shown
from bot.channels.zalo_oa_outcomes import outcome_of
from bot.channels.zalo_oa_uploads import Uploads
from bot.channels.zalo_oauth import TokenError
from services.clock import Clock

CONSULTATION = "/v3.0/oa/message/cs"
TEMPLATE = "/v3.0/oa/message/template"
BY_PHONE = "/message/template"
EXPIRED = -100
LONGEST_ID = 80


class OaSending:
    """Makes the calls; none of its methods raises for one that failed."""

    def __init__(self, client: ZaloOaClient, uploads: Uploads, clock: Clock) -> None:
        self._client = client
        self._uploads = uploads
        self._clock = clock

    async def consultation(self, user_id: str, parts: Sequence[Message], done: int) -> Outcome:
        """Send the messages but the first `done`, until one fails; `parts` have left by then."""
        native_id: str | None = None
        for n, message in enumerate(parts):
            if n < done:
                continue
            try:
                told = await self._one(user_id, message)
            except (OaError, TokenError) as error:
                return replace(self._read(error), parts=n, native_id=native_id)
            native_id = _id(told, "message_id")
        if not parts:
            return Outcome(Result.PERMANENT, reason="nothing-to-say")
        return Outcome(Result.SENT, native_id=native_id, parts=len(parts))

    async def by_user(self, body: Mapping[str, Any]) -> Outcome:
        """A template by user id."""
        try:
            told = await self._client.post(TEMPLATE, dict(body))
        except (OaError, TokenError) as error:
            return self._read(error)
        return Outcome(Result.SENT, native_id=_id(told, "message_id"), parts=1)

    async def by_phone(self, body: Mapping[str, Any]) -> Outcome:
        """A template by telephone number."""
        try:
            told = await self._client.zbs_post(BY_PHONE, dict(body))
        except (OaError, TokenError) as error:
            return self._read(error)
        return Outcome(Result.SENT, native_id=_id(told, "msg_id"), parts=1)

    def _read(self, error: OaError | TokenError) -> Outcome:
        return outcome_of(error, self._clock.now().astimezone(self._clock.zone))

    async def _one(self, user_id: str, message: Message) -> Any:
        if isinstance(message, Said):
            return await self._say(user_id, messages.said_body(message))
        if isinstance(message, AskedNumber):
            return await self._say(user_id, messages.form_body(message))
        if isinstance(message, Shown) and isinstance(message.picture, str):
            where = {"url": message.picture}
            return await self._say(user_id, messages.picture_body(message.caption, where))
        try:
            return await self._uploaded(user_id, message)
        except OaRefusedError as error:
            if error.code != EXPIRED:
                raise
        kind, file = _content(message)
        self._uploads.forget(kind, file.data)
        return await self._uploaded(user_id, message)

    async def _uploaded(self, user_id: str, message: Shown | Handed) -> Any:
        kind, file = _content(message)
        id = await self._uploads.id_of(kind, file.filename or kind, file.data)
        if isinstance(message, Handed):
            return await self._say(user_id, messages.file_body(id))
        where = {"attachment_id": id}
        return await self._say(user_id, messages.picture_body(message.caption, where))

    async def _say(self, user_id: str, message: Mapping[str, Any]) -> Any:
        return await self._client.post(CONSULTATION, messages.body_of(user_id, message))


def _content(message: Shown | Handed) -> tuple[str, BufferedInputFile]:
    """What has to be uploaded, and as what."""
    if isinstance(message, Handed):
        return "file", message.file
    if isinstance(message.picture, str):
        raise TypeError("an address is not uploaded")
    return "image", message.picture


def _id(told: Any, name: str) -> str | None:
    id = told.get(name) if isinstance(told, dict) else None
    return str(id)[:LONGEST_ID] if id else None
