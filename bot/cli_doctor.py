"""`solienlac doctor`: looks at everything the program needs and says what to do."""

import argparse
import asyncio

from bot.checks import examine
from bot.cli_text import current
from bot.settings import Settings

GOOD, BAD = "✓", "✗"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is in the settings."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print a line a finding; 1 if something must be done."""
    return asyncio.run(_run(args, settings))


async def _run(args: argparse.Namespace, settings: Settings) -> int:
    text, bad = current(), 0
    async for finding in examine(settings):
        bad += not finding.good
        print(f"{GOOD if finding.good else BAD} {text(finding.key, **finding.values)}")
    print(text("doctor-bad", count=bad) if bad else text("doctor-good"))
    return 1 if bad else 0
