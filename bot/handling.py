"""One update, one unit of work: who writes, what they may, what changes, what is said.

A refusal rolls the unit back and is answered in a second one; so is a fault of ours, with an id
that the person can name and the log explains.
"""

import logging
import re
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel
from bot.conversation_state import write_state
from bot.open_unit import OpenUnit, current
from handlers.answers import answer_fault, answer_refusal
from handlers.context import Context
from handlers.texts import texts
from services.clock import AnchoredClock, Clock
from services.errors import Outdated, Refusal
from services.identity import load_actor
from services.unit import Unit
from storage import accounts, inbox
from storage.database import Database
from storage.inbox import Accepted

log = logging.getLogger(__name__)
NO_ID = re.compile(r"\d{19}")  # longer than any number that a row or a button of ours has
FOREIGN = timedelta(days=1)


def moment_of(raw: dict[str, Any], clock: Clock) -> datetime:
    """When a message was written (an edited one counts as sent again); now for a tap.

    Never later than our own clock, since what follows is sent by it: where the messenger's clock
    is ahead, answers would wait. A demonstration's clock need not be the messenger's: dates that
    are days away from it are not meant in its time.
    """
    now = clock.now()
    message = raw.get("message") or raw.get("edited_message")
    if message is None:
        return now
    written = datetime.fromtimestamp(message.get("edit_date") or message["date"], UTC)
    if isinstance(clock, AnchoredClock) and abs(now - written) > FOREIGN:
        return now
    return min(written.astimezone(clock.zone), now)


class Handling:
    """Handles accepted updates of all channels with one dispatcher."""

    def __init__(
        self,
        database: Database,
        dispatcher: Dispatcher,
        channels: dict[str, Channel],
        clock: Clock,
        grace_seconds: int,
    ) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._channels = channels
        self._clock = clock
        self._grace = grace_seconds
        self.on_commit: list[Any] = []

    async def handle(self, accepted: Accepted) -> None:
        """Handle one update to its end; never raises."""
        try:
            open_unit: OpenUnit | None = await self._database.run(
                lambda s: self._in_unit(s, accepted, None)
            )
        except Refusal as refusal:
            open_unit = await self._again(accepted, refusal)
        except Exception as error:  # noqa: BLE001 - logged with the id the person is told
            open_unit = await self._again(accepted, error)
        if open_unit is None:
            return
        for told in self.on_commit:
            told()
        for later in open_unit.after_commit:
            await later()

    async def _again(self, accepted: Accepted, why: Exception) -> OpenUnit | None:
        """Say why nothing was changed, and mark the update."""
        try:
            return await self._database.run(lambda s: self._in_unit(s, accepted, why))
        except Exception:
            log.exception("update %s could not even be refused", accepted.id)
            return None

    async def _in_unit(
        self, session: AsyncSession, accepted: Accepted, why: Exception | None
    ) -> OpenUnit:
        channel = self._channels[accepted.incoming.channel]
        raw = accepted.incoming.payload
        visitor = await accounts.visit(session, channel.name, accepted.incoming.lane)
        unit = Unit(
            session,
            moment_of(raw, self._clock),
            self._clock.zone,
            revision=visitor.revision,
            grace_seconds=self._grace,
        )
        if visitor.person_id is not None and why is None:  # a refusal speaks to anybody
            unit.actor = await load_actor(unit, visitor.person_id, visitor.account_id)
        if visitor.closed and "my_chat_member" not in raw:
            await accounts.reopen(session, visitor.account_id)
        open_unit = OpenUnit(unit, channel.name, accepted.incoming.lane)
        context = Context(
            unit,
            texts(visitor.language or _language_of(raw)),
            channel.capabilities,
            channel.name,
            accepted.incoming.lane,
            visitor.account_id,
            was_closed=visitor.closed,
            menu=visitor.menu,
        )
        token = current.set(open_unit)
        try:
            status, fault = await self._feed(channel, accepted, context, why)
            await write_state(open_unit)
            await unit.finish()
            await inbox.mark(session, accepted.id, self._clock.now(), status, fault)
        finally:
            open_unit.closed = True
            current.reset(token)
        if "callback_query" in raw and not open_unit.answered:
            query = Update.model_validate(raw, context={"bot": channel.bot}).callback_query
            if query is not None:
                call = query.answer()
                open_unit.after_commit.append(lambda: channel.send(call))
        return open_unit

    async def _feed(
        self, channel: Channel, accepted: Accepted, context: Context, why: Exception | None
    ) -> tuple[str, str | None]:
        update = Update.model_validate(accepted.incoming.payload, context={"bot": channel.bot})
        if isinstance(why, Refusal):
            await answer_refusal(update, context, why)
            return "done", None
        if why is not None:
            fault = secrets.token_hex(3).upper()
            log.error("fault %s in update %s", fault, accepted.id, exc_info=why)
            await answer_fault(update, context, fault)
            return "failed", fault
        query = update.callback_query
        if query is not None and NO_ID.search(query.data or ""):
            raise Outdated
        result = await self._dispatcher.feed_update(channel.bot, update, ctx=context)
        if isinstance(result, TelegramMethod):
            await channel.bot(result)
        elif result is UNHANDLED:
            log.info("update %s had no handler", accepted.id)
        return "done", None


def _language_of(raw: dict[str, Any]) -> str | None:
    """The language of a stranger's messenger."""
    for kind in ("message", "edited_message", "callback_query", "my_chat_member"):
        if kind in raw:
            code: str = raw[kind].get("from", {}).get("language_code") or ""
            return code.partition("-")[0] or None
    return None
