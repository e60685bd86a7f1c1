"""The Official Account's keys: an access token for a day, a refresh token that is good once.

With each refresh comes a new pair and the old refresh token is dead, so the new pair is committed
before it is used, one refresh is under way at a time (here by a lock, among processes by a
conditional update), and it is never cut off in the middle. The very first pair is entered in the
settings; from then on the database keeps them. A refusal cannot be mended by trying again:
administrators are told (`services/channel_watch.py`), and a pair that is entered anew replaces it.
"""

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.zalo_oauth_call import Asked, Granted, RefusedPair, ask_new_pair
from services.clock import Clock
from services.unit import Unit
from storage import channel_tokens
from storage.database import Database, Work

log = logging.getLogger(__name__)
T = TypeVar("T")
ACCESS = timedelta(hours=25)
REFRESH = timedelta(days=90)  # "three months"
EARLY = timedelta(hours=5)  # before its end an access token is renewed, at 20 hours
LEASE = timedelta(seconds=60)
REST = 60.0  # seconds after a failed refresh, while the old access token still works
OTHERS = 25.0  # seconds for which another process may take to refresh
LOOK = 0.5


class TokenError(Exception):
    """There is no access token to be had."""


class TokenRefusedError(TokenError):
    """Not before somebody enters a new pair."""


