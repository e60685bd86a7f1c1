"""From a workbook and the school as it is to what an import would do."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from services.clock import Clock, today
from services.importing import workbook
from services.importing.calendar import settle_year, take_tests, take_weeks
from services.importing.desk import Desk
from services.importing.groups import take_groups
from services.importing.preview import Kind, Preview
from services.importing.pupils import take_pupils
from services.importing.staff import take_staff
from services.importing.tables import Tables, understand
from services.importing.teaching import take_homerooms, take_teaching
from services.importing.timetable import take_timetable
from storage.draft import Draft
from storage.school_store import load_school

MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: `preview` tells it, `draft` holds it, `tables` can plan it again."""

    tables: Tables
    day: date
    preview: Preview
    draft: Draft = field(repr=False)

    @property
    def changes_anything(self) -> bool:
        """Whether applying would write anything."""
        return self.draft.is_changed

    def says_the_same(self, other: "Plan") -> bool:
        """Whether two plans tell the administrator the same."""
        return self._told() == other._told()

    @property
    def mark(self) -> str:
        """A short mark of what the plan tells, to be kept until somebody agrees to it."""
        return hashlib.sha256(repr(self._told()).encode()).hexdigest()[:16]

    def _told(self) -> list[tuple[object, ...]]:
        return [
            (line.sheet, line.kind, line.row, line.who, line.group, line.changes)
            for line in self.preview.lines
            if line.kind is not Kind.NOTE
        ]


def read_tables(source: Path | bytes) -> Tables:
    """The sheets of a workbook; raises `workbook.Unreadable` for a file that is none."""
    return understand(workbook.read(source))


def make_plan(draft: Draft, tables: Tables, day: date) -> Plan:
    """Work the workbook off on a draft, until once more would change nothing.

    A second time finds what the first has only just made possible (a sibling's row names an adult
    whose number another row has just corrected), so that importing twice is importing once.
    """
    preview = _take_all(draft, tables, day)
    for _ in range(MOST_ROUNDS):
        before = draft.edits
        again = _take_all(draft, tables, day)
        if draft.edits == before:
            break
        preview.lines += [line for line in again.lines if line.record is not None]
    return Plan(tables, day, preview, draft)


def _take_all(draft: Draft, tables: Tables, day: date) -> Preview:
    """Work the sheets off once, in the order in which they need each other."""
    desk = Desk(draft, tables, day)
    settle_year(desk)
    take_weeks(desk)
    take_staff(desk)
    take_pupils(desk)
    take_homerooms(desk)
    take_teaching(desk)
    take_timetable(desk)
    take_groups(desk)
    take_tests(desk)
    return desk.preview


async def plan_import(session: AsyncSession, source: Path | bytes | Tables, clock: Clock) -> Plan:
    """What importing the workbook into this school would do; writes nothing.

    Raises `workbook.Unreadable`.
    """
    tables = source if isinstance(source, Tables) else read_tables(source)
    return make_plan(await load_school(session), tables, today(clock))


def plan_new_school(tables: Tables, clock: Clock) -> Plan:
    """The same for a school whose database does not exist yet."""
    return make_plan(Draft(), tables, today(clock))
