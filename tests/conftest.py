"""The demo school, imported once a run, for every test that needs a whole school."""

import asyncio
import os
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from services.clock import AnchoredClock
from services.importing import apply_plan, plan_import
from storage.database import Database
from storage.upgrade import upgrade
from tests.support.stage import MORNING

# A merge is judged by the same examples every time; at home each run looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")

SCHOOL = Path(__file__).parents[1] / "bot" / "demo" / "truong-thu.xlsx"


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the demo school."""
    path = tmp_path_factory.mktemp("school") / "school.db"

    async def make() -> None:
        clock = AnchoredClock(ZoneInfo("Asia/Ho_Chi_Minh"), time.time(), MORNING)
        async with Database(f"sqlite+aiosqlite:///{path}") as database:
            await upgrade(database.engine)

            async def load(session):
                plan = await plan_import(session, SCHOOL, clock)
                await apply_plan(session, plan, clock, None)

            await database.run(load)

    asyncio.run(make())
    return path
