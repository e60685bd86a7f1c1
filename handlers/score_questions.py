"""What is asked about a column of marks, one thing at a time, and its options."""

from aiogram.types import InlineKeyboardMarkup

from handlers.context import Context
from handlers.roll_words import pupil_words
from handlers.score_buttons import ScoreAnswer, ScoreDrop, ScorePick
from handlers.score_words import column_words, place_words
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.gradebook import Page
from services.score_cells import ColumnKind
from services.score_drafts import Draft, Look
from services.score_text.kinds import Doubt, Problem, Question, Trouble

PROBLEMS = 6  # that one message tells
ASKS = {
    Doubt.SEPARATOR: "score-ask-separator",
    Doubt.COUNT: "score-ask-count",
    Doubt.ZERO: "score-ask-zero",
    Doubt.LEADING_ZERO: "score-ask-leading-zero",
    Doubt.WHO: "score-ask-who",
    Doubt.TWICE: "score-ask-twice",
}
TROUBLES = {
    Trouble.RANGE: "score-problem-range",
    Trouble.UNREADABLE: "score-problem-unreadable",
    Trouble.NOBODY: "score-problem-nobody",
    Trouble.NUMBER: "score-problem-number",
    Trouble.NO_MARK: "score-problem-no-mark",
    Trouble.REMARKS: "score-problem-remarks",
    Trouble.FIGURES: "score-problem-figures",
    Trouble.EXEMPT: "score-problem-exempt",
    Trouble.ADDING: "score-problem-adding",
    Trouble.TOO_MANY: "score-problem-too-many",
    Trouble.DIFFERENT: "score-problem-different",
}


def column_keyboard(t: Texts, page: Page, draft: Draft) -> InlineKeyboardMarkup | None:
    """The columns that may be meant."""
    kinds = [ColumnKind(draft.kind)] if draft.kind else list(ColumnKind)
    choices = [
        button(column_words(t, column), ScorePick(what="column", value=column.code).pack())
        for column in page.columns
        if column.kind in kinds
    ]
    return keyboard(*rows_of(choices, 2))


def question_view(
    ctx: Context, draft: Draft, seen: Look
) -> tuple[str, InlineKeyboardMarkup | None]:
    """The open question of a draft with its options, and a way out."""
    assert seen.question is not None
    question = seen.question[1]
    choices = [
        button(words, ScoreAnswer(at=at, count=len(draft.answers)).pack())
        for at, words in enumerate(_options(ctx, seen.page, question))
    ]
    leave = button(ctx.t.plain("score-drop"), ScoreDrop().pack())
    width = 1 if question.doubt in (Doubt.WHO, Doubt.SEPARATOR, Doubt.COUNT) else 2
    lines = [ctx.t("score-head", place=place_words(ctx.t, seen.page, seen.column))]
    lines.append(_question(ctx, seen.page, question))
    lines += problem_lines(ctx, seen.problems)
    return "\n".join(lines), keyboard(*rows_of(choices, width), [leave])


def _options(ctx: Context, page: Page, question: Question) -> list[str]:
    t = ctx.t
    if question.doubt is Doubt.WHO:
        places = [page.roster.by_id[int(id)] for id in question.options]
        names = [p.full_name for p in places]
        return [pupil_words(p, in_group=False, twin=names.count(p.full_name) > 1) for p in places]
    if question.doubt is Doubt.SEPARATOR:
        figures = question.fragment.replace(".", ",").split(",")
        halves = [",".join(figures[i : i + 2]) for i in range(0, len(figures), 2)]
        return ["  ".join(figures), "  ".join(halves)]
    if question.doubt is Doubt.COUNT:
        return [t.plain("score-option-from-start", left=question.counts[1] - question.counts[0])]
    if question.doubt is Doubt.ZERO:
        return [t.plain("score-option-zero", mark=option) for option in question.options]
    return list(question.options)


def _question(ctx: Context, page: Page, question: Question) -> str:
    t = ctx.t
    name = page.roster.by_id[question.pupil_id].full_name if question.pupil_id else ""
    marks, pupils = question.counts
    return t(
        ASKS[question.doubt],
        fragment=question.fragment,
        name=name,
        marks=marks,
        pupils=pupils,
        near="yes" if question.near else "no",
    )


def problem_lines(ctx: Context, problems: tuple[Problem, ...]) -> list[str]:
    """What was not taken, and why."""
    lines = []
    for problem in problems[:PROBLEMS]:
        lines.append("✗ " + ctx.t(TROUBLES[problem.trouble], fragment=problem.fragment))
    if len(problems) > PROBLEMS:
        lines.append(ctx.t("score-problem-more", count=len(problems) - PROBLEMS))
    return lines


def question_text(ctx: Context, seen: Look) -> str:
    """Nothing could be taken: why, and a right example."""
    lines = [ctx.t("score-head", place=place_words(ctx.t, seen.page, seen.column))]
    lines += problem_lines(ctx, seen.problems) or [ctx.t("score-no-marks")]
    example = "score-example" if seen.page.subject.is_scored else "score-example-remarks"
    return "\n".join([*lines, ctx.t(example)])
