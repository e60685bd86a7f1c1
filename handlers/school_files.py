"""`/xuat` and `/nhap`: the school's workbook out, and in again after a look at what would change.

Where the messenger takes no files, the workbook comes in through an upload link, with `/nhap` as
its caption; so a file that is sent with this caption needs no question first.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.filters.state import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.incoming_files import Received, has_document, received
from handlers.outside import reckoned
from handlers.school_import_view import preview_text, saved_text
from handlers.showing import button, keyboard, show
from services import school_files
from services.errors import Outdated
from services.file_types import MEGABYTE, SCHOOL_WORKBOOK
from services.importing import Plan
from services.links import UPLOAD_LIFE, upload_link


class ImportApply(CallbackData, prefix="wi"):
    """Write what the preview with this mark has shown."""

    mark: str


class ImportDrop(CallbackData, prefix="wx"):
    """Leave the workbook; nothing was written."""

    mark: str


class Importing(StatesGroup):
    """First a file is awaited, then a word on its preview."""

    file = State()
    agreeing = State()


async def export(message: Message, ctx: Context) -> None:
    """/xuat."""
    data = await reckoned(ctx, "export", lambda: school_files.export_work(ctx.unit))
    name = school_files.exported(ctx.unit, data)
    day = ctx.unit.today.strftime("%d/%m/%Y")
    await message.answer_document(
        BufferedInputFile(data, name), caption=ctx.t("files-exported", day=day)
    )


async def begin(message: Message, state: FSMContext, ctx: Context) -> None:
    """/nhap, and the file is still to come."""
    school_files.may_import(ctx.unit)
    await state.set_state(Importing.file)
    await state.set_data({})
    limit = SCHOOL_WORKBOOK.largest // MEGABYTE
    if ctx.capabilities.files_in:
        await message.answer(ctx.t("files-send-workbook", limit=limit))
        return
    if ctx.links is None:
        await state.clear()
        await message.answer(ctx.t("files-no-way-in"))
        return
    address = await upload_link(
        ctx.unit.session,
        ctx.links,
        ctx.unit.now,
        SCHOOL_WORKBOOK,
        channel=ctx.channel,
        chat=ctx.chat,
    )
    until = (ctx.unit.now + UPLOAD_LIFE).astimezone(ctx.unit.zone).strftime("%H:%M")
    await message.answer(ctx.t("files-upload-workbook", link=address, limit=limit, until=until))


async def take(message: Message, state: FSMContext, ctx: Context) -> None:
    """The workbook is here: show what it would change."""
    school_files.may_import(ctx.unit)
    file = await received(message, ctx, SCHOOL_WORKBOOK)
    text, markup = await _preview(file, state, ctx)
    await message.answer(text, reply_markup=markup)


async def _plan(file: Received, ctx: Context) -> Plan:
    async def reading() -> school_files.Reading:
        return school_files.read_work(ctx.unit, ctx.outside.store, file.digest, file.name)

    tables = await reckoned(ctx, "tables", reading)
    return await reckoned(ctx, "plan", lambda: school_files.plan_work(ctx.unit, tables))


async def _preview(
    file: Received, state: FSMContext, ctx: Context
) -> tuple[str, InlineKeyboardMarkup | None]:
    """The preview; where there is something to agree to, the state waits for it."""
    plan = await _plan(file, ctx)
    text = preview_text(plan, ctx.t, file.name)
    if not plan.changes_anything:
        await state.clear()
        return f"{text}\n\n{ctx.t('import-nothing')}", None
    await state.set_state(Importing.agreeing)
    await state.set_data({"file": file.digest, "name": file.name, "mark": plan.mark})
    choices = [
        button(ctx.t.plain("files-apply"), ImportApply(mark=plan.mark).pack()),
        button(ctx.t.plain("files-drop"), ImportDrop(mark=plan.mark).pack()),
    ]
    return f"{text}\n\n{ctx.t('files-nothing-saved-yet')}", keyboard(choices)


async def _shown(mark: str, state: FSMContext) -> Received:
    """The file whose preview a button belongs to; raises `Outdated` for any other preview."""
    data = await state.get_data()
    if await state.get_state() != Importing.agreeing.state or data.get("mark") != mark:
        raise Outdated
    return Received(data["file"], data["name"])


async def apply(
    query: CallbackQuery, callback_data: ImportApply, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """[Ghi vào sổ]: do what was shown, or show again what it would be by now."""
    school_files.may_import(ctx.unit)
    file = await _shown(callback_data.mark, state)
    plan = await _plan(file, ctx)
    if plan.mark != callback_data.mark:
        text, markup = await _preview(file, state, ctx)
        await show(query, bot, ctx, f"{ctx.t('files-changed-meanwhile')}\n\n{text}", markup)
        return
    summary = await school_files.carry_out(ctx.unit, plan)
    await state.clear()
    await show(query, bot, ctx, saved_text(summary.counts, ctx.t))


async def drop(
    query: CallbackQuery, callback_data: ImportDrop, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """[Bỏ]: nothing was written."""
    await _shown(callback_data.mark, state)
    await state.clear()
    await show(query, bot, ctx, ctx.t("files-dropped"))


def router() -> Router:
    """For those who keep the school's data."""
    r = Router(name="school files")
    r.message.register(export, Command("xuat", "export"))
    r.message.register(take, Command("nhap", "import"), has_document)
    r.message.register(begin, Command("nhap", "import"))
    r.message.register(take, StateFilter(Importing.file, Importing.agreeing), has_document)
    r.callback_query.register(apply, ImportApply.filter())
    r.callback_query.register(drop, ImportDrop.filter())
    return r
