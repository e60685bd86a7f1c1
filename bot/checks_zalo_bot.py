"""The Zalo Bot: its token, the address to which events are brought, what the free plan leaves."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.beside_the_bot import current_database, may_run
from bot.channels.zalo_bot_client import RefusedError, ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_events import mapping, words
from bot.channels.zalo_bot_webhook import webhook_path
from bot.cli_database import clock_of
from bot.finding import Finding
from bot.settings import Settings
from storage import spending
from storage.tables import MessengerContact

CHANNEL = "zalo_bot"
USERS = 50  # of the free plan
FULL = 0.9  # from here on notices wait
SECONDS = 10.0
NOT_THERE = (400, 404)


async def zalo_bot(settings: Settings) -> list[Finding]:
    """Nothing to say where the school has no Zalo Bot."""
    if not settings.zalo_bot_token:
        return []
    client = ZaloBotClient(settings.zalo_bot_token, settings.zalo_api_base, SECONDS)
    try:
        found = await _token(client)
        if all(finding.good for finding in found):
            found += await _webhook(client, settings)
    finally:
        await client.close()
    return found + await _plan(settings)


async def _token(client: ZaloBotClient) -> list[Finding]:
    try:
        me = mapping(await client.call("getMe"))
    except RefusedError as error:
        if error.code in (401, 404):
            return [Finding(False, "doctor-zalo-token-bad", {"code": str(error.code)})]
        return [Finding(False, "doctor-zalo-error", {"code": str(error.code)})]
    except ZaloBotError:
        return [Finding(False, "doctor-zalo-unreachable")]
    name = words(me.get("display_name")) or words(me.get("account_name")) or "?"
    return [Finding(True, "doctor-zalo-bot", {"name": name})]


async def _webhook(client: ZaloBotClient, settings: Settings) -> list[Finding]:
    """Whether Zalo brings events to us, or else whether we may fetch them."""
    try:
        set_to = words(mapping(await client.call("getWebhookInfo")).get("url"))
    except RefusedError as error:
        if error.code != 404:
            return [Finding(False, "doctor-zalo-error", {"code": str(error.code)})]
        set_to = ""
    except ZaloBotError:
        return [Finding(False, "doctor-zalo-unreachable")]
    ours = settings.public_url.rstrip("/")
    if not ours.startswith("https://") and settings.zalo_api_base.startswith("https://"):
        ours = ""  # Zalo brings nothing there, so that the bot fetches
    if not ours:
        return [Finding(not set_to, "doctor-zalo-hook-elsewhere" if set_to else "doctor-zalo-poll")]
    if set_to != ours + webhook_path(settings.zalo_bot_token):
        if not set_to or not may_run(settings):
            return [Finding(False, "doctor-zalo-hook-none")]
        return [Finding(False, "doctor-zalo-hook-other")]
    return await _tried(client)


async def _tried(client: ZaloBotClient) -> list[Finding]:
    """What comes of it when Zalo calls our address."""
    try:
        told = await client.call("testWebhook")
    except RefusedError as error:
        if error.code in NOT_THERE:
            return [Finding(True, "doctor-zalo-hook-untried")]
        return [Finding(False, "doctor-zalo-error", {"code": str(error.code)})]
    except ZaloBotError:
        return [Finding(False, "doctor-zalo-unreachable")]
    tried: Any = mapping(told)
    tried = mapping(tried.get("verification")) or tried
    if tried.get("ok") is False:
        outcome = words(tried.get("outcome"))[:60] or "?"
        hint = "blocked" if outcome.rpartition(".")[2] in ("403", "503") else "other"
        return [Finding(False, "doctor-zalo-hook-bad", {"outcome": outcome, "hint": hint})]
    return [Finding(True, "doctor-zalo-hook")]


async def _plan(settings: Settings) -> list[Finding]:
    """Messages of this month and people, as far as we know them."""
    start = _month_start(settings)

    async def count(session: AsyncSession) -> tuple[int, int]:
        people = select(func.count()).where(
            MessengerContact.channel == CHANNEL, MessengerContact.is_group.is_(False)
        )
        messages = await spending.messages_since(session, CHANNEL, start)
        return messages, int(await session.scalar(people) or 0)

    async with current_database(settings) as database:
        if database is None:
            return []
        messages, people = await database.run(count)
    found = []
    if most := settings.zalo_bot_monthly:
        good = messages < FULL * most
        key = "doctor-zalo-month" if good else "doctor-zalo-month-full"
        found.append(Finding(good, key, {"messages": messages, "most": most}))
    good = people < USERS
    key = "doctor-zalo-people" if good else "doctor-zalo-people-full"
    found.append(Finding(good, key, {"people": people, "most": USERS}))
    return found


def _month_start(settings: Settings) -> datetime:
    local = clock_of(settings).now().astimezone(settings.zone)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
