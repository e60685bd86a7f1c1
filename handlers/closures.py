"""Lessons called off (`/nghihoc`, or "cho nghỉ học khối 6 ngày mai vì bão"): said, looked at, done.

What is missing is asked for, one thing at a time; before 1,500 families hear of it the whole is
shown once. Below what stands: the make-up day, and lessons after all.
"""

import re
import secrets
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.absences import is_text
from handlers.closure_buttons import (
    STOP,
    SURE,
    Closing,
    ClosureBack,
    ClosureMakeup,
    ClosurePick,
    MakeupDrop,
    back_keyboard,
    days_keyboard,
    makeup_keyboard,
    preview_keyboard,
    standing_keyboard,
    whom_keyboard,
)
from handlers.closure_look import days_words, makeup_lines, scope_words, standing_words
from handlers.context import Context
from handlers.roll_words import day_words
from handlers.screen import Screen, Talk, fresh, tapped
from services import closing, closing_dialogue, makeups
from services.access import Action, may
from services.closing_dialogue import Draft, dump_span, load_span
from services.closure_words import calls_off
from services.errors import Outdated
from services.name_syllables import fold

OPEN = frozenset(state.state for state in Closing.__states__)
_REASON = re.compile(r"^\W*(?:vi|do|tai|li do|ly do|de tranh)\b")


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/nghihoc: what stands, and whom to let off; words behind it are read as if alone."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _leave_open(talk)
    words = (command.args or "").strip()
    draft = await closing_dialogue.begin(ctx.unit, words)
    if not words and (found := await closing.every(ctx.unit, ctx.unit.today)):
        lines = [ctx.t("closure-standing"), *(standing_words(ctx.t, each) for each in found)]
        buttons = standing_keyboard(ctx.t, found, named=len(found) > 1)
        await message.answer("\n".join(lines), reply_markup=buttons)
    await _go_on(talk, draft)


async def says_so(message: Message, ctx: Context) -> bool:
    """Whether one who may writes that lessons are called off."""
    if ctx.actor is None or not may(ctx.actor, Action.CLOSE_SESSIONS):
        return False
    return await is_text(message) and calls_off(message.text or "")


async def in_words(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The whole of it in one message."""
    draft = await closing_dialogue.begin(ctx.unit, message.text or "")
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _leave_open(talk)
    await _go_on(talk, draft)


async def whom(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Typed classes, grades or the school, perhaps with the day."""
    data = await state.get_data()
    draft = await closing_dialogue.begin(ctx.unit, message.text or "", Draft.load(data["draft"]))
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _leave_open(talk)
    await _go_on(talk, draft)


async def typed_days(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Typed days."""
    data = await state.get_data()
    draft = Draft.load(data["draft"])
    draft = await closing_dialogue.with_days(ctx.unit, draft, message.text or "")
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _leave_open(talk)
    await _go_on(talk, draft)


async def gives_reason(message: Message) -> bool:
    """Whether the words say why."""
    return bool(_REASON.match(fold(message.text or "")))


async def reason(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """A reason typed below the preview."""
    data = await state.get_data()
    draft = closing_dialogue.with_reason(Draft.load(data["draft"]), message.text or "")
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _leave_open(talk)
    await _go_on(talk, draft)


async def pick(
    query: CallbackQuery, callback_data: ClosurePick, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A choice of the open question."""
    data = await state.get_data()
    if callback_data.token != data.get("token"):
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx, data["screen"]))
    draft, code = Draft.load(data["draft"]), callback_data.code
    if code == STOP:
        await state.clear()
        await talk.screen.show(ctx.t("closure-stopped"))
        return
    if code == SURE and draft.wish is not None:
        await state.clear()
        await _close(talk, draft)
        return
    await _go_on(talk, _chosen(draft, code, data))


def _chosen(draft: Draft, code: str, data: dict[str, Any]) -> Draft:
    if code == "school":
        return replace(draft, scope="school", ids=())
    if code[:1] == "g" and code[1:].isdecimal():
        return replace(draft, scope="grade", ids=(int(code[1:]),))
    if code[:1] == "d" and code[1:].isdecimal() and int(code[1:]) < len(data["spans"]):
        return replace(draft, span=load_span(data["spans"][int(code[1:])]))
    raise Outdated


async def _leave_open(talk: Talk) -> None:
    """Leave what was begun; the buttons of an open question vanish."""
    kept = await talk.state.get_data()
    if kept.get("screen") is not None and await talk.state.get_state() in OPEN:
        await Screen(talk.screen.bot, talk.screen.chat, kept["screen"]).close()
    await talk.state.clear()


