"""`/control/zalo/oa` and `/control/zalo/templates`: the account's console and its bad days."""

from aiohttp import web

from sandbox.control.ask import any_body_of, body_of, number_in, text_in
from sandbox.control.guard import answer
from sandbox.errors import MissingError
from sandbox.store import Json, dumps
from sandbox.zalo.oa_events import event_of, for_user
from sandbox.zalo.oa_server import OA, OaServer
from sandbox.zalo.state import ZALO_OA, Conversation


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes."""
    router.add_get("/control/zalo/oa", show)
    router.add_post("/control/zalo/oa", change)
    router.add_post("/control/zalo/oa/tokens", tokens)
    router.add_post("/control/zalo/oa/code", code)
    router.add_post("/control/zalo/oa/expire", expire)
    router.add_post("/control/zalo/oa/window", window)
    router.add_post("/control/zalo/oa/event", event)
    router.add_get("/control/zalo/templates", list_templates)
    router.add_post("/control/zalo/templates", define_templates)


async def show(request: web.Request) -> web.Response:
    """The console without secrets, with `counts` and the number of events that are owed."""
    return answer(_shown(request.app[OA]))


async def change(request: web.Request) -> web.Response:
    """Enter what is named: webhook_url, app_id, secret_key, oa_secret, oa_id, name, …"""
    oa = request.app[OA]
    oa.configure(await body_of(request))
    return answer(_shown(oa))


async def tokens(request: web.Request) -> web.Response:
    """A fresh pair of tokens, as the API Explorer hands one to an administrator."""
    return answer(request.app[OA].tokens.pair())


async def code(request: web.Request) -> web.Response:
    """A code as the consent page sends it back: `{code, oa_id}`; `code_challenge` may be named."""
    oa, wish = request.app[OA], await body_of(request)
    challenge = oa.console.code_challenge
    if "code_challenge" in wish:
        challenge = text_in(wish, "code_challenge")
    return answer({"code": oa.tokens.code(challenge), "oa_id": oa.console.oa_id})


async def expire(request: web.Request) -> web.Response:
    """Kill all tokens of a kind: `{what: "access" | "refresh" | "code"}`."""
    what = text_in(await body_of(request), "what")
    if what not in ("access", "refresh", "code"):
        raise ValueError("what must be access, refresh or code")
    return answer({"killed": request.app[OA].tokens.expire(what)})


async def window(request: web.Request) -> web.Response:
    """Move a person's last interaction into the past: `{person, hours}`; null hours for never."""
    oa, wish = request.app[OA], await body_of(request)
    conv, hours = _conversation(oa, wish), wish.get("hours")
    if hours is None:
        conv.heard_at = None
    elif isinstance(hours, int | float) and not isinstance(hours, bool) and hours >= 0:
        conv.heard_at = oa.zalo.clock.unix() - hours * 3600
    else:
        raise ValueError("hours must be a number, 0 or more")
    oa.zalo.save_conversation(conv)
    return answer({"user_id": conv.native_id, "heard_at": conv.heard_at})


async def event(request: web.Request) -> web.Response:
    """Post a body to the webhook once: `{raw}` or `{body}`, or `{event_name, person, message}`.

    `signed: false` leaves the mark out. The answer is the webhook's `status`, null for none in
    time. What is built from `event_name` has all that a real event has around `message`.
    """
    oa, wish = request.app[OA], await body_of(request)
    if "raw" in wish:
        raw = text_in(wish, "raw").encode("utf-8", "surrogatepass")
    elif "event_name" in wish:
        raw = dumps(_built(oa, wish)).encode()
    else:
        raw = dumps(wish.get("body")).encode("utf-8", "surrogatepass")
    status = await oa.courier.post(raw, signed=wish.get("signed", True) is not False)
    return answer({"status": status})


async def list_templates(request: web.Request) -> web.Response:
    """All templates."""
    return answer([template.record() for template in request.app[OA].templates.all.values()])


async def define_templates(request: web.Request) -> web.Response:
    """Add templates, or change those whose template_id is known; all of the list or none."""
    oa = request.app[OA]
    oa.templates.define(await any_body_of(request))
    return await list_templates(request)


def _built(oa: OaServer, wish: Json) -> Json:
    conv, message = _conversation(oa, wish), wish.get("message", {})
    if not isinstance(message, dict):
        raise ValueError("message must be a JSON object")
    body = event_of(oa, text_in(wish, "event_name"), conv.native_id, message)
    return {**body, **for_user(oa, conv)}


def _conversation(oa: OaServer, wish: Json) -> Conversation:
    number = number_in(wish, "person")
    person = oa.zalo.people.all.get(number or 0)
    if person is None or person.channel != ZALO_OA:
        raise MissingError(f"there is no person {number} on {ZALO_OA}")
    return oa.zalo.conversation(ZALO_OA, oa.console.oa_id, person)


def _shown(oa: OaServer) -> Json:
    return {
        **oa.console.shown(),
        "counts": oa.ledger.record(),
        "pending_events": oa.courier.pending,
    }
