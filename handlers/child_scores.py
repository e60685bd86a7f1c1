"""`/diem`: a family looks at its child's marks, as a card in plain words."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing import typeset
from handlers.score_page import average_words
from handlers.score_words import column_words, mark
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.child_scores import LAST_TERM, ChildScores, SubjectMarks, child_scores
from services.errors import NotAllowed
from services.leave_dialogue import own_children
from services.name_syllables import fold
from services.score_cells import ColumnKind
from services.score_text.head import read_head

TEMPLATE = "child_scores.typ"
NEWS = 8  # subjects whose marks the caption tells
REMARKS, LONGEST = 3, 110  # remarks and their signs in it: a caption holds 1,024


class ChildPage(CallbackData, prefix="cpg"):
    """A child's term to look at; `term` 0 for the one that is on."""

    pupil: int
    term: int


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/diem, with a child's name or a term where they are said."""
    children = await own_children(ctx.unit)
    if not children:
        raise NotAllowed("child-scores-not-yours")
    words = command.args or ""
    term = read_head(words, ()).term or 0
    named = [c for c in children if fold(c.name).split()[-1] in fold(words).split()]
    found = named or children
    if len(found) == 1:
        await _send(bot, ctx, found[0].id, term)
        return
    choices = [button(c.name, ChildPage(pupil=c.id, term=term).pack()) for c in found]
    await message.answer(
        ctx.t("child-scores-which"), reply_markup=keyboard(*[[choice] for choice in choices])
    )


async def pick(query: CallbackQuery, callback_data: ChildPage, ctx: Context, bot: Bot) -> None:
    """A child or the other term was chosen."""
    await _send(bot, ctx, callback_data.pupil, callback_data.term)


async def _send(bot: Bot, ctx: Context, pupil_id: int, term: int) -> None:
    seen = await child_scores(ctx.unit, pupil_id, term or None)
    chat, markup = int(ctx.chat), _terms(ctx.t, seen)
    if seen.is_empty:
        text = ctx.t("child-scores-none", name=seen.name, term=seen.term)
        await bot.send_message(chat, text, reply_markup=markup)
        return
    shown = facts(ctx.t, seen)

    async def prepare() -> Any:
        return lambda: typeset.picture(TEMPLATE, shown)

    data: bytes = await reckoned(ctx, "child-scores", prepare)
    await bot.send_photo(
        chat,
        BufferedInputFile(data, "bang-diem.png"),
        caption=caption(ctx.t, seen),
        reply_markup=markup,
    )


def facts(t: Texts, seen: ChildScores) -> dict[str, Any]:
    """What the template draws."""
    return {
        "title": seen.name,
        "under": t.plain("child-scores-under", term=seen.term, **{"class": seen.class_name}),
        "heads": [
            t.plain("child-scores-subject"),
            t.plain("child-scores-regular"),
            t.plain("score-column-midterm"),
            t.plain("score-column-final"),
            t.plain("child-scores-average"),
            *([t.plain("score-page-year")] if seen.term == LAST_TERM else []),
        ],
        "rows": [_row(t, each) for each in seen.subjects],
        "new": t.plain("child-scores-new"),
        "note": t.plain("child-scores-note"),
    }


def _row(t: Texts, each: SubjectMarks) -> dict[str, Any]:
    def marks(kind: ColumnKind) -> str:
        return "   ".join(mark(cell) for cell in each.of(kind))

    return {
        "subject": each.subject.name,
        "regular": t.plain("child-scores-exempt") if each.exempt else marks(ColumnKind.REGULAR),
        "midterm": marks(ColumnKind.MIDTERM),
        "final": marks(ColumnKind.FINAL),
        "average": average_words(each.average),
        "year": average_words(each.year),
        "new": each.is_new,
        "remark": each.remark,
    }


def caption(t: Texts, seen: ChildScores) -> str:
    """What is new in words, for phones that show pictures badly."""
    lines = [t("child-scores-caption", name=seen.name, term=seen.term)]
    for each in [s for s in seen.subjects if s.is_new][:NEWS]:
        said = ", ".join(f"{column_words(t, column)} {mark(cell)}" for column, cell in each.marks)
        lines.append(t("child-scores-line", subject=each.subject.name, marks=said))
    for each in [s for s in seen.subjects if s.remark][:REMARKS]:
        said = each.remark if len(each.remark) <= LONGEST else f"{each.remark[:LONGEST]}…"
        lines.append(t("child-scores-remark", subject=each.subject.name, text=said))
    return "\n".join(lines)


def _terms(t: Texts, seen: ChildScores) -> InlineKeyboardMarkup | None:
    other = 3 - seen.term
    data = ChildPage(pupil=seen.pupil_id, term=other)
    return keyboard([button(t.plain("score-page-other-term", term=other), data.pack())])


def router() -> Router:
    """For families."""
    r = Router(name="child scores")
    r.message.register(command, Command("diem", "marks"))
    r.callback_query.register(pick, ChildPage.filter())
    return r
