"""Columns under the names that people see in the workbook, for whoever shows a preview."""

from services.importing.layout import LAYOUTS, Sheet
from services.importing.preview import Line

ALIASES = {  # columns of the database that a column of the workbook fills
    "full_name": "name",
    "birth_date": "birth",
    "called_name": "called",
    "ethnic_group": "ethnic",
    "policy_family": "policy",
    "leader_id": "leader",
    "label": "kind",
}


def column_name(sheet: Sheet, column: str) -> str:
    """The name of the workbook's column that fills a column of the database."""
    return "week" if (sheet, column) == (Sheet.YEAR, "number") else ALIASES.get(column, column)


def header(sheet: Sheet, column: str) -> str:
    """The header above a column, or the column's own name where the workbook has none."""
    name = column_name(sheet, column)
    return next((c.header for c in LAYOUTS[sheet].columns if c.name == name), name)


def reason(line: Line) -> dict[str, object]:
    """The values of a line's reason, a column under the header that people see."""
    values = dict(line.params)
    if "column" in values:
        values["column"] = header(line.sheet, str(values["column"]))
    return values
