"""A file in: a page with one field, and the way of what it sends into the chat's lane.

The file is checked and stored first; then one commit uses the link up and keeps the file in the
inbox, where it is handled as any update. What is refused leaves the link open.
"""

import asyncio
from collections.abc import Callable, Sequence

from aiohttp import web

from bot.web.desk import Desk, html
from bot.web.upload_body import read_file
from services import link_opening
from services.errors import Invalid
from services.file_types import MIMES, check_file
from services.link_tokens import LinkKind
from storage.inbox import Accepted

KIND = LinkKind.UPLOAD
Offer = Callable[[Sequence[Accepted]], None]


class UploadRoutes:
    """The routes under /upload; `offer` is told of what was kept, after the commit."""

    def __init__(self, desk: Desk, offer: Offer) -> None:
        self._desk = desk
        self._offer = offer

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add the routes."""
        router.add_get("/upload/{token}", self._desk.answers(self._page))
        router.add_post("/upload/{token}", self._desk.answers(self._take))

    async def _opened(self, id: int) -> link_opening.Opened:
        now = self._desk.clock.now()
        return await self._desk.run(lambda s: link_opening.unused(s, id, KIND, now))

    async def _page(self, request: web.Request) -> web.Response:
        opened = await self._opened(self._desk.number(KIND, request))
        pages = self._desk.pages(request, opened)
        return html(pages.upload(opened, link_opening.purpose_of(opened)))

    async def _take(self, request: web.Request) -> web.Response:
        desk = self._desk
        id = desk.number(KIND, request)
        opened = await self._opened(id)
        pages, purpose = desk.pages(request, opened), link_opening.purpose_of(opened)
        try:
            name, content = await read_file(request, purpose)
            kind = await asyncio.to_thread(check_file, purpose, name, content)
        except Invalid as why:
            status = 413 if why.key == "web-refused-large" else 400
            wrong = pages.t(why.key, **why.params)
            return html(pages.upload(opened, purpose, wrong), status)
        digest = await asyncio.to_thread(desk.files.put, content)
        now, size = desk.clock.now(), len(content)
        kept = await desk.run(
            lambda s: link_opening.take_upload(
                s, id, now, digest=digest, name=name, mime=MIMES[kind], size=size
            )
        )
        self._offer(kept)
        t = pages.t
        return html(pages.said(t.plain("web-upload-done-title"), t("web-upload-done", name=name)))
