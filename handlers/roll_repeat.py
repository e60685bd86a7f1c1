"""`7A1 như hôm qua`: the absentees of the session before, shown and saved only when confirmed."""

import secrets
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.context import Context
from handlers.roll_buttons import Repeat, RollStates
from handlers.roll_echo import Echo, echo_text
from handlers.roll_flow import choose_list, go_on, leave_open
from handlers.roll_open import open_grid
from handlers.roll_words import session_words
from handlers.screen import Screen, Talk, fresh, tapped
from handlers.texts import Texts
from services import roll_lists
from services.errors import Outdated
from services.known_leave import leave_standings
from services.roll_dialogue import dump, load, session_and_roster
from services.roll_repeat import is_filler, proposal, without_phrase
from services.roll_text import Frame
from services.roll_typed import Said, said
from services.roll_view import view
from services.sessions import Session, session_for
from services.standing import Standing


async def asks_to_repeat(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote "như hôm qua", with a class or without, and nothing else."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    rest = without_phrase(text)
    if rest is None:
        return False
    frame = await roll_lists.read(ctx.unit, rest)
    return {"frame": frame} if is_filler(frame.rest) else False


async def repeat(message: Message, ctx: Context, state: FSMContext, bot: Bot, frame: Frame) -> None:
    """Propose it, for the class that is named or meant."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    lists = await roll_lists.lists_of(ctx.unit, frame)
    if len(lists) > 1:
        then = {"frame": roll_lists.dump(frame), "text": message.text or "", "repeat": True}
        await choose_list(talk, lists, then)
        return
    session = await session_for(ctx.unit, lists[0], frame.date, frame.half, frame.kind)
    await propose(talk, session)


async def propose(talk: Talk, session: Session) -> None:
    """Show who was missing the time before, with [Lưu] and [Sửa]."""
    t, unit = talk.ctx.t, talk.ctx.unit
    found = await proposal(unit, session)
    standings = {**await leave_standings(unit, session), **found.standings}
    head = t(
        "roll-repeat",
        session=session_words(t, session),
        before=session_words(t, found.before),
        count=len(found.standings),
    )
    shown = view(session, found.of, standings)
    token = secrets.token_hex(3)
    text = echo_text(t, Echo(head, shown), unit.zone)
    handle = await talk.screen.show(text, _keyboard(t, token))
    await talk.state.set_state(RollStates.repeating)
    await talk.state.set_data({"roll": dump(found.pending), "token": token, "screen": handle})


def _keyboard(t: Texts, token: str) -> InlineKeyboardMarkup:
    builder = InlineKeyboardBuilder()
    builder.button(text=t.plain("roll-grid-save"), callback_data=Repeat(token=token, save=True))
    builder.button(text=t.plain("roll-edit"), callback_data=Repeat(token=token, save=False))
    return builder.as_markup()


async def answered(
    query: CallbackQuery, callback_data: Repeat, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Lưu], or [Sửa]: the grid with the proposal in it."""
    data = await state.get_data()
    if data.get("token") != callback_data.token:
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx, data["screen"]))
    await _go(talk, data, save=callback_data.save)


async def answers(message: Message) -> bool | dict[str, Any]:
    """Whether a short typed word confirms the proposal, or wants it changed."""
    word = said(message.text or "")
    if word is Said.YES:
        return {"save": True}
    return {"save": False} if word in (Said.NO, Said.REWRITE) else False


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot, save: bool) -> None:
    """The same, typed."""
    data = await state.get_data()
    await Screen(bot, int(ctx.chat), data["screen"]).close()
    await _go(Talk(ctx, state, fresh(bot, ctx)), data, save=save)


async def _go(talk: Talk, data: dict[str, Any], *, save: bool) -> None:
    pending = load(data["roll"])
    if save:
        await go_on(talk, pending)
        return
    session, _ = await session_and_roster(talk.ctx.unit, pending)
    proposed = {mark.pupil_id: Standing(mark.state) for mark in pending.reading.marks}
    await talk.state.clear()
    await open_grid(talk, session, proposed)


def router() -> Router:
    """The phrase, and the answers to the proposal."""
    r = Router(name="roll as before")
    r.message.register(repeat, asks_to_repeat)
    r.callback_query.register(answered, StateFilter(RollStates.repeating), Repeat.filter())
    r.message.register(typed, StateFilter(RollStates.repeating), answers)
    return r
