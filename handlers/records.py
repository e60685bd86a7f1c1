"""`/hoso 7A1`: whose minimum record has gaps, and filling them in the chat (article 7.1)."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import record_looks as looks
from handlers.absences import is_text
from handlers.context import Context
from handlers.record_looks import (
    RecordAsk,
    RecordCard,
    RecordList,
    RecordPut,
    RecordTalk,
    RecordUndo,
)
from handlers.screen import Talk, fresh, tapped
from services import record_command, records, roll_lists
from services.errors import Invalid, Outdated
from services.record_fields import Field
from services.rosters import roll_list


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/hoso, with a class, a pupil, or a pupil with a field and its value."""
    await _leave(state)
    asked = await record_command.read(ctx.unit, command.args or "")
    screen = fresh(bot, ctx)
    if len(asked.classes) > 1:
        await screen.show(*looks.classes_page(ctx.t, await records.overview(ctx.unit)))
        return
    if not asked.pupils:
        found = await records.of_class(ctx.unit, asked.classes[0])
        await screen.show(*looks.class_page(ctx.t, found, ctx.unit.today))
        return
    if len(asked.pupils) > 1:
        await screen.show(*looks.which_pupil(ctx.t, asked.pupils))
        return
    pupil_id = asked.pupils[0].pupil_id
    if asked.field is not None and asked.value:
        filled = await records.fill(ctx.unit, pupil_id, asked.field, asked.value)
        await screen.show(*looks.saved(ctx.t, filled))
    elif asked.field is not None:
        await _ask(Talk(ctx, state, screen), pupil_id, asked.field, rest=False)
    else:
        await screen.show(*looks.pupil_card(ctx.t, await records.of_pupil(ctx.unit, pupil_id)))


async def page(query: CallbackQuery, callback_data: RecordList, ctx: Context, bot: Bot) -> None:
    """A class, or another page of it."""
    of = await roll_list(ctx.unit, f"class:{callback_data.klass}")
    found = await records.of_class(ctx.unit, of)
    face = looks.class_page(ctx.t, found, ctx.unit.today, callback_data.page)
    await tapped(query, bot, ctx).show(*face)


async def card(
    query: CallbackQuery, callback_data: RecordCard, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """One pupil's record; a question that was open is left."""
    pupil = await records.of_pupil(ctx.unit, callback_data.pupil)
    await _leave(state)
    await tapped(query, bot, ctx).show(*looks.pupil_card(ctx.t, pupil))


async def ask(
    query: CallbackQuery, callback_data: RecordAsk, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Ask for a field."""
    field = _field(callback_data.field)
    talk = Talk(ctx, state, tapped(query, bot, ctx))
    await _ask(talk, callback_data.pupil, field, rest=callback_data.rest)


async def put(
    query: CallbackQuery, callback_data: RecordPut, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A value that was chosen, not typed."""
    field = _field(callback_data.field)
    if field not in (Field.GENDER, Field.POLICY):
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx))
    await _write(talk, callback_data.pupil, field, callback_data.value)


async def awaits_value(message: Message, ctx: Context, state: FSMContext) -> bool:
    """Whether the words are the value that was asked for, and not a roll."""
    if await state.get_state() != RecordTalk.filling.state or not await is_text(message):
        return False
    frame = await roll_lists.read(ctx.unit, message.text or "")
    return not (frame.is_roll and frame.class_name)


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The value in words; what cannot be taken is asked for again, with an example."""
    data = await state.get_data()
    field, pupil_id = _field(data.get("field", "")), int(data.get("pupil", 0))
    screen = fresh(bot, ctx)
    try:
        await _write(Talk(ctx, state, screen), pupil_id, field, message.text or "")
    except Invalid as refusal:
        await screen.show(ctx.t(refusal.key, **refusal.params))


async def _write(talk: Talk, pupil_id: int, field: Field, text: str) -> None:
    """Write a value; where gaps are being filled one after the other, ask for the next."""
    ctx, screen = talk.ctx, talk.screen
    data = await talk.state.get_data()
    one_by_one = bool(data.get("rest")) and data.get("pupil") == pupil_id
    filled = await records.fill(ctx.unit, pupil_id, field, text)
    await _leave(talk.state)
    await screen.show(*looks.saved(ctx.t, filled))
    after = looks.next_gap(filled.pupil, field) if one_by_one else None
    if after is not None:
        screen.message_id = None
        await _ask(talk, pupil_id, after, rest=True)


async def undo(query: CallbackQuery, callback_data: RecordUndo, ctx: Context, bot: Bot) -> None:
    """[Hoàn tác]."""
    undone = await records.undo(ctx.unit, callback_data.change)
    lead = ctx.t("record-undone", field=looks.field_words(ctx.t, undone.field))
    await tapped(query, bot, ctx).show(*looks.pupil_card(ctx.t, undone.pupil, lead=lead))


async def _ask(talk: Talk, pupil_id: int, field: Field, *, rest: bool) -> None:
    pupil = await records.of_pupil(talk.ctx.unit, pupil_id)
    await talk.screen.show(*looks.question(talk.ctx.t, pupil, field, rest=rest))
    await talk.state.set_state(RecordTalk.filling)
    await talk.state.set_data({"pupil": pupil_id, "field": field.value, "rest": rest})


async def _leave(state: FSMContext) -> None:
    if await state.get_state() == RecordTalk.filling.state:
        await state.clear()


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError:
        raise Outdated from None


def router() -> Router:
    """For those who keep records."""
    r = Router(name="records")
    r.message.register(command, Command("hoso", "records"))
    r.callback_query.register(page, RecordList.filter())
    r.callback_query.register(card, RecordCard.filter())
    r.callback_query.register(ask, RecordAsk.filter())
    r.callback_query.register(put, RecordPut.filter())
    r.callback_query.register(undo, RecordUndo.filter())
    r.message.register(typed, awaits_value)
    return r
