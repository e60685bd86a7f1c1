"""`solienlac run`: the bot as the settings say, until a signal; one process per SQLite file."""

import argparse
import asyncio
import logging

from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is in the settings."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve until stopped; 0 when stopped in order."""
    from bot.running import serve

    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("aiogram").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    try:
        import uvloop
    except ImportError:  # Windows has none
        asyncio.run(serve(settings))
    else:
        uvloop.run(serve(settings))
    return 0
