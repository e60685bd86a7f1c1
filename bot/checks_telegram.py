"""Telegram: whether it can be reached from here, and knows the token."""

import aiohttp

from bot.finding import PATIENCE, Finding
from bot.settings import Settings


async def telegram(settings: Settings) -> list[Finding]:
    """Nothing to say where the school uses other messengers only."""
    if not settings.telegram_token:
        return [] if settings.has_messenger else [Finding(False, "doctor-no-token")]
    url = f"{settings.telegram_api_base.rstrip('/')}/bot{settings.telegram_token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as http,
            http.get(url) as response,
        ):
            told = await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return [Finding(False, "doctor-telegram-unreachable")]
    if not isinstance(told, dict) or not told.get("ok"):
        code = told.get("error_code", 0) if isinstance(told, dict) else 0
        return [Finding(False, "doctor-token-bad", {"code": code})]
    return [Finding(True, "doctor-telegram", {"name": told["result"].get("username", "")})]
