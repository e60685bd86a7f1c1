"""`/filemau`: a sheet to fill in; the filled sheet back, after a look at what it would change."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.incoming_files import Received, has_document, received
from handlers.outside import reckoned
from handlers.printing.score_workbook import score_workbook
from handlers.score_file_view import preview_text
from handlers.screen import Screen, fresh, tapped
from handlers.showing import button, keyboard
from services.errors import NotFound, Outdated
from services.file_types import SCORE_SHEET, check_file, type_by_name
from services.links import UPLOAD_LIFE, upload_link
from services.name_syllables import fold
from services.rosters import classes
from services.score_files.places import places_of, template_wish
from services.score_files.plan import carry_out, make_plan
from services.score_files.reading import SheetRead, read_scores
from services.score_files.template import book_facts
from services.score_undo import undo
from services.subjects import subject as subject_of
from storage import gradebook

MOST_UNDONE = 24  # columns that one button takes back


class ScoreFileStates(StatesGroup):
    """Where a sheet belongs is asked, then a word on its preview."""

    place = State()
    agreeing = State()


class ScoreFileApply(CallbackData, prefix="sfa"):
    """Write what the preview with this mark has shown."""

    mark: str


class ScoreFileDrop(CallbackData, prefix="sfx"):
    """Leave the file."""


class ScoreFileUndo(CallbackData, prefix="sfu"):
    """Take back what the file wrote; the state of the message's chat knows what."""

    first: int
    version: int


async def template(message: Message, command: CommandObject, ctx: Context) -> None:
    """/filemau 7A1 toán hk1"""
    unit, t = ctx.unit, ctx.t
    of, subject_id, term = await template_wish(unit, command.args or "")
    names = {c.class_id: c.name for c in await classes(unit)}

    async def prepare() -> Callable[[], bytes]:
        facts = await book_facts(unit, of, subject_id, term)
        return lambda: score_workbook(facts, language=t.language)

    data = await reckoned(ctx, "score-template", prepare)
    grade, _ = await gradebook.grade_and_year(unit.session, of[0])
    subject = await subject_of(unit, grade, subject_id)
    shown = ", ".join(names[id] for id in of)
    file = f"{t.plain('score-file-file')}-{fold(subject.name).replace(' ', '-')}-hk{term}.xlsx"
    caption = t(
        "score-file-sent",
        subject=subject.name,
        classes=shown,
        term=term,
        **{"class": names[of[0]]},
    )
    if not ctx.capabilities.files_in and ctx.links is not None:
        address = await upload_link(
            unit.session, ctx.links, unit.now, SCORE_SHEET, channel=ctx.channel, chat=ctx.chat
        )
        until = f"{(unit.now + UPLOAD_LIFE).astimezone(unit.zone):%H:%M}"
        caption = f"{caption}\n{t('score-file-upload', link=address, until=until)}"
    await message.answer_document(BufferedInputFile(data, file), caption=caption)


async def is_sheet(message: Message, ctx: Context) -> bool:
    """Whether somebody who enters marks sends a workbook."""
    actor, document = ctx.actor, message.document
    if actor is None or document is None or not (actor.subjects or actor.duties):
        return False
    kind = type_by_name(document.file_name or "")
    return kind is not None and kind in SCORE_SHEET.types


async def take(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """A filled sheet: show what it would change."""
    file = await received(message, ctx, SCORE_SHEET)
    words = (message.caption or "").partition(" ")
    said = words[2] if words[0].startswith("/") else message.caption or ""
    await _look(ctx, state, fresh(bot, ctx), file, said)


async def place(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Where the sheet belongs was said."""
    data = await state.get_data()
    file = Received(data["file"], data["name"])
    await _look(ctx, state, fresh(bot, ctx), file, message.text or "")


async def _sheets(ctx: Context, file: Received) -> list[SheetRead]:
    async def reading() -> Callable[[], list[SheetRead]]:
        def read() -> list[SheetRead]:
            try:
                data = ctx.outside.store.get(file.digest)
            except FileNotFoundError as error:
                raise NotFound("files-gone") from error
            check_file(SCORE_SHEET, file.name, data)
            return read_scores(data)

        return read

    return await reckoned(ctx, f"score-sheets:{file.digest}", reading)


async def _look(
    ctx: Context, state: FSMContext, screen: Screen, file: Received, words: str
) -> None:
    sheets = await _sheets(ctx, file)
    found = await places_of(ctx.unit, sheets, words)
    kept: dict[str, Any] = {"file": file.digest, "name": file.name}
    if found is None:
        await state.set_state(ScoreFileStates.place)
        await state.set_data(kept)
        await screen.show(ctx.t("score-file-where", file=file.name))
        return
    plan = await make_plan(ctx.unit, found)
    text = preview_text(ctx.t, plan, file.name)
    if not plan.changes:
        await state.clear()
        await screen.show(f"{text}\n{ctx.t('score-file-nothing')}")
        return
    await state.set_state(ScoreFileStates.agreeing)
    await state.set_data(kept | {"words": words, "mark": plan.mark})
    apply_it = button(
        ctx.t.plain("score-file-apply", count=plan.changes), ScoreFileApply(mark=plan.mark).pack()
    )
    leave = button(ctx.t.plain("score-file-drop"), ScoreFileDrop().pack())
    await screen.show(text, keyboard([apply_it, leave]))


async def apply(
    query: CallbackQuery, callback_data: ScoreFileApply, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Lưu]: what was shown, or it is shown anew."""
    data = await state.get_data()
    if data.get("mark") != callback_data.mark:
        raise Outdated
    file = Received(data["file"], data["name"])
    found = await places_of(ctx.unit, await _sheets(ctx, file), data["words"])
    if found is None:
        raise Outdated
    plan = await make_plan(ctx.unit, found)
    screen = tapped(query, bot, ctx)
    if plan.mark != callback_data.mark:
        await _look(ctx, state, screen, file, data["words"])
        return
    written = await carry_out(ctx.unit, plan)
    await state.clear()
    await state.set_data({"score_file": written[:MOST_UNDONE]})
    text = ctx.t("score-file-saved", count=plan.changes, file=file.name)
    back = ScoreFileUndo(first=written[0][0], version=written[0][1]).pack()
    markup = keyboard([button(ctx.t.plain("score-undo"), back)])
    await screen.show(text, markup if len(written) <= MOST_UNDONE else None)


async def take_back(
    query: CallbackQuery, callback_data: ScoreFileUndo, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Hoàn tác]: all columns of the file, or none."""
    written = (await state.get_data()).get("score_file") or []
    if not written or tuple(written[0]) != (callback_data.first, callback_data.version):
        raise Outdated("score-file-undo-late")
    for column, version in written:
        await undo(ctx.unit, column, version)
    await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("score-file-undone"))


async def drop(query: CallbackQuery, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """[Bỏ]."""
    await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("score-file-dropped"))


def router() -> Router:
    """The command, the buttons, and a sheet with the command of an upload link."""
    r = Router(name="score files")
    r.message.register(template, Command("filemau", "template"))
    r.message.register(take, Command("nhapdiem"), has_document)
    r.message.register(place, StateFilter(ScoreFileStates.place), is_words)
    r.callback_query.register(apply, StateFilter(ScoreFileStates.agreeing), ScoreFileApply.filter())
    r.callback_query.register(drop, StateFilter(ScoreFileStates.agreeing), ScoreFileDrop.filter())
    r.callback_query.register(take_back, ScoreFileUndo.filter())
    return r


def files_router() -> Router:
    """A workbook that is sent without a word."""
    r = Router(name="score sheets")
    r.message.register(take, is_sheet)
    return r
