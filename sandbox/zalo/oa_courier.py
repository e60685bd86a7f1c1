"""Brings events to the webhook: signed, within two seconds, else again and again for two hours.

An event that waits for its next turn holds up nobody: what comes after it may arrive before it.
Waits are in the machine's time, since the sandbox's clock may jump.
"""

import asyncio
import secrets
import time
from dataclasses import dataclass

import aiohttp

from sandbox.store import Json, dumps, loads
from sandbox.zalo.oa_console import Console
from sandbox.zalo.oa_options import OaOptions
from sandbox.zalo.oa_signature import oa_mac
from sandbox.zalo.world import ZaloWorld

LADDER = (30, 300, 900, 1800, 3600)
SIDE_BY_SIDE = 50
LABEL = "zalo_oa.webhook"


@dataclass
class OaEvent:
    """An event on its way; `lane` is the user whose events leave in order, `due` real seconds."""

    id: str
    lane: str
    text: str
    due: float
    born: float
    tried: int = 0
    server: str = ""

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


class Courier:
    """All events on the road."""

    def __init__(self, zalo: ZaloWorld, console: Console) -> None:
        """Read back what is still owed; nothing leaves before `start`."""
        self.console = console
        self._zalo = zalo
        self._owed = {k: OaEvent(**record) for k, record in zalo.store.load("zalo_oa_event")}
        self._lanes: dict[str, asyncio.Lock] = {}
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)

    @property
    def pending(self) -> int:
        """How many events are owed."""
        return len(self._owed)

    def start(self) -> None:
        """Go on with what an earlier run left, oldest first."""
        for event in sorted(self._owed.values(), key=lambda event: event.born):
            self._zalo.spawn(self._carry(event))

    def send(self, body: Json, lane: str, *, after: float = 0.0, server: str = "") -> None:
        """Put an event on its way; without an address in the console it is lost, as at Zalo's."""
        if not self.console.webhook_url:
            self._zalo.stats.call(LABEL, "no address")
            return
        now = time.time()
        event = OaEvent(secrets.token_hex(8), lane, dumps(body), now + after, now, server=server)
        self._owed[event.id] = event
        self._zalo.stats.updates += 1
        self._zalo.store.put("zalo_oa_event", event.id, event)
        self._zalo.spawn(self._carry(event))

    async def post(
        self, raw: bytes, *, signed: bool = True, retry: int = 0, server: str = ""
    ) -> int | None:
        """Post a body once; the status, or None where no answer came in time.

        Raises ValueError where the console has no address.
        """
        if not self.console.webhook_url:
            raise ValueError("the console has no webhook_url")
        options = self._zalo.options(OaOptions)
        headers = {"Content-Type": "application/json"}
        if signed:
            headers |= self._mark(raw, options)
        if retry:
            headers["num_retry"] = str(retry)
        if server:
            headers["X-ZEvent-Server"] = server
        try:
            async with self._zalo.http().post(
                self.console.webhook_url,
                data=raw,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=options.answer_seconds),
            ) as response:
                return response.status
        except (aiohttp.ClientError, TimeoutError):
            return None

    def _mark(self, raw: bytes, options: OaOptions) -> dict[str, str]:
        console, headers = self.console, {}
        if options.timestamp == "header":
            timestamp = headers["X-ZEvent-Timestamp"] = str(round(self._zalo.clock.unix() * 1000))
        else:
            timestamp = _timestamp_in(raw)
        first = console.app_id if options.signed_with == "app_id" else console.oa_id
        mac = oa_mac(first, raw, timestamp, console.webhook_secret)
        return {**headers, "X-ZEvent-Signature": f"mac={mac}"}

    async def _carry(self, event: OaEvent) -> None:
        lock = self._lanes.setdefault(event.lane, asyncio.Lock())
        raw, faults = event.text.encode("utf-8", "surrogatepass"), self._zalo.faults
        while event.tried <= len(LADDER) and self.console.webhook_url:
            if (wait := event.due - time.time()) > 0:
                await asyncio.sleep(wait)
            async with lock, self._slots:
                status = await self._attempt(event, raw)
                if status == 200 and faults.strikes(faults.p_duplicate):
                    await self._attempt(event, raw)
            if status == 200:
                break
            if event.tried < len(LADDER):
                factor = self._zalo.options(OaOptions).retry_factor
                event.due = time.time() + LADDER[event.tried] * factor
            event.tried += 1
            self._zalo.store.put("zalo_oa_event", event.id, event)
        else:
            self._zalo.stats.call(LABEL, "given up")
        self._owed.pop(event.id, None)
        self._zalo.store.drop("zalo_oa_event", event.id)

    async def _attempt(self, event: OaEvent, raw: bytes) -> int | None:
        if not self.console.webhook_url:
            return None
        status = await self.post(raw, retry=event.tried, server=event.server)
        self._zalo.stats.call(LABEL, str(status or "no answer"))
        return status


def _timestamp_in(raw: bytes) -> str:
    try:
        body = loads(raw)
    except ValueError:
        return ""
    return str(body.get("timestamp", "")) if isinstance(body, dict) else ""
