"""A request for leave from the first word to the echo: one question at a time, on one screen."""

import secrets
from datetime import date

from handlers.leave_buttons import DAYS, LeaveTalk, question_keyboard, which_keyboard
from handlers.leave_echo import comes_back, echo, undone
from handlers.leave_words import days_words
from handlers.screen import Screen, Talk
from services import leave_changes, leave_dialogue
from services.leave_days import next_school_days
from services.leave_draft import Ask, Draft, dump, next_question
from services.leave_text import Kind
from services.school_rules import rules_of

QUESTIONS = {
    Ask.CHILD: "leave-ask-child",
    Ask.DAY: "leave-ask-day",
    Ask.FIRST: "leave-ask-first",
    Ask.LAST: "leave-ask-last",
    Ask.PART: "leave-ask-part",
    Ask.HALF: "leave-ask-half",
}
OPEN = frozenset(state.state for state in LeaveTalk.__states__)


async def leave_open(talk: Talk) -> None:
    """Leave what was begun; the buttons of an open question vanish."""
    kept = await talk.state.get_data()
    if kept.get("screen") is not None and await talk.state.get_state() in OPEN:
        await Screen(talk.screen.bot, talk.screen.chat, kept["screen"]).close()
    await talk.state.clear()


async def go_on(talk: Talk, draft: Draft, lead: str = "") -> None:
    """Ask the next question, or do what was wanted. `lead`: a line before it, in HTML."""
    ctx, t = talk.ctx, talk.ctx.t
    asked = next_question(draft)
    if asked is not None:
        token = secrets.token_hex(3)
        offered = await leave_dialogue.choices(ctx.unit, draft)
        text = "\n".join(filter(None, [lead, _question(talk, draft, asked)]))
        buttons = question_keyboard(t, draft, asked, offered, token)
        handle = await talk.screen.show(text, buttons)
        await talk.state.set_state(LeaveTalk.day if asked in DAYS else LeaveTalk.asking)
        await talk.state.set_data({"draft": dump(draft), "token": token, "screen": handle})
        return
    await talk.state.clear()
    if draft.kind is Kind.UNDO:
        await _undo(talk, draft)
    elif draft.kind is Kind.BACK:
        span = draft.spans[0]
        for pupil_id in draft.pupils:
            back = await leave_changes.comes(ctx.unit, pupil_id, span.first, span.half)
            await talk.screen.show(comes_back(t, back))
            talk.screen.message_id = None
    else:
        cap = (await rules_of(ctx.unit)).leave_cap
        for each in await leave_dialogue.finish(ctx.unit, draft):
            await talk.screen.show(*echo(t, each, cap))
            talk.screen.message_id = None


def _question(talk: Talk, draft: Draft, asked: Ask) -> str:
    t = talk.ctx.t
    if asked is Ask.CHILD and draft.stranger is not None:
        return t("leave-ask-child-stranger", name=draft.stranger)
    if asked is Ask.WHEN:
        return t("leave-ask-early" if draft.kind is Kind.EARLY else "leave-ask-late")
    if asked is Ask.PART and draft.spans:
        return t("leave-ask-part", days=days_words(t, draft.spans))
    return t(QUESTIONS[asked])


async def _undo(talk: Talk, draft: Draft) -> None:
    """Take back the own request that is meant; without one the school is told that the child
    comes, whoever else may have asked for leave."""
    unit, t = talk.ctx.unit, talk.ctx.t
    found = [each for each in await leave_changes.own_open(unit) if each.pupil.id in draft.pupils]
    day = draft.spans[0].first if len(draft.spans) == 1 else None
    if day is not None and day >= unit.today:
        found = [e for e in found if any(s.first <= day <= s.last for s in e.spans)] or found
    if len(found) > 1:
        handle = await talk.screen.show(t("leave-ask-which"), which_keyboard(t, found))
        await talk.state.set_state(LeaveTalk.which)
        await talk.state.set_data({"screen": handle})
    elif found:
        mine = await leave_changes.take_back(unit, found[0].leave.id)
        await talk.screen.show(undone(t, mine))
    else:
        for pupil_id in draft.pupils:
            first = day if day is not None and day >= unit.today else await _next_day(talk)
            back = await leave_changes.comes(unit, pupil_id, first)
            await talk.screen.show(comes_back(t, back))
            talk.screen.message_id = None


async def _next_day(talk: Talk) -> date:
    return (await next_school_days(talk.ctx.unit, talk.ctx.unit.today, 1))[0]
