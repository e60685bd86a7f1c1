"""The pages of the roll book as files: A4 or A3 to print, a workbook to go on with."""

from collections.abc import Callable

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery

from handlers.book_buttons import FORMS, BookFile
from handlers.book_words import words_of
from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing.roll_papers import Paper, roll_pdf
from handlers.printing.roll_workbook import roll_workbook
from services.book_print import printed
from services.book_steps import PageView, page_of, view
from services.errors import Outdated
from services.name_syllables import fold

SIGNED = ("signed", "filed", "approved")


async def file(query: CallbackQuery, callback_data: BookFile, ctx: Context, bot: Bot) -> None:
    """[PDF A4] [PDF A3] [Excel]: the page, or a term's or year's pages bound."""
    if callback_data.form not in FORMS:
        raise Outdated
    page, period = await page_of(ctx.unit, callback_data.page)
    found = await view(ctx.unit, page, period)
    language = ctx.t.language

    async def prepare() -> Callable[[], bytes]:
        facts = await printed(ctx.unit, found)
        if callback_data.form == "xlsx":
            return lambda: roll_workbook(facts, language=language)
        paper = Paper(callback_data.form)
        return lambda: roll_pdf(facts, paper=paper, language=language)

    data = await reckoned(ctx, f"book-{callback_data.form}", prepare)
    await query.answer()
    await bot.send_document(
        int(ctx.chat),
        BufferedInputFile(data, _name(ctx, found, callback_data.form)),
        caption=_caption(ctx, found),
    )


def _caption(ctx: Context, found: PageView) -> str:
    """The figures in words, since not every phone shows a file."""
    total = sum(row.sums.total for row in found.rows)
    excused = sum(row.sums.excused for row in found.rows)
    return ctx.t(
        "book-file-caption",
        period=words_of(ctx.t, found.period),
        size=len(found.rows),
        total=total,
        excused=excused,
        unexcused=sum(row.sums.unexcused for row in found.rows),
        signed=sum(done.step in SIGNED for done in found.done),
        **{"class": found.of.name},
    )


def _name(ctx: Context, found: PageView, form: str) -> str:
    """ "so-diem-danh-7A1-thang-11-2026.pdf" """
    words = fold(words_of(ctx.t, found.period)).replace("/", "-").replace(" ", "-")
    ending = "xlsx" if form == "xlsx" else "pdf"
    return f"{ctx.t.plain('book-file-name')}-{found.of.name}-{words}.{ending}"


def router() -> Router:
    """One button each."""
    r = Router(name="roll book files")
    r.callback_query.register(file, BookFile.filter())
    return r
