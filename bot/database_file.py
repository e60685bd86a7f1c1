"""Where the SQLite file of the settings' database lies; commands and the running bot ask it."""

from pathlib import Path

from sqlalchemy import make_url

from bot.settings import Settings


def sqlite_file(settings: Settings) -> Path | None:
    """The file of a SQLite database; None for another one."""
    url = make_url(settings.url)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
