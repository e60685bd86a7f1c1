"""`/inso 7A1 hk1`, `/inso 7A1 toán`: the gradebook's pages to print and to sign by a tap;
`/socanhan`: a teacher's own book."""

from collections.abc import Callable

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from handlers.book_buttons import FORMS
from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing.roll_papers import Paper
from handlers.printing.score_book_xlsx import score_workbook
from handlers.printing.score_papers import score_pdf
from handlers.showing import button, keyboard
from services.errors import Invalid, Outdated
from services.name_syllables import fold
from services.score_own_book import own_pages
from services.score_page_wish import read_wish
from services.score_signing import Book, book, sign


class ScorePrint(CallbackData, prefix="spt"):
    """Pages as a file; `subject` 0 for the whole book; `form` a4, a3, xlsx."""

    of: int
    subject: int
    term: int
    form: str


class ScoreSign(CallbackData, prefix="spk"):
    """Sign the pages that wait for one."""

    of: int
    subject: int
    term: int


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/inso, with a class, and a subject and a term as far as they are said."""
    words = command.args or ""
    wish = await read_wish(ctx.unit, words)
    if len(wish.class_ids) != 1:
        raise Invalid("score-print-how")
    term = 2 if "ca nam" in fold(words) else wish.term
    subject = wish.subject_id if _names_subject(words, wish.subject_id) else None
    found = await book(ctx.unit, wish.class_ids[0], term, subject)
    await message.answer(_state(ctx, found), reply_markup=_buttons(ctx, found, subject or 0))


def _names_subject(words: str, subject_id: int | None) -> bool:
    """Whether a subject was said: a class alone means the whole book of whoever may see it."""
    return subject_id is not None and len(words.split()) > 1


def _state(ctx: Context, found: Book) -> str:
    t = ctx.t
    lines = [
        t(
            "score-print-head",
            term=found.term,
            pages=len(found.pages),
            **{"class": found.class_name},
        )
    ]
    for role, key in (
        ("subject", "score-print-signed-subject"),
        ("homeroom", "score-print-signed-homeroom"),
        ("principal", "score-print-signed-principal"),
    ):
        if found.wanted[role]:
            lines.append(t(key, done=found.signed[role], all=found.wanted[role]))
    if found.mine:
        lines.append(t("score-print-mine", count=len(found.mine)))
    return "\n".join(lines)


def _buttons(ctx: Context, found: Book, subject: int) -> InlineKeyboardMarkup | None:
    t, of, term = ctx.t, found.class_id, found.term
    files = [
        button(t.plain(key), ScorePrint(of=of, subject=subject, term=term, form=form).pack())
        for form, key in FORMS.items()
    ]
    signing = []
    if found.mine:
        data = ScoreSign(of=of, subject=subject, term=term).pack()
        signing.append(button(t.plain("score-print-sign"), data))
    return keyboard(files, signing)


async def file(query: CallbackQuery, callback_data: ScorePrint, ctx: Context, bot: Bot) -> None:
    """[PDF A4] [PDF A3] [Excel]."""
    if callback_data.form not in FORMS:
        raise Outdated
    form, subject = callback_data.form, callback_data.subject or None
    found = await book(ctx.unit, callback_data.of, callback_data.term, subject)
    language = ctx.t.language
    bound = subject is None and len(found.pages) > 1
    pages = [*found.pages, found.checks] if bound else list(found.pages)

    async def prepare() -> Callable[[], bytes]:
        if form == "xlsx":
            return lambda: score_workbook(pages, language=language)
        cover = "class" if bound else ""
        return lambda: score_pdf(pages, paper=Paper(form), language=language, cover=cover)

    data = await reckoned(ctx, f"score-print-{form}", prepare)
    await query.answer()
    ending = "xlsx" if form == "xlsx" else "pdf"
    what = "" if bound else f"-{fold(pages[0].get('subject', '')).replace(' ', '-')}"
    name = f"so-diem-{found.class_name}{what}-hk{found.term}.{ending}"
    await bot.send_document(
        int(ctx.chat), BufferedInputFile(data, name), caption=_state(ctx, found)
    )


async def put_name(query: CallbackQuery, callback_data: ScoreSign, ctx: Context, bot: Bot) -> None:
    """[Kí các trang của tôi]."""
    of, term, subject = callback_data.of, callback_data.term, callback_data.subject or None
    count = await sign(ctx.unit, of, term, subject)
    await query.answer()
    found = await book(ctx.unit, of, term, subject)
    lines = [ctx.t("score-print-signed", count=count), _state(ctx, found)]
    await bot.send_message(int(ctx.chat), "\n".join(lines))


async def own(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/socanhan, with a class or a subject where not all is meant."""
    pages = await own_pages(ctx.unit, command.args or "")
    language = ctx.t.language

    async def prepare() -> Callable[[], bytes]:
        return lambda: score_pdf(pages, language=language, cover="teacher")

    data = await reckoned(ctx, "score-own-book", prepare)
    term = pages[0]["term"]
    caption = ctx.t("score-own-book", pages=len(pages), term=term)
    await bot.send_document(
        int(ctx.chat), BufferedInputFile(data, f"so-ca-nhan-hk{term}.pdf"), caption=caption
    )


def router() -> Router:
    """For teachers, heads and the office."""
    r = Router(name="score print")
    r.message.register(command, Command("inso", "printbook"))
    r.message.register(own, Command("socanhan", "ownbook"))
    r.callback_query.register(file, ScorePrint.filter())
    r.callback_query.register(put_name, ScoreSign.filter())
    return r
