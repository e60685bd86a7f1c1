"""Pictures and files that were handed to Zalo: each once for all who get it, while Zalo keeps it.

An upload that went wrong has told nobody anything, so it may always be tried again.
"""

import asyncio
import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.channels.zalo_oa_client import OaLostError, OaNotConnectedError, ZaloOaClient
from services.clock import Clock

KEPT = timedelta(days=6)  # of the seven that Zalo keeps them
MOST = 200  # that are remembered
FIELDS = {"image": "attachment_id", "file": "token"}


@dataclass(slots=True)
class _Upload:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    id: str = ""
    until: datetime | None = None


class Uploads:
    """Hands out the ids by which messages name what was uploaded."""

    def __init__(self, client: ZaloOaClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], _Upload] = OrderedDict()

    async def id_of(self, kind: str, name: str, content: bytes) -> str:
        """The id of an `image` or `file`; raises `OaError` or `TokenError`, never `OaLostError`."""
        key = (kind, hashlib.sha256(content).hexdigest())
        upload = self._known.setdefault(key, _Upload())
        self._known.move_to_end(key)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        async with upload.lock:
            if upload.until is None or upload.until <= self._clock.now():
                upload.id = await self._upload(kind, name, content)
                upload.until = self._clock.now() + KEPT
            return upload.id

    def forget(self, kind: str, content: bytes) -> None:
        """Zalo does not have it any more."""
        self._known.pop((kind, hashlib.sha256(content).hexdigest()), None)

    async def _upload(self, kind: str, name: str, content: bytes) -> str:
        try:
            told: Any = await self._client.upload(kind, name, content)
        except OaLostError:
            raise OaNotConnectedError("an upload was lost") from None
        id = told.get(FIELDS[kind]) if isinstance(told, dict) else None
        if not isinstance(id, str) or not id:
            raise OaNotConnectedError("an upload without an id")
        return id
