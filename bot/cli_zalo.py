"""`solienlac zalo`: the school's Zalo as the administrator sets it up and looks after it."""

import argparse
import importlib

from bot.cli_text import current
from bot.settings import Settings

PARTS = {
    "connect": "cli-about-zalo-connect",
    "webhook": "cli-about-zalo-webhook",
    "templates": "cli-about-zalo-templates",
    "budget": "cli-about-zalo-budget",
    "status": "cli-about-zalo-status",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands; each has a module of its own."""
    text = current()
    parts = parser.add_subparsers(dest="part", metavar=text("cli-command"), required=True)
    for name, key in PARTS.items():
        part = parts.add_parser(name, help=text(key), description=text(key))
        # Given after the subcommand they must not undo what was given before it.
        part.add_argument(
            "--language",
            choices=("vi", "en"),
            default=argparse.SUPPRESS,
            help=text("cli-help-language"),
        )
        part.add_argument(
            "--debug", action="store_true", default=argparse.SUPPRESS, help=text("cli-help-debug")
        )
        importlib.import_module(f"bot.cli_zalo_{name}").add_arguments(part)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Do the subcommand."""
    return int(importlib.import_module(f"bot.cli_zalo_{args.part}").run(args, settings))
