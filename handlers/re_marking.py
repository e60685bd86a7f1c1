"""`/phuckhao`, or "phúc khảo Lan toán cuối kì: …": a test is marked anew (article 11.1c)."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.incoming_files import fetched
from handlers.outside import reckoned
from handlers.printing.re_marking_minutes import minutes_pdf
from handlers.re_marking_buttons import (
    ReMarkEnter,
    ReMarkMinutes,
    ReMarkName,
    ReMarkPapers,
    ReMarkRefuse,
    ReMarkStates,
    ReMarkWithdraw,
)
from handlers.score_corrections import sends_file
from handlers.screen import fresh
from handlers.sending_pieces import send_pieces
from handlers.showing import button, keyboard
from services import leave_papers, profiles
from services import re_marking as marking
from services.errors import Outdated

SHOWN = 12  # markers that are offered


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether a guardian asks for a re-marking."""
    text = message.text or ""
    guardian = ctx.actor is not None and ctx.actor.is_guardian
    return guardian and not text.startswith("/") and marking.is_wish(text)


async def in_words(message: Message, ctx: Context) -> None:
    """The wish in one message."""
    await marking.ask(ctx.unit, message.text or "")


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/phuckhao, with the wish or without."""
    if not (command.args or "").strip():
        await message.answer(ctx.t("re-marking-how"))
        return
    await marking.ask(ctx.unit, command.args or "")


async def name(query: CallbackQuery, callback_data: ReMarkName, ctx: Context, bot: Bot) -> None:
    """[Chọn người chấm], then one of them."""
    id = callback_data.id
    if callback_data.person:
        await marking.name_marker(ctx.unit, id, callback_data.person)
        await query.answer(ctx.t.plain("re-marking-named"))
        return
    found = await marking.markers(ctx.unit, id)
    await query.answer()
    if not found:
        await bot.send_message(int(ctx.chat), ctx.t("re-marking-nobody"))
        return
    rows = [[button(who, ReMarkName(id=id, person=person).pack())] for person, who in found[:SHOWN]]
    await bot.send_message(int(ctx.chat), ctx.t("re-marking-who"), reply_markup=keyboard(*rows))


async def refuse(
    query: CallbackQuery, callback_data: ReMarkRefuse, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Từ chối]: the reason is asked for first."""
    await marking.markers(ctx.unit, callback_data.id)  # still to be decided, and by this person
    await query.answer()
    await state.set_state(ReMarkStates.why)
    await state.set_data({"id": callback_data.id})
    await fresh(bot, ctx).show(ctx.t("re-marking-refuse-why"))


async def why(message: Message, ctx: Context, state: FSMContext) -> None:
    """The principal's reason."""
    id = (await state.get_data())["id"]
    await state.clear()
    await marking.refuse(ctx.unit, id, message.text or "")
    await message.answer(ctx.t("re-marking-refused"))


async def withdraw(query: CallbackQuery, callback_data: ReMarkWithdraw, ctx: Context) -> None:
    """[Rút đơn]."""
    await marking.withdraw(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("re-marking-withdrawn"))


async def begin(
    query: CallbackQuery, callback_data: ReMarkEnter, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Nhập kết quả]: papers first, then the mark."""
    row = await marking.own_marking(ctx.unit, callback_data.id)
    await query.answer()
    await state.set_state(ReMarkStates.marking)
    await state.set_data({"id": row.id})
    await fresh(bot, ctx).show(ctx.t("re-marking-send"))


async def paper(message: Message, ctx: Context, state: FSMContext, file_id: str) -> None:
    """A picture of a paper."""
    id = (await state.get_data())["id"]
    await marking.own_marking(ctx.unit, id)
    digest = await fetched(ctx, file_id)

    async def check() -> Callable[[], str]:
        return leave_papers.check_work(ctx.outside.store, digest)

    ending = await reckoned(ctx, "re-marking-paper", check)
    count = await marking.add_paper(ctx.unit, id, digest, ending)
    await message.answer(ctx.t("re-marking-paper", count=count))


async def enter(message: Message, ctx: Context, state: FSMContext) -> None:
    """The mark."""
    id = (await state.get_data())["id"]
    await marking.enter(ctx.unit, id, message.text or "")
    await state.clear()


async def papers(query: CallbackQuery, callback_data: ReMarkPapers, ctx: Context, bot: Bot) -> None:
    """[Xem bài]."""
    found = await marking.papers_of(ctx.unit, callback_data.id)
    if not found:
        raise Outdated
    await query.answer()
    captions = [
        ctx.t("re-marking-paper-caption", number=number) for number in range(1, len(found) + 1)
    ]
    await send_pieces(bot, ctx, zip(found, captions, strict=True), "phuc-khao")


async def minutes(
    query: CallbackQuery, callback_data: ReMarkMinutes, ctx: Context, bot: Bot
) -> None:
    """[Biên bản PDF]."""
    row, facts = await marking.look_at(ctx.unit, callback_data.id)
    if row.status != "written":
        raise Outdated
    school, language = await profiles.school_name(ctx.unit) or "", ctx.t.language

    async def prepare() -> Any:
        return lambda: minutes_pdf(facts, school, language)

    data = await reckoned(ctx, "re-marking-minutes", prepare)
    await query.answer()
    await bot.send_document(
        int(ctx.chat),
        BufferedInputFile(data, f"bien-ban-phuc-khao-{row.number}.pdf"),
        caption=ctx.t("re-marking-minutes-caption", number=row.number or 0),
    )


def router() -> Router:
    """For families, the principal and second markers."""
    r = Router(name="re-marking")
    r.message.register(command, Command("phuckhao", "remark"))
    r.message.register(paper, StateFilter(ReMarkStates.marking), sends_file)
    r.message.register(enter, StateFilter(ReMarkStates.marking), is_words)
    r.message.register(why, StateFilter(ReMarkStates.why), is_words)
    r.message.register(in_words, wishes)
    r.callback_query.register(name, ReMarkName.filter())
    r.callback_query.register(refuse, ReMarkRefuse.filter())
    r.callback_query.register(withdraw, ReMarkWithdraw.filter())
    r.callback_query.register(begin, ReMarkEnter.filter())
    r.callback_query.register(papers, ReMarkPapers.filter())
    r.callback_query.register(minutes, ReMarkMinutes.filter())
    return r