class TokenLaterError(TokenError):
    """Not just now."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The tokens as they are used; never shown."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    until: datetime


def mark_of(pair: tuple[str, str]) -> str:
    """By what a pair that somebody entered is known again; shows nothing of it."""
    return hashlib.sha256("\0".join(pair).encode()).hexdigest()


class ZaloOAuth:
    """Hands out access tokens. `first` is the pair of the settings, empty where there is none."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        base: str,
        app_id: str,
        app_secret: str,
        first: tuple[str, str] = ("", ""),
        channel: str = "zalo_oa",
    ) -> None:
        self._database = database
        self._clock = clock
        self._ask = Asked(base.rstrip("/"), app_id, app_secret)
        self._first = (first[0].strip(), first[1].strip())
        self._channel = channel
        self._lock = asyncio.Lock()
        self._pair: Pair | None = None
        self._rest_until = 0.0
        self._unsaved: tuple[Pair, Granted] | None = None
        self._rotating: asyncio.Task[Pair] | None = None

    async def start(self) -> None:
        """Take the pair of the settings, where it is another than the one we began with.

        A refusal is forgotten: with each start it is tried once more, since what was wrong may
        have been another setting.
        """
        first = mark_of(self._first)
        now = self._clock.now()

        async def work(session: AsyncSession) -> None:
            kept = await channel_tokens.get(session, self._channel)
            if self._first[1] and (kept is None or kept.first != first):
                await channel_tokens.begin(
                    session,
                    self._channel,
                    access_token=self._first[0],
                    refresh_token=self._first[1],
                    access_until=now + ACCESS if self._first[0] else now,
                    refresh_until=now + REFRESH,
                    first=first,
                    now=now,
                )
            elif kept is not None and kept.refused_at is not None:
                await channel_tokens.give_back(session, self._channel, kept.refresh_token, now)

        await self._database.run(work)

    async def token(self) -> str:
        """An access token that works, as far as we know; raises `TokenError`."""
        known = self._pair
        if known is not None and known.until - self._clock.now() > EARLY:
            return known.access
        async with self._lock:
            pair = await self._kept()
            left = pair.until - self._clock.now()
            if left > EARLY:
                return pair.access
            try:
                return (await self._renewed(pair)).access
            except TokenError:
                if left > timedelta():
                    return pair.access
                raise

    async def renew(self, used: str) -> str:
        """Another token than `used`, which the messenger refused; raises `TokenError`."""
        async with self._lock:
            pair = await self._kept()
            if pair.access != used:
                return pair.access
            await self._in_database(
                lambda s: channel_tokens.end_access(s, self._channel, used, self._clock.now())
            )
            return (await self._renewed(pair)).access

    async def close(self) -> None:
        """Wait for a refresh that is under way: its pair must not be lost."""
        if self._rotating is not None:
            await asyncio.gather(self._rotating, return_exceptions=True)

    async def _kept(self) -> Pair:
        await self._save_unsaved()
        kept = await self._in_database(lambda s: channel_tokens.get(s, self._channel))
        if kept is None:
            raise TokenRefusedError("no pair was entered")
        self._pair = Pair(kept.access_token, kept.refresh_token, kept.access_until)
        return self._pair

    async def _in_database(self, work: Work[T]) -> T:
        """A unit of work; where the database fails there is no token just now."""
        try:
            return await self._database.run(work)
        except SQLAlchemyError as error:
            raise TokenLaterError(type(error).__name__) from None

    async def _renewed(self, pair: Pair) -> Pair:
        """The next pair; what is begun is finished, even if whoever asked for it is gone."""
        if asyncio.get_running_loop().time() < self._rest_until:
            raise TokenLaterError("a refresh has just failed")
        if self._rotating is None or self._rotating.done():
            self._rotating = asyncio.create_task(self._rotate(pair), name="refresh of tokens")
        return await asyncio.shield(self._rotating)

    async def _rotate(self, pair: Pair) -> Pair:
        now = self._clock.now()
        taken = await self._in_database(
            lambda s: channel_tokens.take(s, self._channel, pair.refresh, now, LEASE)
        )
        if not taken:
            return await self._by_others(pair)
        answer = await ask_new_pair(self._ask, pair.refresh)
        if isinstance(answer, Granted):
            self._unsaved = (pair, answer)
            await self._save_unsaved()
            return await self._kept()
        now = self._clock.now()
        if isinstance(answer, RefusedPair):
            log.error("the refresh token of %s was refused (%s)", self._channel, answer.code)
            await self._in_unit("channel.key_refused", self._refuse(pair, now), code=answer.code)
            raise TokenRefusedError("the refresh token was refused")
        log.warning("the tokens of %s could not be refreshed: %s", self._channel, answer.reason)
        self._rest_until = asyncio.get_running_loop().time() + REST
        await self._in_database(
            lambda s: channel_tokens.give_back(s, self._channel, pair.refresh, now)
        )
        raise TokenLaterError(answer.reason)

    async def _by_others(self, pair: Pair) -> Pair:
        """Another process refreshes, or the token is refused already."""
        end = asyncio.get_running_loop().time() + OTHERS
        while asyncio.get_running_loop().time() < end:
            kept = await self._in_database(lambda s: channel_tokens.get(s, self._channel))
            if kept is None or kept.refused_at is not None:
                raise TokenRefusedError("the refresh token is refused")
            if kept.refresh_token != pair.refresh:
                return await self._kept()
            if kept.changed_at <= self._clock.now():
                break  # given back
            await asyncio.sleep(LOOK)
        raise TokenLaterError("another process refreshes")

    async def _save_unsaved(self) -> None:
        """Commit a pair that we hold; until then it is not used. Raises `TokenError`."""
        if self._unsaved is None:
            return
        old, new = self._unsaved
        now = self._clock.now()

        async def work(session: AsyncSession) -> bool:
            return await channel_tokens.replace(
                session,
                self._channel,
                old.refresh,
                access_token=new.access,
                refresh_token=new.refresh,
                access_until=now + timedelta(seconds=new.seconds),
                refresh_until=now + REFRESH,
                now=now,
            )

        await self._in_unit("channel.key_renewed", work, seconds=new.seconds)
        self._unsaved = None
        log.info("the tokens of %s were refreshed", self._channel)

    def _refuse(self, pair: Pair, now: datetime) -> Work[bool]:
        return lambda s: channel_tokens.refuse(s, self._channel, pair.refresh, now)

    async def _in_unit(self, action: str, work: Work[bool], **details: int) -> None:
        """Do it, with an entry in the audit chain if it changed anything."""

        async def whole(session: AsyncSession) -> None:
            unit = Unit(session, self._clock.now(), self._clock.zone)
            if await work(session):
                unit.audit(action, f"channel:{self._channel}", **details)
            await unit.finish()

        await self._in_database(whole)
