"""Calls of the Zalo Bot API. The token stands in every address, so no error may show one.

What a call comes to is told by the body's `ok` and `error_code`; the HTTP status counts only where
the body is no JSON, since Zalo sends errors with 200 as well.
"""

from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from bot.channels.untrusted_json import harmless

PATIENCE = 30.0  # seconds for one call
CONNECTING = 10.0
KEPT_OPEN = 3.0  # an idle connection is not used again later, when the other side may have left it
NOT_JSON = "not-json"


class ZaloBotError(Exception):
    """A call that did not succeed."""


class RefusedError(ZaloBotError):
    """Zalo says no: its `code` (its HTTP status where the body was no JSON) and `description`."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description = code, description

    @property
    def is_json(self) -> bool:
        """Whether the refusal is Zalo's own, and not of something on the way."""
        return self.description != NOT_JSON


class NotConnectedError(ZaloBotError):
    """Nothing has left this machine."""


class LostError(ZaloBotError):
    """The call was made and its answer did not come: nobody knows."""


class ZaloBotClient:
    """One bot's client; `base` is the API's address, `patience` seconds for one call."""

    def __init__(self, token: str, base: str, patience: float = PATIENCE) -> None:
        self._token = token.strip()
        self._base = base.rstrip("/")
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return f"<ZaloBotClient of {self._base}>"

    async def call(
        self, method: str, body: dict[str, Any] | None = None, *, seconds: float | None = None
    ) -> Any:
        """The `result` of one method, within `seconds`; raises `ZaloBotError`."""
        answer = await self._post(method, body or {}, seconds or self._patience)
        if isinstance(answer, ZaloBotError):
            raise answer  # here, where no address hangs on to it
        status, raw = answer
        try:
            told = harmless(raw)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise RefusedError(status, NOT_JSON)
        if told.get("ok") is True:
            return told.get("result")
        raise RefusedError(_code(told, status), self._redacted(str(told.get("description", ""))))

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post(
        self, method: str, body: dict[str, Any], seconds: float
    ) -> tuple[int, bytes] | ZaloBotError:
        address = f"{self._base}/bot{quote(self._token, safe=':')}/{method}"
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=min(CONNECTING, seconds))
        try:
            async with self._open().post(
                URL(address, encoded=True), json=body, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, ValueError):
            return NotConnectedError("no connection")
        except TimeoutError:
            return LostError("no answer in time")
        except aiohttp.ClientError as error:
            return LostError(type(error).__name__)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN)
            self._session = aiohttp.ClientSession(connector=connector)
        return self._session

    def _redacted(self, text: str) -> str:
        for shown in (self._token, quote(self._token, safe=":"), self._token.partition(":")[2]):
            text = text.replace(shown, "…") if shown else text
        return text


def _code(told: dict[str, Any], status: int) -> int:
    try:
        return int(told.get("error_code") or status)
    except (TypeError, ValueError, OverflowError):
        return status
