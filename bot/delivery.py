"""The deliverer: claims what is due, sends it chat by chat, and writes down what came of it.

A claim is committed before the call is made, and outcomes are gathered for a few milliseconds and
committed together. Whatever dies when, a row is queued, claimed (unknown after a crash: sent once
more and marked so), or settled; nothing is dropped without a reason.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel, Outcome, Result
from bot.meters import Meters
from bot.pace import Pace
from bot.shipping import (
    Address,
    Needless,
    Prepared,
    Refused,
    Shipment,
    Undeliverable,
    addresses,
    prepare,
    uncertain,
)
from bot.verdicts import refusal, verdict
from services.channel_watch import tell_refusals
from services.clock import Clock
from services.delivery import Settled, settle
from services.link_tokens import Links
from services.unit import Unit
from storage import outbox, school_settings
from storage.database import Database
from storage.files import FileStore
from storage.outbox import Priority
from storage.tables import ChannelPace, OutboxRow

log = logging.getLogger(__name__)
GATHER = 0.01  # seconds for which outcomes and claims are gathered
SWEEP = 0.5  # seconds after which we look again without being woken
WAITING = 0.05  # the same while rows wait for their messenger's pace
IN_FLIGHT = 40  # calls of one messenger; what hangs on it takes no other's place
CLOGGED = 1.0  # seconds without any answer after which calls hold up those behind them
HANGING = 5.0  # seconds after which one call does, whatever becomes of the others
STEP_ASIDE = 3.0  # seconds for which these let others by
HELD_TRIES = 5  # tries of one message for which those behind it in its chat wait
Place = tuple[str, str]  # channel and chat


@dataclass(frozen=True, slots=True)
class _Claimed:
    shipments: list[Shipment]
    more: bool

    @property
    def pause(self) -> float:
        """Seconds after which to look again."""
        if not self.more:
            return SWEEP
        return GATHER if self.shipments else WAITING


class Deliverer:
    """Run `run()` as a task; `wake()` after every commit that promised something."""

    def __init__(
        self,
        database: Database,
        channels: dict[str, Channel],
        files: FileStore,
        clock: Clock,
        per_second: int,
        *,
        links: Links | None = None,
        meters: Meters | None = None,
    ) -> None:
        self._meters = meters or Meters()
        self._database = database
        self._channels = channels
        self._files = files
        self._links = links
        self._clock = clock
        self._pace = {name: Pace(per_second) for name in channels}
        self._paused: dict[str, datetime] = {}
        self._wake = asyncio.Event()
        self._ended = asyncio.Event()
        self._busy: set[Place] = set()
        self._under_way: dict[str, dict[int, float]] = {name: {} for name in channels}
        self._held: dict[Place, datetime] = {}
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
                    self._busy.add((shipment.channel, shipment.chat))
                    self._under_way[shipment.channel][shipment.row_id] = tick
                    self._pace[shipment.channel].take(shipment.chat, tick)
                    task = asyncio.create_task(self._ship(shipment))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
                await self._rest(claimed.pause)
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
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
            await asyncio.sleep(GATHER)
        except TimeoutError:
            pass
        self._wake.clear()

    async def _recover(self, session: AsyncSession) -> None:
        now = self._clock.now()
        again = [c.name for c in self._channels.values() if c.resends_unknown]
        count, unknown = await outbox.recover(session, again)
        edits = {c.name for c in self._channels.values() if c.capabilities.edits}
        await settle(session, now, [await uncertain(session, id, edits) for id in unknown])
        if count:
            log.warning("%s messages were on their way when we stopped; sent once more", count)
        for row in await session.scalars(select(ChannelPace)):
            if row.paused_until is not None:
                self._paused[row.channel] = row.paused_until

    async def _claim(self, session: AsyncSession) -> _Claimed:
        """Take what may go now; rendering happens here, inside the unit, and is pure."""
        self._wake.clear()
        now, tick = self._clock.now(), asyncio.get_running_loop().time()
        self._paused = {name: until for name, until in self._paused.items() if until > now}
        self._step_aside(now, tick)
        going = [name for name in self._channels if name not in self._paused]
        if not going:
            return _Claimed([], False)
        resting = {c for p in self._pace.values() for c in p.full_chats(tick)}
        bulk = any(self._pace[name].room(tick, bulk=True) for name in going)
        self._held = {place: until for place, until in self._held.items() if until > now}
        busy = {chat for _, chat in (*self._busy, *self._held)} | resting
        rows = list(
            await outbox.due(session, now, busy=busy, urgent_only=not bulk, limit=2 * IN_FLIGHT)
        )
        if not rows:
            return _Claimed([], False)
        revision = await school_settings.revision(session)
        unit = Unit(session, now, self._clock.zone, revision=revision)
        where = await addresses(unit, rows, self._channels)
        await self._put_off(session, rows, where)
        chosen = self._choose(rows, where, tick)
        await settle(session, now, [_lost(r) for r in rows if not where.get(r.id)])
        ours = await outbox.claim(session, [r.id for r in chosen])
        targets = await self._targets(session, chosen)
        shipments: list[Shipment] = []
        for row in chosen:
            if row.id not in ours:
                continue
            places = where[row.id]
            ready = await self._prepare(unit, row, targets.get(row.edits or 0), places)
            if isinstance(ready, Shipment):
                shipments.append(ready)
            else:
                unsent = _unsent(ready, now)
                await settle(session, now, [unsent])
                await tell_refusals(unit, _troubles([unsent]))
        await unit.finish()
        return _Claimed(shipments, len(rows) > len(chosen))

    def _step_aside(self, now: datetime, tick: float) -> None:
        """A messenger whose calls all hang lets what goes elsewhere by, in the order of rows.

        As a whole, so that none of its chats sees a later message before an earlier one.
        """
        for name, begun in self._under_way.items():
            if len(begun) < IN_FLIGHT or len(self._channels) == 1:
                continue
            if tick - max(begun.values()) > CLOGGED or tick - min(begun.values()) > HANGING:
                self._pause(name, now + timedelta(seconds=STEP_ASIDE))

    def _pause(self, channel: str, until: datetime) -> datetime:
        """Until when a messenger is left alone: an earlier word for longer holds."""
        self._paused[channel] = max(until, self._paused.get(channel, until))
        return self._paused[channel]

    async def _put_off(
        self, session: AsyncSession, rows: Sequence[OutboxRow], where: dict[int, list[Address]]
    ) -> None:
        """Rows of a messenger that asked for silence step aside, so that others get through."""
        waiting: dict[datetime, list[int]] = {}
        for row in rows:
            places = where.get(row.id)
            until = self._paused.get(places[0].channel) if places else None
            if until is not None:
                waiting.setdefault(until, []).append(row.id)
                where[row.id] = [Address("", "")]
        for until, ids in waiting.items():
            await outbox.put_off(session, ids, until)

    def _choose(
        self, rows: Sequence[OutboxRow], where: dict[int, list[Address]], tick: float
    ) -> list[OutboxRow]:
        """The first row of each chat that may be written to, as many as the pace allows."""
        chosen: list[OutboxRow] = []
        taken: set[Place] = self._busy | self._held.keys()
        going: Counter[str] = Counter()
        under_way = {name: len(begun) for name, begun in self._under_way.items()}
        for row in rows:
            places = where.get(row.id)
            if not places or places[0].channel not in self._channels:
                continue
            place = places[0]
            if (place.channel, place.chat) in taken:
                continue
            taken.add((place.channel, place.chat))
            pace = self._pace[place.channel]
            full = under_way[place.channel] + going[place.channel] >= IN_FLIGHT
            if full or not pace.chat_room(place.chat, tick):
                continue
            bulk = row.priority > Priority.APPROVAL
            if pace.room(tick, bulk=bulk, chosen=going[place.channel]):
                going[place.channel] += 1
                chosen.append(row)
        return chosen

    async def _prepare(
        self, unit: Unit, row: OutboxRow, target: OutboxRow | None, places: list[Address]
    ) -> Prepared:
        """The call of a row; one that cannot be made is given up, the others go on."""
        channel = self._channels[places[0].channel]
        try:
            if channel.capabilities.edits:  # pure: nothing to take back where it fails
                return await prepare(
                    unit, row, target, places, channel=channel, files=self._files, links=self._links
                )
            async with unit.session.begin_nested():
                return await prepare(
                    unit, row, target, places, channel=channel, files=self._files, links=self._links
                )
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
            outcome = await self._channels[shipment.channel].send(
                shipment.call, shipment.way, shipment.done
            )
        except Exception:
            log.exception("sending row %s broke off", shipment.row_id)
            outcome = Outcome(Result.UNKNOWN, reason="fault")
        now = self._clock.now()
        self._under_way[shipment.channel].pop(shipment.row_id, None)
        if outcome.result is Result.PAUSED:
            until = self._pause(shipment.channel, now + timedelta(seconds=outcome.wait))
            outcome = replace(outcome, wait=(until - now).total_seconds())
        resends = self._channels[shipment.channel].resends_unknown
        settled = verdict(shipment, outcome, now, resends=resends)
        stays = settled.again is not None and settled.tried is None and not settled.shut_window
        if stays and settled.again is not None and shipment.attempts < HELD_TRIES:
            self._held[shipment.channel, shipment.chat] = settled.again
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
        outcomes = [settled for _, settled in batch]

        async def work(session: AsyncSession) -> None:
            await settle(session, now, outcomes)
            if troubles := _troubles(outcomes):
                await tell_refusals(Unit(session, now, self._clock.zone), troubles)

        try:
            await self._database.run(work)
        except Exception:
            self._settled = batch + self._settled
            raise
        for shipment, settled in batch:
            self._meters.message_settled(shipment.channel, settled.status)
        self._busy -= {(shipment.channel, shipment.chat) for shipment, _ in batch}
        self._wake.set()


def _lost(row: OutboxRow) -> Settled:
    """A row that has nowhere to go: never had, or all its person's chats were tried."""
    return Settled(row.id, "failed", reason=row.error or "unlinked", parts=0)


def _troubles(batch: Sequence[Settled]) -> set[tuple[str, str]]:
    """The messengers that take nothing from the school, and why."""
    return {(s.channel, s.trouble) for s in batch if s.channel and s.trouble}


def _unsent(ready: Prepared, now: datetime) -> Settled:
    """What becomes of a claimed row for which no call is made."""
    if isinstance(ready, Refused):
        return refusal(ready, now)
    if isinstance(ready, Undeliverable):
        return Settled(ready.row_id, "failed", reason=ready.reason, parts=0)
    if isinstance(ready, Needless):
        return Settled(ready.row_id, "replaced", reason="no-edits", parts=0)
    raise TypeError("a shipment is sent")
