"""One update, one unit of work: who writes, what they may, what changes, what is said.

A refusal rolls the unit back and is answered in a second one; so is a fault of ours, with an id
that the person can name and the log explains.
"""

import logging
import re
import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel, Heard
from bot.conversation_state import write_state
from bot.meters import Meters
from bot.open_unit import OpenUnit, current
from bot.toasts import say_left, unsay
from bot.uploads import is_upload, read_upload
from handlers.answers import answer_fault, answer_refusal
from handlers.context import Context
from handlers.outside import Needs, Outside
from handlers.texts import texts
from services.clock import AnchoredClock, Clock
from services.errors import Outdated, Refusal
from services.identity import load_actor
from services.link_tokens import Links
from services.unit import Unit
from storage import accounts, inbox
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Accepted

log = logging.getLogger(__name__)
NO_ID = re.compile(r"\d{19}")  # longer than any number that a row or a button of ours has
FOREIGN = timedelta(days=1)
OUTSIDE_TRIES = 5


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
        *,
        files: FileStore,
        links: Links | None,
        grace_seconds: int,
        meters: Meters | None = None,
    ) -> None:
        self._meters = meters or Meters()
        self._database = database
        self._files = files
        self._links = links
        self._dispatcher = dispatcher
        self._channels = channels
        self._clock = clock
        self._grace = grace_seconds
        self.on_commit: list[Any] = []

    async def handle(self, accepted: Accepted) -> None:
        """Handle one update to its end; never raises."""
        begun, outcome = time.perf_counter(), "done"
        try:
            open_unit: OpenUnit | None = await self._with_outside(accepted)
        except Refusal as refusal:
            outcome = "refused"
            open_unit = await self._again(accepted, refusal)
        except Exception as error:  # noqa: BLE001 - logged with the id the person is told
            outcome = "failed"
            open_unit = await self._again(accepted, error)
        seconds = time.perf_counter() - begun
        self._meters.update_handled(accepted.incoming.channel, outcome, seconds)
        if open_unit is None:
            return
        for told in self.on_commit:
            told()
        for later in open_unit.after_commit:
            await later()

    async def _with_outside(self, accepted: Accepted) -> OpenUnit:
        """Handle it, getting between two tries what its handler cannot do inside the unit."""
        outside = Outside(self._files)
        channel = self._channels[accepted.incoming.channel]
        for _ in range(OUTSIDE_TRIES):
            try:
                return await self._database.run(lambda s: self._in_unit(s, accepted, None, outside))
            except Needs as needs:
                await needs.meet(outside, channel.fetch)
        raise RuntimeError("a handler never has enough")

    async def _again(self, accepted: Accepted, why: Exception) -> OpenUnit | None:
        """Say why nothing was changed, and mark the update."""
        try:
            return await self._database.run(
                lambda s: self._in_unit(s, accepted, why, Outside(self._files))
            )
        except Exception:
            log.exception("update %s could not even be refused", accepted.id)
            return None

    async def _in_unit(
        self,
        session: AsyncSession,
        accepted: Accepted,
        why: Exception | None,
        outside: Outside,
    ) -> OpenUnit:
        channel = self._channels[accepted.incoming.channel]
        unit = Unit(session, self._clock.now(), self._clock.zone, grace_seconds=self._grace)
        if is_upload(accepted.incoming.payload):
            heard = read_upload(accepted.incoming.payload, accepted.id, unit.now)
        else:
            heard = await channel.read(unit, accepted.incoming, accepted.id)
        open_unit = OpenUnit(unit, channel.name, heard.chat)
        if not heard.updates:
            open_unit.closed = True
            await unit.finish()
            await inbox.mark(session, accepted.id, self._clock.now())
            return open_unit
        raw = heard.updates[0]
        visitor = await accounts.visit(session, channel.name, heard.chat)
        unit.now, unit.revision = moment_of(raw, self._clock), visitor.revision
        if visitor.person_id is not None and why is None:  # a refusal speaks to anybody
            unit.actor = await load_actor(unit, visitor.person_id, visitor.account_id)
        if visitor.closed and "my_chat_member" not in raw:
            await accounts.reopen(session, visitor.account_id)
        context = Context(
            unit,
            texts(visitor.language or _language_of(raw)),
            channel.capabilities,
            channel.name,
            heard.chat,
            visitor.account_id,
            was_closed=visitor.closed,
            menu=visitor.menu,
            outside=outside,
            links=self._links,
        )
        token = current.set(open_unit)
        try:
            status, fault = await self._feed_all(channel, heard, context, why, accepted.id)
            await say_left(open_unit)
            await write_state(open_unit)
            await unit.finish()
            await inbox.mark(session, accepted.id, self._clock.now(), status, fault)
        finally:
            open_unit.closed = True
            current.reset(token)
        unanswered = "callback_query" in raw and not open_unit.answered
        if unanswered and channel.capabilities.toasts:
            query = Update.model_validate(raw, context={"bot": channel.bot}).callback_query
            if query is not None:
                call = query.answer()
                open_unit.after_commit.append(lambda: channel.send(call))
        return open_unit

    async def _feed_all(
        self, channel: Channel, heard: Heard, context: Context, why: Exception | None, id: int
    ) -> tuple[str, str | None]:
        """Handle what was heard, in order; or say why it was not, once."""
        if why is None and heard.refusal is not None:
            raise heard.refusal
        if why is not None:
            return await self._say_why(channel, heard, context, why, id)
        for n, raw in enumerate(heard.updates):
            await self._feed(channel, raw, context, id)
            open_unit = current.get()
            if heard.followed_up and n + 1 < len(heard.updates) and open_unit is not None:
                await unsay(open_unit)
        return "done", None

    async def _say_why(
        self, channel: Channel, heard: Heard, context: Context, why: Exception, id: int
    ) -> tuple[str, str | None]:
        update = Update.model_validate(heard.updates[0], context={"bot": channel.bot})
        if isinstance(why, Refusal):
            await answer_refusal(update, context, why)
            return "done", None
        fault = secrets.token_hex(3).upper()
        log.error("fault %s in update %s", fault, id, exc_info=why)
        await answer_fault(update, context, fault)
        return "failed", fault

    async def _feed(self, channel: Channel, raw: dict[str, Any], context: Context, id: int) -> None:
        update = Update.model_validate(raw, context={"bot": channel.bot})
        query = update.callback_query
        if query is not None and NO_ID.search(query.data or ""):
            raise Outdated
        result = await self._dispatcher.feed_update(channel.bot, update, ctx=context)
        if isinstance(result, TelegramMethod):
            await channel.bot(result)
        elif result is UNHANDLED:
            log.info("update %s had no handler", id)


def _language_of(raw: dict[str, Any]) -> str | None:
    """The language of a stranger's messenger."""
    for kind in ("message", "edited_message", "callback_query", "my_chat_member"):
        if kind in raw:
            code: str = raw[kind].get("from", {}).get("language_code") or ""
            return code.partition("-")[0] or None
    return None
