"""A picture of tables that is changed in memory and then written back in bulk.

An import compares thousands of rows with the school and may add as many, so it reads each table
once, decides in memory, and writes with one statement per table and kind. References between
records are the records themselves until they are written, when new ones get their ids.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Base

Model = type[Base]
CHUNK = 1000  # rows per statement, far below SQLite's limit of variables


@dataclass(slots=True, eq=False)
class Record:
    """One row; columns that refer to another table hold that table's `Record`."""

    table: Table
    values: dict[str, Any]
    stored: bool = False
    before: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    @property
    def id(self) -> int:
        """The row's number; of a new record only known once it is written."""
        number: int = self.values["id"]
        return number


class Draft:
    """The tables as they would be; `load` fills it, `write` puts the differences back.

    `edits` counts what was done to it.
    """

    def __init__(self) -> None:
        self._records: dict[str, dict[int, Record]] = {}
        self._removed: list[Record] = []
        self.edits = 0

    def all(self, model: Model) -> Iterable[Record]:
        """The records of a table as they would be, oldest first."""
        return list(self._records.get(_table(model).name, {}).values())

    def _keep(self, record: Record) -> None:
        self._records.setdefault(record.table.name, {})[id(record)] = record

    def add(self, model: Model, **values: Any) -> Record:
        """A new row."""
        record = Record(_table(model), values)
        self.edits += 1
        self._keep(record)
        return record

    def change(self, record: Record, **values: Any) -> None:
        """Set columns of a row; what already has that value is left alone."""
        for column, value in values.items():
            old = record.values.get(column)
            if old != value:
                self.edits += 1
                record.values[column] = value
                if record.before.setdefault(column, old) == value:
                    del record.before[column]  # changed back

    def remove(self, record: Record) -> None:
        """Take a row out."""
        self.edits += 1
        self._records[record.table.name].pop(id(record))
        if record.stored:
            self._removed.append(record)

    def removed(self, model: Model) -> list[Record]:
        """The rows of a table that would be taken out."""
        return [record for record in self._removed if record.table is _table(model)]

    @property
    def is_changed(self) -> bool:
        """Whether writing would change the database."""
        return bool(self._removed) or any(
            record.before or not record.stored
            for records in self._records.values()
            for record in records.values()
        )

    def take(self, model: Model, rows: Iterable[dict[str, Any]]) -> None:
        """Fill a table with rows as they are stored; tables it refers to come first."""
        table = _table(model)
        targets = {
            column.name: self._by_key(root)
            for column in table.columns
            if (root := _root(column)) is not None and root.table.name in self._records
        }
        for row in rows:
            values = {
                name: targets[name].get(value, value) if name in targets else value
                for name, value in row.items()
            }
            self._keep(Record(table, values, stored=True))

    def _by_key(self, root: Column[Any]) -> dict[Any, Record]:
        records = self._records.get(root.table.name, {}).values()
        return {record.values[root.name]: record for record in records}

    async def write(self, session: AsyncSession) -> None:
        """Write what differs: removals, then new rows with their ids, then changes."""
        for record in reversed(self._removed):
            table = record.table
            keys = [column == _plain(record.values[column.name]) for column in table.primary_key]
            await session.execute(delete(table).where(*keys))
        for table in Base.metadata.sorted_tables:
            await self._write_table(session, table)

    async def _write_table(self, session: AsyncSession, table: Table) -> None:
        fresh: list[Record] = []
        changed: dict[tuple[str, ...], list[Record]] = {}
        for record in self._records.get(table.name, {}).values():
            if not record.stored:
                fresh.append(record)
            elif record.before:
                changed.setdefault(tuple(sorted(record.before)), []).append(record)
        for start in range(0, len(fresh), CHUNK):
            await _insert(session, table, fresh[start : start + CHUNK])
        for columns, group in changed.items():
            await _update(session, table, columns, group)


def _table(model: Model) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _root(column: Column[Any]) -> Column[Any] | None:
    """The column that a reference finally points at (a staff role's person is a person)."""
    root = None
    while column.foreign_keys:
        root = column = next(iter(column.foreign_keys)).column
    return root


def _plain(value: Any) -> Any:
    return value.id if isinstance(value, Record) else value


async def _insert(session: AsyncSession, table: Table, records: Sequence[Record]) -> None:
    automatic = "id" in table.columns
    columns = [
        column.name
        for column in table.columns
        if not (automatic and column.name == "id")
        and (column.default is None or column.name in records[0].values)
    ]
    rows = [{name: _plain(record.values.get(name)) for name in columns} for record in records]
    if automatic:
        statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        ids = (await session.execute(statement, rows)).scalars().all()
        for record, number in zip(records, ids, strict=True):
            record.values["id"] = number
    else:
        await session.execute(insert(table), rows)
    for record in records:
        record.stored = True


async def _update(
    session: AsyncSession, table: Table, columns: tuple[str, ...], records: Sequence[Record]
) -> None:
    keys = list(table.primary_key)
    statement = (
        update(table)
        .where(*(column == bindparam(f"key_{column.name}") for column in keys))
        .values({name: bindparam(f"new_{name}") for name in columns})
    )
    rows = [
        {f"key_{column.name}": _plain(record.values[column.name]) for column in keys}
        | {f"new_{name}": _plain(record.values[name]) for name in columns}
        for record in records
    ]
    await session.execute(statement, rows)


async def load(session: AsyncSession, models: Sequence[Model]) -> Draft:
    """A draft of these tables, given so that a table comes after those it refers to."""
    draft = Draft()
    for model in models:
        table = _table(model)
        order = list(table.primary_key)
        rows = (await session.execute(select(table).order_by(*order))).mappings()
        draft._records.setdefault(table.name, {})
        draft.take(model, (dict(row) for row in rows))
    return draft
