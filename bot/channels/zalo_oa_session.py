"""The session of the Official Account: Bot API methods as its messages, in plain text.

It has no edits: by the time a call gets here a change is a message of its own, the choices beyond
five buttons stand in the text, and the way says to whom and how the message goes.
"""

from typing import Any

from aiogram.methods import GetMe
from aiogram.types import User

from bot.channels.base import Outcome, Result, Way
from bot.channels.translated_session import TranslatedSession, nothing
from bot.channels.zalo_oa_client import ZaloOaClient
from bot.channels.zalo_oa_messages import messages_of
from bot.channels.zalo_oa_sending import OaSending

SENDS = (
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
)


class ZaloOaSession(TranslatedSession):
    """`me` is how the account appears to the rest of the program; `form_picture` as in messages."""

    def __init__(
        self, client: ZaloOaClient, sending: OaSending, me: User, form_picture: str
    ) -> None:
        super().__init__(
            {**dict.fromkeys(SENDS, self._send), "sendChatAction": nothing},
            {"getMe": self._get_me},
            client.close,
        )
        self._sending = sending
        self._me = me
        self._form_picture = form_picture

    async def _get_me(self, call: GetMe) -> User:
        return self._me

    async def _send(self, call: Any, way: Way, done: int) -> Outcome:
        if "by_user" in way.extra:
            return await self._sending.by_user(way.extra["by_user"])
        if "by_phone" in way.extra:
            return await self._sending.by_phone(way.extra["by_phone"])
        user = way.extra.get("user")
        if not user:
            return Outcome(Result.PERMANENT, reason="no-way")
        in_place = way.extra.get("in_place", "")
        parts = messages_of(call, form_picture=self._form_picture, in_place=in_place)
        return await self._sending.consultation(user, parts, done)
