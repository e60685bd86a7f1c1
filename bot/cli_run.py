"""`solienlac run`: the bot as the settings say, until a signal; one process per SQLite file."""

import argparse
import asyncio

from bot.settings import Settings
from services.errors import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is in the settings."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve until stopped; 0 when stopped in order."""
    if not settings.has_messenger:
        raise Refusal("no-messenger")  # said before the messenger's library is loaded
    from bot.logs import set_up
    from bot.running import serve

    set_up(settings.log_level)
    try:
        import uvloop
    except ImportError:  # Windows has none
        asyncio.run(serve(settings))
    else:
        uvloop.run(serve(settings))
    return 0
