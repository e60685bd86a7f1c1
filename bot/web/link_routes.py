"""Everything behind links, as one part of the web server."""

from aiohttp import web

from bot.web.desk import Desk
from bot.web.file_routes import FileRoutes
from bot.web.image_routes import ImageRoutes
from bot.web.page_routes import PageRoutes
from bot.web.upload_routes import Offer, UploadRoutes
from services.clock import Clock
from services.link_tokens import Links
from storage.database import Database
from storage.files import FileStore


class LinkRoutes:
    """Give it to `WebServer.add`; `offer` gets uploads that were kept (`Lanes.offer`)."""

    def __init__(
        self, database: Database, files: FileStore, clock: Clock, links: Links, offer: Offer
    ) -> None:
        desk = Desk(database, files, clock, links)
        self._parts = (
            FileRoutes(desk),
            ImageRoutes(desk),
            PageRoutes(desk),
            UploadRoutes(desk, offer),
        )

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add all routes."""
        for part in self._parts:
            part(router)
