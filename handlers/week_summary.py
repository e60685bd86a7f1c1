"""`/sokettuan 7A1`: the class's week so far; `/sokettuan 7A1 tuần trước`: the week before."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.context import Context
from handlers.notices.week_summary import week
from services import roll_lists
from services.errors import Invalid
from services.name_syllables import fold
from services.week_summary import WEEK, monday_of, week_for

BEFORE = ("tuan truoc", "tuan roi", "last week")


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """The own class, or the one that is named; the week of the day that is named, or this one."""
    args = " ".join((command.args or "").split())
    frame = await roll_lists.read(ctx.unit, args)
    found = [each for each in await roll_lists.lists_of(ctx.unit, frame) if each.class_id]
    if len(found) != 1:
        raise Invalid("week-which-class")
    monday = monday_of(frame.date or ctx.unit.today)
    if frame.date is None and any(words in fold(args) for words in BEFORE):
        monday -= WEEK
    shown = await week_for(ctx.unit, found[0].class_id or 0, monday)
    await message.answer(week(shown, ctx.t, ctx.capabilities).text)


def router() -> Router:
    """One command."""
    r = Router(name="week summary")
    r.message.register(command, Command("sokettuan"))
    return r
