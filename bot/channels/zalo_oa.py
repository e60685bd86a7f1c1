"""The Official Account: the school's verified face on Zalo, for families.

Buttons, files, a window of seven days, approved templates beyond it, and a price. Handlers see
chats by our own numbers; Zalo's ids stay in here. Its keys change daily (`zalo_oauth.py`), what a
message costs is asked before it is claimed (`zalo_oa_ways.py`).
"""

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.methods.base import TelegramMethod
from aiogram.types import User

from bot.channels import zalo_files, zalo_oa_messages, zalo_oa_reading
from bot.channels.base import FREE, Accept, Heard, Outcome, Parcel, Way
from bot.channels.telegram_webhook import derived
from bot.channels.zalo_oa_client import PATIENCE, ZaloOaClient
from bot.channels.zalo_oa_sending import OaSending
from bot.channels.zalo_oa_session import ZaloOaSession
from bot.channels.zalo_oa_uploads import Uploads
from bot.channels.zalo_oa_ways import OaWays
from bot.channels.zalo_oa_webhook import ZaloOaWebhook
from bot.channels.zalo_oauth import TokenError, ZaloOAuth
from bot.open_unit import going_out
from bot.outgoing import ToOutbox
from bot.web.server import WebServer
from handlers.capabilities import Capabilities
from services.clock import Clock
from services.link_tokens import Links
from services.unit import Unit
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Incoming

log = logging.getLogger(__name__)
KEYS_LOOKED_AT = 600.0  # seconds: a quiet account's keys must not end either
CAPABILITIES = Capabilities(
    text_length=3800,  # two messages; longer texts are split too, but nobody reads them
    buttons=30,
    tapped=5,
    button_length=zalo_oa_messages.TITLE,
    buttons_per_row=1,
    edits=False,
    toasts=False,
    tables=False,
    files_in=True,
    files_out=True,
    contact_button=True,
    command_menu=False,
    start_links=False,
    markup=False,
)


@dataclass(frozen=True, slots=True)
class OaSettings:
    """App, account and addresses. `webhook_secret`: the webhook's own key, empty where it is the
    app's; `first_pair`: access and refresh token to begin with."""

    app_id: str
    app_secret: str = field(repr=False)
    oa_id: str
    webhook_secret: str = field(default="", repr=False)
    first_pair: tuple[str, str] = field(default=("", ""), repr=False)
    api_base: str = "https://openapi.zalo.me"
    zbs_base: str = "https://business.openapi.zalo.me"
    oauth_base: str = "https://oauth.zaloapp.com"
    public_url: str = ""
    patience: float = PATIENCE  # seconds for one call
    buttons: int = 5  # below one message; 0 where an account takes none


class ZaloOA:
    """The Official Account's channel. Events come to `web`; `links` makes addresses of it."""

    name = "zalo_oa"
    resends_unknown = False

    def __init__(
        self,
        settings: OaSettings,
        files: FileStore,
        database: Database,
        clock: Clock,
        *,
        web: WebServer,
        links: Links | None = None,
    ) -> None:
        self._settings = settings
        self._files = files
        self.oauth = ZaloOAuth(
            database,
            clock,
            base=settings.oauth_base,
            app_id=settings.app_id,
            app_secret=settings.app_secret,
            first=settings.first_pair,
            channel=self.name,
        )
        self.client = ZaloOaClient(
            self.oauth, settings.api_base, settings.zbs_base, settings.patience
        )
        secrets = [("app secret", settings.app_secret)]
        if settings.webhook_secret:
            secrets.insert(0, ("oa secret", settings.webhook_secret))
        self._webhook = ZaloOaWebhook(self.name, settings.app_id, settings.oa_id, secrets)
        web.add(self._webhook)
        public = settings.public_url.rstrip("/")
        form_picture = public + self._webhook.picture_path if public else ""
        self._ways = OaWays(self.name, files, links, form_picture)
        token = _bot_token(settings.oa_id, settings.app_secret)
        me = User(
            id=int(token.partition(":")[0]),
            is_bot=True,
            first_name="Zalo OA",
            username=settings.oa_id,
        )
        sending = OaSending(self.client, Uploads(self.client, clock), clock)
        self._session = ZaloOaSession(self.client, sending, me, form_picture)
        self._session.middleware(ToOutbox(self.name, files, toasts=False))
        usual = DefaultBotProperties(parse_mode=ParseMode.HTML)
        self.bot = Bot(token, session=self._session, default=usual)
        self.capabilities = replace(CAPABILITIES, tapped=settings.buttons)

    @property
    def webhook_path(self) -> str:
        """Where Zalo has to bring events, below the public address; entered in Zalo's console."""
        return self._webhook.path

    def takes_file(self, name: str, size: int) -> bool:
        """Whether a file (`size` in bytes) can be sent as one; any other goes as a link."""
        return zalo_oa_messages.takes_file(name, size)

    async def start(self) -> None:
        """Take up the keys. Without them events still come in, and messages fail with a reason."""
        await self.oauth.start()
        await self._look_after_keys()

    async def receive(self, accept: Accept) -> None:
        """Take events until cancelled, and keep the keys fresh meanwhile."""
        self._webhook.open(accept)
        try:
            while True:
                await asyncio.sleep(KEYS_LOOKED_AT)
                await self._look_after_keys()
        finally:
            self._webhook.shut()

    async def read(self, unit: Unit, incoming: Incoming, row_id: int) -> Heard:
        """What a kept event means, inside its unit of work."""
        return await zalo_oa_reading.read(unit, incoming, row_id, self.bot.id)

    async def fetch(self, file_id: str) -> str:
        """Bring a file that somebody sent into the file store; its digest; raises `Refusal`."""
        return await zalo_files.fetch(file_id, self._files, self._settings.api_base)

    async def way(self, unit: Unit, parcel: Parcel) -> Way | Outcome:
        """The cheapest way that is open and within the budget, or why there is none."""
        return await self._ways.way(unit, parcel)

    async def by_phone(self, unit: Unit, person_id: int) -> str | None:
        """The chat of a person who is only known by telephone number."""
        return await self._ways.chat_by_phone(unit, person_id)

    async def send(self, call: TelegramMethod[Any], way: Way = FREE, done: int = 0) -> Outcome:
        """Make one call; a long text leaves in parts, one by one."""
        with going_out():
            return await self._session.deliver(call, way, done)

    async def stop(self) -> None:
        """Finish a refresh of the keys that is under way, then close the connections."""
        await self.oauth.close()
        await self.bot.session.close()

    async def _look_after_keys(self) -> None:
        try:
            await self.oauth.token()
        except TokenError as error:
            log.error("the Official Account has no access token: %s", error)


def _bot_token(oa_id: str, app_secret: str) -> str:
    """What aiogram takes for a token; no key of Zalo's is in it."""
    number = oa_id
    if not (number.isascii() and number.isdecimal()):
        number = str(int(hashlib.sha256(oa_id.encode()).hexdigest()[:12], 16))
    return f"{number}:{derived(app_secret, 'zalo oa session')}"
