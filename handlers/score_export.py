"""`/xuat 7A1 toán [mẫu]`: marks laid out for upload to the school's other system, and the learning
of that system's layout from its own template ("mẫu vnEdu" as the caption of the file)."""

from collections.abc import Callable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import BufferedInputFile, Message

from handlers.context import Context
from handlers.incoming_files import received
from handlers.outside import reckoned
from handlers.printing.score_workbook import score_workbook
from handlers.texts import Texts
from services.access import Action
from services.errors import Invalid, NotFound
from services.file_types import SCORE_SHEET, check_file
from services.name_syllables import fold
from services.score_files.template import page_facts
from services.score_layouts import (
    Layout,
    Learned,
    fill,
    layouts,
    plain_name,
    read_layout,
    remember,
    rows,
)
from services.score_page_wish import read_wish

LEARNS = ("mau ", "mau:")
COLUMNS = {
    "number": "score-file-number",
    "code": "score-file-code",
    "name": "score-file-name",
    "birth": "score-file-birth",
    "midterm": "score-file-midterm",
    "final": "score-file-final",
    "reassessment": "score-file-reassessment",
}


async def has_words(message: Message, command: CommandObject) -> bool:
    """Whether something is said behind the command; alone it is the school's own export."""
    return bool((command.args or "").strip())


async def teaches_layout(message: Message, ctx: Context) -> bool:
    """Whether staff sends a workbook with "mẫu …" as its caption."""
    caption = fold((message.caption or "").strip())
    staff = ctx.actor is not None and ctx.actor.is_staff
    return staff and message.document is not None and caption.startswith(LEARNS)


async def learn(message: Message, ctx: Context) -> None:
    """A system's empty template: its columns are found and remembered."""
    ctx.unit.require(Action.KEEP_SUBJECTS)
    name = plain_name((message.caption or "").strip()[4:])
    file = await received(message, ctx, SCORE_SHEET)

    async def reading() -> Callable[[], Learned]:
        def read() -> Learned:
            data = ctx.outside.store.get(file.digest)
            check_file(SCORE_SHEET, file.name, data)
            return read_layout(name, file.digest, data)

        return read

    learned = await reckoned(ctx, "score-layout", reading)
    await remember(ctx.unit, learned)
    words = ", ".join(_column(ctx.t, what) for what in learned.layout.columns)
    unknown = ", ".join(learned.unknown) or "none"
    await message.answer(
        ctx.t("score-file-layout-saved", name=name, columns=words, unknown=unknown)
    )


def _column(t: Texts, what: str) -> str:
    if what.startswith("regular"):
        return t.plain("score-file-regular", number=int(what[7:]))
    return t.plain(COLUMNS[what]) if what in COLUMNS else what


async def export(message: Message, command: CommandObject, ctx: Context) -> None:
    """/xuat 7A1 toán hk1 vnEdu"""
    known = await layouts(ctx.unit)
    words = (command.args or "").split()
    layout = _named(known, words)
    if layout is not None:
        words = [word for word in words if fold(word) not in fold(layout.name).split()]
    elif len(known) == 1:
        layout = next(iter(known.values()))
    wish = await read_wish(ctx.unit, " ".join(words))
    if len(wish.class_ids) != 1 or wish.subject_id is None:
        raise Invalid("score-file-how")
    of, subject_id = wish.class_ids[0], wish.subject_id
    seen, pupils = await rows(ctx.unit, of, subject_id, wish.term)
    about = {"subject": seen.subject.name, "class": seen.roster.list.name, "term": wish.term}
    file = f"{ctx.t.plain('score-file-file')}-{about['class']}-{fold(seen.subject.name)}.xlsx"
    if layout is None:
        facts = await page_facts(ctx.unit, seen)

        async def plain() -> Callable[[], bytes]:
            return lambda: score_workbook(facts, language=ctx.t.language)

        data = await reckoned(ctx, "score-export", plain)
        caption = ctx.t("score-file-exported-plain", **about)
    else:
        chosen = layout

        async def filled() -> Callable[[], tuple[bytes, int, int]]:
            def make() -> tuple[bytes, int, int]:
                try:
                    template = ctx.outside.store.get(chosen.digest)
                except FileNotFoundError as error:
                    raise NotFound("files-gone") from error
                return fill(template, chosen, pupils)

            return make

        data, count, left = await reckoned(ctx, "score-export", filled)
        caption = ctx.t("score-file-exported", name=chosen.name, filled=count, left=left, **about)
    await message.answer_document(BufferedInputFile(data, file.replace(" ", "-")), caption=caption)


def _named(known: dict[str, Layout], words: list[str]) -> Layout | None:
    said = " ".join(fold(word) for word in words)
    return next((layout for name, layout in known.items() if f" {name}" in f" {said}"), None)


def router() -> Router:
    """Before the school's own export, which is the command alone."""
    r = Router(name="score export")
    r.message.register(export, Command("xuat", "export"), has_words)
    r.message.register(learn, teaches_layout)
    return r
