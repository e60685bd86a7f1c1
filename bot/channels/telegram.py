"""Telegram: aiogram's own bot and session, with a polling loop that confirms only what is kept."""

import asyncio
import logging
from functools import partial
from typing import Any, cast

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
from aiohttp import ClientTimeout

from bot.channels.base import FREE, Accept, Heard, Outcome, Parcel, Result, Way
from bot.channels.telegram_files import fetch
from bot.channels.telegram_outcomes import outcome_of
from bot.channels.telegram_webhook import TelegramWebhook
from bot.open_unit import going_out
from bot.outgoing import ToOutbox
from bot.web.server import WebServer
from handlers.capabilities import Capabilities
from services.errors import Refusal
from services.unit import Unit
from storage.files import FileStore
from storage.inbox import Incoming

log = logging.getLogger(__name__)
POLL_SECONDS = 25
LARGEST_FILE = 50_000_000  # bytes
SEND_SECONDS = 30  # what has no answer by then has an unknown outcome
CONNECTING = 10  # seconds; where Telegram is blocked nothing leaves, and that is known
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
    """The Telegram channel; `base` is the Bot API server, `patience` seconds for one call.

    Updates are brought to `web` at `public_url` where that is an https address, which Telegram
    asks for, or where `webhook` says so; else they are fetched.
    """

    name = "telegram"
    resends_unknown = True

    def __init__(
        self,
        token: str,
        base: str,
        files: FileStore,
        *,
        public_url: str = "",
        web: WebServer | None = None,
        webhook: bool | None = None,
        patience: int = SEND_SECONDS,
    ) -> None:
        self._patience = ClientTimeout(total=patience, sock_connect=min(CONNECTING, patience))
        session = AiohttpSession(api=TelegramAPIServer.from_base(base), limit=100)
        session.middleware(ToOutbox(self.name, files))
        usual = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
        try:
            self.bot = Bot(token, session=session, default=usual)
        except TokenValidationError as error:
            raise TokenRefusedError from error
        self.capabilities = Capabilities(tables=True)
        self._files = files
        self._webhook: TelegramWebhook | None = None
        if web is not None and (public_url.startswith("https://") if webhook is None else webhook):
            self._webhook = TelegramWebhook(token, public_url, self.incoming)
            web.add(self._webhook)

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

    async def _announce(self, webhook: TelegramWebhook) -> None:
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

    async def read(self, unit: Unit, incoming: Incoming, row_id: int) -> Heard:
        """An update is one already."""
        return Heard(incoming.lane, [incoming.payload])

    def takes_file(self, name: str, size: int) -> bool:
        """Any file up to 50 MB."""
        return size <= LARGEST_FILE

    async def way(self, unit: Unit, parcel: Parcel) -> Way:
        """Every message goes the same way, and free."""
        return FREE

    async def by_phone(self, unit: Unit, person_id: int) -> None:
        """Nobody is reached who has not written first."""

    async def send(self, call: TelegramMethod[Any], way: Way = FREE, done: int = 0) -> Outcome:
        """Make one call; a timeout or broken answer is an unknown outcome."""
        try:
            with going_out():
                answer = await self.bot(call, request_timeout=cast(int, self._patience))
        except (TimeoutError, AiogramError) as error:
            return outcome_of(error)
        message_id = answer.message_id if isinstance(answer, Message) else None
        return Outcome(Result.SENT, message_id=message_id)

    async def fetch(self, file_id: str) -> str:
        """Bring a file that somebody sent into the file store; its digest; raises `Refusal`."""
        return await fetch(self.bot, file_id, self._files)

    async def stop(self) -> None:
        """Close the connections."""
        await self.bot.session.close()
