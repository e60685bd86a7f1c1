"""A file out: a page with one button, which uses the link up, and then the file itself.

A messenger looks at every link that is sent, so looking must not use it up. The button leads to an
address that is good for two minutes: the download managers of many phones ask a second time for
what the browser has begun.
"""

import asyncio
from urllib.parse import quote

from aiohttp import web

from bot.web.desk import Desk, html
from services import link_opening
from services.errors import NotFound
from services.link_tokens import LinkKind

KIND = LinkKind.FILE


class FileRoutes:
    """The routes under /file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add the routes."""
        answers = self._desk.answers
        router.add_get("/file/{token}", answers(self._page))
        router.add_post("/file/{token}", answers(self._use))
        router.add_get("/file/{token}/{ticket}/{name}", answers(self._fetch), allow_head=False)

    async def _page(self, request: web.Request) -> web.Response:
        desk = self._desk
        id = desk.number(KIND, request)
        opened = await desk.run(lambda s: link_opening.unused(s, id, KIND, desk.clock.now()))
        return html(desk.pages(request, opened).file(opened))

    async def _use(self, request: web.Request) -> web.Response:
        desk = self._desk
        id, now = desk.number(KIND, request), desk.clock.now()
        opened = await desk.run(lambda s: link_opening.use(s, id, KIND, now))
        name = quote(opened.link.params["name"], safe="")
        ticket = desk.links.ticket(id, now)
        # Relative, since the address as seen from outside may have more in front.
        place = f"{request.match_info['token']}/{ticket}/{name}"
        return web.Response(status=303, headers={"Location": place})

    async def _fetch(self, request: web.Request) -> web.Response:
        desk = self._desk
        id, now = desk.number(KIND, request), desk.clock.now()
        opened = await desk.run(
            lambda s: link_opening.fetch_used(s, id, now, self._is_ticket(request, id))
        )
        params = opened.link.params
        try:
            content = await asyncio.to_thread(desk.files.get, params["file"])
        except FileNotFoundError as error:
            raise NotFound("web-file-gone") from error
        return web.Response(
            body=content,
            content_type=params["mime"],
            headers={"Content-Disposition": _attachment(params["name"])},
        )

    def _is_ticket(self, request: web.Request, id: int) -> link_opening.IsTicket:
        told = request.match_info["ticket"]
        return lambda used_at: self._desk.links.is_ticket(told, id, used_at)


def _attachment(name: str) -> str:
    """Keep it under this name; old browsers get the letters that they know."""
    plain = "".join(c if c.isascii() and c not in '"\\' else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
