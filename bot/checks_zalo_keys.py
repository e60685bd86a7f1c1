"""The Official Account: whether the settings are complete, the keys open it, and whose it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.beside_the_bot import current_database
from bot.channels.zalo_bot_events import identifier, mapping, words
from bot.channels.zalo_oa_client import OaError
from bot.channels.zalo_oauth import TokenError
from bot.cli_database import clock_of
from bot.finding import Finding
from bot.settings import Settings
from bot.zalo_account import official_account, trouble
from services.channel_watch import BEFORE
from storage import channel_tokens
from storage.tables import ChannelToken

CHANNEL = "zalo_oa"
NEEDED = ("zalo_app_id", "zalo_app_secret", "zalo_oa_id", "public_url")


def missing(settings: Settings) -> list[str]:
    """The settings that an Official Account needs and that are empty."""
    return [name.upper() for name in NEEDED if not getattr(settings, name)]


def is_wanted(settings: Settings) -> bool:
    """Whether the school has begun to set one up."""
    return bool(settings.zalo_app_id or settings.zalo_app_secret or settings.zalo_oa_id)


async def zalo_keys(settings: Settings) -> list[Finding]:
    """Nothing to say where the school has no Official Account."""
    if not is_wanted(settings):
        return []
    if empty := missing(settings):
        return [Finding(False, "doctor-oa-missing", {"names": ", ".join(empty)})]
    async with current_database(settings) as database:
        if database is None:
            return []
        clock = clock_of(settings)
        async with official_account(settings, database, clock) as client:
            try:
                found = about(mapping(await client.get("/v2.0/oa/getoa")), settings)
            except (OaError, TokenError) as error:
                found = [trouble(error)]
        kept = await database.run(lambda session: channel_tokens.get(session, CHANNEL))
    if kept is None:
        return [Finding(False, "doctor-oa-no-keys")]
    return found + _end(kept, clock.now(), settings)


def about(account: Mapping[str, Any], settings: Settings) -> list[Finding]:
    """What the account says of itself."""
    id = identifier(account.get("oa_id"))
    name = words(account.get("name")) or "?"
    if id and id != settings.zalo_oa_id:
        values = {"name": name, "id": id, "ours": settings.zalo_oa_id}
        return [Finding(False, "doctor-oa-other", values)]
    values = {"name": name, "package": words(account.get("package_name")) or "?"}
    found = [Finding(True, "doctor-oa", values)]
    if account.get("is_verified") is False:
        found.append(Finding(False, "doctor-oa-unverified"))
    if "linked_ZCA" in account and not account["linked_ZCA"]:
        found.append(Finding(False, "doctor-oa-no-cloud"))
    return found


def _end(kept: ChannelToken, now: datetime, settings: Settings) -> list[Finding]:
    if kept.refused_at is not None:
        return []  # told already
    until = kept.refresh_until.astimezone(settings.zone).strftime("%d/%m/%Y")
    good = kept.refresh_until - now > BEFORE
    return [Finding(good, "doctor-oa-keys" if good else "doctor-oa-keys-end", {"until": until})]
