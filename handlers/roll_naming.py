"""Answering a class's list in words: names or list numbers alone, as the list asked for them."""

from datetime import date
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.context import Context
from handlers.roll_buttons import RollStates
from handlers.roll_flow import go_on
from handlers.screen import Talk, fresh
from services import roll_lists
from services.attendance_states import Half, SessionKind
from services.roll_dialogue import Pending
from services.roll_naming import named_absent
from services.rosters import roll_list
from services.sessions import Session


async def names_pupils(message: Message, ctx: Context, state: FSMContext) -> bool | dict[str, Any]:
    """Whether a text names who is missing from the list that is open, and no other list or day."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None:
        return False
    frame = await roll_lists.read(ctx.unit, text)
    if roll_lists.says_anything(frame):
        return False
    kept = (await state.get_data())["session"]
    of = await roll_list(ctx.unit, kept["list"])
    day = date.fromisoformat(kept["day"])
    session = Session(of, day, Half(kept["half"]), SessionKind(kept["kind"]))
    pending = await named_absent(ctx.unit, session, frame, text)
    return {"pending": pending} if pending is not None else False


async def take(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, pending: Pending
) -> None:
    """They are the absent ones; what is doubtful is asked as for any roll."""
    await go_on(Talk(ctx, state, fresh(bot, ctx)), pending)


def router() -> Router:
    """Texts alone; before the wide doors."""
    r = Router(name="roll in words")
    r.message.register(take, StateFilter(RollStates.naming), names_pupils)
    return r
