"""The Official Account's doors under `/zalo`: calls, uploads, templates and the token endpoint.

Checks token and rate, reads the wish, and hands it to the method.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.store import Json, loads
from sandbox.zalo import oa_messages, oa_users, zbs_queries, zbs_send
from sandbox.zalo.oa_door import Handler, Headers, on_any_day
from sandbox.zalo.oa_errors import (
    BAD_TOKEN,
    OLD_TOKEN,
    OUT_OF_QUOTA,
    RATE,
    ZBS_BODY,
    ZBS_TOKEN,
    OaError,
    invalid,
)
from sandbox.zalo.oa_events import inbound_of
from sandbox.zalo.oa_server import OA, OaServer
from sandbox.zalo.oa_uploads import LIMITS, PER_MONTH, check_file
from sandbox.zalo.oauth import OauthError
from sandbox.zalo.state import ZALO_OA
from sandbox.zalo.world import ZaloWorld

Method = Callable[[OaServer, Any], Awaitable[Any]]
Reader = Callable[[web.Request], Awaitable[Any]]


@dataclass(frozen=True)
class Route:
    """One address: how its wish is read, what carries it out, and its name in the statistics."""

    verb: str
    path: str
    name: str
    read: Reader
    method: Method
    unknown_token: int = BAD_TOKEN
    old_token: int = OLD_TOKEN


async def _json(request: web.Request) -> Json:
    return _object(await request.read())


async def _data(request: web.Request) -> Json:
    """The one query parameter of a GET: `data`, a JSON object."""
    return _object(request.query.get("data", "{}").encode())


async def _zbs_json(request: web.Request) -> Json:
    try:
        return await _json(request)
    except OaError as error:
        raise OaError(ZBS_BODY) from error


async def _query(request: web.Request) -> dict[str, str]:
    return dict(request.query)


def _object(raw: bytes) -> Json:
    try:
        value = loads(raw)
    except ValueError as error:
        raise invalid("body") from error
    if not isinstance(value, dict):
        raise invalid("body")
    return value


async def _form_file(request: web.Request) -> tuple[str, str, bytes]:
    """Kind, name and bytes of the multipart field `file`."""
    kind = request.path.rpartition("/")[2]
    if request.content_type != "multipart/form-data":
        raise invalid("file")
    try:
        async for part in await request.multipart():
            if isinstance(part, aiohttp.BodyPartReader) and part.name == "file" and part.filename:
                return kind, part.filename, bytes(await part.read())
    except (ValueError, AssertionError) as error:
        raise invalid("file") from error
    raise invalid("file")


async def _upload(oa: OaServer, wish: tuple[str, str, bytes]) -> Json:
    kind, name, data = wish
    check_file(kind, name, data)
    month = oa.ledger.this_month("uploads")
    if oa.ledger.count(month) >= PER_MONTH:
        raise OaError(OUT_OF_QUOTA)
    oa.ledger.add(month)
    file = oa.zalo.media.save(data, name, "document" if kind == "file" else "photo")
    place = "token" if kind == "file" else "attachment_id"
    return {place: oa.uploads.add(kind, file.id)}


def _zbs(verb: str, path: str, name: str, read: Reader, method: Method) -> Route:
    return Route(verb, path, name, read, method, ZBS_TOKEN, ZBS_TOKEN)


ROUTES = (
    Route("POST", "/v3.0/oa/message/cs", "zalo_oa.cs", _json, oa_messages.send),
    Route("POST", "/v3.0/oa/message/template", "zalo_oa.template", _json, zbs_send.by_user),
    Route("POST", "/v2.0/oa/message", "zalo_oa.reaction", _json, oa_messages.old_message),
    Route("GET", "/v3.0/oa/user/detail", "zalo_oa.user", _data, oa_users.detail),
    Route("GET", "/v3.0/oa/user/getlist", "zalo_oa.users", _data, oa_users.every),
    Route("POST", "/v3.0/oa/quota/message", "zalo_oa.quota", _json, oa_users.quota),
    Route("GET", "/v2.0/oa/getoa", "zalo_oa.getoa", _data, oa_users.account),
    *(
        Route("POST", f"/v2.0/oa/upload/{kind}", "zalo_oa.upload", _form_file, _upload)
        for kind in LIMITS
    ),
    _zbs("POST", "/message/template", "zbs.template", _zbs_json, zbs_send.by_phone),
    _zbs("GET", "/message/status", "zbs.status", _query, zbs_queries.status),
    _zbs("GET", "/message/quota", "zbs.quota", _query, zbs_queries.quota),
    _zbs("GET", "/template/all", "zbs.templates", _query, zbs_queries.all_templates),
    _zbs("GET", "/template/info/v2", "zbs.template_info", _query, zbs_queries.one_template),
)


def add_routes(app: web.Application, zalo: ZaloWorld) -> None:
    """Open the doors, and listen to the phones."""
    oa = app[OA] = OaServer(zalo)
    zalo.inbound[ZALO_OA] = inbound_of(oa)
    zalo.on_start.append(oa.start)
    for route in ROUTES:
        app.router.add_route(route.verb, f"/zalo{route.path}", _handler(oa, route))
    app.router.add_post("/zalo/v4/oa/access_token", _token_handler(oa))


def _handler(oa: OaServer, route: Route) -> Handler:
    async def name(_: web.Request) -> str:
        return route.name

    async def call(request: web.Request, headers: Headers) -> Json:
        token = request.headers.get("access_token", "")
        oa.check_token(token, route.unknown_token, route.old_token)
        limit, left = oa.count_call()
        headers["X-RateLimit-Limit"] = str(limit)
        headers["X-RateLimit-Remain"] = str(max(0, left))
        if left < 0 and oa.zalo.faults.pace:
            raise OaError(RATE)
        oa.zalo.called(ZALO_OA, oa.console.oa_id, str(request.url.origin()))
        data = await route.method(oa, await route.read(request))
        return {"data": data, "error": 0, "message": "Success"}

    return on_any_day(oa, name, call)


def _token_handler(oa: OaServer) -> Handler:
    async def name(request: web.Request) -> str:
        grant = (await _form(request)).get("grant_type")
        return "oauth.refresh" if grant == "refresh_token" else "oauth.code"

    async def call(request: web.Request, _: Headers) -> Json:
        form, secret = await _form(request), request.headers.get("secret_key", "")
        try:
            return oa.tokens.redeem(oa.console, secret, form)
        except OauthError as error:
            raise OaError(oa.options.oauth_error, str(error)) from error

    return on_any_day(oa, name, call)


async def _form(request: web.Request) -> dict[str, str]:
    """The fields of a form, and nothing of any other kind of body."""
    if request.content_type != "application/x-www-form-urlencoded":
        return {}
    try:
        form = await request.post()
    except (ValueError, LookupError):
        return {}
    return {name: value for name, value in form.items() if isinstance(value, str)}
