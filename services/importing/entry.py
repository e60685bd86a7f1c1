"""One row being taken: reading its cells, and telling what became of it.

Used as `with entry:`; a `RowRefused` raised inside refuses this row and no other.
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from services.importing.cells import Cell, CellError
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind, Line, Preview
from services.importing.tables import Row
from storage.draft import Record

T = TypeVar("T")


class RowRefused(Exception):  # noqa: N818 - it is an answer, not an error
    """This row is not taken; told under `key` with `params`."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class Entry:
    """A row of a sheet; `who` and `group` are what its lines are about, once known."""

    def __init__(self, preview: Preview, sheet: Sheet, row: Row) -> None:
        self.sheet = sheet
        self.row = row
        self.number = row.number
        self.who = ""
        self.group = ""
        self.refused = False
        self._preview = preview

    def __enter__(self) -> "Entry":
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, RowRefused):
            return False
        self.refused = True
        self._tell(Kind.REFUSED, error.key, error.params)
        return True

    def _tell(
        self,
        kind: Kind,
        key: str = "",
        params: dict[str, Any] | None = None,
        changes: tuple[FieldChange, ...] = (),
        record: Record | None = None,
    ) -> None:
        self._preview.lines.append(
            Line(
                sheet=self.sheet,
                kind=kind,
                row=self.number,
                who=self.who,
                group=self.group,
                key=key,
                params=params or {},
                changes=changes,
                record=record,
            )
        )

    def refuse(self, key: str, **params: Any) -> NoReturn:
        """Refuse this row."""
        raise RowRefused(key, **params)

    def need(self, column: str, read: Callable[[Cell], T | None]) -> T:
        """A cell without which the row is refused."""
        try:
            value = read(self.row.get(column))
        except CellError as error:
            self.refuse(error.key, column=column, value=error.shown)
        if value is None:
            self.refuse("import-cell-missing", column=column)
        return value

    def maybe(self, column: str, read: Callable[[Cell], T | None]) -> T | None:
        """A cell, or None and a line that tells what could not be understood."""
        try:
            return read(self.row.get(column))
        except CellError as error:
            self.leave_out(error.key, column=column, value=error.shown)
            return None

    def leave_out(self, key: str, **params: Any) -> None:
        """Tell that the row is taken without one of its cells."""
        self._tell(Kind.PARTLY, key, params)

    def note(self, key: str, **params: Any) -> None:
        """Tell something that is taken but should be looked at."""
        self._tell(Kind.NOTE, key, params)

    def added(self, record: Record) -> None:
        """Tell that the row's subject is new."""
        self._tell(Kind.ADDED, record=record)

    def changed(self, record: Record, changes: list[FieldChange]) -> None:
        """Tell what the row changes; nothing where it changes nothing."""
        if changes:
            self._tell(Kind.CHANGED, changes=tuple(changes), record=record)

    def ended(self, record: Record, changes: list[FieldChange]) -> None:
        """Tell that something ended (a pupil has left)."""
        self._tell(Kind.ENDED, changes=tuple(changes), record=record)
