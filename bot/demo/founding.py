"""Imports the invented school, the first time, in a process of its own.

Run beside the loading of the messenger libraries, which takes seconds: `python -m
bot.demo.founding` with the demonstration's settings in the environment.
"""

import asyncio
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_database import clock_of
from bot.demo.marks import enter_marks
from bot.settings import Settings
from services.clock import Clock
from services.importing import apply_plan, plan_import
from services.profiles import SCHOOL_NAME
from storage import school_settings
from storage.database import Database
from storage.tables import Pupil
from storage.upgrade import upgrade

WORKBOOK = Path(__file__).parent / "truong-thu.xlsx"
SCHOOL = "Trường THCS Nguyễn Du"


async def found(settings: Settings) -> None:
    """Bring the database up to date, and fill an empty one."""
    clock = clock_of(settings)
    async with Database(settings.url) as database:
        await upgrade(database.engine)
        await database.run(lambda s: _fill(s, clock))


async def _fill(session: AsyncSession, clock: Clock) -> None:
    if await session.scalar(select(func.count()).select_from(Pupil)):
        return
    plan = await plan_import(session, WORKBOOK, clock)
    await apply_plan(session, plan, clock, None)
    await school_settings.put(session, SCHOOL_NAME, SCHOOL)
    await enter_marks(session, clock.now(), clock.zone)


if __name__ == "__main__":
    asyncio.run(found(Settings()))
