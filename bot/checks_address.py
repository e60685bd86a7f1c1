"""The public address, at which messengers bring events and people open links; and the clock."""

import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp

from bot.beside_the_bot import may_run
from bot.finding import PATIENCE, Finding
from bot.settings import Settings
from bot.web.server import HEALTH, PROGRAM

SKEW = 30.0  # seconds


async def public_address(settings: Settings) -> list[Finding]:
    """Whether it is one that messengers take, and leads to this program."""
    url = settings.public_url.rstrip("/")
    if not url:
        found = [Finding(True, "doctor-polling")]
        if settings.zalo_bot_token:
            found.append(Finding(False, "doctor-no-address"))
        return found
    if not url.startswith("https://") and _asks_for_https(settings):
        return [Finding(False, "doctor-address-not-https", {"url": url})]
    if settings.zalo_app_id and url.startswith("https://") and urlsplit(url).port is not None:
        return [Finding(False, "doctor-address-port", {"url": url})]
    return [await _reached(settings, url)]


async def clock(settings: Settings) -> list[Finding]:
    """Whether this machine's clock agrees with a messenger's."""
    bases = (
        (settings.telegram_token, settings.telegram_api_base),
        (settings.zalo_bot_token, settings.zalo_api_base),
        (settings.zalo_app_id, settings.zalo_oa_api_base),
    )
    for is_used, base in bases:
        skew = await _skew(base) if is_used else None
        if skew is None:
            continue
        if skew > SKEW:
            return [Finding(False, "doctor-clock-skew", {"seconds": round(skew)})]
        return [Finding(True, "doctor-clock")]
    return []


def _asks_for_https(settings: Settings) -> bool:
    """Real messengers do; one that is played on a network of one's own does not."""
    bases = (
        (settings.telegram_token, settings.telegram_api_base),
        (settings.zalo_bot_token, settings.zalo_api_base),
        (settings.zalo_app_id, settings.zalo_oa_api_base),
    )
    return any(base.startswith("https://") for is_used, base in bases if is_used)


async def _reached(settings: Settings, url: str) -> Finding:
    try:
        told = await _ask(url + HEALTH)
    except aiohttp.ClientConnectorCertificateError:
        return Finding(False, "doctor-address-certificate", {"url": url})
    except (aiohttp.ClientError, TimeoutError, ValueError):
        told = None
    if told == PROGRAM:
        return Finding(True, "doctor-address", {"url": url})
    if not may_run(settings):
        return Finding(False, "doctor-address-bot-rests", {"url": url})
    try:
        here = await _ask(f"http://127.0.0.1:{settings.webhook_port}{HEALTH}")
    except (aiohttp.ClientError, TimeoutError, ValueError):
        here = None
    values = {"url": url, "port": str(settings.webhook_port)}
    if here != PROGRAM:
        return Finding(False, "doctor-address-nobody-listens", values)
    key = "doctor-address-closed" if told is None else "doctor-address-other"
    return Finding(False, key, values)


async def _ask(url: str) -> str:
    """Who answers there: the program's name, or "" for something else."""
    async with (
        aiohttp.ClientSession(timeout=PATIENCE) as http,
        http.get(url) as response,
    ):
        text = await response.text(errors="replace")
    return PROGRAM if response.status == 200 and text.strip() == PROGRAM else ""


async def _skew(base: str) -> float | None:
    """Seconds by which our clock is off; None where nobody says the time."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as http,
            http.get(base, allow_redirects=False) as response,
        ):
            date = parsedate_to_datetime(response.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        return None
    return abs(date.timestamp() - time.time())
