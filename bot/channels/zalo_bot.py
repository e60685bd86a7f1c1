"""The Zalo Bot: free, for staff and trials; no buttons, no edits, no files, 3,000 messages a month.

Handlers see chats by our own numbers; Zalo's ids stay in here.
"""

import logging
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.methods.base import TelegramMethod

from bot.channels import zalo_bot_reading, zalo_files
from bot.channels.back_off import BackOff
from bot.channels.base import FREE, Accept, Heard, Outcome, Parcel, Result, Way
from bot.channels.telegram_webhook import derived
from bot.channels.zalo_bot_client import PATIENCE, RefusedError, ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_events import Event, incoming
from bot.channels.zalo_bot_polling import Polling
from bot.channels.zalo_bot_session import ImageLink, ZaloBotSession
from bot.channels.zalo_bot_webhook import ZaloBotWebhook
from bot.open_unit import going_out
from bot.outgoing import ToOutbox
from bot.web.server import WebServer
from handlers.capabilities import Capabilities
from services.errors import Refusal
from services.unit import Unit
from storage import contacts, spending
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Incoming

log = logging.getLogger(__name__)
MONTHLY = 3000  # messages that the free plan has
FOR_NOTICES = 0.9  # the part of them that notices may use up; the rest is for answers
CAPABILITIES = Capabilities(
    text_length=3800,  # two messages; longer texts are split too, but nobody reads them
    buttons=30,
    tapped=0,
    edits=False,
    toasts=False,
    tables=False,
    files_in=False,
    files_out=False,
    contact_button=False,
    command_menu=False,
    start_links=False,
    markup=False,
)


class ZaloTokenRefusedError(Refusal):
    """Zalo knows no bot of this token."""

    def __init__(self) -> None:
        super().__init__("zalo-bot-token-refused")


class ZaloBot:
    """The Zalo Bot channel; `base` is the Bot API server, `patience` seconds for one call.

    Events are brought to `web` at `public_url` where `webhook` says so or Zalo takes the address;
    else they are fetched. `image_link` offers a picture of the file store to Zalo's
    servers. `monthly` messages may be sent in a month (0: any number).
    """

    name = "zalo_bot"
    resends_unknown = False

    def __init__(
        self,
        token: str,
        base: str,
        files: FileStore,
        database: Database,
        *,
        public_url: str = "",
        web: WebServer | None = None,
        webhook: bool | None = None,
        image_link: ImageLink | None = None,
        monthly: int = MONTHLY,
        patience: float = PATIENCE,
    ) -> None:
        self._base = base
        self._files = files
        self._database = database
        self._monthly = monthly
        self._native_ids: dict[str, str] = {}
        self._client = ZaloBotClient(token, base, patience)
        self._session = ZaloBotSession(self._client, files, self._native_id, image_link)
        self._session.middleware(ToOutbox(self.name, files, toasts=False))
        usual = DefaultBotProperties(parse_mode=ParseMode.HTML)
        self.bot = Bot(_bot_token(token), session=self._session, default=usual)
        self.capabilities = CAPABILITIES
        self._webhook: ZaloBotWebhook | None = None
        if webhook is None:  # Zalo asks for https; what plays it on this machine does not
            webhook = public_url.startswith("https://") or base.startswith("http://")
        if web is not None and public_url and webhook:
            self._webhook = ZaloBotWebhook(token, public_url, self._client, self.incoming)
            web.add(self._webhook)

    def incoming(self, event: Event) -> Incoming:
        """An event as the inbox keeps it."""
        return incoming(self.name, event)

    async def start(self) -> None:
        """Ask who we are, for as long as nobody answers; raises `ZaloTokenRefusedError`."""
        back_off = BackOff("Zalo Bot")
        while True:
            try:
                with going_out():
                    await self.bot.me()
            except ZaloBotError as error:
                code = error.code if isinstance(error, RefusedError) else 0
                if code == 401:
                    raise ZaloTokenRefusedError from None
                await back_off.wait(f"{type(error).__name__} {code or ''}".strip())
            else:
                return

    async def receive(self, accept: Accept) -> None:
        """Hand over events until cancelled, by webhook or by polling."""
        if self._webhook is not None:
            await self._webhook.serve(accept)
        else:
            await Polling(self._client, self.incoming).run(accept)

    async def read(self, unit: Unit, incoming: Incoming, row_id: int) -> Heard:
        """What a kept event means, inside its unit of work."""
        return await zalo_bot_reading.read(unit, incoming, row_id)

    async def fetch(self, file_id: str) -> str:
        """Bring a file that somebody sent into the file store; its digest; raises `Refusal`."""
        return await zalo_files.fetch(file_id, self._files, self._base)

    def takes_file(self, name: str, size: int) -> bool:
        """None at all: files go as links."""
        return False

    async def way(self, unit: Unit, parcel: Parcel) -> Way | Outcome:
        """Free, while the month's messages last: the last tenth is kept for answers."""
        if self._monthly and parcel.kind and not parcel.urgent:
            used = await spending.messages_since(unit.session, self.name, _month_start(unit))
            if used >= FOR_NOTICES * self._monthly:
                return Outcome(Result.QUOTA, reason="month")
        return Way(extra={"language": parcel.language})

    async def by_phone(self, unit: Unit, person_id: int) -> None:
        """Nobody is reached who has not written first."""

    async def send(self, call: TelegramMethod[Any], way: Way = FREE, done: int = 0) -> Outcome:
        """Make one call and say what came of it; a long text leaves in parts, one by one."""
        with going_out():
            return await self._session.deliver(call, way, done)

    async def stop(self) -> None:
        """Close the connections."""
        await self.bot.session.close()

    async def _native_id(self, chat: str) -> str | None:
        """Zalo's id of a chat's number; it never changes, so it is looked up once."""
        number = chat.removeprefix("-")  # a group's
        if number not in self._native_ids:
            contact = await self._database.run(
                lambda session: contacts.by_chat(session, self.name, number)
            )
            if contact is None:
                return None
            self._native_ids[number] = contact.native_id
        return self._native_ids[number]


def _bot_token(token: str) -> str:
    """What aiogram takes for a token; the real one stays in the client."""
    number = token.partition(":")[0].strip()
    if not (number.isascii() and number.isdecimal()):
        number = str(int(derived(token, "zalo bot number")[:12], 16))
    return f"{number}:{derived(token, 'zalo bot session')}"


def _month_start(unit: Unit) -> datetime:
    local = unit.now.astimezone(unit.zone)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
