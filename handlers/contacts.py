"""`/lienhe`: a family reports a new number or address, by buttons or in words.

The homeroom teacher confirms it.
"""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import contact_looks as looks
from handlers.absences import is_text
from handlers.contact_looks import ContactAsk, ContactBack, ContactStep
from handlers.context import Context
from handlers.record_looks import RecordTalk
from handlers.screen import fresh, tapped
from services import contact_changes, leave_dialogue
from services.contact_text import ContactText, read_contact
from services.errors import Invalid, NotAllowed, Outdated
from services.phone_numbers import normalised

STATES = {"phone": RecordTalk.phone, "address": RecordTalk.address}


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/lienhe; words behind it are the number or the address."""
    if ctx.actor is None or not ctx.actor.is_guardian:
        raise NotAllowed("contact-not-a-guardian")
    await state.clear()
    words = (command.args or "").strip()
    screen = fresh(bot, ctx)
    if not words:
        children = await contact_changes.own_children(ctx.unit)
        phone = await contact_changes.own_phone(ctx.unit)
        await screen.show(*looks.overview(ctx.t, phone, children))
        return
    field = "phone" if normalised(words) else "address"
    said = read_contact(words) or ContactText(field, words)
    await screen.show(*looks.echo(ctx.t, await contact_changes.report(ctx.unit, said)))


async def ask(
    query: CallbackQuery, callback_data: ContactAsk, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The number or address is to be typed; or not, after all."""
    screen = tapped(query, bot, ctx)
    if callback_data.field == "stop":
        await state.clear()
        await screen.show(ctx.t("contact-stopped"))
        return
    if callback_data.field not in STATES:
        raise Outdated
    await contact_changes.own_children(ctx.unit)
    await screen.show(*looks.question(ctx.t, callback_data.field))
    await state.set_state(STATES[callback_data.field])
    await state.set_data({})


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The number or address; what cannot be taken is asked for again, with an example."""
    field = "phone" if await state.get_state() == RecordTalk.phone.state else "address"
    words = message.text or ""
    read = read_contact(words)
    said = read if read is not None and read.field == field else ContactText(field, words)
    screen = fresh(bot, ctx)
    try:
        reported = await contact_changes.report(ctx.unit, said)
    except Invalid as refusal:
        stop = looks.question(ctx.t, field)[1]
        await screen.show(ctx.t(refusal.key, **refusal.params), stop)
        return
    await state.clear()
    await screen.show(*looks.echo(ctx.t, reported))


async def awaits_contact(message: Message, ctx: Context) -> bool:
    """Whether the words are what was asked for, and not a request for leave."""
    if not await is_text(message):
        return False
    return await leave_dialogue.read(ctx.unit, message.text or "") is None


async def says_contact(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a guardian reports a new number or address in words of their own."""
    if ctx.actor is None or not ctx.actor.is_guardian or not await is_text(message):
        return False
    said = read_contact(message.text or "")
    return {"said": said} if said is not None else False


async def in_words(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, said: ContactText
) -> None:
    """A report in words."""
    await state.clear()
    reported = await contact_changes.report(ctx.unit, said)
    await fresh(bot, ctx).show(*looks.echo(ctx.t, reported))


async def back(query: CallbackQuery, callback_data: ContactBack, ctx: Context, bot: Bot) -> None:
    """[Thôi, không đổi nữa]."""
    await contact_changes.take_back(ctx.unit, callback_data.change)
    await tapped(query, bot, ctx).show(ctx.t("contact-taken-back"))


async def step(query: CallbackQuery, callback_data: ContactStep, ctx: Context) -> None:
    """A teacher confirms it, or does not; the card shows it."""
    if callback_data.step not in ("accept", "refuse"):
        raise Outdated
    accepted = callback_data.step == "accept"
    await contact_changes.decide(ctx.unit, callback_data.change, accepted=accepted)
    key = "contact-said-accepted" if accepted else "contact-said-refused"
    await query.answer(ctx.t.plain(key))


def router() -> Router:
    """The command, buttons, and what was asked for."""
    r = Router(name="contacts")
    r.message.register(command, Command("lienhe", "contact"))
    r.callback_query.register(ask, ContactAsk.filter())
    r.callback_query.register(back, ContactBack.filter())
    r.callback_query.register(step, ContactStep.filter())
    r.message.register(typed, StateFilter(RecordTalk.phone, RecordTalk.address), awaits_contact)
    return r


def words_router() -> Router:
    """Free words of families, behind open conversations."""
    r = Router(name="contacts in words")
    r.message.register(in_words, says_contact)
    return r
