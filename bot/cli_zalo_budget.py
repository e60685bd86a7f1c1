"""`solienlac zalo budget`: what paid messages may cost and do cost, and changing either."""

import argparse
import asyncio
import unicodedata

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_ask import confirmed
from bot.cli_database import clock_of, require_current
from bot.cli_text import Text, current
from bot.settings import Settings
from bot.zalo_console import HEAD
from services.errors import Refusal
from services.spending import set_budget
from services.spending_report import SpendingReport, spending_report
from services.unit import Unit
from storage.database import Database

CEILINGS = ("month-cost", "month-messages", "notice-cost", "notice-messages")
PRICES = ("price-consultation", "price-template", "price-phone")
HOURS = ("free-hours", "consultation-hours")
ALL = (*CEILINGS, *PRICES, *HOURS)
STORED = {
    "month-cost": "month_dong",
    "month-messages": "month_messages",
    "notice-cost": "notice_dong",
    "notice-messages": "notice_messages",
    "price-consultation": "consultation",
    "price-template": "template",
    "price-phone": "phone",
    "free-hours": "free_hours",
    "consultation-hours": "consultation_hours",
}
HELP = {
    "month-cost": "zalo-help-month-cost",
    "month-messages": "zalo-help-month-messages",
    "notice-cost": "zalo-help-notice-cost",
    "notice-messages": "zalo-help-notice-messages",
    "price-consultation": "zalo-help-price-consultation",
    "price-template": "zalo-help-price-template",
    "price-phone": "zalo-help-price-phone",
    "free-hours": "zalo-help-free-hours",
    "consultation-hours": "zalo-help-consultation-hours",
}
NO_CEILING = frozenset({"none", "khong"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare an option for each ceiling, price and window."""
    text = current()
    for name in ALL:
        parser.add_argument(f"--{name}", metavar="N", help=text(HELP[name]))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Show the budget; with options show it, ask, and change it."""
    text = current()
    given = {name: getattr(args, name.replace("-", "_")) for name in ALL}
    told = {name: value for name, value in given.items() if value is not None}
    ceilings = {STORED[n]: _ceiling(n, v) for n, v in told.items() if n in CEILINGS}
    prices = {STORED[n]: _figure(n, v) for n, v in told.items() if n in PRICES}
    hours = {STORED[n]: _figure(n, v) for n, v in told.items() if n in HOURS}
    for line in lines_of(asyncio.run(_read(settings)), text):
        print(line)
    if not told:
        return 0
    for name, value in told.items():
        shown = text("zalo-no-ceiling") if _is_none(value) else value
        print(text("zalo-budget-would", name=f"--{name}", value=shown))
    if not confirmed(text, yes=args.yes, question=text("zalo-budget-question")):
        raise Refusal("cli-declined")
    asyncio.run(_set(settings, ceilings, prices, hours))
    print(text("zalo-saved"))
    return 0


def lines_of(report: SpendingReport, text: Text) -> list[str]:
    """The budget and what is spent, a line each."""
    ceilings, prices = report.budget.ceilings, report.budget.prices
    hours = report.budget.hours
    spent = report.spent

    def most(value: int | None) -> int | str:
        return "none" if value is None else value

    return [
        text(
            "zalo-budget-month",
            month=report.month,
            dong=spent.dong,
            messages=spent.messages,
            most=most(ceilings.month_dong),
            most_messages=most(ceilings.month_messages),
        ),
        text(
            "zalo-budget-notice",
            most=most(ceilings.notice_dong),
            most_messages=most(ceilings.notice_messages),
        ),
        text(
            "zalo-budget-prices",
            consultation=prices.consultation,
            template=prices.template,
            phone=prices.phone,
        ),
        text("zalo-budget-hours", free=hours.free_hours, all=hours.consultation_hours),
    ]


def _ceiling(name: str, value: str) -> int | None:
    return None if _is_none(value) else _figure(name, value)


def _is_none(value: str) -> bool:
    """Whether no ceiling is meant, in whatever spelling."""
    letters = unicodedata.normalize("NFD", value.strip().casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)) in NO_CEILING


def _figure(name: str, value: str) -> int:
    """Đồng or messages; thousands may be set off by points, as people write them."""
    figures = value.replace(".", "")
    if not (figures.isascii() and figures.isdecimal()) or len(figures) > 12:
        raise Refusal("spending-no-figure", name=f"--{name}")
    return int(figures)


async def _read(settings: Settings) -> SpendingReport:
    await require_current(settings)
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> SpendingReport:
        return await spending_report(Unit(session, clock.now(), settings.zone, actor=HEAD))

    async with Database(settings.url) as database:
        return await database.run(work)


async def _set(
    settings: Settings,
    ceilings: dict[str, int | None],
    prices: dict[str, int],
    hours: dict[str, int],
) -> None:
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> None:
        unit = Unit(session, clock.now(), settings.zone, actor=HEAD)
        await set_budget(unit, ceilings, prices, hours)
        await unit.finish()

    async with Database(settings.url) as database:
        await database.run(work)
