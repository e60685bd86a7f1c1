"""When backups are made by themselves, and who hears of them."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.backing_up import Backups
from bot.nightly import Nightly
from bot.settings import Settings
from services import backups as service
from services.errors import NotAllowed
from services.identity import load_actor
from services.unit import Unit
from storage.database import Database
from storage.tables import Account, BackupRun, OutboxRow, Staff

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Hands:
    """A clock that is set by hand."""

    zone = ZONE

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 30, 1, 0, tzinfo=ZONE)

    def now(self) -> datetime:
        return self.at


class Night:
    def __init__(self, folder: Path, database: Database) -> None:
        self.clock = Hands()
        self.database = database
        self.usb = folder / "usb"
        settings = Settings(data_dir=folder, database_url="", backup_dir=self.usb)
        self.nightly = Nightly(database, Backups(settings), self.clock, lambda: None)  # type: ignore[arg-type]

    async def look(self) -> int:
        """Everything that is due now; how many runs there were."""
        count = 0
        while await self.nightly.look():
            count += 1
        return count

    async def runs(self) -> list[BackupRun]:
        async def work(session):
            return list(await session.scalars(select(BackupRun).order_by(BackupRun.id)))

        return await self.database.run(work)

    async def as_(self, code: str, work):
        async def run(session):
            unit = Unit(session, self.clock.now(), ZONE)
            person = await session.scalar(select(Staff.person_id).where(Staff.code == code))
            unit.actor = await load_actor(unit, person)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def link(self, code: str) -> int:
        async def work(session):
            person = await session.scalar(select(Staff.person_id).where(Staff.code == code))
            at = self.clock.now()
            account = {"channel": "telegram", "external_id": f"9{person}", "linked_at": at}
            session.add(Account(person_id=person, **account))
            return person

        return await self.database.run(work)

    async def told(self) -> list[OutboxRow]:
        async def work(session):
            return list(
                await session.scalars(select(OutboxRow).where(OutboxRow.notice == "backup"))
            )

        return await self.database.run(work)


@pytest.fixture
async def night(school: Path, tmp_path: Path):
    (tmp_path / "solienlac.db").write_bytes(school.read_bytes())
    async with Database(f"sqlite+aiosqlite:///{tmp_path / 'solienlac.db'}") as database:
        yield Night(tmp_path, database)


async def test_one_each_night_and_one_proof_a_week(night: Night) -> None:
    assert await night.look() == 0  # one o'clock
    night.clock.at += timedelta(hours=1, minutes=5)
    for _ in range(8):  # Tuesday to Tuesday
        night.clock.at += timedelta(days=1)
        await night.look()
        assert await night.look() == 0
    kinds = [run.kind for run in await night.runs()]
    assert (kinds.count("night"), kinds.count("proof")) == (8, 2)
    assert all(run.fault is None and run.ended_at for run in await night.runs())
    assert not await night.told()


async def test_a_machine_that_was_off_at_night_makes_it_in_the_morning(night: Night) -> None:
    night.clock.at = datetime(2026, 12, 1, 7, 5, tzinfo=ZONE)
    assert await night.look() == 2  # the backup, and its proof


async def test_a_full_or_missing_stick_is_told_to_the_administrator(night: Night) -> None:
    admin = await night.link("CB003")
    night.usb.write_text("no folder")
    night.clock.at = datetime(2026, 12, 1, 2, 5, tzinfo=ZONE)
    await night.look()
    (run,) = await night.runs()
    assert run.fault
    (row,) = await night.told()
    assert row.person_id == admin
    assert row.params["fault"]


async def test_who_asks_hears_when_it_is_done_and_others_may_not(night: Night) -> None:
    admin = await night.link("CB003")
    await night.as_("CB003", service.ask)
    with pytest.raises(NotAllowed):
        await night.as_("CB012", service.ask)
    with pytest.raises(NotAllowed):
        await night.as_("CB012", service.standing)
    await night.look()
    (row,) = await night.told()
    assert (row.person_id, row.params["kind"], row.params["fault"]) == (admin, "asked", "")
    seen = await night.as_("CB003", service.standing)
    assert seen.made_at == night.clock.now()
    assert not seen.is_stale


async def test_a_backup_that_died_with_its_process_is_made_again(night: Night) -> None:
    night.clock.at = datetime(2026, 12, 1, 2, 5, tzinfo=ZONE)
    run = await night.database.run(lambda s: service.next_run(Unit(s, night.clock.now(), ZONE)))
    assert run is not None
    assert await night.look() == 0  # it may still be going on
    night.clock.at += timedelta(hours=3)
    assert await night.look() == 2
    assert all(each.ended_at for each in await night.runs())


async def test_it_may_be_three_days_old(night: Night) -> None:
    night.clock.at = datetime(2026, 12, 1, 2, 5, tzinfo=ZONE)
    await night.look()

    async def age(session):
        old = night.clock.now() - timedelta(days=4)
        await session.execute(update(BackupRun).values(ended_at=old))

    await night.database.run(age)
    assert (await night.as_("CB003", service.standing)).is_stale
