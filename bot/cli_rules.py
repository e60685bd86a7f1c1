"""`solienlac rules`: the school's hours and limits of attendance, listed or changed."""

import argparse
import asyncio
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_ask import confirmed
from bot.cli_database import clock_of, require_current
from bot.cli_text import current
from bot.settings import Settings
from handlers.rule_words import ABOUT, rule_line, value_words
from services.access import CONSOLE
from services.errors import Refusal
from services.rule_changes import Changed, Rule, change, every_rule
from services.rule_forms import Wish, read_wish
from services.unit import Unit
from storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the rule with its value."""
    text = current()
    parser.add_argument("rule", nargs="*", help=text("cli-help-rule"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Show the rules; with one and its value show it, ask, and change it."""
    text = current()
    wish = read_wish(" ".join(args.rule)) if args.rule else None
    rules = asyncio.run(_read(settings))
    if wish is None:
        for rule in rules:
            print(rule_line(text, rule))
        return 0
    print(rule_line(text, next(each for each in rules if each.form is wish.form)))
    if not confirmed(text, yes=args.yes, question=text("cli-rules-question")):
        raise Refusal("cli-declined")
    done = asyncio.run(_set(settings, wish))
    print(
        text(
            "cli-rules-saved",
            about=text(ABOUT[done.form.name]),
            before=value_words(text, done.form, done.before),
            after=value_words(text, done.form, done.after),
        )
    )
    return 0


async def _read(settings: Settings) -> list[Rule]:
    await require_current(settings)
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> list[Rule]:
        unit = _unit(session, settings, clock.now())
        return await every_rule(unit)

    async with Database(settings.url) as database:
        return await database.run(work)


async def _set(settings: Settings, wish: Wish) -> Changed:
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> Changed:
        unit = _unit(session, settings, clock.now())
        done = await change(unit, wish)
        await unit.finish()
        return done

    async with Database(settings.url) as database:
        return await database.run(work)


def _unit(session: AsyncSession, settings: Settings, now: datetime) -> Unit:
    return Unit(session, now, settings.zone, actor=CONSOLE, grace_seconds=settings.grace_seconds)
