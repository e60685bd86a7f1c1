"""`solienlac verify`: is the data sound, and is the audit chain the one that was written."""

import argparse
import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_database import require_current
from bot.cli_text import Text, current
from bot.settings import Settings
from services.errors import Refusal
from storage import audit, integrity
from storage.database import Database
from storage.tables import AuditEvent

CHAIN_FAULTS = {
    "gap": "verify-chain-gap",
    "link": "verify-chain-link",
    "content": "verify-chain-content",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is checked."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Check; 1 where anything is wrong, with the first bad entry named."""
    return asyncio.run(_verify(settings, current()))


async def _verify(settings: Settings, text: Text) -> int:
    await require_current(settings)

    async def work(
        session: AsyncSession,
    ) -> tuple[list[str], audit.ChainReport, AuditEvent | None]:
        report = await audit.verify(session)
        bad = await session.get(AuditEvent, report.bad_id) if report.bad_id else None
        return await integrity.faults(session), report, bad

    async with Database(settings.url) as database:
        faults, report, bad = await database.run(work)
    for fault in faults:
        print(text("verify-fault", fault=fault))
    if report.fault is None:
        print(text("verify-chain-good", entries=report.entries))
    elif bad is not None:
        at = bad.at.astimezone(settings.zone).strftime("%d/%m/%Y %H:%M:%S")
        raise Refusal(
            CHAIN_FAULTS[report.fault],
            id=str(bad.id),
            at=at,
            action=bad.action,
            subject=bad.subject,
            good=report.entries,
        )
    if faults:
        raise Refusal("verify-faults", count=len(faults))
    print(text("verify-good"))
    return 0
