"""`solienlac zalo status`: what the school's own data say of Zalo; nobody is asked for it.

Whether Zalo agrees is `doctor`'s business.
"""

import argparse
import asyncio

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_database import clock_of, require_current
from bot.cli_text import Text, current
from bot.cli_zalo_budget import lines_of
from bot.settings import Settings
from bot.zalo_console import HEAD
from services.errors import Refusal
from services.message_template import template_of
from services.spending import budget_of, month_start
from services.spending_report import spending_report
from services.unit import Unit
from storage import channel_tokens, spending
from storage.contacts import TELEPHONE
from storage.database import Database
from storage.tables import Account, InboxRow, MessengerContact

OA, BOT = "zalo_oa", "zalo_bot"
MOMENT = "%H:%M %d/%m/%Y"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is shown."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print it."""
    text = current()
    if not (settings.zalo_bot_token or settings.zalo_app_id):
        raise Refusal("zalo-not-set-up")
    for line in asyncio.run(_status(settings, text)):
        print(line)
    return 0


async def _status(settings: Settings, text: Text) -> list[str]:
    await require_current(settings)
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> list[str]:
        unit = Unit(session, clock.now(), settings.zone, actor=HEAD)
        lines: list[str] = []
        if settings.zalo_bot_token:
            lines += await _bot(unit, settings, text)
        if settings.zalo_app_id:
            lines += [*await _account(unit, text), *await _people(unit, text)]
            lines += lines_of(await spending_report(unit), text)
        return lines

    async with Database(settings.url) as database:
        return await database.run(work)


async def _bot(unit: Unit, settings: Settings, text: Text) -> list[str]:
    messages = await spending.messages_since(unit.session, BOT, month_start(unit))
    people = await unit.session.scalar(
        select(func.count()).where(
            MessengerContact.channel == BOT, MessengerContact.is_group.is_(False)
        )
    )
    linked = await _linked(unit, BOT)
    most = settings.zalo_bot_monthly or text("zalo-no-ceiling")
    return [
        text(
            "zalo-status-bot", messages=messages, most=most, people=int(people or 0), linked=linked
        )
    ]


async def _account(unit: Unit, text: Text) -> list[str]:
    """Keys, the last event, the template."""
    kept = await channel_tokens.get(unit.session, OA)
    if kept is None:
        lines = [text("zalo-status-no-keys")]
    else:
        until, end = (
            at.astimezone(unit.zone).strftime(MOMENT)
            for at in (kept.access_until, kept.refresh_until)
        )
        refused = "yes" if kept.refused_at is not None else "no"
        lines = [text("zalo-status-keys", until=until, end=end, refused=refused)]
    newest = select(func.max(InboxRow.received_at)).where(InboxRow.channel == OA)
    at = await unit.session.scalar(newest)
    heard = at.astimezone(unit.zone).strftime(MOMENT) if at else "–"
    lines.append(text("zalo-status-heard", at=heard))
    template = await template_of(unit)
    ways = "both" if template.by_user and template.by_phone else "none"
    if template.by_user != template.by_phone:
        ways = "user" if template.by_user else "phone"
    lines.append(text("zalo-status-template", id=template.id or "–", ways=ways))
    return lines


async def _people(unit: Unit, text: Text) -> list[str]:
    """How many can be written to, and at what price."""
    known = (MessengerContact.channel == OA) & MessengerContact.native_id.not_like(f"{TELEPHONE}%")
    open_since = func.coalesce(MessengerContact.heard_at, MessengerContact.first_seen_at)
    shut = MessengerContact.window_shut_at
    is_open = MessengerContact.heard_at.is_not(None) & (shut.is_(None) | (shut < open_since))
    windows = (await budget_of(unit)).windows

    async def count(*where: object) -> int:
        statement = select(func.count()).select_from(MessengerContact).where(known, *where)  # type: ignore[arg-type]
        return int(await unit.session.scalar(statement) or 0)

    free = await count(is_open, open_since >= unit.now - windows.free)
    talk = await count(is_open, open_since >= unit.now - windows.consultation)
    everybody = await count()
    return [
        text(
            "zalo-status-people",
            people=everybody,
            linked=await _linked(unit, OA),
            free=free,
            consultation=talk - free,
            closed=everybody - talk,
        )
    ]


async def _linked(unit: Unit, channel: str) -> int:
    statement = select(func.count()).where(
        Account.channel == channel, Account.person_id.is_not(None)
    )
    return int(await unit.session.scalar(statement) or 0)
