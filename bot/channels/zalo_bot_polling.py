"""Fetching the Zalo Bot's updates, one a call, where there is no public address: for a trial.

Zalo confirms nothing: some servers give the last update again at every call, others give each only
to whoever listens in that moment. So after something new we listen again at once, and otherwise
not more than once a second; what comes twice is known by its key.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from bot.channels.back_off import BackOff
from bot.channels.base import Accept
from bot.channels.zalo_bot_client import RefusedError, ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_events import Event, events_of
from storage.inbox import Incoming

POLL_SECONDS = 30
LONGER = 12.0  # seconds that an answer may take beyond that
REST = 1.0  # seconds from one call that brought nothing new to the next
REMEMBERED = 500


class Polling:
    """`incoming` makes an inbox entry of an event."""

    def __init__(self, client: ZaloBotClient, incoming: Callable[[Event], Incoming]) -> None:
        self._client = client
        self._incoming = incoming
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._back_off = BackOff("Zalo Bot")

    async def run(self, accept: Accept) -> None:
        """Hand over updates until cancelled."""
        webhook_gone = False
        while True:
            begun = asyncio.get_running_loop().time()
            try:
                if not webhook_gone:
                    await self._end_webhook()
                    webhook_gone = True
                is_new = await self._poll(accept)
            except ZaloBotError as error:
                code = error.code if isinstance(error, RefusedError) else 0
                webhook_gone = webhook_gone and code != 400  # a webhook may have come back
                why = f"{type(error).__name__} {code or ''}".strip()
                await self._back_off.wait(why, least=30.0 if code == 429 else 0.0)
                continue
            self._back_off.over()
            if not is_new:
                passed = asyncio.get_running_loop().time() - begun
                await asyncio.sleep(max(0.0, REST - passed))

    async def _end_webhook(self) -> None:
        """Zalo gives nothing to those who ask while it has an address to bring it to."""
        try:
            await self._client.call("deleteWebhook")
        except RefusedError as error:
            if error.code != 404:  # there was none
                raise

    async def _poll(self, accept: Accept) -> bool:
        """Ask once; whether anything came that was not seen lately."""
        try:
            told = await self._client.call(
                "getUpdates", {"timeout": POLL_SECONDS}, seconds=POLL_SECONDS + LONGER
            )
        except RefusedError as error:
            if error.code == 408 and error.is_json:
                return False
            raise
        arrived = [self._incoming(event) for event in events_of(told)]
        if not arrived:
            return False
        await accept(arrived)
        fresh = [one.key for one in arrived if one.key not in self._seen]
        self._seen.update(dict.fromkeys(fresh))
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return bool(fresh)
