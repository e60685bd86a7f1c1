"""The demo school, imported once by each worker, and what holds for a run as a whole."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from services.clock import AnchoredClock
from services.importing import apply_plan, plan_import
from storage.database import Database
from storage.upgrade import upgrade
from tests.support.left_out import LEFT_OUT
from tests.support.stage import MORNING

# A merge is judged by the same examples every time; at home each run looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")

SCHOOL = Path(__file__).parents[1] / "bot" / "demo" / "truong-thu.xlsx"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that at the end no worker waits for another's.

    Stories that the contract suite tells, on Telegram too, are not told twice in one run.
    """
    items.sort(key=lambda item: item.path.parent.name != "sudden_death")
    if any(item.path.parent.name == "contract" for item in items):
        from tests.contract.conversations import CONVERSATIONS

        told = {conversation.__code__ for conversation in CONVERSATIONS}
        items[:] = [i for i in items if getattr(i, "function", i).__code__ not in told]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells the run what it left out."""
    if (workeroutput := getattr(session.config, "workeroutput", None)) is not None:
        workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, "")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The run hears it; all workers left out the same."""
    if said := getattr(node, "workeroutput", {}).get("left_out"):
        node.config.stash[LEFT_OUT] = said


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what did not run."""
    if said := config.stash.get(LEFT_OUT, ""):
        terminalreporter.write_line(said, yellow=True)


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
