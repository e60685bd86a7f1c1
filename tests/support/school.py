"""The invented school of the tests: 492 pupils, 31 staff, 12 classes, groups, weeks, test dates."""

from pathlib import Path

from services.clock import Clock
from services.importing import Summary, apply_plan, plan_import
from storage.database import Database

DATA = Path(__file__).parents[1] / "data"
SAMPLE = DATA / "truong-mau.xlsx"
UNTIDY = DATA / "truong-mau-lon-xon.xlsx"


async def import_school(db: Database, clock: Clock, source: Path | bytes) -> Summary:
    """Import a workbook in one unit of work; the tables must exist."""

    async def work(session):
        plan = await plan_import(session, source, clock)
        return await apply_plan(session, plan, clock, actor_id=None)

    return await db.run(work)


async def sample_school(db: Database, clock: Clock) -> Summary:
    """The tidy sample school."""
    return await import_school(db, clock, SAMPLE)
