"""The Official Account as a command reaches it, beside a running bot or in its absence.

A refresh token is good once. While a bot runs it alone renews the pair, and a command only uses
the access token that is kept; where none runs, a command renews as the bot would, and keeps what
it was given before it is used.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.beside_the_bot import may_run
from bot.channels.zalo_oa_client import (
    OaError,
    OaFullError,
    OaRefusedError,
    ZaloOaClient,
)
from bot.channels.zalo_oauth import TokenError, TokenLaterError, TokenRefusedError, ZaloOAuth
from bot.finding import Finding
from bot.settings import Settings
from services.clock import Clock
from storage.database import Database

HINTS = {
    -204: "account",
    -205: "account",
    -209: "app",
    -212: "app",
    -219: "app",
    -223: "consent",
    -221: "verify",
    -224: "package",
    -242: "secret",
    -320: "cloud",
    -321: "cloud",
    -136: "cloud",
    -137: "cloud",
    -109: "template",
    -117: "template",
    -120: "verify",
    -135: "verify",
    -138: "app",
}


class KeptKeys(ZaloOAuth):
    """Only what is in the database; renewing is left to the bot."""

    async def token(self) -> str:
        """The access token that is kept; raises `TokenError`."""
        pair = await self._kept()
        if pair.until <= self._clock.now():
            raise TokenLaterError("the running bot renews it")
        return pair.access

    async def renew(self, used: str) -> str:
        """Never."""
        raise TokenLaterError("the running bot renews it")


def keys_of(settings: Settings, database: Database, clock: Clock) -> ZaloOAuth:
    """The keeper of the keys that suits the moment; `start` it unless it only reads."""
    kind = KeptKeys if may_run(settings) else ZaloOAuth
    return kind(
        database,
        clock,
        base=settings.zalo_oauth_base,
        app_id=settings.zalo_app_id,
        app_secret=settings.zalo_app_secret,
        first=(settings.zalo_oa_access_token, settings.zalo_oa_refresh_token),
    )


@asynccontextmanager
async def official_account(
    settings: Settings, database: Database, clock: Clock, keys: ZaloOAuth | None = None
) -> AsyncIterator[ZaloOaClient]:
    """The account's client, with `keys` or those that suit the moment."""
    if keys is None:
        keys = keys_of(settings, database, clock)
        if not isinstance(keys, KeptKeys):
            await keys.start()
    client = ZaloOaClient(keys, settings.zalo_oa_api_base, settings.zalo_zbs_api_base)
    try:
        yield client
    finally:
        await client.close()
        await keys.close()


def trouble(error: OaError | TokenError) -> Finding:
    """What a call that failed says of the account, and what to do."""
    if isinstance(error, TokenRefusedError):
        return Finding(False, "doctor-oa-keys-refused")
    if isinstance(error, TokenError):
        return Finding(False, "doctor-oa-keys-later")
    if isinstance(error, OaFullError):
        return Finding(False, "doctor-oa-busy")
    if isinstance(error, OaRefusedError):
        values = {"code": str(error.code), "hint": HINTS.get(error.code, "other")}
        return Finding(False, "doctor-oa-error", values)
    return Finding(False, "doctor-oa-unreachable")
