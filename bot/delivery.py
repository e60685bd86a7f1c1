"""The deliverer: claims what is due, sends it chat by chat, and writes down what came of it.

A claim is committed before the call is made, and outcomes are gathered for a few milliseconds and
committed together. Whatever dies when, a row is queued, claimed (unknown after a crash: sent once
more and marked so), or settled; nothing is dropped without a reason.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel, Outcome, Result
from bot.pace import Pace
from bot.shipping import Address, Shipment, Undeliverable, addresses, prepare
from bot.verdicts import verdict
from services.clock import Clock
from services.delivery import Settled, settle
from storage import outbox
from storage.database import Database
from storage.files import FileStore
from storage.outbox import Priority
from storage.tables import ChannelPace, OutboxRow

log = logging.getLogger(__name__)
GATHER = 0.01  # seconds for which outcomes and claims are gathered
SWEEP = 0.5  # seconds after which we look again without being woken
IN_FLIGHT = 40
HELD_TRIES = 5  # tries of one message for which those behind it in its chat wait


@dataclass(frozen=True, slots=True)
class _Claimed:
    shipments: list[Shipment]
    more: bool


class Deliverer:
    """Run `run()` as a task; `wake()` after every commit that promised something."""

    def __init__(
        self,
        database: Database,
        channels: dict[str, Channel],
        files: FileStore,
        clock: Clock,
        per_second: int,
    ) -> None:
        self._database = database
        self._channels = channels
        self._files = files
        self._clock = clock
        self._pace = {name: Pace(per_second) for name in channels}
        self._paused: dict[str, datetime] = {}
        self._wake = asyncio.Event()
        self._ended = asyncio.Event()
        self._busy: set[str] = set()
        self._held: dict[str, datetime] = {}
        self._settled: list[tuple[Shipment, Settled]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    def wake(self) -> None:
        """There is something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Deliver until `stop`."""
        await self._database.run(self._recover)
        settling = asyncio.create_task(self._settling(), name="settling")
        try:
            while not self._stopping:
                claimed = await self._database.run(self._claim)
                tick = asyncio.get_running_loop().time()
                for shipment in claimed.shipments:
                    self._busy.add(shipment.chat)
                    self._pace[shipment.channel].take(shipment.chat, tick)
                    task = asyncio.create_task(self._ship(shipment))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
                await self._rest(GATHER if claimed.more or self._tasks else SWEEP)
        finally:
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=35)
            settling.cancel()
            await asyncio.gather(settling, return_exceptions=True)
            await self._write_settled()

    async def stop(self) -> None:
        """Begin nothing more; `run` returns when what is in flight is settled."""
        self._stopping = True
        self._wake.set()

    async def _rest(self, seconds: float) -> None:
        if len(self._tasks) < IN_FLIGHT:
            try:
                await asyncio.wait_for(self._wake.wait(), seconds)
                await asyncio.sleep(GATHER)
            except TimeoutError:
                pass
            self._wake.clear()
        else:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def _recover(self, session: AsyncSession) -> None:
        now = self._clock.now()
        resends = all(c.resends_unknown for c in self._channels.values())
        count, unknown = await outbox.recover(session, resends)
        await settle(session, now, [Settled(id, "uncertain", reason="crash") for id in unknown])
        if count:
            log.warning("%s messages were on their way when we stopped; sent once more", count)
        for row in await session.scalars(select(ChannelPace)):
            if row.paused_until is not None:
                self._paused[row.channel] = row.paused_until

    async def _claim(self, session: AsyncSession) -> _Claimed:
        """Take what may go now; rendering happens here, inside the unit, and is pure."""
        self._wake.clear()
        now, tick = self._clock.now(), asyncio.get_running_loop().time()
        if any(until > now for until in self._paused.values()):
            return _Claimed([], False)
        resting = {c for p in self._pace.values() for c in p.full_chats(tick)}
        bulk = all(p.room(tick, bulk=True) for p in self._pace.values())
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        busy = self._busy | resting | self._held.keys()
        rows = list(
            await outbox.due(session, now, busy=busy, urgent_only=not bulk, limit=2 * IN_FLIGHT)
        )
        if not rows:
            return _Claimed([], False)
        where = await addresses(session, rows, self._channels)
        chosen = self._choose(rows, where, tick)
        lost = [r for r in rows if r.id not in where]
        if lost:
            await settle(session, now, [Settled(r.id, "failed", reason="unlinked") for r in lost])
        ours = await outbox.claim(session, [r.id for r in chosen])
        targets = await self._targets(session, chosen)
        shipments: list[Shipment] = []
        for row in chosen:
            if row.id not in ours:
                continue
            place = where[row.id]
            channel = self._channels[place.channel]
            ready = self._prepare(row, targets.get(row.edits or 0), place, channel)
            if isinstance(ready, Undeliverable):
                await settle(session, now, [Settled(row.id, "failed", reason=ready.reason)])
                continue
            shipments.append(ready)
        return _Claimed(shipments, len(rows) > len(chosen))

    def _choose(
        self, rows: Sequence[OutboxRow], where: dict[int, Address], tick: float
    ) -> list[OutboxRow]:
        """The first row of each chat that may be written to, as many as the pace allows."""
        chosen: list[OutboxRow] = []
        chats: set[str] = self._busy | self._held.keys()
        going: Counter[str] = Counter()
        for row in rows:
            place = where.get(row.id)
            if place is None or place.chat in chats:
                continue
            chats.add(place.chat)
            pace = self._pace[place.channel]
            if len(self._tasks) + len(chosen) >= IN_FLIGHT or not pace.chat_room(place.chat, tick):
                continue
            bulk = row.priority > Priority.APPROVAL
            if pace.room(tick, bulk=bulk, chosen=going[place.channel]):
                going[place.channel] += 1
                chosen.append(row)
        return chosen

    def _prepare(
        self, row: OutboxRow, target: OutboxRow | None, place: Address, channel: Channel
    ) -> Shipment | Undeliverable:
        """The call of a row; one that cannot be made is given up, the others go on."""
        try:
            return prepare(row, target, place, channel, self._files)
        except Exception:
            log.exception("row %s cannot be made into a call", row.id)
            return Undeliverable(row.id, "cannot-be-shown")

    async def _targets(
        self, session: AsyncSession, rows: Sequence[OutboxRow]
    ) -> dict[int, OutboxRow]:
        ids = [r.edits for r in rows if r.edits is not None]
        if not ids:
            return {}
        found = await session.scalars(select(OutboxRow).where(OutboxRow.id.in_(ids)))
        return {row.id: row for row in found}

    async def _ship(self, shipment: Shipment) -> None:
        try:
            outcome = await self._channels[shipment.channel].send(shipment.call)
        except Exception:
            log.exception("sending row %s broke off", shipment.row_id)
            outcome = Outcome(Result.UNKNOWN, reason="fault")
        now = self._clock.now()
        if outcome.result is Result.PAUSED:
            self._paused[shipment.channel] = now + timedelta(seconds=outcome.wait)
        resends = self._channels[shipment.channel].resends_unknown
        settled = verdict(shipment, outcome, now, resends=resends)
        if settled.again is not None and shipment.attempts < HELD_TRIES:
            self._held[shipment.chat] = settled.again
        self._settled.append((shipment, settled))
        self._ended.set()

    async def _settling(self) -> None:
        while True:
            await self._ended.wait()
            await asyncio.sleep(GATHER)
            self._ended.clear()
            try:
                await self._write_settled()
            except Exception:
                log.exception("outcomes could not be written down, again in a second")
                await asyncio.sleep(1)
                self._ended.set()

    async def _write_settled(self) -> None:
        if not self._settled:
            return
        batch, self._settled = self._settled, []
        now = self._clock.now()
        try:
            await self._database.run(lambda s: settle(s, now, [settled for _, settled in batch]))
        except Exception:
            self._settled = batch + self._settled
            raise
        self._busy -= {shipment.chat for shipment, _ in batch}
        self._wake.set()
