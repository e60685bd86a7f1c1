"""`/sodiem 7A1 toán`: a class's page of a subject, as a picture with its figures."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing import typeset
from handlers.result_buttons import AveragesCheck
from handlers.score_words import column_words, figure, mark, short_name
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.errors import Invalid
from services.evaluation.kinds import Mark, Passing
from services.gradebook import Page, page
from services.results.averages_check import is_checked, lacking
from services.score_cells import FAILED, PASSED, ColumnKind
from services.score_figures import mean
from services.score_page_wish import Wish, read_wish, subjects_seen
from services.score_results import averages, years

TEMPLATE = "score_page.typ"
LAST_TERM = 2  # its page shows the year too, as the Ministry's book does
SHORT = {
    ColumnKind.MIDTERM: "score-short-midterm",
    ColumnKind.FINAL: "score-short-final",
    ColumnKind.REASSESSMENT: "score-short-reassessment",
}


class ScorePage(CallbackData, prefix="spg"):
    """A page to look at; `subject` 0 where it is still to be chosen."""

    of: int
    subject: int
    term: int


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/sodiem with a class, a subject and a term, as far as they are said."""
    wish = await read_wish(ctx.unit, command.args or "")
    await _go(bot, ctx, wish)


async def pick(query: CallbackQuery, callback_data: ScorePage, ctx: Context, bot: Bot) -> None:
    """A class, a subject or the other term was chosen."""
    subject = callback_data.subject or None
    await _go(bot, ctx, Wish((callback_data.of,), subject, callback_data.term))


async def _go(bot: Bot, ctx: Context, wish: Wish) -> None:
    t, chat = ctx.t, int(ctx.chat)
    if len(wish.class_ids) != 1:
        choices = [
            button(name, ScorePage(of=id, subject=wish.subject_id or 0, term=wish.term).pack())
            for id, name in await wish.classes(ctx.unit)
        ]
        if not choices:
            raise Invalid("score-page-nothing")
        await bot.send_message(
            chat, t("score-page-which-class"), reply_markup=keyboard(*rows_of(choices, 3))
        )
        return
    of = wish.class_ids[0]
    if wish.subject_id is None:
        found = await subjects_seen(ctx.unit, of)
        choices = [
            button(s.name, ScorePage(of=of, subject=s.id, term=wish.term).pack()) for s in found
        ]
        await bot.send_message(
            chat, t("score-which-subject"), reply_markup=keyboard(*rows_of(choices, 2))
        )
        return
    seen = await page(ctx.unit, of, wish.subject_id, wish.term)
    first = await page(ctx.unit, of, wish.subject_id, 1) if wish.term == LAST_TERM else None
    shown = facts(t, seen, None if first is None else years(first, seen))

    async def prepare() -> Any:
        return lambda: typeset.picture(TEMPLATE, shown)

    data: bytes = await reckoned(ctx, "score-page", prepare)
    name = f"so-diem-{seen.roster.list.name}.png"
    await bot.send_photo(
        chat,
        BufferedInputFile(data, name),
        caption=caption(t, seen),
        reply_markup=await _terms(ctx, seen),
    )


def facts(t: Texts, seen: Page, year: Mapping[int, Mark | None] | None = None) -> dict[str, Any]:
    """What the template draws; with the results of the `year` in the second term."""
    results = averages(seen)
    heads = [t.plain("score-page-number"), t.plain("score-page-name")]
    for column in seen.columns:
        if column.kind is ColumnKind.REGULAR:
            heads.append(t.plain("score-short-regular", number=column.number))
        else:
            heads.append(t.plain(SHORT[column.kind]))
    heads.append(t.plain("score-page-average"))
    if year is not None:
        heads.append(t.plain("score-page-year"))
    rows = []
    for place in seen.roster.members:
        cells = [mark(seen.cell(column, place.pupil_id)) for column in seen.columns]
        result = average_words(results.get(place.pupil_id))
        if place.pupil_id in seen.exempt:
            cells, result = ["–"] * len(cells), "M"
        row = [str(place.number or ""), short_name(place.full_name, 22), *cells, result]
        if year is not None:
            row.append(average_words(year.get(place.pupil_id)))
        rows.append(row)
    return {
        "title": t.plain(
            "score-page-title", subject=seen.subject.name, **{"class": seen.roster.list.name}
        ),
        "under": t.plain("score-page-term", term=seen.term),
        "heads": heads,
        "rows": rows,
    }


def average_words(result: Mark | None) -> str:
    """A term's or year's result: "7,8", "Đ", "CĐ", or nothing yet."""
    if result is None:
        return ""
    if isinstance(result, Passing):
        return mark(PASSED if result is Passing.PASSED else FAILED)
    return figure(result)


def caption(t: Texts, seen: Page) -> str:
    """The figures in words, since a picture cannot be read aloud."""
    results = averages(seen)
    done = [result for result in results.values() if result is not None]
    figures = [result for result in done if not isinstance(result, Passing)]
    lines = [
        t(
            "score-page-caption",
            subject=seen.subject.name,
            term=seen.term,
            **{"class": seen.roster.list.name},
        )
    ]
    for column in seen.columns:
        missing = len(seen.missing(column))
        if missing and column in seen.filled:
            lines.append(t("score-page-missing", column=column_words(t, column), count=missing))
    if figures:
        lines.append(t("score-page-mean", average=figure(mean(figures)), count=len(figures)))
    return "\n".join(lines)


async def _terms(ctx: Context, seen: Page) -> InlineKeyboardMarkup | None:
    """The other term; for the subject's teacher also that the averages are read and right."""
    t, other = ctx.t, 3 - seen.term
    data = ScorePage(of=seen.class_id, subject=seen.subject.id, term=other)
    rows = [[button(t.plain("score-page-other-term", term=other), data.pack())]]
    own = (seen.class_id, seen.subject.id) in ctx.unit.who.subjects
    if own and not lacking(seen) and not await is_checked(ctx.unit, seen):
        read = AveragesCheck(of=seen.class_id, subject=seen.subject.id, term=seen.term)
        rows.append([button(t.plain("averages-check"), read.pack())])
    return keyboard(*rows)


def router() -> Router:
    """The command and the pages' buttons."""
    r = Router(name="score page")
    r.message.register(command, Command("sodiem", "gradebook"))
    r.callback_query.register(pick, ScorePage.filter())
    return r
