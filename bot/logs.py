"""Where the log goes and how loud it is. Logs carry ids, never names, texts or tokens."""

import logging

QUIET = ("aiogram", "aiohttp.access", "alembic")


def set_up(level: str) -> None:
    """Log to standard error from `level` on; chatty libraries only from warnings on."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a late tick finds the same rows
