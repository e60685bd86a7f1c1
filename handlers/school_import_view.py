"""An import's preview for a phone: a line a sheet, then what is refused and what would be lost.

What is refused comes first, since somebody has to mend it; what is added is only counted.
"""

import html
from collections import Counter
from collections.abc import Iterator, Mapping

from handlers.texts import Texts
from services.importing import Plan
from services.importing.labels import column_name, header, reason
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind, Line

LONGEST = 1200  # characters of lines shown, so that with its frame one message holds them
SHOWN = {Kind.REFUSED: 8, Kind.PARTLY: 4, Kind.ENDED: 6, Kind.CHANGED: 6, Kind.NOTE: 3}
SIGNS = {Kind.REFUSED: "✗", Kind.PARTLY: "!", Kind.ENDED: "−", Kind.CHANGED: "~", Kind.NOTE: "i"}
COUNTS = {
    Kind.ADDED: "preview-added",
    Kind.CHANGED: "preview-changed",
    Kind.ENDED: "preview-ended",
    Kind.REFUSED: "preview-refused",
    Kind.PARTLY: "preview-partly",
    Kind.NOTE: "preview-note",
}


def preview_text(plan: Plan, t: Texts, name: str) -> str:
    """What importing the file `name` would do, in HTML."""
    preview = plan.preview
    head = [t("files-preview", file=name, year=preview.year)]
    for sheet, columns in plan.tables.lacking:
        head.append(t("preview-sheet-lacking", sheet=sheet, columns=columns))
    head += [t("preview-sheet-doubled", sheet=sheet) for sheet in plan.tables.doubled]
    if plan.tables.unknown:
        head.append(t("preview-sheets-unknown", sheets=", ".join(plan.tables.unknown)))
    same = []
    for sheet in preview.sheets:
        what, rows = counted(preview.count(sheet), t), preview.rows.get(sheet, 0)
        if what:
            head.append("• " + t("preview-sheet", sheet=sheet.value, rows=rows, what=what))
        else:
            same.append(sheet.value)
    if same:
        head.append("• " + t("files-same", sheets=", ".join(same)))
    return "\n".join([*head, *_within(_lines(plan, t), t)])


def counted(counts: Mapping[Kind, int], t: Texts) -> str:
    """How many lines of each kind there are, in words; "" where none is."""
    return ", ".join(t(key, count=counts[k]) for k, key in COUNTS.items() if counts.get(k))


def saved_text(counts: Mapping[Sheet, Counter[Kind]], t: Texts) -> str:
    """What an import has written, sheet by sheet."""
    written = (Kind.ADDED, Kind.CHANGED, Kind.ENDED)
    parts = []
    for sheet, count in counts.items():
        what = counted({kind: count[kind] for kind in written}, t)
        if what:
            parts.append(f"• {sheet.value}: {what}")
    return "\n".join([t("files-saved"), *parts])


def _lines(plan: Plan, t: Texts) -> Iterator[str]:
    for kind, most in SHOWN.items():
        some = [line for line in plan.preview.lines if line.kind is kind]
        if not some:
            continue
        yield ""
        for line in some[:most]:
            yield f"{SIGNS[kind]} {_line(line, t)}"
        if len(some) > most:
            yield f"{SIGNS[kind]} {t('preview-more', count=len(some) - most)}"


def _within(lines: Iterator[str], t: Texts) -> Iterator[str]:
    """As many lines as a phone can show at once."""
    told = 0
    for line in lines:
        told += len(line)
        if told > LONGEST:
            yield t("files-preview-cut")
            return
        yield line


def _line(line: Line, t: Texts) -> str:
    where = f"{line.sheet.value} " + (t("preview-row", row=line.row) if line.row else "")
    who = " ".join(part for part in (line.who, f"({line.group})" if line.group else "") if part)
    told = [", ".join(part for part in (where.strip(), _safe(who)) if part)]
    if line.key:
        told.append(t(line.key, **reason(line)))
    if line.changes:
        told.append("; ".join(_change(line.sheet, change, t) for change in line.changes))
    return ": ".join(part for part in told if part)


def _change(sheet: Sheet, change: FieldChange, t: Texts) -> str:
    name = header(sheet, change.column)
    if column_name(sheet, change.column) == "active":
        name = t.plain("preview-active")
    old, new = (value or t.plain("preview-blank") for value in (change.old, change.new))
    return _safe(f"{name}: {old} → {new}")


def _safe(text: str) -> str:
    return html.escape(text, quote=False)
