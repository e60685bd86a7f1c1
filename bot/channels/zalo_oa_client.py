"""Calls of the Official Account's API and of templates by phone number.

What a call comes to is told by `error` in the body, since every refusal comes with HTTP 200. The
access token goes in a header of its own; no error that is raised here shows one.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.channels.untrusted_json import harmless
from bot.channels.zalo_oauth import ZaloOAuth

log = logging.getLogger(__name__)
PATIENCE = 30.0  # seconds for one call
CONNECTING = 10.0
KEPT_OPEN = 3.0  # an idle connection is not used again later, when the other side may have left it
STALE_TOKEN = (-216, -220, -124)
REMAIN = "X-RateLimit-Remain"
MINUTE = 60.0  # seconds for which the limit of calls is reckoned


class OaError(Exception):
    """A call that did not succeed."""


class OaRefusedError(OaError):
    """Zalo says no, by a number; its words are not kept, they may name people."""

    def __init__(self, code: int) -> None:
        super().__init__(f"error {code}")
        self.code = code


class OaNotConnectedError(OaError):
    """Nothing has left this machine."""


class OaLostError(OaError):
    """The call was made and its answer did not come, or is none: nobody knows."""


class OaFullError(OaError):
    """The minute's calls are used up; `wait` seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__("the minute's calls are used up")
        self.wait = wait


Form = Callable[[], aiohttp.FormData]


class ZaloOaClient:
    """`base` is the account's API, `zbs_base` that of templates by phone."""

    def __init__(
        self, oauth: ZaloOAuth, base: str, zbs_base: str, patience: float = PATIENCE
    ) -> None:
        self._oauth = oauth
        self._base = base.rstrip("/")
        self._zbs_base = zbs_base.rstrip("/")
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None
        self._full_until = 0.0

    def __repr__(self) -> str:
        return f"<ZaloOaClient of {self._base}>"

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """The `data` of a call with a JSON body; raises `OaError` or `TokenError`."""
        return await self._call("POST", self._base + path, json=body)

    async def get(self, path: str, data: dict[str, Any] | None = None) -> Any:
        """The `data` of a call that asks; its one parameter is JSON."""
        params = {} if data is None else {"data": json.dumps(data, separators=(",", ":"))}
        return await self._call("GET", self._base + path, params=params)

    async def zbs_post(self, path: str, body: dict[str, Any]) -> Any:
        """As `post`, of templates by phone."""
        return await self._call("POST", self._zbs_base + path, json=body)

    async def zbs_get(self, path: str, params: dict[str, str] | None = None) -> Any:
        """As `get`, of templates by phone, which take plain parameters."""
        return await self._call("GET", self._zbs_base + path, params=params or {})

    async def upload(self, kind: str, name: str, content: bytes) -> Any:
        """Hand over an `image` or a `file`; the `data` of the answer."""

        def form() -> aiohttp.FormData:
            made = aiohttp.FormData()
            made.add_field("file", content, filename=name)
            return made

        return await self._call("POST", f"{self._base}/v2.0/oa/upload/{kind}", form=form)

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _call(self, verb: str, url: str, *, form: Form | None = None, **how: Any) -> Any:
        """With a token; with a fresh one if it is refused, once."""
        token = await self._oauth.token()
        try:
            return await self._once(verb, url, token, form, how)
        except OaRefusedError as error:
            if error.code not in STALE_TOKEN:
                raise
            log.info("the access token was refused (%s)", error.code)
        token = await self._oauth.renew(token)
        return await self._once(verb, url, token, form, how)

    async def _once(
        self, verb: str, url: str, token: str, form: Form | None, how: dict[str, Any]
    ) -> Any:
        wait = self._full_until - asyncio.get_running_loop().time()
        if wait > 0:
            raise OaFullError(wait)
        if form is not None:
            how = {**how, "data": form()}
        answer = await self._ask(verb, url, token, how)
        if isinstance(answer, OaError):
            raise answer  # here, where no request with its headers hangs on to it
        try:
            told = harmless(answer)
        except ValueError:
            told = None
        code = told.get("error") if isinstance(told, dict) else None
        if not isinstance(told, dict) or not isinstance(code, int | str):
            raise OaLostError("undecodable")
        try:
            number = int(code)
        except ValueError:
            raise OaLostError("undecodable") from None
        if number != 0:
            raise OaRefusedError(number)
        return told.get("data")

    async def _ask(self, verb: str, url: str, token: str, how: dict[str, Any]) -> bytes | OaError:
        timeout = aiohttp.ClientTimeout(
            total=self._patience, sock_connect=min(CONNECTING, self._patience)
        )
        try:
            async with self._open().request(
                verb,
                url,
                headers={"access_token": token},
                timeout=timeout,
                allow_redirects=False,
                **how,
            ) as response:
                raw = await response.read()
                self._reckon(response.headers.get(REMAIN, ""))
                return raw
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL):
            return OaNotConnectedError("no connection")
        except TimeoutError:
            return OaLostError("no answer in time")
        except aiohttp.ClientError as error:
            return OaLostError(type(error).__name__)

    def _reckon(self, remain: str) -> None:
        """Be silent for the rest of a minute whose calls are used up, before Zalo has to say so."""
        if remain.strip().lstrip("-").isdecimal() and int(remain) <= 0:
            self._full_until = asyncio.get_running_loop().time() + MINUTE

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN)
            jar = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=jar)
        return self._session
