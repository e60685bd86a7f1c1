"""What all pages behind links share: the token, the link, and saying what is wrong."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot.web.pages import Pages, reader_texts
from services.clock import Clock
from services.errors import NotFound, Outdated, Refusal
from services.link_opening import Opened, Used
from services.link_tokens import LinkKind, Links
from storage.database import Database
from storage.files import FileStore

T = TypeVar("T")
USED_TITLES = {"web-file-used": "web-file-used-title", "web-upload-used": "web-upload-used-title"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Desk:
    """The database, the files, the clock and the signer of links, for whoever answers requests."""

    def __init__(self, database: Database, files: FileStore, clock: Clock, links: Links) -> None:
        self.database = database
        self.files = files
        self.clock = clock
        self.links = links

    def number(self, kind: LinkKind, request: web.Request) -> int:
        """The link that a request's token names; raises `NotFound` or `Outdated`."""
        return self.links.read(kind, request.match_info["token"], self.clock.now())

    async def run(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """One unit of work."""
        return await self.database.run(work)

    def pages(self, request: web.Request, opened: Opened | None = None) -> Pages:
        """Pages for whoever opened a link, or in the browser's language."""
        language = opened.language if opened else None
        t = reader_texts(language, request.headers.get("Accept-Language", ""))
        return Pages(t, self.clock.zone, opened.school if opened else None)

    def refused(self, request: web.Request, why: Refusal) -> web.Response:
        """The page that says why a link does not work."""
        pages = self.pages(request, why.opened if isinstance(why, Used) else None)
        t = pages.t
        if isinstance(why, Used):
            title = t.plain(USED_TITLES[why.key])
            return html(pages.said(title, t(why.key, when=pages.when(why.at))), 410)
        if isinstance(why, Outdated):
            return html(pages.said(t.plain("web-over-title"), t(why.key, **why.params)), 410)
        status = 404 if isinstance(why, NotFound) else 400
        return html(pages.said(t.plain("web-no-such-title"), t(why.key, **why.params)), status)

    def answers(self, handler: Handler) -> Handler:
        """A handler whose refusals become pages."""

        async def answered(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except Refusal as why:
                return self.refused(request, why)

        return answered


def html(page: str, status: int = 200) -> web.Response:
    """A page as an answer."""
    return web.Response(text=page, status=status, content_type="text/html", charset="utf-8")
