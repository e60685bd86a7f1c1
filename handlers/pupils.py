"""`/hocsinh`: pupils who come, leave, drop out, change class or come back.

One message says it all ("/hocsinh Lan 7A1 chuyển sang lớp 7A2 từ 1/12"), or each part is asked;
nothing is entered before [Ghi nhận], and every entry has its [Hoàn tác].
"""

import secrets
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers import pupil_looks as looks
from handlers.absences import is_text
from handlers.context import Context
from handlers.linking_looks import Face
from handlers.pupil_looks import PupilBegin, PupilStep, PupilUndo
from handlers.roll_flow import leave_open
from handlers.roll_words import day_words
from handlers.screen import Talk, fresh, tapped
from services import pupil_dialogue as dialogue
from services import pupil_moves
from services.access import Action, may
from services.class_changes import changes
from services.errors import Outdated, Refusal
from services.pupil_dialogue import Ask, Draft
from services.pupil_words import kind_of

BACK, AHEAD = timedelta(days=60), timedelta(days=60)
EVERY = ("out", "dropped", "moved", "in", "returned")


class PupilTalk(StatesGroup):
    """A question is open."""

    asking = State()


async def command(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """/hocsinh, with or without words behind it."""
    await dialogue.kept_classes(ctx.unit)
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    words = (message.text or "").partition(" ")[2].strip()
    if not words:
        await talk.screen.show(*await _overview(ctx))
        return
    await _take(talk, words)


async def in_words(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The same without the command, where the words leave no doubt."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    await _take(talk, message.text or "")


async def speaks_of_moves(message: Message, ctx: Context) -> bool:
    """Whether somebody who keeps class lists writes that a named pupil of a class came or went."""
    if ctx.actor is None or not await is_text(message):
        return False
    text = message.text or ""
    kept = bool(ctx.actor.homeroom_of) or may(ctx.actor, Action.KEEP_ENROLMENT)
    if not kept or kind_of(text) is None:
        return False
    wish = await dialogue.read(ctx.unit, text)
    whole = bool(wish.who) and bool(wish.in_class or wish.to_class)
    return whole and wish.kind is not None and len(wish.who.split()) <= 6


async def _take(talk: Talk, words: str) -> None:
    unit = talk.ctx.unit
    wish = await dialogue.read(unit, words)
    if wish.kind is None and not wish.who and wish.in_class is not None:
        await talk.screen.show(await _class(talk.ctx, wish.in_class))
        return
    await _go_on(talk, await dialogue.begin(unit, wish))


async def _overview(ctx: Context) -> Face:
    classes = await dialogue.kept_classes(ctx.unit)
    names = {klass.name for klass in classes}
    found = [
        each
        for each in await changes(ctx.unit, ctx.unit.today - BACK, ctx.unit.today + AHEAD)
        if names & {each.from_class, each.to_class}
    ]
    return looks.overview(ctx.t, found, _kinds(ctx, EVERY), classes[0].name)


def _kinds(ctx: Context, kinds: tuple[str, ...]) -> list[str]:
    """Those of the kinds that the actor may enter."""
    whole = may(ctx.unit.who, Action.KEEP_ENROLMENT)
    return [kind for kind in kinds if kind != "moved" or whole]


async def _class(ctx: Context, name: str) -> str:
    unit = ctx.unit
    here = await dialogue.pupils(unit, "out", name)
    if not here:
        await dialogue.begin(unit, (await dialogue.read(unit, name)))
    on_list = [stay for stay in here if stay.holds(unit.today)]
    year = (here[0].year_starts, here[0].year_ends) if here else (unit.today, unit.today)
    found = [
        each for each in await changes(unit, *year) if name in (each.from_class, each.to_class)
    ]
    return looks.of_class(ctx.t, name, len(on_list), found)


async def _go_on(talk: Talk, draft: Draft, lead: str = "") -> None:
    """Ask the next question on the screen, below what `lead` says."""
    token = secrets.token_hex(3)
    text, markup = await _face(talk.ctx, draft, token)
    handle = await talk.screen.show("\n\n".join(filter(None, [lead, text])), markup)
    await talk.state.set_state(PupilTalk.asking)
    await talk.state.set_data({"token": token, "screen": handle, "draft": draft.to_json()})


async def _face(ctx: Context, draft: Draft, token: str) -> Face:
    unit, t, question = ctx.unit, ctx.t, draft.question
    if question is Ask.PUPIL:
        known = {stay.pupil_id: stay for stay in await dialogue.pupils(unit, draft.kind)}
        found = [known[id] for id in draft.candidates if id in known]
        return looks.ask_pupil(t, draft, found, token)
    stays = await pupil_moves.history(unit, draft.pupil_id) if draft.pupil_id is not None else []
    if question is Ask.KIND:
        gone = stays[-1].ends is not None and stays[-1].ends < unit.today
        kinds = ("returned",) if gone else ("out", "dropped", "moved")
        return looks.card(t, stays, _kinds(ctx, kinds), token)
    if question is Ask.NEW:
        classes = await dialogue.kept_classes(unit)
        return looks.ask_new(t, classes[0].name, token)
    if question is Ask.CLASS:
        return looks.ask_class(t, draft, await dialogue.classes_to(unit, draft), token)
    name = draft.new.name if draft.new is not None else stays[-1].name
    if question is Ask.DAY:
        return looks.ask_day(t, draft, name, unit.today, token)
    klass = ""
    if draft.class_id is not None:
        klass = (await pupil_moves.class_of(unit, draft.class_id)).name
    last = stays[-1] if stays else None
    same = await dialogue.namesakes(unit, draft)
    return looks.preview(t, draft, token, stay=last, klass=klass, namesakes=same)


async def begin(
    query: CallbackQuery, callback_data: PupilBegin, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A kind of entry, from the overview."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    await dialogue.kept_classes(ctx.unit)
    draft = await dialogue.kind_chosen(ctx.unit, Draft(), callback_data.kind)
    await _go_on(talk, draft)


async def step(
    query: CallbackQuery, callback_data: PupilStep, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """An answer by a button."""
    data = await state.get_data()
    if callback_data.token != data.get("token"):
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx, data["screen"]))
    draft, code = Draft.from_json(data["draft"]), callback_data.code
    if code == "x":
        await state.clear()
        await talk.screen.show(ctx.t("pupil-stopped"))
        return
    if code == "y":
        done = await dialogue.save(ctx.unit, draft)
        await state.clear()
        await talk.screen.show(*looks.saved(ctx.t, done))
        return
    await _go_on(talk, await _answered(ctx, draft, code))


async def _answered(ctx: Context, draft: Draft, code: str) -> Draft:
    head, rest, question = code[:1], code[1:], draft.question
    if head == "k" and question is Ask.KIND:
        return await dialogue.kind_chosen(ctx.unit, draft, rest)
    if head == "p" and question is Ask.PUPIL:
        return await dialogue.chosen(ctx.unit, draft, int(rest))
    if head == "c" and question is Ask.CLASS:
        return replace(draft, class_id=int(rest))
    if head == "d" and question is Ask.DAY:
        return replace(draft, day=date.fromisoformat(rest))
    raise Outdated


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """A typed answer; a whole new entry begins anew, anything else is asked again."""
    data: dict[str, Any] = await state.get_data()
    draft = Draft.from_json(data["draft"])
    words = message.text or ""
    talk = Talk(ctx, state, fresh(bot, ctx))
    try:
        answered = await dialogue.typed(ctx.unit, draft, words)
        if answered is None and kind_of(words) is not None:
            answered = await dialogue.begin(ctx.unit, await dialogue.read(ctx.unit, words))
    except Refusal as refusal:
        await leave_open(talk)
        await _go_on(talk, draft, ctx.t(refusal.key, **refusal.params))
        return
    await leave_open(talk)
    lead = ctx.t("pupil-again") if answered is None else ""
    await _go_on(talk, answered or draft, lead)


async def undo(query: CallbackQuery, callback_data: PupilUndo, ctx: Context, bot: Bot) -> None:
    """An entry is taken back."""
    done = await pupil_moves.undo(ctx.unit, callback_data.move)
    day = day_words(ctx.t, done.day)
    text = ctx.t("pupil-undone", name=done.name, kind=done.kind, day=day)
    await tapped(query, bot, ctx).show(text)


def router() -> Router:
    """The command, open questions and buttons."""
    r = Router(name="pupils")
    r.message.register(command, Command("hocsinh", "pupils"))
    r.message.register(typed, StateFilter(PupilTalk.asking), is_text)
    r.callback_query.register(begin, PupilBegin.filter())
    r.callback_query.register(step, PupilStep.filter())
    r.callback_query.register(undo, PupilUndo.filter())
    return r


def words_router() -> Router:
    """Free words, behind open conversations and before the roll."""
    r = Router(name="pupils in words")
    r.message.register(in_words, speaks_of_moves)
    return r
