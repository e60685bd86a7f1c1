"""An import's preview for a terminal: per sheet what is added, changed and refused, and why.

Long lists are shortened to a count unless everything is asked for; refused rows are shown first,
since they are what the administrator has to mend.
"""

from collections import Counter
from collections.abc import Iterator

from bot.cli_text import Text
from services.importing import Plan
from services.importing.labels import column_name, header, reason
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind, Line

SHOWN_NAMES = 4
SHOWN_LINES = 15
SHOWN_GROUPS = 14
COUNTED = frozenset({Sheet.TEACHING, Sheet.TIMETABLE, Sheet.TESTS})  # too many to name

COUNTS = {
    Kind.ADDED: "preview-added",
    Kind.CHANGED: "preview-changed",
    Kind.ENDED: "preview-ended",
    Kind.REFUSED: "preview-refused",
    Kind.PARTLY: "preview-partly",
    Kind.NOTE: "preview-note",
}


def preview_lines(plan: Plan, text: Text, *, full: bool = False) -> Iterator[str]:
    """The preview, line by line."""
    preview = plan.preview
    yield text("preview-year", year=preview.year)
    for name, columns in plan.tables.lacking:
        yield text("preview-sheet-lacking", sheet=name, columns=columns)
    for name in plan.tables.doubled:
        yield text("preview-sheet-doubled", sheet=name)
    if plan.tables.unknown:
        yield text("preview-sheets-unknown", sheets=", ".join(plan.tables.unknown))
    for sheet in preview.sheets:
        lines = [line for line in preview.lines if line.sheet is sheet]
        yield ""
        yield _heading(sheet, preview.rows.get(sheet, 0), lines, text)
        yield from _sheet(sorted(lines, key=_place), text, full)
    yield ""


def _place(line: Line) -> int:
    return line.row or 0


def _heading(sheet: Sheet, rows: int, lines: list[Line], text: Text) -> str:
    counts = {kind: sum(line.kind is kind for line in lines) for kind in Kind}
    parts = [text(key, count=counts[kind]) for kind, key in COUNTS.items() if counts[kind]]
    what = ", ".join(parts) or text("preview-unchanged")
    return text("preview-sheet", sheet=sheet.value, rows=rows, what=what)


def _sheet(lines: list[Line], text: Text, full: bool) -> Iterator[str]:
    for kind, sign in (
        (Kind.REFUSED, "✗"),
        (Kind.PARTLY, "!"),
        (Kind.CHANGED, "~"),
        (Kind.ENDED, "-"),
        (Kind.NOTE, "i"),
    ):
        some = [line for line in lines if line.kind is kind]
        shown = some if full else some[:SHOWN_LINES]
        for line in shown:
            yield f"  {sign} {_line(line, text)}"
        if len(some) > len(shown):
            yield f"  {sign} {text('preview-more', count=len(some) - len(shown))}"
    added = [line for line in lines if line.kind is Kind.ADDED]
    if added and added[0].sheet in COUNTED and not full:
        counts = Counter(line.group for line in added)
        yield "  + " + ", ".join(f"{name}: {count}" for name, count in counts.items())
    else:
        yield from _added(added, text, full)


def _added(lines: list[Line], text: Text, full: bool) -> Iterator[str]:
    """New ones by class or group, with a few names each."""
    named: dict[str, list[str]] = {}
    for line in lines:
        named.setdefault(line.group, []).append(line.who)
    groups = list(named.items())
    for name, who in groups if full else groups[:SHOWN_GROUPS]:
        names = "; ".join(who if full else who[:SHOWN_NAMES])
        rest = 0 if full else len(who) - SHOWN_NAMES
        more = f"; {text('preview-more', count=rest)}" if rest > 0 else ""
        yield f"  + {name + ': ' if name else ''}{names}{more}"
    if not full and len(groups) > SHOWN_GROUPS:
        yield f"  + {text('preview-more', count=len(groups) - SHOWN_GROUPS)}"


def _line(line: Line, text: Text) -> str:
    where = text("preview-row", row=line.row) if line.row else ""
    who = " ".join(part for part in (line.who, f"({line.group})" if line.group else "") if part)
    told = [", ".join(part for part in (where, who) if part)]
    if line.key:
        told.append(text(line.key, **reason(line)))
    if line.changes:
        told.append("; ".join(_change(line.sheet, change, text) for change in line.changes))
    return ": ".join(part for part in told if part)


def _change(sheet: Sheet, change: FieldChange, text: Text) -> str:
    old, new = change.old or text("preview-blank"), change.new or text("preview-blank")
    return f"{_header(sheet, change.column, text)}: {old} → {new}"


def _header(sheet: Sheet, column: str, text: Text) -> str:
    if column_name(sheet, column) == "active":
        return text("preview-active")
    return header(sheet, column)
