"""`solienlac export`: the school as a workbook that `import` reads back without a change."""

import argparse
import asyncio
from pathlib import Path

from bot.cli_database import clock_of, require_current
from bot.cli_text import current
from bot.settings import Settings
from services.clock import today
from services.errors import Refusal
from services.importing import export_school
from storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file."""
    text = current()
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.xlsx")
    parser.add_argument("--yes", action="store_true", help=text("cli-help-overwrite"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the workbook; an existing file only with `--yes`."""
    text = current()
    day = today(clock_of(settings))
    path: Path = args.file or Path(f"truong-{day:%Y-%m-%d}.xlsx")
    if path.exists() and not args.yes:
        raise Refusal("cli-file-exists", file=str(path))
    content = asyncio.run(_export(settings))
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    print(text("export-done", file=str(path)))
    return 0


async def _export(settings: Settings) -> bytes:
    await require_current(settings)
    day = today(clock_of(settings))
    async with Database(settings.url) as database:
        return await database.run(lambda session: export_school(session, day))
