"""From a message that reads as a roll to its end: which list, what is unclear, saved, or another's.

Every step shows itself on one screen and leaves in the conversation's state what the next one
needs; a token on the buttons tells an old question from the open one.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.context import Context
from handlers.roll_buttons import Decide, Forget, PickList, RollStates
from handlers.roll_echo import Echo, echo_text, keyboard, saved_head, unsettled
from handlers.roll_question_view import Asking, question_keyboard, question_text, rest_keyboard
from handlers.roll_words import bold, session_words
from handlers.screen import Screen, Talk
from services.roll_dialogue import (
    Pending,
    begin,
    dump,
    finish,
    needs_rest,
    session_and_roster,
)
from services.roll_known import known_view
from services.roll_taking import Outcome, SavedRoll
from services.roll_text import Frame
from services.rosters import RollList, Roster
from services.sessions import Session, session_for
from services.short_names import is_short_name, remember

OPEN = frozenset(state.state for state in RollStates.__states__)


async def leave_open(talk: Talk) -> None:
    """Leave whatever was begun; the buttons of an open question or grid vanish."""
    kept = await talk.state.get_data()
    if kept.get("screen") is not None and await talk.state.get_state() in OPEN:
        await Screen(talk.screen.bot, talk.screen.chat, kept["screen"]).close()
    await talk.state.clear()


async def start(talk: Talk, of: RollList, frame: Frame, text: str) -> None:
    """Take up a roll whose list is known."""
    unit = talk.ctx.unit
    session = await session_for(unit, of, frame.date, frame.half, frame.kind)
    await go_on(talk, await begin(unit, session, frame.rest, text))


async def choose_list(talk: Talk, lists: Sequence[RollList], then: dict[str, Any]) -> None:
    """Ask for the class or group; `then` is kept for what follows."""
    token = secrets.token_hex(3)
    builder = InlineKeyboardBuilder()
    for at, of in enumerate(lists):
        builder.button(text=of.name, callback_data=PickList(token=token, at=at))
    builder.adjust(3)
    handle = await talk.screen.show(talk.ctx.t("roll-which-list"), builder.as_markup())
    await talk.state.set_state(RollStates.choosing_list)
    await talk.state.set_data(
        then | {"token": token, "screen": handle, "lists": [each.key for each in lists]}
    )


async def go_on(talk: Talk, pending: Pending, seen: int | None = None, lead: str = "") -> None:
    """Ask the next question, or save. `seen`: the version of the roll that was looked at; `lead`:
    a line before the question, in HTML."""
    t, unit = talk.ctx.t, talk.ctx.unit
    session, of = await session_and_roster(unit, pending)
    token = secrets.token_hex(3)
    if pending.question is not None:
        asking = Asking(session, of, pending, token)
        text = "\n\n".join(filter(None, [lead, question_text(t, asking)]))
        handle = await talk.screen.show(text, question_keyboard(t, asking))
        await _keep(talk, RollStates.asking, pending, token=token, screen=handle)
        return
    if await needs_rest(unit, session, pending.reading):
        ask = t("roll-ask-rest", session=session_words(t, session))
        text = "\n\n".join(filter(None, [lead, ask]))
        handle = await talk.screen.show(text, rest_keyboard(t, token))
        await _keep(talk, RollStates.asking, pending, token=token, screen=handle)
        return
    outcome = await finish(unit, pending, seen)
    if outcome.conflict:
        text, buttons = await _conflict(talk.ctx, session, of, outcome.roll, token)
        handle = await talk.screen.show(text, buttons)
        now = outcome.roll.version
        await _keep(talk, RollStates.deciding, pending, token=token, screen=handle, seen=now)
        return
    await talk.state.clear()
    await _saved(talk, pending, outcome)


async def _keep(talk: Talk, state: State, pending: Pending, **more: Any) -> None:
    await talk.state.set_state(state)
    await talk.state.set_data({"roll": dump(pending), **more})


def rest_is_present(pending: Pending) -> Pending:
    """The roll with everybody who was not named present."""
    return replace(pending, reading=replace(pending.reading, partial=False))


async def _saved(talk: Talk, pending: Pending, outcome: Outcome) -> None:
    """The echo, with what was put aside and what was learned on the way."""
    ctx, t = talk.ctx, talk.ctx.t
    session, of = await session_and_roster(ctx.unit, pending)
    shown = await known_view(ctx.unit, session, of, outcome.roll.standings)
    notes = [_refused(ctx, of, id) for id in pending.refused]
    if outcome.by_leave:
        names = ", ".join(of.by_id[id].full_name for id in outcome.by_leave)
        notes.append(t("roll-by-leave", names=names))
    buttons = keyboard(t, outcome.roll, unsettled(ctx.unit.who, shown))
    for fragment, pupil_id, explicit in pending.short:
        if is_short_name(of, fragment, pupil_id, explicit):
            alias_id = await remember(ctx.unit, pupil_id, fragment)
            name = of.by_id[pupil_id].full_name
            notes.append(t("roll-remembered", short=fragment, name=name))
            label = t.plain("roll-forget", short=fragment)
            forget = InlineKeyboardButton(text=label, callback_data=Forget(alias=alias_id).pack())
            buttons.inline_keyboard.append([forget])
    head, plan = saved_head(t, shown), outcome.plan
    if not outcome.changed:
        head = t("roll-unchanged", session=session_words(t, session))
    await talk.screen.show(echo_text(t, Echo(head, shown, plan, notes), ctx.unit.zone), buttons)


def _refused(ctx: Context, of: Roster, pupil_id: int) -> str:
    place = of.by_id[pupil_id]
    if place.starts > of.day:
        return ctx.t("roll-refused-before", name=place.full_name, day=f"{place.starts:%d/%m/%Y}")
    assert place.ends is not None  # not on the list, and not because of the beginning
    return ctx.t("roll-refused-left", name=place.full_name, day=f"{place.ends:%d/%m/%Y}")


async def _conflict(
    ctx: Context, session: Session, of: Roster, roll: SavedRoll, token: str
) -> tuple[str, InlineKeyboardMarkup]:
    """Somebody else's roll that this one would undo: who saved it when, and the choice."""
    key = "roll-conflict-withdrawn" if roll.withdrawn else "roll-conflict"
    taken = roll.taken_at.astimezone(ctx.unit.zone)
    when = f"{taken:%H:%M}" if taken.date() == ctx.unit.today else f"{taken:%H:%M %d/%m/%Y}"
    where = session_words(ctx.t, session)
    head = ctx.t(key, name=bold(roll.taken_by), time=when, session=where)
    shown = await known_view(ctx.unit, session, of, roll.standings)
    text = echo_text(ctx.t, Echo(head, shown), ctx.unit.zone)
    rows = [
        [
            InlineKeyboardButton(
                text=ctx.t.plain(label), callback_data=Decide(token=token, over=over).pack()
            )
        ]
        for label, over in (("roll-overwrite", True), ("roll-keep-theirs", False))
    ]
    return text, InlineKeyboardMarkup(inline_keyboard=rows)
