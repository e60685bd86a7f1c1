"""What is shown of a column that was saved, or is to be: every mark as it was understood."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup

from handlers.context import Context
from handlers.score_buttons import ScoreMarking, ScorePublish, ScoreUndo
from handlers.score_questions import problem_lines
from handlers.score_words import aligned, escape, figure, mark, place_words, rows_of, short_name
from handlers.showing import button, keyboard
from services.gradebook import Page, unguarded_page
from services.score_cells import Column
from services.score_drafts import Look
from services.score_figures import figures
from services.score_text.kinds import Note, Remarked
from services.score_writing import Written

NAMES = 8  # that a line of the echo shows
FEW = 3  # marks that are echoed by name, without the whole column


def saved(ctx: Context, page: Page, seen: Look, written: Written) -> str:
    """The column as it now stands, its figures, and what was read otherwise than typed."""
    t = ctx.t
    place = place_words(t, page, seen.column)
    if not written.changed:
        return t("score-same", place=place)
    lines = [t("score-saved", place=place, count=len(written.after))]
    if len(written.after) <= FEW:
        lines += _few(page, written)
    else:
        lines.append(aligned(rows_of(page, seen.column, dict(written.before)), ctx.capabilities))
    lines += note_lines(ctx, [n for r in seen.readings for n in r.notes])
    lines += figure_lines(ctx, page, seen.column)
    return "\n".join(lines)


def _few(page: Page, written: Written) -> list[str]:
    lines: list[str] = []
    for id, cell in written.after.items():
        before = written.before[id]
        old = f"{mark(before)} → " if before is not None else ""
        new = mark(cell) if cell is not None else "–"
        place = page.roster.by_id[id]
        lines.append(f"<b>{place.number}. {escape(place.full_name)}: {old}{new}</b>")
    return lines


def preview(ctx: Context, seen: Look) -> str:
    """What would be saved, with what it replaces and what was not understood."""
    t, page = ctx.t, seen.page
    place = place_words(t, page, seen.column)
    lines = [t("score-preview", place=place, count=len(seen.cells))]
    lines += problem_lines(ctx, seen.problems)
    if seen.changes:
        lines.append(t("score-replaces", count=len(seen.changes)))
        for change in seen.changes[:NAMES]:
            name = short_name(page.roster.by_id[change.pupil_id].full_name)
            lines.append(
                t(
                    "score-replaced",
                    name=name,
                    old=mark(change.old),
                    new=mark(change.new) if change.new is not None else "–",
                )
            )
        if len(seen.changes) > NAMES:
            lines.append(t("score-problem-more", count=len(seen.changes) - NAMES))
    if seen.cells:
        rows = (
            (str(p.number or ""), short_name(p.full_name), _would(seen, p.pupil_id))
            for p in page.roster.members
        )
        lines.append(aligned(rows, ctx.capabilities))
    lines += note_lines(ctx, [n for r in seen.readings for n in r.notes])
    return "\n".join([*lines, t("score-not-saved-yet")])


def _would(seen: Look, pupil_id: int) -> str:
    if pupil_id in seen.cells:
        new = seen.cells[pupil_id]
        return "–" if new is None else mark(new)
    return mark(seen.page.cell(seen.column, pupil_id))


def note_lines(ctx: Context, notes: Sequence[Remarked]) -> list[str]:
    """ "85 ghi là 8,5; 6,25 làm tròn 6,3", gathered."""
    lines = []
    for note, key in ((Note.POINT, "score-note-point"), (Note.ROUNDED, "score-note-rounded")):
        found = [n for n in notes if n.note is note]
        if not found:
            continue
        pairs = list(dict.fromkeys((n.written.split()[-1], n.taken) for n in found))
        shown = "; ".join(f"{written} → {taken}" for written, taken in pairs[:NAMES])
        lines.append(ctx.t(key, marks=shown))
    return lines


def figure_lines(ctx: Context, page: Page, column: Column) -> list[str]:
    """Average, lowest, highest; who has none and who waits for a make-up."""
    t, of = ctx.t, figures(page, column)
    lines = []
    if page.subject.is_scored and of.average is not None:
        lines.append(
            t(
                "score-figures",
                average=figure(of.average),
                lowest=figure(of.lowest),
                highest=figure(of.highest),
                count=of.marked,
            )
        )
    elif not page.subject.is_scored:
        lines.append(t("score-figures-remarks", passed=of.passed, failed=of.failed))
    for ids, key in ((of.make_up, "score-make-up"), (of.missing, "score-missing")):
        if ids:
            names = [short_name(page.roster.by_id[id].full_name) for id in ids[:NAMES]]
            rest = len(ids) - len(names)
            lines.append(t(key, names=", ".join(names), count=len(ids), rest=rest))
    return lines


def saved_buttons(
    ctx: Context, page: Page, column: Column, written: Written
) -> InlineKeyboardMarkup | None:
    """[Hoàn tác] [Chấm tiếp] [Công bố]."""
    if not written.changed:
        return None
    t = ctx.t
    undo = ScoreUndo(column=written.assessment_id, version=written.version)
    row = [button(t.plain("score-undo"), undo.pack())]
    if page.missing(column):
        data = ScoreMarking(column=written.assessment_id).pack()
        row.append(button(t.plain("score-mark-on"), data))
    else:
        data = ScorePublish(column=written.assessment_id, how="now").pack()
        row.append(button(t.plain("score-publish"), data))
    return keyboard(row)


async def after_undo(
    ctx: Context, class_id: int, subject_id: int, column: Column, count: int
) -> str:
    """What a column is after its last write was taken back."""
    page = await unguarded_page(ctx.unit, class_id, subject_id, column.term)
    return ctx.t("score-undone", place=place_words(ctx.t, page, column), count=count)
