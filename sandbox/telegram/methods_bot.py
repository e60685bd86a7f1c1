"""Methods about the bot itself: who it is, how it gets updates, how it answers a tap."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.call import Call, RawJson, method
from sandbox.telegram.errors import QUERY_TOO_OLD, bad
from sandbox.telegram.state import Webhook
from sandbox.telegram.updates import couriers, drop_all, end_poll, get_updates

MAX_ANSWER = 200
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


@method("getMe")
def get_me(call: Call) -> Json:
    """Who the bot is."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
@method("close")
def log_out(call: Call) -> bool:
    """Leave this server; here there is nowhere else to go."""
    return True


@method("getUpdates")
async def poll_updates(call: Call) -> RawJson:
    """The next updates, waiting for the first one."""
    p = call.params
    allowed = _allowed(p.get("allowed_updates"))
    offset, limit, wait = p.get("offset") or 0, p.get("limit") or 100, p.get("timeout") or 0
    batch = await get_updates(call.world, call.bot, offset, limit, wait=wait, allowed=allowed)
    return RawJson(batch)


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Bring updates to an address; an empty one takes the webhook away."""
    url = call.params.get("url") or ""
    if not url:
        return _stop_webhook(call)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad("bad webhook: invalid webhook URL specified")
    secret = call.params.get("secret_token") or ""
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if call.params.get("drop_pending_updates"):
        drop_all(call.world, call.bot)
    carriers = couriers(call.world)
    carriers.stop(call.bot)
    connections = min(100, max(1, call.params.get("max_connections") or 40))
    allowed = _allowed(call.params.get("allowed_updates"))
    call.bot.webhook = Webhook(url, secret, connections, allowed)
    call.world.save_bot(call.bot)
    end_poll(call.bot, "terminated by setWebhook request")
    carriers.start(call.bot)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Go back to polling."""
    return _stop_webhook(call)


def _stop_webhook(call: Call) -> bool:
    if call.params.get("drop_pending_updates"):
        drop_all(call.world, call.bot)
    if call.bot.webhook:
        couriers(call.world).stop(call.bot)
        call.bot.webhook = None
        call.world.save_bot(call.bot)
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """How the webhook does."""
    hook = call.bot.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates),
    }
    if hook:
        info["max_connections"] = hook.max_connections
        for name in ("allowed_updates", "last_error_date", "last_error_message"):
            if getattr(hook, name):
                info[name] = getattr(hook, name)
    return info


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Answer a tap: silently, with a toast, an alert, or an address to open."""
    text = call.params.get("text") or ""
    if len(text) > MAX_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    world = call.world
    query = world.queries.take(
        call.params["callback_query_id"], call.bot.id, world.faults.callback_seconds
    )
    if query is None:
        raise bad(QUERY_TOO_OLD)
    answer: Json = {"text": text, "alert": bool(call.params.get("show_alert"))}
    if call.params.get("url"):
        answer["url"] = call.params["url"]
    if query.waiting and not query.waiting.done():
        query.waiting.set_result(answer)
    notify.answer(world, call.bot.id, query.person, answer)
    return True


def _allowed(value: Any) -> list[str] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise bad("can't parse allowed updates JSON object")
    return [str(name) for name in value]
