"""The Official Account's keys: a day's access, a refresh that is good once, and nobody locked out.

Against the sandbox's token endpoint, which kills a refresh token with its first use as Zalo does.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text, update

from bot.channels.zalo_oauth import TokenLaterError, TokenRefusedError, ZaloOAuth
from handlers.capabilities import Capabilities
from handlers.notices import registry, render
from handlers.texts import texts
from services.channel_watch import watch_channels
from services.unit import Unit
from storage.database import Database
from storage.tables import (
    Account,
    AuditEvent,
    ChannelToken,
    OutboxRow,
    Person,
    Staff,
    StaffRole,
)
from tests.support.sandbox import Phones
from tests.support.zalo_oa import APP_ID, APP_SECRET

assert registry


@dataclass
class Hand:
    """A clock that stands still until somebody moves its hand."""

    at: datetime
    zone: ZoneInfo

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock(now: datetime) -> Hand:
    return Hand(now, ZoneInfo("Asia/Ho_Chi_Minh"))


Keys = Callable[..., Awaitable[ZaloOAuth]]


@pytest.fixture
async def keys(database: Database, clock: Hand, url: str) -> AsyncIterator[Keys]:
    """Starts a process's keeper of the keys, with a pair in its settings or without."""
    made: list[ZaloOAuth] = []

    async def start(pair: dict[str, str] | None = None, **more: Any) -> ZaloOAuth:
        first = (pair["access_token"], pair["refresh_token"]) if pair else ("", "")
        facts = {"base": f"{url}/zalo", "app_id": APP_ID, "app_secret": APP_SECRET, "first": first}
        keeper = ZaloOAuth(database, clock, **{**facts, **more})
        made.append(keeper)
        await keeper.start()
        return keeper

    yield start
    for keeper in made:
        await keeper.close()


async def stored(database: Database) -> ChannelToken:
    return await database.run(lambda s: s.get_one(ChannelToken, "zalo_oa"))


async def rotations(phones: Phones) -> int:
    counts = (await phones.get("stats"))["methods"]
    return sum(
        count
        for name, results in counts.items()
        if name.startswith("oauth.refresh")
        for count in results.values()
    )


async def test_a_day_after_day_each_pair_is_kept_before_it_is_used(
    keys: Keys, database: Database, clock: Hand, phones: Phones
) -> None:
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    assert await keeper.token() == first["access_token"]
    clock.at += timedelta(hours=19, minutes=59)
    assert await keeper.token() == first["access_token"]
    seen = [first["access_token"]]
    for _ in range(3):
        clock.at += timedelta(hours=20, minutes=1)
        token = await keeper.token()
        assert token == (await stored(database)).access_token
        assert await keeper.token() == token
        seen.append(token)
    assert len(set(seen)) == 4
    entries = (
        await database.run(
            lambda s: s.scalars(
                select(AuditEvent).where(AuditEvent.action == "channel.key_renewed")
            )
        )
    ).all()
    assert [entry.subject for entry in entries] == ["channel:zalo_oa"] * 3
    assert not any(token in str(entry.details) for entry in entries for token in seen)


async def test_many_who_are_refused_at_once_refresh_once(
    keys: Keys, database: Database, phones: Phones
) -> None:
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    before = await rotations(phones)
    got = await asyncio.gather(*(keeper.renew(first["access_token"]) for _ in range(20)))
    assert len(set(got)) == 1
    assert got[0] != first["access_token"]
    assert await rotations(phones) == before + 1


async def test_two_processes_never_use_the_same_refresh_token(
    keys: Keys, phones: Phones, clock: Hand
) -> None:
    pair = await phones.post("zalo/oa/tokens")
    one, other = await keys(pair), await keys(pair)
    before = await rotations(phones)
    clock.at += timedelta(hours=26)
    got = await asyncio.gather(one.token(), other.token())
    assert len(set(got)) == 1
    assert await rotations(phones) == before + 1


async def test_after_a_restart_the_database_knows_better_than_the_settings(
    keys: Keys, phones: Phones, clock: Hand
) -> None:
    first = await phones.post("zalo/oa/tokens")
    newer = await (await keys(first)).renew(first["access_token"])
    again = await keys(first)  # the old pair still stands in the settings
    assert await again.token() == newer
    without = await keys()  # somebody has cleared them
    assert await without.token() == newer
    entered = await phones.post("zalo/oa/tokens")
    anew = await keys(entered)
    assert await anew.token() == entered["access_token"]


async def test_whoever_asks_may_be_gone_before_the_answer_comes(
    keys: Keys, phones: Phones, database: Database
) -> None:
    """The program is stopped in the middle of a refresh: the new pair is kept all the same."""
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    await phones.post("faults", latency_ms=200)
    asking = asyncio.create_task(keeper.renew(first["access_token"]))
    await asyncio.sleep(0.1)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    await keeper.close()
    assert (await stored(database)).refresh_token != first["refresh_token"]


