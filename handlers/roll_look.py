"""Looking at rolls: `/vangmat [lớp] [ngày]`, "7A1 hôm nay ai vắng?", "lớp nào chưa điểm danh?"."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.roll_echo import Echo, echo_text, keyboard, unsettled
from handlers.roll_words import day_words, list_words, session_words
from services import roll_lists, rolls
from services.access import Action, may
from services.errors import NotAllowed
from services.name_syllables import fold
from services.roll_text import Frame

_WHO = ("vang", "nghi")
_ASKED = ("ai", "em nao", "ban nao", "nhung ai", "hs nao", "hoc sinh nao")
WHO_IS_ABSENT = tuple(
    phrase
    for verb in _WHO
    for asked in _ASKED
    for phrase in (f"{asked} {verb}", f"{verb} {asked}", f"{verb} mat {asked}")
)
NO_ROLL_YET = ("lop nao chua diem danh", "nhung lop chua diem danh", "chua diem danh lop nao")


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/vangmat: who is missing; without a class, principals see which classes have no roll."""
    actor = ctx.unit.who
    if not actor.is_staff:
        raise NotAllowed
    frame = await roll_lists.read(ctx.unit, command.args or "")
    nothing_said = not (frame.class_name or frame.group_id or frame.unknown_class)
    if nothing_said and may(actor, Action.SEE_ROLL):
        await _without_roll(message, ctx)
        return
    await _who(message, ctx, frame)


async def asks_who(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff ask who is missing."""
    words = _words(message)
    if not words or ctx.actor is None or not ctx.actor.is_staff:
        return False
    if not any(f" {phrase} " in words for phrase in WHO_IS_ABSENT):
        return False
    frame = await roll_lists.read(ctx.unit, message.text or "")
    return {"frame": frame} if not frame.is_roll else False


async def who(message: Message, ctx: Context, frame: Frame) -> None:
    """Answer it."""
    await _who(message, ctx, frame)


async def asks_which(message: Message, ctx: Context) -> bool:
    """Whether staff ask which classes have no roll."""
    words = _words(message)
    return bool(ctx.actor and ctx.actor.is_staff) and any(p in words for p in NO_ROLL_YET)


async def which(message: Message, ctx: Context) -> None:
    """Answer it."""
    await _without_roll(message, ctx)


def _words(message: Message) -> str:
    text = message.text or ""
    if not text or text.startswith("/") or len(text) > 200:
        return ""
    letters = [sign if sign.isalnum() else " " for sign in fold(text)]
    return f" {' '.join(''.join(letters).split())} "


async def _who(message: Message, ctx: Context, frame: Frame) -> None:
    lists = await roll_lists.lists_of(ctx.unit, frame)
    if len(lists) > 1:
        names = ", ".join(of.name for of in lists)
        await message.answer(ctx.t("roll-look-which", names=names))
        return
    session, found = await rolls.of_day(ctx.unit, lists[0], frame.date)
    if not found:
        day = day_words(ctx.t, session.day)
        await message.answer(ctx.t("roll-none-of-day", list=list_words(ctx.t, lists[0]), day=day))
        return
    for seen in found:
        text, buttons = look_of(ctx, seen)
        await message.answer(text, reply_markup=buttons)


def look_of(ctx: Context, seen: rolls.Seen) -> tuple[str, InlineKeyboardMarkup | None]:
    """A roll as it is shown to whoever looks at it, with buttons for those who may change it."""
    of = seen.view.session.of
    taken = seen.roll.taken_at.astimezone(ctx.unit.zone)
    head = ctx.t(
        "roll-look",
        session=session_words(ctx.t, seen.view.session),
        name=seen.roll.taken_by,
        time=f"{taken:%H:%M}" if taken.date() == ctx.unit.today else f"{taken:%H:%M %d/%m/%Y}",
    )
    text = echo_text(ctx.t, Echo(head, seen.view), ctx.unit.zone)
    if not may(ctx.unit.who, Action.TAKE_ROLL, of.target):
        return text, None
    return text, keyboard(ctx.t, seen.roll, unsettled(ctx.unit.who, seen.view))


async def _without_roll(message: Message, ctx: Context) -> None:
    session, missing = await rolls.without_roll(ctx.unit)
    if session is None:
        await message.answer(ctx.t("roll-no-lessons-now"))
        return
    half, day = session.half.value, day_words(ctx.t, session.day)
    if not missing:
        await message.answer(ctx.t("roll-all-taken", half=half, day=day))
        return
    names = ", ".join(of.name for of in missing)
    await message.answer(
        ctx.t("roll-not-taken-by", half=half, day=day, count=len(missing), names=names)
    )


def commands() -> Router:
    """The command."""
    r = Router(name="look at rolls")
    r.message.register(command, Command("vangmat"))
    return r


def router() -> Router:
    """The questions in free words: after open conversations."""
    r = Router(name="questions about rolls")
    r.message.register(who, asks_who)
    r.message.register(which, asks_which)
    return r
