"""The school's workbook in a conversation: out as the school is, in after a look at what changes.

Reading, planning and writing workbooks takes too long for a unit of work, so the functions named
`…_work` read what is needed and give back the rest, to be run where nobody waits for it.
"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from services.access import Action
from services.errors import NotFound, Outdated
from services.file_types import SCHOOL_WORKBOOK, check_file
from services.importing import Plan, Summary, apply_plan, make_plan, read_tables, write_school
from services.importing.tables import Tables
from services.unit import Unit
from storage.files import FileStore
from storage.school_store import load_school

Reading = Callable[[], Tables]


class _Standing:
    """The instant of a unit of work, as a clock."""

    def __init__(self, unit: Unit) -> None:
        self.zone: ZoneInfo = unit.zone
        self._now = unit.now

    def now(self) -> datetime:
        return self._now


def may_import(unit: Unit) -> None:
    """Raise `NotAllowed` unless whoever writes may bring data in."""
    unit.require(Action.IMPORT_SCHOOL)


async def export_work(unit: Unit) -> Callable[[], bytes]:
    """The making of the school's workbook as of today."""
    unit.require(Action.EXPORT_SCHOOL)
    draft, day = await load_school(unit.session), unit.today
    return lambda: write_school(draft, day)


def exported(unit: Unit, data: bytes) -> str:
    """Record that the workbook goes out to whoever asks; the name of its file."""
    unit.require(Action.EXPORT_SCHOOL)
    unit.audit("school.exported", "school", size=len(data))
    return f"truong-{unit.today:%Y-%m-%d}.xlsx"


def read_work(unit: Unit, store: FileStore, digest: str, name: str) -> Reading:
    """The reading of a workbook that was sent; it raises `Invalid` or `Unreadable`."""
    may_import(unit)

    def read() -> Tables:
        try:
            data = store.get(digest)
        except FileNotFoundError as error:
            raise NotFound("files-gone") from error
        check_file(SCHOOL_WORKBOOK, name, data)
        return read_tables(data)

    return read


async def plan_work(unit: Unit, tables: Tables) -> Callable[[], Plan]:
    """The planning of what a workbook would change in the school as it is now."""
    may_import(unit)
    draft, day = await load_school(unit.session), unit.today
    return lambda: make_plan(draft, tables, day)


async def carry_out(unit: Unit, plan: Plan) -> Summary:
    """Do what was shown and agreed to; raises `Outdated` where it would not be that any more."""
    actor = unit.require(Action.IMPORT_SCHOOL)
    summary = await apply_plan(unit.session, plan, _Standing(unit), actor.person_id)
    if not summary.changed:
        raise Outdated("files-nothing-left")
    return summary
