"""The Official Account's server: what its calls, its templates and its webhook share."""

import time
from collections import Counter
from typing import Any

from aiohttp import web

from sandbox.store import Json
from sandbox.zalo import notify
from sandbox.zalo.oa_console import changed_console, read_console
from sandbox.zalo.oa_courier import Courier
from sandbox.zalo.oa_errors import OLD_TOKEN, OaError, invalid
from sandbox.zalo.oa_ledger import Ledger
from sandbox.zalo.oa_options import OaOptions, ZbsOptions
from sandbox.zalo.oa_uploads import Uploads
from sandbox.zalo.oauth import Tokens
from sandbox.zalo.state import ZALO_OA, Conversation, ZaloMessage
from sandbox.zalo.world import ZaloWorld
from sandbox.zalo.zbs_receipts import Receipts
from sandbox.zalo.zbs_templates import Templates

RATE_SECONDS = 60


class OaServer:
    """One app, one Official Account."""

    def __init__(self, zalo: ZaloWorld) -> None:
        """Read back what an earlier run left."""
        self.zalo = zalo
        self.console = read_console(zalo.store)
        self.tokens = Tokens(zalo.store, zalo.clock)
        self.ledger = Ledger(zalo.store, zalo.clock)
        self.uploads = Uploads(zalo.store, zalo.clock)
        self.templates = Templates(zalo.store)
        self.courier = Courier(zalo, self.console)
        self.receipts = Receipts(zalo.store)
        self.reactions: Counter[str] = Counter()
        self._minute = -1
        self._calls = 0

    @property
    def options(self) -> OaOptions:
        """The switches of the account."""
        return self.zalo.options(OaOptions)

    @property
    def zbs_options(self) -> ZbsOptions:
        """The switches of templates by phone."""
        return self.zalo.options(ZbsOptions)

    def start(self) -> None:
        """Open the account, and go on with events that are owed."""
        self.zalo.called(ZALO_OA, self.console.oa_id)
        self.courier.start()

    def configure(self, wish: Json) -> None:
        """Take new entries of the console; raises ConsoleError."""
        self.console = self.courier.console = changed_console(self.console, wish)
        self.zalo.store.put("zalo_oa", "console", self.console)
        self.zalo.called(ZALO_OA, self.console.oa_id)

    def check_token(self, token: str, unknown: int, old: int = OLD_TOKEN) -> None:
        """Raise OaError with one of the two codes unless an access token is good."""
        good = self.tokens.access(token)
        if not good:
            raise OaError(unknown if good is None else old)

    def count_call(self) -> tuple[int, int]:
        """Count a call of the app in this minute; the limit and what remains, below 0 if over."""
        minute = int(time.monotonic() // RATE_SECONDS)
        if minute != self._minute:
            self._minute, self._calls = minute, 0
        limit = self.options.calls_per_minute
        self._calls += 1
        return limit, limit - self._calls

    def now_ms(self) -> str:
        """The time as every event and answer has it: milliseconds, as a text."""
        return str(round(self.zalo.clock.unix() * 1000))

    def user(self, user_id: object) -> Conversation:
        """The conversation with a user of this account; raises OaError -201."""
        found = None
        if isinstance(user_id, str):
            found = self.zalo.by_native(ZALO_OA, self.console.oa_id, user_id)
        if found is None or found.person not in self.zalo.people.all:
            raise invalid("user_id")
        return found

    def show(self, conv: Conversation, **content: Any) -> ZaloMessage:
        """Put a message of the account on a phone; `content` are fields of ZaloMessage."""
        message = self.zalo.add_message(conv, mine=False, **content)
        notify.message(self.zalo, conv, message)
        self.zalo.stats.message()
        return message


OA: web.AppKey[OaServer] = web.AppKey("zalo_oa", OaServer)
