"""`solienlac import`: shows what a workbook would change, asks, and applies it in one piece.

A school that has not been set up is set up on the way. Without a terminal and without `--yes`
nothing is applied.
"""

import argparse
import asyncio
from pathlib import Path

from bot.cli_ask import confirmed
from bot.cli_database import bring_up_to_date, clock_of, require_current, standing
from bot.cli_preview import preview_lines
from bot.cli_template import template_notes
from bot.cli_text import Text, current
from bot.settings import Settings
from services.clock import Clock
from services.errors import Refusal
from services.importing import (
    Plan,
    apply_plan,
    plan_import,
    plan_new_school,
    read_tables,
    write_template,
)
from services.importing.tables import Tables
from storage.database import Database

TEMPLATE = Path("truong-trong.xlsx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file and its options."""
    text = current()
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.xlsx")
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))
    parser.add_argument("--full", action="store_true", help=text("cli-help-full"))
    parser.add_argument("--template", action="store_true", help=text("cli-help-template"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import a workbook, or write an empty one."""
    text = current()
    if args.template:
        return _template(args.file or TEMPLATE, text)
    if args.file is None:
        raise Refusal("import-no-file")
    return asyncio.run(_import(args, settings, text))


def _template(path: Path, text: Text) -> int:
    content = write_template(template_notes(text))
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise Refusal("cli-file-exists", file=str(path)) from error
    print(text("template-written", file=str(path)))
    return 0


async def _import(args: argparse.Namespace, settings: Settings, text: Text) -> int:
    tables = read_tables(args.file)
    clock = clock_of(settings)
    plan = await _plan(settings, tables, clock)
    for line in preview_lines(plan, text, full=args.full):
        print(line)
    if not plan.changes_anything:
        print(text("import-nothing"))
        return 0
    if not confirmed(text, yes=args.yes, question=text("import-question")):
        raise Refusal("cli-declined")
    created, _ = await bring_up_to_date(settings, clock.now())
    async with Database(settings.url) as database:
        await database.run(lambda session: apply_plan(session, plan, clock, actor_id=None))
    print(text("import-done"))
    if created:
        print(text("import-made-school"))
    return 0


async def _plan(settings: Settings, tables: Tables, clock: Clock) -> Plan:
    if await standing(settings) is None:
        return plan_new_school(tables, clock)
    await require_current(settings)
    async with Database(settings.url) as database:
        return await database.run(lambda session: plan_import(session, tables, clock))
