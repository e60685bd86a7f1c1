"""`solienlac init`: the data folder, the database and the school's name; never over another one."""

import argparse
import asyncio
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_ask import confirmed
from bot.cli_database import bring_up_to_date, clock_of, place, require_current, standing
from bot.cli_text import Text, current
from bot.settings import Settings
from services.errors import Refusal
from storage import audit, school_settings
from storage.database import Database

NAME = "school-name"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--name` and `--yes`."""
    text = current()
    parser.add_argument("--name", help=text("cli-help-name"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Set up a school; 0 also where it is there already and nothing contradicts."""
    text = current()
    name = " ".join((args.name or "").split())
    if asyncio.run(standing(settings)) is None:
        return _new(args, settings, text, name)
    known = asyncio.run(_known_name(settings))
    if name and known and name != known:
        raise Refusal("init-other-school", place=place(settings), name=known)
    if name and not known:
        if not confirmed(text, yes=args.yes, question=text("init-question-name", name=name)):
            raise Refusal("cli-declined")
        asyncio.run(_write(settings, name, "school.name"))
        print(text("init-named", name=name))
        return 0
    print(text("init-already", place=place(settings), name=known or "–"))
    return 0


def _new(args: argparse.Namespace, settings: Settings, text: Text, name: str) -> int:
    if not name and not args.yes and sys.stdin.isatty():
        name = " ".join(input(text("init-ask-name") + " ").split())
    print(text("init-would", place=place(settings), name=name or "–"))
    if not confirmed(text, yes=args.yes, question=text("init-question")):
        raise Refusal("cli-declined")
    asyncio.run(bring_up_to_date(settings, clock_of(settings).now()))
    asyncio.run(_write(settings, name, "school.init"))
    print(text("init-done"))
    return 0


async def _known_name(settings: Settings) -> str | None:
    await require_current(settings)
    async with Database(settings.url) as database:
        return await database.run(lambda session: school_settings.get(session, NAME))


async def _write(settings: Settings, name: str, action: str) -> None:
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> None:
        if name:
            await school_settings.put(session, NAME, name)
        await audit.append(session, at=clock.now(), actor_id=None, action=action, subject="school")

    async with Database(settings.url) as database:
        await database.run(work)
