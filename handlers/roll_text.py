"""A class's roll in one message: free text of the staff that reads as a roll.

A wide door: it stands after commands and open conversations, and looks at a message once; what does
not read as a roll is somebody else's.
"""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.roll_buttons import PickList, RollStates
from handlers.roll_flow import choose_list, leave_open, start
from handlers.roll_open import open_grid
from handlers.roll_repeat import propose
from handlers.screen import Screen, Talk, fresh, tapped
from services import roll_lists
from services.errors import Outdated
from services.roll_text import Frame
from services.rosters import RollList, roll_list
from services.sessions import session_for


async def reads_as_roll(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote something that reads as a roll; the frame goes to the handler."""
    frame = await _frame(message, ctx)
    return {"frame": frame} if frame is not None and frame.is_roll else False


async def names_a_list(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a message names a class or group and nothing else of a roll."""
    frame = await _frame(message, ctx)
    if frame is None or frame.is_roll or not (frame.class_name or frame.group_id):
        return False
    return {"frame": frame}


async def _frame(message: Message, ctx: Context) -> Frame | None:
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return None
    return await roll_lists.read(ctx.unit, text)


async def take(message: Message, ctx: Context, state: FSMContext, bot: Bot, frame: Frame) -> None:
    """A new roll; it takes the place of one that was still being asked about."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    lists = await roll_lists.lists_of(ctx.unit, frame)
    text = message.text or ""
    if len(lists) == 1:
        await start(talk, lists[0], frame, text)
        return
    await choose_list(talk, lists, {"frame": roll_lists.dump(frame), "text": text})


async def pick(
    query: CallbackQuery, callback_data: PickList, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The class was tapped."""
    data = await state.get_data()
    if callback_data.token != data.get("token") or callback_data.at not in range(
        len(data["lists"])
    ):
        raise Outdated
    of = await roll_list(ctx.unit, data["lists"][callback_data.at])
    await _go(Talk(ctx, state, tapped(query, bot, ctx, data["screen"])), of, data)


async def typed_list(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, frame: Frame
) -> None:
    """The class was typed."""
    data = await state.get_data()
    lists = await roll_lists.lists_of(ctx.unit, frame)
    await Screen(bot, int(ctx.chat), data["screen"]).close()
    await _go(Talk(ctx, state, fresh(bot, ctx)), lists[0], data)


async def _go(talk: Talk, of: RollList, data: dict[str, Any]) -> None:
    await talk.state.clear()
    frame = roll_lists.load(data["frame"])
    unit = talk.ctx.unit
    if data.get("repeat"):
        await propose(talk, await session_for(unit, of, frame.date, frame.half, frame.kind))
    elif data.get("grid"):
        await open_grid(talk, await session_for(unit, of, frame.date, frame.half, frame.kind))
    else:
        await start(talk, of, frame, data["text"])


def list_choice() -> Router:
    """Answers to "which class?": before the wide doors."""
    r = Router(name="roll list")
    choosing = StateFilter(RollStates.choosing_list)
    r.callback_query.register(pick, choosing, PickList.filter())
    r.message.register(typed_list, choosing, names_a_list)
    return r


def router() -> Router:
    """The wide door."""
    r = Router(name="roll text")
    r.message.register(take, reads_as_roll)
    return r
