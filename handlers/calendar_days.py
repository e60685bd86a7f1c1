"""`/lichnghi`: what departs from ordinary weeks; the school's own days off and swaps.

/lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch
/lichnghi học 5/12 theo thứ 5: học bù
/lichnghi đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch
/lichnghi bỏ 5/12
"""

from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.closure_look import days_words, scope_words
from handlers.context import Context
from handlers.roll_words import day_words
from handlers.screen import tapped
from services import calendar_days, calendar_news
from services.access import Action, may
from services.calendar_days import Entry, Line
from services.calendar_words import Act, Wish, read_wish
from services.errors import Invalid, Outdated

LINES = {
    Line.OFF: "calendar-line-off",
    Line.TAUGHT: "calendar-line-taught",
    Line.HOLIDAY: "calendar-line-holiday",
    Line.BREAK: "calendar-line-break",
    Line.CLOSED: "calendar-line-closed",
    Line.MAKEUP: "calendar-line-makeup",
}
MOST = 40  # lines that one message shows


class CalendarTell(CallbackData, prefix="cdt"):
    """Tell everybody how these days (ordinals; `to` is the other one of a swap, or 0) stand; `made`
    is when it was offered."""

    first: int
    last: int
    to: int
    made: int


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/lichnghi, alone or with what is to be entered."""
    words = (command.args or "").strip()
    if not words:
        await message.answer(await _list(ctx))
        return
    ctx.unit.require(Action.KEEP_CALENDAR)  # who may not is not taught how
    wish = read_wish(words, ctx.unit.today)
    if wish is None:
        raise Invalid("calendar-which")
    said, keyboard = await _fulfil(ctx, wish), None
    if wish.first and wish.last and may(ctx.unit.who, Action.CLOSE_SESSIONS):
        keyboard = _offer(ctx, wish.first, wish.last, wish.to)
    await message.answer(f"{said}\n\n{await _list(ctx)}", reply_markup=keyboard)


def _offer(ctx: Context, first: date, last: date, to: date | None) -> InlineKeyboardMarkup:
    """[Báo gia đình, giáo viên]."""
    data = CalendarTell(
        first=first.toordinal(),
        last=last.toordinal(),
        to=to.toordinal() if to else 0,
        made=int(ctx.unit.now.timestamp() * 1000),
    )
    text = ctx.t.plain("calendar-button-tell")
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data.pack())]]
    )


async def tell(query: CallbackQuery, callback_data: CalendarTell, ctx: Context, bot: Bot) -> None:
    """Everybody hears of the days; once."""
    try:
        first, last = (date.fromordinal(n) for n in (callback_data.first, callback_data.last))
    except (ValueError, OverflowError) as error:  # a forged button
        raise Outdated from error
    spans = [(first, last)]
    if callback_data.to:
        to = date.fromordinal(callback_data.to)
        spans.append((to, to))
    offer = f"{callback_data.made}:{callback_data.first}"
    told = await calendar_news.tell(ctx.unit, offer, spans)
    text = ctx.t("calendar-told", guardians=told.guardians, staff=told.staff)
    await tapped(query, bot, ctx).show(f"{text}\n\n{await _list(ctx)}")


async def _fulfil(ctx: Context, wish: Wish) -> str:
    """Do it; what was done, in HTML."""
    t, unit = ctx.t, ctx.unit
    if wish.first is None or wish.last is None:
        raise Invalid("calendar-swap-unclear" if wish.act is Act.SWAP else "calendar-day-unclear")
    first, last = wish.first, wish.last
    if wish.act is Act.OFF:
        if not wish.note:
            raise Invalid("calendar-why", day=f"{first.day}/{first.month}/{first.year}")
        days = await calendar_days.give_off(unit, first, last, wish.note)
        shown = days_words(t, days[0], days[-1], None)
        return t("calendar-saved-off", days=shown, why=wish.note)
    if wish.act is Act.SWAP:
        if wish.to is None:
            raise Invalid("calendar-swap-unclear")
        await calendar_days.swap(unit, first, wish.to, wish.note)
        return t("calendar-saved-swap", off=day_words(t, first), on=day_words(t, wish.to))
    if first != last:
        raise Invalid("calendar-one-day")
    if wish.act is Act.TEACH:
        await calendar_days.teach(unit, first, wish.follows, wish.note)
        follows = "own" if wish.follows is None else wish.follows
        return t("calendar-saved-taught", day=day_words(t, first), follows=follows)
    taught = await calendar_days.forget(unit, first)
    day = day_words(t, first)
    return t("calendar-saved-forgotten", day=day, taught="yes" if taught else "no")


async def _list(ctx: Context) -> str:
    """What is coming, and for those who keep it how to change it."""
    t, entries = ctx.t, await calendar_days.upcoming(ctx.unit)
    lines = [t("calendar-head", days=calendar_days.AHEAD)]
    lines += [_line(ctx, entry) for entry in entries[:MOST]] or [t("calendar-none-coming")]
    if ctx.actor is not None and may(ctx.actor, Action.KEEP_CALENDAR):
        lines += ["", t("calendar-how")]
    return "\n".join(lines)


def _line(ctx: Context, entry: Entry) -> str:
    t = ctx.t
    return t(
        LINES[entry.line],
        days=days_words(t, entry.first, entry.last, entry.half),
        why=entry.note or "none",
        follows="own" if entry.follows is None else entry.follows,
        whom=scope_words(t, entry.scope, entry.names),
        lost="" if entry.for_day is None else day_words(t, entry.for_day),
    )


def router() -> Router:
    """Everybody looks; the heads and the administrator enter."""
    r = Router(name="calendar days")
    r.message.register(command, Command("lichnghi", "calendar"))
    r.callback_query.register(tell, CalendarTell.filter())
    return r
