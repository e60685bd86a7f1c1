"""The answers to what a roll left unclear: tapped, typed, left out, or written anew."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.roll_buttons import (
    ACCEPT,
    LEAVE_OUT,
    NONE_OF,
    REWRITE,
    Decide,
    Forget,
    Reply,
    RollStates,
)
from handlers.roll_echo import Echo, echo_text, keyboard
from handlers.roll_flow import go_on, rest_is_present
from handlers.roll_question_view import original
from handlers.roll_words import session_words
from handlers.screen import Screen, Talk, fresh, tapped
from services.errors import Outdated
from services.roll_dialogue import (
    Pending,
    choose,
    choose_pupil,
    load,
    session_and_roster,
    typed_pupil,
    wants_memory,
)
from services.roll_known import known_view
from services.roll_permission import require_see
from services.roll_taking import current
from services.roll_text import Doubt
from services.roll_typed import Said, named_at_last, none_of, said, state_choice, unnamed
from services.short_names import forget

Meant = tuple[Pending, int | None]  # the roll, and the button that a typed answer stands for


async def answered(
    query: CallbackQuery, callback_data: Reply, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """An answer was tapped."""
    data = await _open(state, callback_data.token)
    talk = Talk(ctx, state, tapped(query, bot, ctx, data["screen"]))
    await _answer(talk, load(data["roll"]), callback_data.pick)


async def _answer(talk: Talk, pending: Pending, pick: int) -> None:
    if pick == REWRITE:
        await talk.state.clear()
        await talk.screen.show(original(talk.ctx.t, pending.text))
        return
    await go_on(talk, _chosen(pending, pick))


def _chosen(pending: Pending, pick: int) -> Pending:
    if pending.question is None:
        if pick != ACCEPT:
            raise Outdated
        return rest_is_present(pending)
    if pick == NONE_OF:
        return none_of(pending)
    if pick != LEAVE_OUT and pick not in range(
        len(pending.question.candidates or pending.question.choices)
    ):
        raise Outdated
    return choose(pending, None if pick == LEAVE_OUT else pick)


async def _open(state: FSMContext, token: str) -> dict[str, Any]:
    """The conversation's data, if the tapped button is of its open question."""
    data = await state.get_data()
    if data.get("token") != token:
        raise Outdated
    return data


async def is_answer(message: Message, ctx: Context, state: FSMContext) -> bool | dict[str, Any]:
    """Whether a typed text answers the open question: a pupil's name or number, yes or no, or
    the names that the message did not have."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None:
        return False
    pending = load((await state.get_data())["roll"])
    if (pick := _typed_pick(pending, text)) is not None:
        return {"meant": (pending, pick)}
    if pending.question is None:
        return False
    if unnamed(pending):
        if said(text) is not None:
            return False
        named = await named_at_last(ctx.unit, pending, text)
        return {"meant": (named, None)} if named is not None else False
    _, of = await session_and_roster(ctx.unit, pending)
    words, remember = wants_memory(text)
    pupil_id = typed_pupil(pending, of, words)
    if pupil_id is None:
        return False
    return {"meant": (choose_pupil(pending, pupil_id, remember), None)}


def _typed_pick(pending: Pending, text: str) -> int | None:
    """The button that a short typed answer stands for, if the open question has it."""
    asked, word = pending.question, said(text)
    if asked is None:
        return {Said.YES: ACCEPT, Said.NO: REWRITE, Said.REWRITE: REWRITE}.get(word or Said.SKIP)
    if word is Said.REWRITE:
        return REWRITE
    if asked.doubt is Doubt.COUNT_MISMATCH:
        if asked.choices or unnamed(pending):
            return None
        return {Said.YES: LEAVE_OUT, Said.NO: REWRITE}.get(word or Said.SKIP)
    if word is Said.SKIP:
        return LEAVE_OUT
    if asked.doubt is Doubt.NEAREST and word is Said.NO:
        return NONE_OF
    if asked.doubt is Doubt.NEAREST and word is Said.YES and len(asked.candidates) == 1:
        return 0
    return state_choice(asked, text)


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot, meant: Meant) -> None:
    """The answer was typed."""
    pending, pick = meant
    await Screen(bot, int(ctx.chat), (await state.get_data())["screen"]).close()
    talk = Talk(ctx, state, fresh(bot, ctx))
    if pick is None:
        await go_on(talk, pending)
    else:
        await _answer(talk, pending, pick)


async def decide(
    query: CallbackQuery, callback_data: Decide, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Another's roll was shown: overwrite it, or keep it."""
    data = await _open(state, callback_data.token)
    pending = load(data["roll"])
    screen = tapped(query, bot, ctx, data["screen"])
    if callback_data.over:
        await go_on(Talk(ctx, state, screen), pending, seen=data["seen"])
        return
    await state.clear()
    session, of = await session_and_roster(ctx.unit, pending)
    await require_see(ctx.unit, session)
    roll = await current(ctx.unit, session)
    if roll is None:
        await screen.show(ctx.t("roll-not-taken", session=session_words(ctx.t, session)))
        return
    head = ctx.t("roll-kept", name=roll.taken_by, session=session_words(ctx.t, session))
    shown = await known_view(ctx.unit, session, of, roll.standings)
    await screen.show(echo_text(ctx.t, Echo(head, shown), ctx.unit.zone), keyboard(ctx.t, roll))


async def forgotten(query: CallbackQuery, callback_data: Forget, ctx: Context) -> None:
    """A short name that was remembered shall not be."""
    gone = await forget(ctx.unit, callback_data.alias)
    key = "roll-forgotten" if gone else "roll-forgotten-before"
    await query.answer(ctx.t.plain(key))


async def has_text(message: Message) -> bool:
    """Any text that is no command."""
    return bool(message.text) and not str(message.text).startswith("/")


async def ask_again(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Something was typed that is no answer: the question is shown once more."""
    data = await state.get_data()
    await Screen(bot, int(ctx.chat), data["screen"]).close()
    lead = ctx.t("roll-answer-not-understood")
    await go_on(Talk(ctx, state, fresh(bot, ctx)), load(data["roll"]), lead=lead)


def router() -> Router:
    """Answers; before the wide doors."""
    r = Router(name="roll questions")
    asking = StateFilter(RollStates.asking)
    r.callback_query.register(answered, asking, Reply.filter())
    r.callback_query.register(decide, StateFilter(RollStates.deciding), Decide.filter())
    r.callback_query.register(forgotten, Forget.filter())
    r.message.register(typed, asking, is_answer)
    return r


def last() -> Router:
    """What nobody else understood while a question is open: after the wide doors."""
    r = Router(name="roll questions, once more")
    r.message.register(ask_again, StateFilter(RollStates.asking), has_text)
    return r
