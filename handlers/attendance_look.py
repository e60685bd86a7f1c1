"""`/chuyencan`, or "cháu nghỉ mấy buổi rồi cô": a child's attendance, drawn and told."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from handlers.attendance_buttons import ListOf, LookAt, periods, picks, pupils
from handlers.attendance_picture import TEMPLATE, facts
from handlers.attendance_words import caption, class_text
from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing import typeset
from services import attendance_question, attendance_warnings, pupil_attendance
from services.attendance_question import Question
from services.attendance_whose import Whose, whose
from services.errors import Outdated
from services.pupil_attendance import Look
from services.rosters import classes

Picture = tuple[BufferedInputFile, str, InlineKeyboardMarkup | None]


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/chuyencan [tên] [lớp] [tháng, học kì hay cả năm]."""
    asked = await _read(ctx, command.args or "")
    await _answer(bot, ctx, asked, await whose(ctx.unit, asked, free=False))


async def asks(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a linked person asks it in their own words, and has somebody to ask about."""
    text = message.text or ""
    actor = ctx.actor
    if actor is None or not attendance_question.asks(text):
        return False
    if not actor.is_guardian and not actor.homeroom_of:
        return False
    return {"asked": await _read(ctx, text)}


async def in_words(message: Message, ctx: Context, bot: Bot, asked: Question) -> None:
    """Answer it."""
    await _answer(bot, ctx, asked, await whose(ctx.unit, asked, free=True))


async def _read(ctx: Context, text: str) -> Question:
    names = [one.name for one in await classes(ctx.unit)]
    return attendance_question.read(text, ctx.unit.today, names)


async def _answer(bot: Bot, ctx: Context, asked: Question, found: Whose) -> None:
    """The picture, or what must be asked first."""
    if found.pupil_id is not None:
        await _send(bot, ctx, found.pupil_id, asked.code)
        return
    if not found.choices and len(found.lists) == 1:
        await _class(bot, ctx, found.lists[0].class_id or 0)
        return
    key = "attendance-which-near" if found.near else "attendance-which"
    await bot.send_message(
        int(ctx.chat), ctx.t(key, typed=asked.name), reply_markup=picks(ctx.t, found, asked.code)
    )


async def _send(bot: Bot, ctx: Context, pupil_id: int, code: str | None) -> None:
    photo, text, markup = await _picture(ctx, pupil_id, code)
    await bot.send_photo(int(ctx.chat), photo, caption=text, reply_markup=markup)


async def _picture(ctx: Context, pupil_id: int, code: str | None) -> Picture:
    """The picture with its caption and buttons; it is set outside the unit of work."""
    seen: Look = await pupil_attendance.look(ctx.unit, pupil_id, code)
    shown = facts(ctx.t, seen)

    async def prepare() -> Any:
        return lambda: typeset.picture(TEMPLATE, shown)

    data: bytes = await reckoned(ctx, "attendance", prepare)
    photo = BufferedInputFile(data, f"chuyen-can-{seen.period.code}.png")
    kept = [] if seen.own else await attendance_warnings.kept_of(ctx.unit, pupil_id)
    return photo, caption(ctx.t, seen, kept), periods(ctx.t, seen, ctx.unit)


async def pick(query: CallbackQuery, callback_data: LookAt, ctx: Context, bot: Bot) -> None:
    """A child or a period was chosen: on the picture that was tapped, or as a new one."""
    code = callback_data.code or None
    shown = query.message
    if not callback_data.onto or not isinstance(shown, Message) or not ctx.capabilities.edits:
        await _send(bot, ctx, callback_data.pupil, code)
        return
    photo, text, markup = await _picture(ctx, callback_data.pupil, code)
    await bot.edit_message_media(
        InputMediaPhoto(media=photo, caption=text),
        chat_id=int(ctx.chat),
        message_id=shown.message_id,
        reply_markup=markup,
    )


async def pick_class(query: CallbackQuery, callback_data: ListOf, ctx: Context, bot: Bot) -> None:
    """A class was chosen."""
    await _class(bot, ctx, callback_data.of)


async def _class(bot: Bot, ctx: Context, class_id: int) -> None:
    of = next((one for one in await classes(ctx.unit) if one.class_id == class_id), None)
    if of is None:
        raise Outdated
    members, lines = await pupil_attendance.class_lines(ctx.unit, of)
    text = class_text(ctx.t, of.name, lines, len(members.members))
    await bot.send_message(int(ctx.chat), text, reply_markup=pupils(lines))


def router() -> Router:
    """The command and its buttons."""
    r = Router(name="attendance")
    r.message.register(command, Command("chuyencan", "attendance"))
    r.callback_query.register(pick, LookAt.filter())
    r.callback_query.register(pick_class, ListOf.filter())
    return r


def words_router() -> Router:
    """The question in free words: before leave, whose words it shares."""
    r = Router(name="attendance in words")
    r.message.register(in_words, asks)
    return r
