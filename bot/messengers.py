"""The messengers of this school, as the settings name them."""

from collections.abc import Awaitable, Callable

from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.settings import Settings
from bot.web.server import WebServer
from services.clock import Clock
from services.link_tokens import Links
from services.links import image_link
from storage.database import Database
from storage.files import FileStore


def messengers(
    settings: Settings,
    database: Database,
    files: FileStore,
    clock: Clock,
    *,
    web: WebServer | None,
    links: Links | None,
) -> list[Channel]:
    """Every messenger that is set up; raises `Refusal` for a token that cannot be one."""
    found: list[Channel] = []
    if settings.telegram_token:
        found.append(
            Telegram(
                settings.telegram_token,
                settings.telegram_api_base,
                files,
                public_url=settings.public_url,
                web=web,
            )
        )
    if settings.zalo_bot_token:
        from bot.channels.zalo_bot import ZaloBot  # only where it is used: every start counts

        found.append(
            ZaloBot(
                settings.zalo_bot_token,
                settings.zalo_api_base,
                files,
                database,
                public_url=settings.public_url,
                web=web,
                webhook=_brings(settings.public_url, settings.zalo_api_base),
                image_link=pictures("zalo_bot", database, clock, links),
                monthly=settings.zalo_bot_monthly,
            )
        )
    if settings.zalo_app_id and web is not None:
        found.append(_official_account(settings, database, files, clock, web=web, links=links))
    return found


def _official_account(
    settings: Settings,
    database: Database,
    files: FileStore,
    clock: Clock,
    *,
    web: WebServer,
    links: Links | None,
) -> Channel:
    """Events only ever come to a public address, so there is none without."""
    from bot.channels.zalo_oa import OaSettings, ZaloOA

    account = OaSettings(
        app_id=settings.zalo_app_id,
        app_secret=settings.zalo_app_secret,
        oa_id=settings.zalo_oa_id,
        webhook_secret=settings.zalo_oa_secret,
        first_pair=(settings.zalo_oa_access_token, settings.zalo_oa_refresh_token),
        api_base=settings.zalo_oa_api_base,
        zbs_base=settings.zalo_zbs_api_base,
        oauth_base=settings.zalo_oauth_base,
        public_url=settings.public_url,
        buttons=settings.zalo_oa_buttons,
    )
    return ZaloOA(account, files, database, clock, web=web, links=links)


def _brings(public_url: str, base: str) -> bool:
    """Whether a messenger can bring updates: to https, or on a network of one's own."""
    return public_url.startswith("https://") or (
        bool(public_url) and not base.startswith("https://")
    )


def pictures(
    channel: str, database: Database, clock: Clock, links: Links | None
) -> Callable[[str, str], Awaitable[str]] | None:
    """Makes a public address for a picture of the file store; None where there is no web server."""
    if links is None:
        return None

    async def address(digest: str, name: str) -> str:
        return await database.run(
            lambda session: image_link(
                session, links, clock.now(), channel=channel, chat="", digest=digest, name=name
            )
        )

    return address
