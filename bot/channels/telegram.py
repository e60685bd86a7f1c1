"""Telegram: aiogram's own bot and session, with a polling loop that confirms only what is kept."""

import asyncio
import logging
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    AiogramError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import Message
from aiogram.utils.token import TokenValidationError

from bot.channels.base import Accept, Outcome, Result
from bot.channels.telegram_outcomes import outcome_of
from bot.channels.telegram_webhook import WebhookServer
from bot.open_unit import going_out
from bot.outgoing import ToOutbox
from handlers.capabilities import Capabilities
from services.errors import Refusal
from storage.files import FileStore
from storage.inbox import Incoming

log = logging.getLogger(__name__)
POLL_SECONDS = 25
SEND_SECONDS = 30  # what has no answer by then has an unknown outcome
BACK_OFF = (0.5, 1, 2, 5, 10, 30)
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


class TokenRefusedError(Refusal):
    """Telegram knows no bot of this token."""

    def __init__(self) -> None:
        super().__init__("core-token-refused")


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, its answer left as it came: it is kept first and read later, in its lane."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int
    limit: int
    allowed_updates: list[str]


def lane_of(raw: dict[str, Any]) -> str:
    """The chat whose order an update belongs to; "" for one that has none."""
    for kind in ("message", "edited_message", "my_chat_member"):
        if kind in raw:
            return str(raw[kind]["chat"]["id"])
    query = raw.get("callback_query")
    if query is None:
        return ""
    chat = (query.get("message") or {}).get("chat") or query["from"]
    return str(chat["id"])


class Telegram:
    """The Telegram channel; `base` is the Bot API server, `patience` seconds for one call."""

    name = "telegram"
    resends_unknown = True

    def __init__(
        self,
        token: str,
        base: str,
        files: FileStore,
        *,
        public_url: str = "",
        port: int = 8443,
        patience: int = SEND_SECONDS,
    ) -> None:
        self._patience = patience
        session = AiohttpSession(api=TelegramAPIServer.from_base(base), limit=100)
        session.middleware(ToOutbox(self.name, files))
        usual = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
        try:
            self.bot = Bot(token, session=session, default=usual)
        except TokenValidationError as error:
            raise TokenRefusedError from error
        self.capabilities = Capabilities(tables=True)
        self._webhook = (
            WebhookServer(token, public_url, port, self.incoming) if public_url else None
        )

    def incoming(self, raw: dict[str, Any]) -> Incoming:
        """A raw update as the inbox keeps it."""
        return Incoming(self.name, str(raw["update_id"]), lane_of(raw), raw)

    async def start(self) -> None:
        """Ask who we are, for as long as nobody answers; raises `TokenRefusedError`."""
        failures = 0
        while True:
            try:
                with going_out():
                    await self.bot.me()
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise TokenRefusedError from error
            except (TimeoutError, AiogramError) as error:
                failures = await self._back_off(failures, error)
            else:
                return

    async def _back_off(self, failures: int, error: Exception) -> int:
        """Wait longer after each failure in a row; their number."""
        wait: float = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
        if isinstance(error, TelegramRetryAfter):
            wait = error.retry_after
        log.warning("Telegram does not answer (%s), again in %s s", type(error).__name__, wait)
        await asyncio.sleep(wait)
        return failures + 1

    async def receive(self, accept: Accept) -> None:
        """Hand over updates until cancelled, by long polling or by webhook."""
        if self._webhook is None:
            await self._receive_by_polling(accept)
            return
        await self._webhook.serve(accept, partial(self._announce, self._webhook))

    async def _announce(self, webhook: WebhookServer) -> None:
        """Tell Telegram where to bring updates, for as long as it does not listen."""
        failures = 0
        while True:
            try:
                with going_out():
                    await self.bot.set_webhook(
                        webhook.url, secret_token=webhook.secret, allowed_updates=list(KINDS)
                    )
            except (TimeoutError, AiogramError) as error:
                failures = await self._back_off(failures, error)
            else:
                return

    async def _receive_by_polling(self, accept: Accept) -> None:
        """A batch is confirmed by the next call, after `accept` has committed it."""
        offset: int | None = None
        failures = 0
        webhook_gone = False
        while True:
            try:
                if not webhook_gone:
                    with going_out():
                        webhook_gone = await self.bot.delete_webhook()
                updates = await self._poll(offset)
                if updates:
                    await accept([self.incoming(raw) for raw in updates])
                    offset = updates[-1]["update_id"] + 1
                failures = 0
            except (TimeoutError, AiogramError) as error:
                failures = await self._back_off(failures, error)

    async def _poll(self, offset: int | None) -> list[dict[str, Any]]:
        call = RawUpdates(
            offset=offset, timeout=POLL_SECONDS, limit=100, allowed_updates=list(KINDS)
        )
        with going_out():
            return await self.bot(call, request_timeout=POLL_SECONDS + 10)

    async def send(self, call: TelegramMethod[Any]) -> Outcome:
        """Make one call; a timeout or broken answer is an unknown outcome."""
        try:
            with going_out():
                answer = await self.bot(call, request_timeout=self._patience)
        except (TimeoutError, AiogramError) as error:
            return outcome_of(error)
        message_id = answer.message_id if isinstance(answer, Message) else None
        return Outcome(Result.SENT, message_id=message_id)

    async def stop(self) -> None:
        """Close the connections."""
        await self.bot.session.close()
