"""The one call of Zalo's OAuth: a refresh token, or an administrator's code, for a new pair."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.channels.untrusted_json import harmless

PATIENCE = 20.0  # seconds
PATH = "/v4/oa/access_token"
RATE_LIMIT = -32
USUAL_SECONDS = 90_000
LEAST_SECONDS, MOST_SECONDS = 60, 30 * 86_400


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom we ask and who we are."""

    base: str
    app_id: str
    app_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Granted:
    """A new pair; the access token is good for `seconds`."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    seconds: int


@dataclass(frozen=True, slots=True)
class RefusedPair:
    """No, and no again tomorrow; which numbers mean what is documented nowhere."""

    code: int


@dataclass(frozen=True, slots=True)
class NotNow:
    """Nobody was there, or nobody understood the answer."""

    reason: str


Answer = Granted | RefusedPair | NotNow


async def ask_new_pair(asked: Asked, refresh_token: str) -> Answer:
    """Use up the refresh token; never raises for a failed call."""
    return await _ask(asked, {"grant_type": "refresh_token", "refresh_token": refresh_token})


async def ask_first_pair(asked: Asked, code: str, verifier: str) -> Answer:
    """Use up the code that the consent page sent back; `verifier` belongs to the challenge that is
    entered in the console. Never raises for a failed call."""
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    return await _ask(asked, form)


async def _ask(asked: Asked, form: dict[str, str]) -> Answer:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session,
            session.post(
                asked.base + PATH,
                data={"app_id": asked.app_id, **form},
                headers={"secret_key": asked.app_secret},
                allow_redirects=False,
            ) as response,
        ):
            status, raw = response.status, await response.read()
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        return NotNow(type(error).__name__)
    try:
        told = harmless(raw)
    except ValueError:
        return NotNow(f"HTTP {status}, no JSON")
    return _read(status, told if isinstance(told, dict) else {})


def _read(status: int, told: dict[str, Any]) -> Answer:
    access: Any = told.get("access_token")
    refresh: Any = told.get("refresh_token")
    if _is_token(access) and _is_token(refresh):
        return Granted(access, refresh, _seconds(told.get("expires_in")))
    code = _number(told.get("error"))
    if status >= 500 or code in (None, 0, RATE_LIMIT):
        return NotNow(f"HTTP {status}, error {code}")
    return RefusedPair(code or 0)


def _is_token(told: Any) -> bool:
    """Whether it can stand in a header."""
    return isinstance(told, str) and told.isascii() and told.isprintable() and bool(told.strip())


def _seconds(told: Any) -> int:
    seconds = _number(told)
    if seconds is None or not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        return USUAL_SECONDS
    return seconds


def _number(told: Any) -> int | None:
    try:
        return int(told)
    except (TypeError, ValueError, OverflowError):
        return None
