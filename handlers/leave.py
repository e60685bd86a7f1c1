"""Leave in the family's own words or by buttons (`/xinnghi`), at any time.

The wide door stands behind open conversations; what does not plainly speak of leave is somebody
else's. A teacher who is a parent too is understood where they say that it is their own child.
"""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.absences import is_text
from handlers.context import Context
from handlers.leave_buttons import ASKING, STOP, LeaveAct, LeavePick, LeaveTalk
from handlers.leave_echo import echo, undone
from handlers.leave_flow import go_on, leave_open
from handlers.screen import Screen, Talk, fresh, tapped
from services import leave, leave_changes, leave_dialogue
from services.errors import NotAllowed, Outdated, Refusal
from services.leave_draft import Draft, load
from services.leave_text import LeaveText
from services.leave_wish import Asked
from services.school_rules import rules_of

QUICK = ("sick", "family")


async def command(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """/xinnghi: step by step; words behind it are read as if they stood alone."""
    if ctx.actor is None or not ctx.actor.is_guardian:
        raise NotAllowed("leave-not-a-guardian")
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    words = (message.text or "").partition(" ")[2].strip()
    found = await leave_dialogue.read(ctx.unit, words) if words else None
    if found is not None:
        await go_on(talk, await leave_dialogue.begin(ctx.unit, found))
        return
    children = await leave_dialogue.own_children(ctx.unit)
    pupils = (children[0].id,) if len(children) == 1 else ()
    await go_on(talk, Draft(pupils=pupils))


async def asks_leave(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a guardian writes about leave; of staff only who says "con tôi"."""
    found = await _read(message, ctx)
    if found is None or ctx.actor is None or (ctx.actor.is_staff and not found.says_own):
        return False
    return {"found": found}


async def names_own_child(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a teacher writes about their own child by name, and it is no roll."""
    found = await _read(message, ctx)
    return {"found": found} if found is not None and found.own else False


async def _read(message: Message, ctx: Context) -> LeaveText | None:
    if ctx.actor is None or not ctx.actor.is_guardian or not await is_text(message):
        return None
    return await leave_dialogue.read(ctx.unit, message.text or "")


async def in_words(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, found: LeaveText
) -> None:
    """A request in words; it takes the place of one that was still being asked about."""
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    await go_on(talk, await leave_dialogue.begin(ctx.unit, found))


async def pick(
    query: CallbackQuery, callback_data: LeavePick, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A choice of the open question."""
    data = await state.get_data()
    if callback_data.token != data.get("token"):
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx, data["screen"]))
    if callback_data.code == STOP:
        await state.clear()
        await talk.screen.show(ctx.t("leave-stopped"))
        return
    draft = await leave_dialogue.answer(ctx.unit, load(data["draft"]), callback_data.code)
    await go_on(talk, draft)


async def typed(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """A typed answer; a whole new request begins anew, anything else is asked again."""
    data = await state.get_data()
    draft = load(data["draft"])
    words = message.text or ""
    try:
        answered = await leave_dialogue.typed(ctx.unit, draft, words)
    except Refusal as refusal:
        talk = Talk(ctx, state, fresh(bot, ctx))
        await leave_open(talk)
        await go_on(talk, draft, ctx.t(refusal.key, **refusal.params))
        return
    talk = Talk(ctx, state, fresh(bot, ctx))
    anew = None if answered is not None else await leave_dialogue.read(ctx.unit, words)
    await leave_open(talk)
    if anew is not None:
        await go_on(talk, await leave_dialogue.begin(ctx.unit, anew))
    elif answered is not None:
        await go_on(talk, answered)
    else:
        await go_on(talk, draft, ctx.t("leave-again"))


async def act(
    query: CallbackQuery, callback_data: LeaveAct, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A button below an own request."""
    screen = tapped(query, bot, ctx)
    id = callback_data.leave
    if callback_data.act == "undo":
        mine = await leave_changes.take_back(ctx.unit, id)
        await state.clear()
        await screen.show(undone(ctx.t, mine))
    elif callback_data.act == "edit":
        mine = await leave_changes.own_one(ctx.unit, id)
        draft = Draft(pupils=(mine.pupil.id,), reason=mine.leave.reason, replaces=mine.leave.id)
        await go_on(Talk(ctx, state, fresh(bot, ctx)), draft)
    elif callback_data.act in QUICK:
        await leave.give_reason(ctx.unit, id, callback_data.act)
        await _again(screen, ctx, id)
    elif callback_data.act == "other":
        await leave_changes.own_one(ctx.unit, id)
        await state.set_state(LeaveTalk.reason)
        await state.set_data({"leave": id})
        await fresh(bot, ctx).show(ctx.t("absence-reason-type"))
    else:
        raise Outdated


async def _again(screen: Screen, ctx: Context, leave_id: int) -> None:
    """The echo of a request as it now stands."""
    mine = await leave_changes.own_one(ctx.unit, leave_id)
    asked = Asked(
        mine.leave,
        mine.pupil,
        mine.spans,
        await leave_changes.count_days(ctx.unit, mine),
        after=False,
    )
    await screen.show(*echo(ctx.t, asked, (await rules_of(ctx.unit)).leave_cap))


async def typed_reason(message: Message, ctx: Context, state: FSMContext) -> None:
    """The reason in the guardian's own words."""
    leave_id = int((await state.get_data()).get("leave", 0))
    await state.clear()
    words = (message.text or "").strip()
    try:
        await leave.give_reason(ctx.unit, leave_id, words)
    except Refusal as refusal:  # nothing was changed, and the next words are no reason any more
        await message.answer(ctx.t(refusal.key, **refusal.params))
        return
    await message.answer(ctx.t("absence-reason-saved", reason=words[: leave.LONGEST]))


def router() -> Router:
    """The command, open questions, and buttons below the echo."""
    r = Router(name="leave")
    r.message.register(command, Command("xinnghi"))
    r.callback_query.register(pick, StateFilter(*ASKING), LeavePick.filter())
    r.callback_query.register(act, LeaveAct.filter())
    r.message.register(typed, StateFilter(*ASKING), is_text)
    r.message.register(typed_reason, StateFilter(LeaveTalk.reason), is_text)
    return r


def words_router() -> Router:
    """Families' free words: before the roll, behind open conversations."""
    r = Router(name="leave in words")
    r.message.register(in_words, asks_leave)
    return r


def staff_router() -> Router:
    """A teacher's words about their own child, once they have been read as no roll."""
    r = Router(name="leave of staff's children")
    r.message.register(in_words, names_own_child)
    return r
