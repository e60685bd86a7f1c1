"""A school that workbooks are imported into, and questions about what is there afterwards."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text

from bot.cli_preview import preview_lines
from bot.cli_text import Text
from services.importing import Plan, apply_plan, export_school, plan_import
from services.importing.layout import Sheet
from services.importing.preview import Kind, Preview
from storage import audit
from storage.database import Database

TEXTS = (Text("vi"), Text("en"))
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Noon:
    """A clock that stands until it is set."""

    zone = ZONE

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)

    def now(self) -> datetime:
        return self.at


class ImportedSchool:
    """Takes workbooks and answers questions about what is there."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.clock = Noon()

    async def preview(self, source: bytes | Path) -> Preview:
        plan = await self.db.run(lambda s: plan_import(s, source, self.clock))
        show(plan)
        return plan.preview

    async def take(self, source: bytes | Path) -> Preview:
        """Import; the second time must change nothing."""
        preview, _ = await self.take_once(source)
        again, changed_again = await self.take_once(source)
        assert not changed_again, [
            (line.row, line.kind, line.who, line.changes) for line in again.lines if line.record
        ]
        return preview

    async def take_once(self, source: bytes | Path) -> tuple[Preview, bool]:
        async def work(session: Any) -> tuple[Preview, bool]:
            plan = await plan_import(session, source, self.clock)
            show(plan)
            summary = await apply_plan(session, plan, self.clock, actor_id=None)
            return plan.preview, summary.changed

        return await self.db.run(work)

    async def export(self) -> bytes:
        return await self.db.run(lambda s: export_school(s, self.clock.now().date()))

    async def ask(self, query: str) -> list[tuple[Any, ...]]:
        rows = await self.db.run(lambda s: s.execute(text(query)))
        return [tuple(row) for row in rows]

    async def numbers(self, class_name: str = "7A1") -> dict[str, int]:
        """The list of a class, leavers too."""
        rows = await self.ask(
            "SELECT p.full_name, e.list_number FROM enrolment e JOIN pupil p ON p.id = e.pupil_id "
            f"JOIN school_class c ON c.id = e.class_id WHERE c.name = '{class_name}' "
            "ORDER BY e.list_number"
        )
        return dict(rows)

    async def chain_holds(self) -> bool:
        report = await self.db.run(audit.verify)
        return report.fault is None


def show(plan: Plan) -> list[str]:
    """The preview in both languages: whatever a test makes must have its words."""
    return [line for text in TEXTS for line in preview_lines(plan, text, full=True)]


def told(preview: Preview, kind: Kind, sheet: Sheet = Sheet.PUPILS) -> list[tuple[int | None, str]]:
    """Row and reason of the lines of a kind."""
    return [(line.row, line.key) for line in preview.of(sheet, kind)]