async def test_when_nobody_answers_the_old_key_serves_and_nothing_is_lost(
    keys: Keys, phones: Phones, clock: Hand, database: Database
) -> None:
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first, base="http://127.0.0.1:9")  # nobody listens there
    clock.at += timedelta(hours=21)
    assert await keeper.token() == first["access_token"]
    clock.at += timedelta(hours=5)
    with pytest.raises(TokenLaterError):
        await keeper.token()
    assert (await stored(database)).refused_at is None
    back = await keys(first)  # the line is up again
    assert await back.token() != first["access_token"]


@pytest.fixture
async def administrator(database: Database, now: datetime) -> None:
    """Somebody who is told."""

    async def work(session: Any) -> None:
        session.add(Person(id=1, full_name="Đỗ Minh Quân", language="vi"))
        await session.flush()
        role = StaffRole(person_id=1, role="administrator")
        session.add_all([Staff(person_id=1, code="QT01"), role])
        session.add(Account(channel="telegram", external_id="5", person_id=1, linked_at=now))

    await database.run(work)


async def watch(database: Database, clock: Hand) -> bool:
    """One tick of the clock's job."""
    return await database.run(lambda s: watch_channels(Unit(s, clock.now(), clock.zone)))


async def troubles(database: Database) -> list[str]:
    """What the administrator reads."""
    rows = await database.run(
        lambda s: s.scalars(select(OutboxRow).where(OutboxRow.notice == "channel-trouble"))
    )
    t = texts("vi")
    return [render(r.notice or "", r.params or {}, t, Capabilities()).text for r in rows]


@pytest.mark.usefixtures("administrator")
async def test_a_dead_refresh_token_is_told_once_and_a_new_pair_mends_it(
    keys: Keys, phones: Phones, clock: Hand, database: Database
) -> None:
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    await phones.post("zalo/oa/expire", what="refresh")
    clock.at += timedelta(hours=21)
    before = await rotations(phones)
    for _ in range(3):
        assert await keeper.token() == first["access_token"]  # it lives for four hours more
        await watch(database, clock)
    assert await rotations(phones) == before + 1  # a refused token is not tried again and again
    clock.at += timedelta(hours=5)
    with pytest.raises(TokenRefusedError):
        await keeper.token()
    assert not await watch(database, clock)
    told = await troubles(database)
    assert len(told) == 1
    assert "08:40 01/12/2026" in told[0]
    mended = await phones.post("zalo/oa/tokens")
    assert await (await keys(mended)).token() == mended["access_token"]
    assert (await stored(database)).refused_at is None


@pytest.mark.usefixtures("administrator")
async def test_two_weeks_before_the_keys_end_somebody_is_told(
    keys: Keys, phones: Phones, clock: Hand, database: Database, now: datetime
) -> None:
    await keys(await phones.post("zalo/oa/tokens"))
    clock.at = now + timedelta(days=75, hours=23)
    assert not await watch(database, clock)
    clock.at = now + timedelta(days=76)
    assert await watch(database, clock)
    clock.at = now + timedelta(days=85)
    assert not await watch(database, clock)
    told = await troubles(database)
    assert len(told) == 1
    assert "28/02/2027" in told[0]
    assert "API Explorer" in told[0]


async def test_a_process_that_died_with_the_token_in_hand_blocks_nobody_for_long(
    keys: Keys, phones: Phones, clock: Hand, database: Database
) -> None:
    keeper = await keys(await phones.post("zalo/oa/tokens"))
    taken = update(ChannelToken).values(changed_at=clock.at + timedelta(seconds=60))
    await database.run(lambda s: s.execute(taken))
    clock.at += timedelta(hours=26)
    assert await keeper.token()


FULL = "CREATE TRIGGER full BEFORE UPDATE OF access_token ON channel_token BEGIN {} END".format(
    "SELECT RAISE(ABORT, 'database or disk is full');"
)


async def test_a_commit_that_fails_costs_no_pair(
    keys: Keys, phones: Phones, database: Database
) -> None:
    """The disk is full for a moment, just when the new pair has come."""
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    await database.run(lambda s: s.execute(text(FULL)))
    for _ in range(2):
        with pytest.raises(TokenLaterError):
            await keeper.renew(first["access_token"])
    assert (await stored(database)).refresh_token == first["refresh_token"]
    before = await rotations(phones)
    await database.run(lambda s: s.execute(text("DROP TRIGGER full")))
    token = await keeper.renew(first["access_token"])
    assert token == (await stored(database)).access_token != first["access_token"]
    assert await rotations(phones) == before  # the pair was held until it could be kept


async def test_no_key_is_shown_anywhere(
    keys: Keys, phones: Phones, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    first = await phones.post("zalo/oa/tokens")
    keeper = await keys(first)
    second = await keeper.renew(first["access_token"])
    await phones.post("zalo/oa/expire", what="refresh")
    with pytest.raises(TokenRefusedError) as refused:
        await keeper.renew(second)
    shown = caplog.text + repr(refused.value) + repr(keeper)
    for secret in (first["access_token"], first["refresh_token"], second, APP_SECRET):
        assert secret not in shown