async def _go_on(talk: Talk, draft: Draft) -> None:
    """Ask for what is missing, or show the whole of it."""
    ctx, t, token = talk.ctx, talk.ctx.t, secrets.token_hex(3)
    kept: dict[str, Any] = {"draft": draft.dump(), "token": token, "spans": []}
    if draft.scope is None:
        grades = await closing_dialogue.grades(ctx.unit)
        handle = await talk.screen.show(t("closure-whom"), whom_keyboard(t, token, grades))
        await talk.state.set_state(Closing.whom)
    elif draft.span is None:
        spans = await closing_dialogue.days(ctx.unit)
        kept["spans"] = [dump_span(span) for span in spans]
        handle = await talk.screen.show(t("closure-when"), days_keyboard(t, token, spans))
        await talk.state.set_state(Closing.days)
    else:
        handle = await talk.screen.show(await _preview(ctx, draft), preview_keyboard(t, token))
        await talk.state.set_state(Closing.preview)
    await talk.state.set_data(kept | {"screen": handle})


async def _preview(ctx: Context, draft: Draft) -> str:
    """All that it means, before anybody hears of it."""
    t, wish = ctx.t, draft.wish
    assert wish is not None  # asked before
    plan = await closing.plan(ctx.unit, wish)
    now = plan.wish
    lines = [
        t(
            "closure-preview",
            whom=scope_words(t, now.scope, plan.names),
            days=days_words(t, now.first, now.last, now.half),
            why=now.reason or "none",
        )
    ]
    if now.makeup is not None:
        lines += makeup_lines(t, [(0, plan.days[0], now.makeup)])
    lines.append(t("closure-preview-told", guardians=plan.guardians, staff=plan.staff))
    if plan.unlinked:
        lines.append(t("closure-preview-unlinked", count=plan.unlinked))
    if plan.rolls:
        lines.append(t("closure-preview-rolls", count=plan.rolls))
    if plan.kept:
        lines.append(t("closure-preview-kept", count=plan.kept))
    if now.reason is None:
        lines.append(t("closure-preview-why"))
    return "\n".join(lines)


async def _close(talk: Talk, draft: Draft) -> None:
    ctx, t = talk.ctx, talk.ctx.t
    assert draft.wish is not None  # asked before
    done = await closing.close(ctx.unit, draft.wish)
    text = "\n".join([t("closure-saved"), standing_words(t, done), t("closure-saved-means")])
    await talk.screen.show(text, standing_keyboard(t, [done], named=False))


async def back(
    query: CallbackQuery, callback_data: ClosureBack, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Lessons after all: asked once, since everybody hears of it."""
    t, screen = ctx.t, tapped(query, bot, ctx)
    if not callback_data.sure:
        found = await closing.to_reopen(ctx.unit, callback_data.closure)
        text = t("closure-back-ask", line=standing_line(ctx, found))
        await fresh(bot, ctx).show(text, back_keyboard(t, found.id))
        return
    was = await closing.reopen(ctx.unit, callback_data.closure)
    await screen.show(t("closure-back-done", line=standing_line(ctx, was)))


def standing_line(ctx: Context, closure: closing.Standing) -> str:
    """For whom and which days; plain text."""
    whom = scope_words(ctx.t, closure.scope, closure.names)
    days = days_words(ctx.t, closure.first, closure.last, closure.half)
    return f"{whom}, {days}"


async def makeup(
    query: CallbackQuery, callback_data: ClosureMakeup, ctx: Context, bot: Bot
) -> None:
    """Choose the day that makes up, or open it."""
    t, unit = ctx.t, ctx.unit
    if not callback_data.day:
        choice = await makeups.choices(unit, callback_data.closure)
        if choice is None:
            await fresh(bot, ctx).show(t("closure-makeup-all"))
            return
        key = "closure-makeup-ask" if choice.days else "closure-makeup-no-room"
        text = t(key, lost=day_words(t, choice.for_day))
        await fresh(bot, ctx).show(text, makeup_keyboard(t, choice))
        return
    try:
        lost, day = date.fromordinal(callback_data.lost), date.fromordinal(callback_data.day)
    except (ValueError, OverflowError):
        raise Outdated from None
    await makeups.make_up(unit, callback_data.closure, lost, day)
    done = await closing.one(unit, callback_data.closure)
    text = "\n".join([t("closure-makeup-saved"), standing_words(t, done)])
    await tapped(query, bot, ctx).show(text, standing_keyboard(t, [done], named=False))


async def drop(query: CallbackQuery, callback_data: MakeupDrop, ctx: Context, bot: Bot) -> None:
    """The make-up day is none any more."""
    gone = await makeups.drop(ctx.unit, callback_data.makeup)
    await fresh(bot, ctx).show(ctx.t("closure-makeup-dropped", day=day_words(ctx.t, gone.day)))


def router() -> Router:
    """The command, open questions, buttons, and the order in words: before rolls and notices."""
    r = Router(name="closures")
    r.message.register(command, Command("nghihoc", "close"))
    r.callback_query.register(pick, StateFilter(*Closing.__states__), ClosurePick.filter())
    r.callback_query.register(back, ClosureBack.filter())
    r.callback_query.register(makeup, ClosureMakeup.filter())
    r.callback_query.register(drop, MakeupDrop.filter())
    r.message.register(in_words, says_so)
    r.message.register(whom, StateFilter(Closing.whom), is_text)
    r.message.register(typed_days, StateFilter(Closing.days), is_text)
    r.message.register(reason, StateFilter(Closing.preview), is_text, gives_reason)
    return r
