"""The invented school in a database of its own."""

import time
from pathlib import Path
from zoneinfo import ZoneInfo

from services.clock import AnchoredClock
from services.importing import apply_plan, plan_import
from storage.database import Database
from storage.upgrade import upgrade
from tests.support.stage import MORNING

WORKBOOK = Path(__file__).parents[1] / "bot" / "demo" / "truong-thu.xlsx"


async def school_database(folder: Path) -> Path:
    """A database file in `folder` that holds the school."""
    path = folder / "school.db"
    clock = AnchoredClock(ZoneInfo("Asia/Ho_Chi_Minh"), time.time(), MORNING)
    async with Database(f"sqlite+aiosqlite:///{path}") as database:
        await upgrade(database.engine)

        async def load(session: object) -> None:
            plan = await plan_import(session, WORKBOOK, clock)
            await apply_plan(session, plan, clock, None)

        await database.run(load)
    return path
