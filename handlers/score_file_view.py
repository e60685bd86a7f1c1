"""The preview of a sheet of marks: what would change, what was not taken, what others changed."""

from collections import Counter

from handlers.notices.absence_summary import ROOM, fitting
from handlers.score_words import column_words, mark, short_name
from handlers.texts import Texts
from services.score_files.plan import Change, Plan, SheetPlan
from services.score_files.reading import Problem

SHOWN = 8  # changed marks and problems of a sheet
REASONS = {
    "score-file-no-mark": "score-file-no-mark",
    "score-file-out-of-range": "score-file-out-of-range",
    "score-file-need-figures": "score-file-need-figures",
    "score-file-need-remarks": "score-file-need-remarks",
    "score-file-no-pupil": "score-file-no-pupil",
    "score-file-name-differs": "score-file-name-differs",
    "score-file-pupil-twice": "score-file-pupil-twice",
    "score-file-is-exempt": "score-file-is-exempt",
}


def preview_text(t: Texts, plan: Plan, name: str) -> str:
    """What saving the file would do, in HTML."""
    lines = [t("score-file-preview", file=name)]
    for sheet in plan.sheets:
        lines += _sheet(t, sheet)
    return fitting(t, lines, ROOM - 200)


def _sheet(t: Texts, sheet: SheetPlan) -> list[str]:
    lines = [
        t(
            "score-file-preview-sheet",
            subject=sheet.subject,
            term=sheet.term,
            changes=len(sheet.changes),
            missing=sheet.missing,
            **{"class": sheet.class_name},
        )
    ]
    by_column: dict[str, Counter[str]] = {}
    for change in sheet.changes:
        by_column.setdefault(column_words(t, change.column), Counter())[_kind(change)] += 1
    for column, counts in by_column.items():
        lines.append(
            t(
                "score-file-preview-column",
                column=column,
                added=counts["added"],
                changed=counts["changed"],
                removed=counts["removed"],
            )
        )
    lines += [_change(t, c) for c in sheet.changes if c.since][:SHOWN]
    lines += [_change(t, c) for c in sheet.changes if c.old is not None and not c.since][:SHOWN]
    lines += [_problem(t, problem) for problem in sheet.problems[:SHOWN]]
    if len(sheet.problems) > SHOWN:
        lines.append(t("score-file-preview-more", count=len(sheet.problems) - SHOWN))
    if sheet.closed:
        columns = ", ".join(column_words(t, column) for column in sheet.closed)
        lines.append(t("score-file-preview-closed", columns=columns))
    if sheet.unknown:
        lines.append(t("score-file-preview-unknown", columns=", ".join(sheet.unknown[:SHOWN])))
    return lines


def _kind(change: Change) -> str:
    if change.new is None:
        return "removed"
    return "added" if change.old is None else "changed"


def _change(t: Texts, change: Change) -> str:
    key = "score-file-preview-since" if change.since else "score-file-preview-changed"
    blank = t.plain("score-file-blank")
    return t(
        key,
        name=short_name(change.name),
        column=column_words(t, change.column),
        old=blank if change.old is None else mark(change.old),
        new=blank if change.new is None else mark(change.new),
    )


def _problem(t: Texts, problem: Problem) -> str:
    why = t.plain(REASONS[problem.key], shown=problem.shown)
    return t("score-file-preview-problem", place=problem.place, who=problem.who or "none", why=why)
