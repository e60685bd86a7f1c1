"""`/sodiemdanh [lớp] [tháng]`: the roll book's pages, from the last lesson of a month to the
principal's signature."""

import contextlib

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import book_look as look
from handlers.book_buttons import (
    BookAll,
    BookBoard,
    BookConfirm,
    BookOpen,
    BookPick,
    BookSeen,
    BookSettle,
    BookStep,
    day_of,
)
from handlers.book_words import words_of
from handlers.context import Context
from handlers.screen import Screen, fresh, tapped
from services import book_families
from services.book_board import board, seen_classes, take_all
from services.book_periods import period_at, read_period, terms, usual
from services.book_steps import PageView, open_page, page_of, take, view
from services.errors import Invalid, NotFound
from services.name_syllables import fold
from services.periods import Period, month_before
from services.roll_text.frame_place import find_class, unknown_class
from services.rosters import classes

WORDS = ("so diem danh", "so goi ten")
STEP_SAID = {
    "shown": "book-said-shown",
    "confirmed": "book-said-confirmed",
    "signed": "book-said-signed",
    "filed": "book-said-filed",
    "approved": "book-said-approved",
}


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/sodiemdanh"""
    await _open(ctx, fresh(bot, ctx), command.args or "")


async def asks_in_words(message: Message, ctx: Context) -> bool | dict[str, str]:
    """ "sổ điểm danh 7A1 tháng 11", from staff."""
    words = " ".join((message.text or "").split())
    low = fold(words)
    if ctx.actor is None or not ctx.actor.is_staff or len(words) > 60:
        return False
    for start in WORDS:
        if low.startswith(start) and len(low) == len(words):
            return {"rest": words[len(start) :]}
    return False


async def in_words(message: Message, rest: str, ctx: Context, bot: Bot) -> None:
    """Answer it."""
    await _open(ctx, fresh(bot, ctx), rest)


async def _open(ctx: Context, screen: Screen, text: str) -> None:
    """The page of the class that is named, or of the one class there is; else all of them."""
    seen = await seen_classes(ctx.unit)
    named = find_class(text, [each.name for each in await classes(ctx.unit)])
    rest = text if named is None else f"{text[: named.start]} {text[named.end :]}"
    if named is None and (unknown := unknown_class(text)) is not None:
        raise NotFound("book-no-such-class", typed=unknown[0])
    period = await read_period(ctx.unit, rest)
    if named is None and len(seen) > 1:
        await _board(ctx, screen, period)
        return
    wanted = seen[0].name if named is None else named.class_name
    of = next((each for each in await classes(ctx.unit) if each.name == wanted), None)
    if of is None or of.class_id is None:
        raise NotFound("book-no-such-class", typed=wanted or "")
    page = await open_page(ctx.unit, of.class_id, period)
    await _page(ctx, screen, await view(ctx.unit, page, period))


async def _page(ctx: Context, screen: Screen, found: PageView, said: str = "") -> None:
    text = look.page_text(ctx, found)
    await screen.show(f"{said}\n\n{text}" if said else text, look.page_keyboard(ctx, found))


async def _board(ctx: Context, screen: Screen, period: Period, said: str = "") -> None:
    states = await board(ctx.unit, period)
    text = look.board_text(ctx.t, period, states)
    markup = look.board_keyboard(ctx.t, period, states, await _others(ctx, period))
    await screen.show(f"{said}\n\n{text}" if said else text, markup)


async def _others(ctx: Context, period: Period) -> list[Period]:
    """The months before and after, and the terms and the year that have begun."""
    this = await usual(ctx.unit)
    found = [month_before(this), this]
    found += [each for each in await terms(ctx.unit) if each.first <= ctx.unit.today]
    found = [each for each in found if each != period]
    starts = (await terms(ctx.unit))[-1].first
    return [each for each in found if each.last >= starts]


async def opened(query: CallbackQuery, callback_data: BookOpen, ctx: Context, bot: Bot) -> None:
    """A class of the board."""
    period = await period_at(ctx.unit, callback_data.kind, day_of(callback_data.first))
    page = await open_page(ctx.unit, callback_data.of, period)
    await _page(ctx, tapped(query, bot, ctx), await view(ctx.unit, page, period))


async def picked(query: CallbackQuery, callback_data: BookPick, ctx: Context, bot: Bot) -> None:
    """A page by its number, from a reminder."""
    page, period = await page_of(ctx.unit, callback_data.page)
    await _page(ctx, fresh(bot, ctx), await view(ctx.unit, page, period))


async def boarded(query: CallbackQuery, callback_data: BookBoard, ctx: Context, bot: Bot) -> None:
    """All classes of a period."""
    period = await period_at(ctx.unit, callback_data.kind, day_of(callback_data.first))
    await _board(ctx, tapped(query, bot, ctx), period)


async def step(query: CallbackQuery, callback_data: BookStep, ctx: Context, bot: Bot) -> None:
    """The next step of a page."""
    found = await take(
        ctx.unit, callback_data.page, callback_data.step, knowing=callback_data.knowing
    )
    said = ctx.t(
        STEP_SAID[callback_data.step],
        period=words_of(ctx.t, found.period),
        told=found.families[0],
        **{"class": found.of.name},
    )
    await _page(ctx, tapped(query, bot, ctx), found, said)


async def confirm(query: CallbackQuery, callback_data: BookConfirm, ctx: Context, bot: Bot) -> None:
    """Ask before the month is locked."""
    page, period = await page_of(ctx.unit, callback_data.page)
    found = await view(ctx.unit, page, period)
    if found.checks.hindering:
        raise Invalid("book-unexplained-first", count=len(found.checks.unexplained))
    text = look.confirm_text(ctx.t, found)
    await tapped(query, bot, ctx).show(text, look.confirm_keyboard(ctx.t, found))


async def settle(query: CallbackQuery, callback_data: BookSettle, ctx: Context, bot: Bot) -> None:
    """The absences that are neither P nor K, in a message of their own."""
    page, period = await page_of(ctx.unit, callback_data.page)
    found = await view(ctx.unit, page, period)
    await query.answer()
    text = look.settle_text(ctx.t, found)
    await fresh(bot, ctx).show(text, look.settle_keyboard(ctx.t, found))


async def all_of(query: CallbackQuery, callback_data: BookAll, ctx: Context, bot: Bot) -> None:
    """File or sign every page that waits."""
    period = await period_at(ctx.unit, callback_data.kind, day_of(callback_data.first))
    done = await take_all(ctx.unit, period, callback_data.step)
    said = ctx.t("book-said-all", step=callback_data.step, count=len(done), names=", ".join(done))
    await _board(ctx, tapped(query, bot, ctx), period, said)


async def seen(query: CallbackQuery, callback_data: BookSeen, ctx: Context, bot: Bot) -> None:
    """The homeroom teacher has seen to a family's doubt."""
    name = await book_families.seen(ctx.unit, callback_data.page, callback_data.pupil)
    await query.answer(ctx.t.plain("book-said-seen", name=name))
    page, period = await page_of(ctx.unit, callback_data.page)
    with contextlib.suppress(Invalid):
        await _page(ctx, tapped(query, bot, ctx), await view(ctx.unit, page, period))


def router() -> Router:
    """For staff; each service asks who may."""
    r = Router(name="roll book")
    r.message.register(command, Command("sodiemdanh", "rollbook"))
    r.message.register(in_words, asks_in_words)
    r.callback_query.register(opened, BookOpen.filter())
    r.callback_query.register(picked, BookPick.filter())
    r.callback_query.register(boarded, BookBoard.filter())
    r.callback_query.register(step, BookStep.filter())
    r.callback_query.register(confirm, BookConfirm.filter())
    r.callback_query.register(settle, BookSettle.filter())
    r.callback_query.register(all_of, BookAll.filter())
    r.callback_query.register(seen, BookSeen.filter())
    return r
