"""Who may hold the phones: programs and pages of this very machine.

A page from elsewhere that happens to be open in the same browser must not reach them, so the
names that the browser gives (Host, Origin) are checked beside the address of the caller.
"""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.errors import GestureError, MissingError
from sandbox.people import PersonError
from sandbox.store import dumps

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}
OWN_PAGES = {"same-origin", "none", ""}


def is_local(request: web.Request) -> bool:
    """Whether caller, host name and origin are all this machine."""
    try:
        address = ipaddress.ip_address((request.remote or "").split("%")[0])
    except ValueError:
        return False
    if not address.is_loopback:
        return False
    host = urlsplit(f"//{request.headers.get('Host', '')}")
    if host.hostname not in LOCAL_NAMES:
        return False
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != host.netloc:
        return False
    return request.headers.get("Sec-Fetch-Site", "") in OWN_PAGES


def refusal(status: int, reason: str) -> web.Response:
    """An error of the control API."""
    return answer({"error": reason}, status)


def answer(value: Any, status: int = 200) -> web.Response:
    """JSON of the control API."""
    return web.Response(
        status=status,
        body=dumps(value).encode("utf-8", "surrogatepass"),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Shut `/control` for others, and turn what went wrong into readable answers."""
    if not request.path.startswith("/control"):
        return await handler(request)
    if not is_local(request):
        return refusal(403, "only for this machine")
    try:
        return await handler(request)
    except MissingError as error:
        return refusal(404, str(error))
    except GestureError as error:
        return refusal(409, str(error))
    except (PersonError, ValueError) as error:
        return refusal(400, str(error))
    except web.HTTPException as error:
        return refusal(error.status, error.reason)
