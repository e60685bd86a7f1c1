"""A text for one person, to be read again; that it was seen is told by a point which only a browser
that shows the page asks for, since a messenger's preview looks at the page as well.
"""

from aiohttp import web

from bot.web.desk import Desk, html
from bot.web.pages import PIXEL
from services import link_opening
from services.link_tokens import LinkKind

KIND = LinkKind.PAGE


class PageRoutes:
    """The routes under /page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add the routes."""
        router.add_get("/page/{token}", self._desk.answers(self._page))
        router.add_get("/page/{token}/seen.gif", self._desk.answers(self._seen), allow_head=False)

    async def _page(self, request: web.Request) -> web.Response:
        desk = self._desk
        id = desk.number(KIND, request)
        opened = await desk.run(lambda s: link_opening.look(s, id, KIND, desk.clock.now()))
        return html(desk.pages(request, opened).page(opened, request.match_info["token"]))

    async def _seen(self, request: web.Request) -> web.Response:
        desk = self._desk
        id = desk.number(KIND, request)
        await desk.run(lambda s: link_opening.see_page(s, id, desk.clock.now()))
        return web.Response(body=PIXEL, content_type="image/gif")
