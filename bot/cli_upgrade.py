"""`solienlac upgrade`: the database to this version, after a copy; `run` does it by itself."""

import argparse
import asyncio

from bot.cli_ask import confirmed
from bot.cli_database import bring_up_to_date, clock_of, place, standing
from bot.cli_text import current
from bot.settings import Settings
from services.errors import Refusal
from storage import upgrade


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--yes`."""
    text = current()
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Upgrade; 0 also where there is nothing to do."""
    text = current()
    number = asyncio.run(standing(settings))
    if number is None:
        raise Refusal("cli-no-school", place=place(settings))
    if number > upgrade.newest():
        raise Refusal("cli-database-newer", number=number)
    if number == upgrade.newest():
        print(text("upgrade-nothing", number=number))
        return 0
    print(text("upgrade-would", old=number, new=upgrade.newest(), place=place(settings)))
    if not confirmed(text, yes=args.yes, question=text("upgrade-question")):
        raise Refusal("cli-declined")
    _, copy = asyncio.run(bring_up_to_date(settings, clock_of(settings).now()))
    if copy is not None:
        print(text("upgrade-copied", file=str(copy)))
    print(text("upgrade-done", number=upgrade.newest()))
    return 0
