"""Updates on their way to a bot: kept until it confirms them, whichever way it fetches them.

A poll that is open is woken at once. Two polls of one bot fight as on the real server: the older
one is told 409.
"""

import asyncio
import time

from sandbox.store import Json, dumps
from sandbox.telegram.errors import OTHER_POLLER, WEBHOOK_ACTIVE, conflict
from sandbox.telegram.state import Bot, Pending
from sandbox.telegram.webhook import Couriers
from sandbox.telegram.world import World

MAX_TIMEOUT = 50
KEEP_SECONDS = {"callback_query": 150.0}
KEEP_OTHERS = 86400.0
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
WAKE = "wake"


def add_update(
    world: World, bot: Bot, kind: str, body: Json, *, queue: str, query: str | None = None
) -> None:
    """Put an update on its way; `queue` names what must stay in order (a chat or a person)."""
    allowed = bot.webhook.allowed_updates if bot.webhook else bot.allowed_updates
    if kind not in allowed if allowed else kind in NOT_BY_DEFAULT:
        return
    update_id = bot.next_update
    bot.next_update += 1
    text = dumps({"update_id": update_id, kind: body})
    pending = Pending(update_id, kind, queue, time.time(), text, query)
    bot.updates[update_id] = pending
    world.stats.updates += 1
    world.store.put("update", f"{bot.id}:{update_id}", pending)
    world.save_bot(bot)
    if bot.webhook:
        couriers(world).send(bot, pending)
    elif bot.poll and not bot.poll.done():
        bot.poll.set_result(WAKE)


def couriers(world: World) -> Couriers:
    """The carriers of webhook updates, one set per world."""
    if world.couriers is None:
        world.couriers = Couriers(world, confirm)
    return world.couriers


def confirm(world: World, bot: Bot, update_id: int) -> None:
    """The bot has this update; on a bad day it gets it once more."""
    pending = bot.updates.pop(update_id, None)
    if pending is None:
        return
    world.store.drop("update", f"{bot.id}:{update_id}")
    if world.faults.strikes(world.faults.p_duplicate):
        bot.again.append(pending)


async def get_updates(
    world: World, bot: Bot, offset: int, limit: int, *, wait: int, allowed: list[str] | None
) -> str:
    """The JSON array of the next updates; waits up to `wait` seconds for the first one.

    Raises ApiError 409 where a webhook is set, or where another poll takes over meanwhile.
    """
    if bot.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    if bot.poll and not bot.poll.done():
        bot.poll.set_result(OTHER_POLLER)
    if allowed is not None and allowed != (bot.allowed_updates or []):
        bot.allowed_updates = allowed or None
        world.save_bot(bot)
    _confirm_before(world, bot, offset)
    _forget_expired(world, bot)
    limit = limit if 1 <= limit <= 100 else 100
    deadline = asyncio.get_running_loop().time() + max(0, min(wait, MAX_TIMEOUT))
    while not bot.updates and not bot.again:
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0:
            break
        poll: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        bot.poll = poll
        await asyncio.wait([poll], timeout=left)
        if poll.done() and poll.result() != WAKE:
            raise conflict(poll.result())
        if bot.poll is poll:
            bot.poll = None
    batch, bot.again = bot.again[:limit], bot.again[limit:]
    for pending in bot.updates.values():
        if len(batch) >= limit:
            break
        batch.append(pending)
    return f"[{','.join(pending.text for pending in batch)}]"


def end_poll(bot: Bot, reason: str) -> None:
    """End the open poll with a 409, when a webhook takes over."""
    if bot.poll and not bot.poll.done():
        bot.poll.set_result(reason)


def drop_all(world: World, bot: Bot) -> None:
    """Forget every update that waits."""
    for update_id in list(bot.updates):
        del bot.updates[update_id]
        world.store.drop("update", f"{bot.id}:{update_id}")
    bot.again.clear()


def _confirm_before(world: World, bot: Bot, offset: int) -> None:
    ids = list(bot.updates)
    if offset < 0:
        ids = ids[:offset]
    elif ids and offset > ids[0]:
        ids = [update_id for update_id in ids if update_id < offset]
    else:
        return
    for update_id in ids:
        confirm(world, bot, update_id)


def _forget_expired(world: World, bot: Bot) -> None:
    now = time.time()
    for pending in list(bot.updates.values()):
        if now - pending.at > KEEP_SECONDS.get(pending.kind, KEEP_OTHERS):
            del bot.updates[pending.id]
            world.store.drop("update", f"{bot.id}:{pending.id}")
