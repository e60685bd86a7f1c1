"""The picture of a paper with a request for leave: sent by a guardian, opened by the teacher."""

import secrets
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.context import Context
from handlers.incoming_files import fetched
from handlers.leave_buttons import LeavePaperFor, LeavePaperLook, LeaveTalk, paper_for_keyboard
from handlers.leave_flow import OPEN, go_on
from handlers.leave_words import days_words
from handlers.outside import reckoned
from handlers.screen import Screen, Talk, fresh, tapped
from services import leave_dialogue, leave_papers
from services.errors import Outdated
from services.leave_changes import Open


async def sends_paper(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a guardian sends a picture or a file: of what, the messenger's id of it."""
    if ctx.actor is None or not ctx.actor.is_guardian:
        return False
    if message.photo:
        return {"file_id": message.photo[-1].file_id}
    if message.document is not None and message.document.file_id:
        return {"file_id": message.document.file_id}
    return False


async def take(message: Message, ctx: Context, state: FSMContext, bot: Bot, file_id: str) -> None:
    """A paper: with words that ask for leave, or for a request that was made before."""
    words = (message.caption or "").strip()
    read = await leave_dialogue.read(ctx.unit, words) if words else None
    open_question = await state.get_state() in OPEN
    screen = fresh(bot, ctx)
    if read is None and not await leave_papers.candidates(ctx.unit):
        key = "leave-paper-answer-first" if open_question else "leave-paper-first"
        await screen.show(ctx.t(key))
        return
    digest = await fetched(ctx, file_id)
    ending = await reckoned(ctx, "paper", lambda: _check(ctx, digest))
    if read is not None:
        await state.clear()
        known = {each.leave.id for each in await leave_papers.candidates(ctx.unit)}
        await go_on(Talk(ctx, state, fresh(bot, ctx)), await leave_dialogue.begin(ctx.unit, read))
        if await state.get_state() in OPEN:
            await screen.show(ctx.t("leave-paper-answer-first"))
            return
        found = await leave_papers.candidates(ctx.unit)
        new = [each for each in found if each.leave.id not in known] or found[:1]
        for each in new:
            await _attach(Screen(bot, int(ctx.chat)), ctx, each, digest, ending)
        return
    found = await leave_papers.candidates(ctx.unit)
    if len(found) == 1:
        await _attach(screen, ctx, found[0], digest, ending)
        return
    token = secrets.token_hex(3)
    await screen.show(ctx.t("leave-paper-which"), paper_for_keyboard(ctx.t, found[:9], token))
    await state.set_state(LeaveTalk.paper)
    await state.set_data({"paper": digest, "ending": ending, "token": token})


async def _check(ctx: Context, digest: str) -> Any:
    return leave_papers.check_work(ctx.outside.store, digest)


async def which(
    query: CallbackQuery, callback_data: LeavePaperFor, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The request that the paper belongs to."""
    data = await state.get_data()
    if data.get("token") != callback_data.token:
        raise Outdated
    await state.clear()
    screen = tapped(query, bot, ctx)
    if not callback_data.leave:
        await screen.show(ctx.t("leave-paper-dropped"))
        return
    found = await leave_papers.candidates(ctx.unit)
    each = next((one for one in found if one.leave.id == callback_data.leave), None)
    if each is None:
        raise Outdated
    await _attach(screen, ctx, each, str(data["paper"]), str(data["ending"]))


async def _attach(screen: Screen, ctx: Context, to: Open, digest: str, ending: str) -> None:
    saved = await leave_papers.attach(ctx.unit, to.leave.id, digest, ending)
    if not saved:
        await screen.show(ctx.t("leave-paper-known", pupil=to.pupil.name))
        return
    days = days_words(ctx.t, to.spans)
    await screen.show(ctx.t("leave-paper-saved", pupil=to.pupil.name, days=days))


async def look(query: CallbackQuery, callback_data: LeavePaperLook, ctx: Context, bot: Bot) -> None:
    """[Xem giấy kèm theo]: each paper as a message of its own."""
    found = await leave_papers.look(ctx.unit, callback_data.leave)
    days = days_words(ctx.t, [leave_papers.span_of(found)])
    for number, paper in enumerate(found.papers, 1):
        digest = paper.digest

        async def reading(of: str = digest) -> Any:
            return leave_papers.bytes_work(ctx.outside.store, of)

        data = await reckoned(ctx, f"paper:{digest}", reading)
        file = BufferedInputFile(data, f"giay-{number}.{paper.ending}")
        caption = ctx.t(
            "leave-paper-caption",
            number=number,
            count=len(found.papers),
            pupil=found.pupil,
            days=days,
            **{"class": found.class_name},
        )
        if paper.is_picture:
            await bot.send_photo(int(ctx.chat), file, caption=caption)
        else:
            await bot.send_document(int(ctx.chat), file, caption=caption)
    leave_papers.seen(ctx.unit, found)


def router() -> Router:
    """Buttons only."""
    r = Router(name="leave papers")
    r.callback_query.register(look, LeavePaperLook.filter())
    r.callback_query.register(which, StateFilter(LeaveTalk.paper), LeavePaperFor.filter())
    return r


def files_router() -> Router:
    """Pictures and files of families, behind conversations that wait for some."""
    r = Router(name="leave papers sent")
    r.message.register(take, sends_paper)
    return r
