"""When the school's data is backed up, who may ask for it, and who hears how it went
(articles 6.1 and 12.3a of the regulation)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import Action
from services.roles import Role
from services.unit import Unit
from storage import backups as store
from storage import households
from storage.backups import PROOF
from storage.outbox import Priority
from storage.tables import BackupRun

NIGHT_FROM = 2  # the hour of the night's backup; a machine that was off makes it when it is on
NOTICE = "backup"
STALE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: the file with its size in bytes, or what went wrong."""

    file: str | None = None
    size: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest backup and the newest proof."""

    made_at: datetime | None
    size: int
    is_stale: bool
    proved_at: datetime | None
    proof_failed: bool


async def ask(unit: Unit) -> None:
    """A backup now, please; raises `NotAllowed`."""
    unit.require(Action.KEEP_BACKUPS)
    await store.add(unit.session, "asked", unit.now, asked_by=unit.who.person_id)
    unit.audit("backup.asked", "backup")


async def next_run(unit: Unit) -> BackupRun | None:
    """The run that is due now and is ours to make; each night's and each week's only once."""
    local = unit.now.astimezone(unit.zone)
    if local.hour >= NIGHT_FROM:
        await store.add(unit.session, "night", unit.now, period=f"night:{local.date()}")
    newest = await store.newest(unit.session)
    if newest is not None:
        await store.add(unit.session, PROOF, unit.now, period=f"{PROOF}:{local:%G-W%V}")
    return await store.begin(unit.session, unit.now)


async def finish(unit: Unit, run: BackupRun, ended: Ended) -> None:
    """Write down how a run ended. Who asked for it hears so; a fault is told to administrators."""
    values = {"file": ended.file, "size": ended.size, "fault": ended.fault}
    await store.end(unit.session, run.id, ended_at=unit.now, **values)
    what = "backup.proved" if run.kind == PROOF else "backup.made"
    unit.audit("backup.failed" if ended.fault else what, f"backup:{run.id}", **values)
    people = {run.asked_by} if run.asked_by is not None else set()
    if ended.fault:
        people |= set(await households.holders_of(unit.session, Role.ADMINISTRATOR))
    facts = {"kind": run.kind, "size": ended.size or 0, "fault": ended.fault or ""}
    for person in sorted(people):
        key = f"{NOTICE}:{run.id}:{person}"
        await unit.notify(person, NOTICE, facts, priority=Priority.APPROVAL, key=key)


async def standing(unit: Unit) -> Standing:
    """How old the newest backup and the newest proof are; raises `NotAllowed`."""
    unit.require(Action.KEEP_BACKUPS)
    made = await store.newest(unit.session)
    proof = await store.newest(unit.session, proof=True)
    at = made.ended_at if made else None
    return Standing(
        at,
        (made.size or 0) if made else 0,
        at is not None and unit.now - at > STALE,
        proof.ended_at if proof else None,
        proof is not None and proof.fault is not None,
    )
