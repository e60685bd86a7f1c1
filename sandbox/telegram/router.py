"""The Bot API's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

Reads the call, lets bad days strike, carries the method out, and wraps what came of it in the
envelope that bots expect.
"""

import asyncio
import inspect
import logging
from typing import Any

from aiohttp import web

from sandbox.line import hang_up, silence
from sandbox.store import dumps
from sandbox.telegram import (
    methods_bot,
    methods_chats,
    methods_commands,
    methods_edits,
    methods_files,
    methods_messages,
)
from sandbox.telegram.call import METHODS, Call, RawJson
from sandbox.telegram.errors import ApiError, bad, too_many
from sandbox.telegram.params import Upload, decode, read
from sandbox.telegram.spec import known, methods
from sandbox.telegram.state import Bot
from sandbox.telegram.world import World

MODULES = (
    methods_bot,
    methods_chats,
    methods_commands,
    methods_edits,
    methods_files,
    methods_messages,
)
logger = logging.getLogger(__name__)
FAULT_RETRY_AFTER = 1


def add_routes(app: web.Application, world: World) -> None:
    """Open the door."""
    door = Door(world)
    app.router.add_route("*", "/bot{token}/{method}", door.call)
    app.router.add_get("/file/bot{token}/{path:.+}", door.file)


class Door:
    """The two handlers."""

    def __init__(self, world: World) -> None:
        """`world` is what calls work on."""
        self.world = world

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of one method."""
        world, faults = self.world, self.world.faults
        name = request.match_info["method"]
        spec = methods().get(name.lower())
        label = spec.name if spec else "(unknown)"
        if faults.latency_ms:
            await asyncio.sleep(faults.latency_ms / 1000)
        try:
            if faults.strikes(faults.p_drop):
                return self._drop(request, label)
            bot = world.bot_of(request.match_info["token"])
            if spec is None:
                raise unsupported(name)
            if faults.strikes(faults.p429):
                raise too_many(FAULT_RETRY_AFTER)
            if faults.strikes(faults.p500):
                raise ApiError(500, "Internal Server Error: restart")
            values, files = await read(request)
            result = await carry_out(world, bot, spec.name, values, files)
        except ApiError as error:
            world.stats.call(label, str(error.code))
            return _envelope(error)
        except Exception:
            logger.exception("%s failed", label)
            world.stats.call(label, "500")
            return _envelope(ApiError(500, "Internal Server Error"))
        if faults.strikes(faults.p_timeout):
            return await self._silence(request, label)
        world.stats.call(label, "200")
        text = result if isinstance(result, RawJson) else dumps(result)
        return web.Response(
            body=f'{{"ok":true,"result":{text}}}'.encode("utf-8", "surrogatepass"),
            content_type="application/json",
        )

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file that getFile named."""
        try:
            self.world.bot_of(request.match_info["token"])
        except ApiError as error:
            return _envelope(error)
        file = self.world.media.at(request.match_info["path"])
        if file is None:
            return _envelope(ApiError(404, "Not Found"))
        headers = {"Content-Type": "application/octet-stream"}
        return web.FileResponse(self.world.media.bytes_of(file), headers=headers)

    def _drop(self, request: web.Request, label: str) -> web.Response:
        self.world.stats.call(label, "dropped")
        return hang_up(request)

    async def _silence(self, request: web.Request, label: str) -> web.Response:
        """Say nothing until the caller goes away."""
        self.world.stats.call(label, "timeout")
        return await silence(request)


def unsupported(name: str) -> ApiError:
    """What to say to a method that the sandbox does not play."""
    if name.lower() in known():
        return bad(f"the sandbox does not play the method {name}")
    return ApiError(404, "Not Found: method not found")


async def carry_out(
    world: World, bot: Bot, name: str, values: dict[str, Any], files: dict[str, Upload]
) -> Any:
    """Check parameters and run the method; raises ApiError."""
    spec = methods()[name.lower()]
    for field, upload in files.items():
        if field in spec.types and field not in values:
            values[field] = f"attach://{field}" if spec.types[field] == "file" else upload.name
    result = METHODS[spec.name](Call(world, bot, decode(spec, values), files))
    if inspect.isawaitable(result):
        result = await result
    return result


def _envelope(error: ApiError) -> web.Response:
    headers = {}
    if error.parameters and "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(
        status=error.code,
        body=dumps(error.envelope()).encode(),
        content_type="application/json",
        headers=headers,
    )
