"""A picture out: the picture itself, for a messenger's server that fetches it a few times."""

import asyncio

from aiohttp import web

from bot.web.desk import Desk
from services import link_opening
from services.errors import NotFound
from services.link_tokens import LENGTH, LinkKind

KIND = LinkKind.IMAGE


class ImageRoutes:
    """The route under /image; the name's ending is for those who judge by it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add the route."""
        path = f"/image/{{token:[^./]{{{LENGTH}}}}}{{ending:(\\.[a-z]+)?}}"
        router.add_get(path, self._desk.answers(self._picture))

    async def _picture(self, request: web.Request) -> web.Response:
        desk = self._desk
        id, now = desk.number(KIND, request), desk.clock.now()
        looked = request.method == "HEAD"  # a look at the headers is no fetch
        opened = await desk.run(lambda s: link_opening.fetch_image(s, id, now, count=not looked))
        params = opened.link.params
        try:
            content = await asyncio.to_thread(desk.files.get, params["file"])
        except FileNotFoundError as error:
            raise NotFound("web-file-gone") from error
        return web.Response(body=content, content_type=params["mime"])
