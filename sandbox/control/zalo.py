"""`/control/zalo`: the switches of Zalo's servers, and who has called."""

from typing import Any

from aiohttp import web

from sandbox.control.ask import body_of, zalo_of
from sandbox.control.guard import answer
from sandbox.zalo.options import OPTIONS, OptionError


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes."""
    router.add_get("/control/zalo", show)
    router.add_post("/control/zalo", change)


async def show(request: web.Request) -> web.Response:
    """All options by door, and `accounts`: `[{channel, id, hears}]`."""
    return answer(_shown(request))


async def change(request: web.Request) -> web.Response:
    """Set what is named, e.g. `{"bot": {"updates": "replay"}}`; all or nothing."""
    wish = await body_of(request)
    for name in wish:
        if name not in OPTIONS:
            raise OptionError(f"unknown part {name!r}; there are {', '.join(OPTIONS)}")
    zalo_of(request).set_options(wish)
    return answer(_shown(request))


def _shown(request: web.Request) -> dict[str, Any]:
    zalo = zalo_of(request)
    accounts = [
        {"channel": account.channel, "id": account.id, "hears": account.hears}
        for account in zalo.accounts.values()
    ]
    return {
        **{name: vars(zalo.options(kind)) for name, kind in OPTIONS.items()},
        "accounts": accounts,
    }
