"""`solienlac zalo connect`: the Official Account's first keys into the database, and what is left.

A code and a refresh token are good once, so what they give is kept before anything else is tried.
No key is ever shown, and none has to be typed where a history keeps it.
"""

import argparse
import asyncio
import getpass
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.zalo_bot_events import mapping
from bot.channels.zalo_oa_client import OaError
from bot.channels.zalo_oauth import ACCESS, REFRESH, TokenError, ZaloOAuth, mark_of
from bot.channels.zalo_oauth_call import Asked, Granted, RefusedPair, ask_first_pair
from bot.checks_zalo_keys import CHANNEL, about
from bot.cli_ask import confirmed
from bot.cli_database import clock_of, place, require_current
from bot.cli_text import Text, current
from bot.cli_zalo_webhook import addresses
from bot.finding import Finding
from bot.settings import Settings
from bot.zalo_account import official_account, trouble
from services.access import CONSOLE
from services.clock import Clock
from services.errors import Refusal
from services.unit import Unit
from storage import channel_tokens
from storage.database import Database

OPEN, HIDDEN = "zalo-ask-open", "zalo-ask-hidden"
IDS = ("app_id", "oa_id")


@dataclass(frozen=True, slots=True)
class _Account:
    app_id: str
    oa_id: str
    app_secret: str = field(repr=False)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be told; what is left out is asked for, or taken from the settings."""
    text = current()
    parser.add_argument("--app-id", help=text("zalo-help-app-id"))
    parser.add_argument("--app-secret", help=text("zalo-help-app-secret"))
    parser.add_argument("--oa-id", help=text("zalo-help-oa-id"))
    parser.add_argument("--access-token", default="", help=text("zalo-help-access-token"))
    parser.add_argument("--refresh-token", help=text("zalo-help-refresh-token"))
    parser.add_argument("--code", help=text("zalo-help-code"))
    parser.add_argument("--verifier", default="", help=text("zalo-help-verifier"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Keep the pair, try it, say what to write where; 1 where Zalo does not take it."""
    text = current()
    asyncio.run(require_current(settings))
    account = _Account(
        app_id=_told(text, "ZALO_APP_ID", args.app_id or settings.zalo_app_id),
        oa_id=_told(text, "ZALO_OA_ID", args.oa_id or settings.zalo_oa_id),
        app_secret=_told(text, "ZALO_APP_SECRET", args.app_secret or settings.zalo_app_secret),
    )
    access, refresh = args.access_token, args.refresh_token or ""
    if not args.code and not refresh:
        refresh = _told(text, "Refresh Token", settings.zalo_oa_refresh_token)
        if not access and refresh == settings.zalo_oa_refresh_token:
            access = settings.zalo_oa_access_token
    values = {"place": place(settings), "app": account.app_id, "oa": account.oa_id}
    print(text("zalo-connect-would", **values))
    if not confirmed(text, yes=args.yes, question=text("zalo-connect-question")):
        raise Refusal("cli-declined")
    told = settings.model_copy(
        update={
            "zalo_app_id": account.app_id,
            "zalo_oa_id": account.oa_id,
            "zalo_app_secret": account.app_secret,
        }
    )
    pair = (access, refresh)
    findings = asyncio.run(_connect(settings, told, pair, args.code, args.verifier))
    for finding in findings:
        print(text(finding.key, **finding.values))
    for line in _what_is_left(settings, told, text):
        print(line)
    return 0 if all(finding.good for finding in findings) else 1


def _told(text: Text, name: str, value: str) -> str:
    """A value that was told, or else is asked for; keys are not shown while they are typed."""
    if value:
        return value.strip()
    if not sys.stdin.isatty():
        raise Refusal("zalo-connect-missing", name=name)
    ask = partial(input) if name.endswith("_ID") else getpass.getpass
    answer = ask(text(OPEN if name.endswith("_ID") else HIDDEN, name=name) + " ").strip()
    if not answer:
        raise Refusal("zalo-connect-missing", name=name)
    return answer


async def _connect(
    settings: Settings, told: Settings, pair: tuple[str, str], code: str | None, verifier: str
) -> list[Finding]:
    clock, lasts = clock_of(settings), ACCESS
    if code:
        asked = Asked(told.zalo_oauth_base.rstrip("/"), told.zalo_app_id, told.zalo_app_secret)
        granted = await ask_first_pair(asked, code, verifier)
        if isinstance(granted, RefusedPair):
            raise Refusal("zalo-code-refused", code=str(granted.code))
        if not isinstance(granted, Granted):
            raise Refusal("zalo-code-later", why=granted.reason)
        pair, lasts = (granted.access, granted.refresh), timedelta(seconds=granted.seconds)
    async with Database(settings.url) as database:
        await database.run(lambda s: _keep(s, settings, clock, pair, lasts))
        return await _tried(told, database, clock)


async def _keep(
    session: AsyncSession, settings: Settings, clock: Clock, pair: tuple[str, str], lasts: timedelta
) -> None:
    """Keep the pair; one that still stands in the settings shall not replace it at the start."""
    unit = Unit(session, clock.now(), settings.zone, actor=CONSOLE)
    in_settings = (settings.zalo_oa_access_token, settings.zalo_oa_refresh_token)
    await channel_tokens.begin(
        session,
        CHANNEL,
        access_token=pair[0],
        refresh_token=pair[1],
        access_until=unit.now + (lasts if pair[0] else timedelta()),
        refresh_until=unit.now + REFRESH,
        first=mark_of(in_settings if in_settings[1] else pair),
        now=unit.now,
    )
    unit.audit("channel.connected", f"channel:{CHANNEL}")
    await unit.finish()


async def _tried(told: Settings, database: Database, clock: Clock) -> list[Finding]:
    """Who the account says it is; a pair that is renewed on the way is kept."""
    keys = ZaloOAuth(
        database,
        clock,
        base=told.zalo_oauth_base,
        app_id=told.zalo_app_id,
        app_secret=told.zalo_app_secret,
    )
    async with official_account(told, database, clock, keys) as client:
        try:
            return about(mapping(await client.get("/v2.0/oa/getoa")), told)
        except (OaError, TokenError) as error:
            return [trouble(error)]


def _what_is_left(settings: Settings, told: Settings, text: Text) -> list[str]:
    """The lines for .env that are not there yet, and the address for Zalo's console."""
    lines = [
        f"ZALO_{name.upper()}={getattr(told, f'zalo_{name}')}"
        for name in IDS
        if getattr(settings, f"zalo_{name}") != getattr(told, f"zalo_{name}")
    ]
    if settings.zalo_app_secret != told.zalo_app_secret:
        lines.append(f"ZALO_APP_SECRET={text('zalo-env-secret')}")
    if not settings.public_url:
        lines.append("PUBLIC_URL=https://…")
    head = [text("zalo-env-head"), *(f"  {line}" for line in lines)] if lines else []
    if settings.zalo_oa_refresh_token:
        head.append(text("zalo-env-clear"))
    hooks = addresses(told, text) if settings.public_url else []
    return [*head, *hooks, text("zalo-connect-next")]
