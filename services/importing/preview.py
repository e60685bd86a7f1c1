"""What an import would do, line by line, in keys and values: the words are the reader's concern."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from services.importing.layout import Sheet
from storage.draft import Record


class Kind(StrEnum):
    """What becomes of a row or of a part of it."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    REFUSED = "refused"  # the row is not taken
    PARTLY = "partly"  # the row is taken without this cell
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that would change: the column's name, what stands there, what would."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the preview tells.

    `who` is what the row is about as people read it, `group` what lines are gathered by (a
    class), `key` with `params` the reason or note, `record` the row of the database it concerns.
    """

    sheet: Sheet
    kind: Kind
    row: int | None
    who: str = ""
    group: str = ""
    key: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    changes: tuple[FieldChange, ...] = ()
    record: Record | None = None


@dataclass(slots=True)
class Preview:
    """All lines, and how many rows each sheet held."""

    year: str = ""
    rows: dict[Sheet, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets that the workbook has or that something is told about."""
        told = {line.sheet for line in self.lines}
        return [sheet for sheet in Sheet if sheet in self.rows or sheet in told]

    def of(self, sheet: Sheet, *kinds: Kind) -> list[Line]:
        """The lines of a sheet of some kinds, in the order of its rows."""
        return [line for line in self.lines if line.sheet is sheet and line.kind in kinds]

    def count(self, sheet: Sheet) -> Counter[Kind]:
        """How many lines of each kind a sheet has."""
        return Counter(line.kind for line in self.lines if line.sheet is sheet)

    @property
    def refused(self) -> Iterable[Line]:
        """The rows and cells that would not be taken."""
        return [line for line in self.lines if line.kind in (Kind.REFUSED, Kind.PARTLY)]
