"""`/nhom`: extra classes and clubs, their lists and leaders, by buttons or in one line.

"/nhom CLB Cờ vua: thêm Lan 7A1, Huy 7A2" does what four taps do.
"""

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers import activity_group_looks as looks
from handlers.absences import is_text
from handlers.activity_group_looks import (
    GroupDo,
    GroupLabel,
    GroupLead,
    GroupList,
    GroupOpen,
    GroupPick,
)
from handlers.context import Context
from handlers.linking_looks import Face
from handlers.screen import Screen, fresh, tapped
from services import group_keeping as keeping
from services.access import Action, may
from services.errors import Outdated, Refusal
from services.group_names import LABELS, read_name
from services.group_words import read_order
from storage.groups import Kept


class GroupTalk(StatesGroup):
    """What is awaited in words."""

    name = State()
    label = State()
    add = State()
    remove = State()
    lead = State()


ASKS = {"add": "activity-ask-add", "remove": "activity-ask-remove", "lead": "activity-ask-lead"}
STATES = {"add": GroupTalk.add, "remove": GroupTalk.remove, "lead": GroupTalk.lead}


async def command(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """/nhom, with or without words behind it."""
    await state.clear()
    screen = fresh(bot, ctx)
    words = (message.text or "").partition(" ")[2].strip()
    order = read_order(words)
    if order.act == "new":
        await _name(ctx, state, screen, order.rest)
        return
    group = await keeping.called(ctx.unit, order.name) if order.name else None
    if group is None:
        await screen.show(*await _list(ctx, "activity-not-found" if words else ""))
    elif order.act in ("add", "remove") and order.rest:
        await _change(ctx, screen, group.id, order.act, order.rest)
    else:
        await screen.show(*await _card(ctx, group))


async def _list(ctx: Context, lead: str = "") -> Face:
    groups = await keeping.kept(ctx.unit)
    ended = {group.id for group in groups if keeping.has_ended(ctx.unit, group)}
    heads = may(ctx.unit.who, Action.KEEP_GROUPS)
    text, markup = looks.overview(ctx.t, groups, ended, heads=heads)
    return (f"{ctx.t(lead)}\n\n{text}" if lead else text), markup


async def _card(ctx: Context, group: Kept) -> Face:
    places = await keeping.members(ctx.unit, group.id)
    heads = may(ctx.unit.who, Action.KEEP_GROUPS)
    ended = keeping.has_ended(ctx.unit, group)
    return looks.card(ctx.t, group, places, heads=heads, ended=ended)


async def overview(
    query: CallbackQuery, callback_data: GroupList, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Back to the list, or a new group."""
    await state.clear()
    screen = tapped(query, bot, ctx)
    if callback_data.new:
        await _name(ctx, state, fresh(bot, ctx), "")
        return
    await screen.show(*await _list(ctx))


async def open_one(
    query: CallbackQuery, callback_data: GroupOpen, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """One group."""
    await state.clear()
    group = await keeping.group_of(ctx.unit, callback_data.group)
    await tapped(query, bot, ctx).show(*await _card(ctx, group))


async def _name(ctx: Context, state: FSMContext, screen: Screen, words: str) -> None:
    """A name was typed, or is asked for; its kind is asked where the words do not give it."""
    ctx.unit.require(Action.KEEP_GROUPS)
    if not words:
        await state.set_state(GroupTalk.name)
        await screen.show(ctx.t("activity-ask-name"))
        return
    name = read_name(words)
    if name.label is None and not name.money:
        await state.set_state(GroupTalk.label)
        await state.set_data({"name": words[:200]})
        await screen.show(*looks.ask_label(ctx.t))
        return
    group = await keeping.create(ctx.unit, name)
    await state.clear()
    text, markup = await _card(ctx, group)
    await screen.show(f"{ctx.t('activity-saved', name=group.name)}\n\n{text}", markup)


async def named(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The name of a new group."""
    await _name(ctx, state, fresh(bot, ctx), (message.text or "").strip())


async def labelled(
    query: CallbackQuery, callback_data: GroupLabel, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Which kind the new group is."""
    data = await state.get_data()
    if await state.get_state() != GroupTalk.label.state or "name" not in data:
        raise Outdated
    group = await keeping.create(ctx.unit, read_name(data["name"], LABELS[callback_data.at]))
    await state.clear()
    text, markup = await _card(ctx, group)
    screen = tapped(query, bot, ctx)
    await screen.show(f"{ctx.t('activity-saved', name=group.name)}\n\n{text}", markup)


async def do(
    query: CallbackQuery, callback_data: GroupDo, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A button of a group's card."""
    group = await keeping.group_of(ctx.unit, callback_data.group)
    act = callback_data.act
    if act in ASKS:
        if act == "lead":
            ctx.unit.require(Action.KEEP_GROUPS)
        await state.set_state(STATES[act])
        await state.set_data({"group": group.id})
        await fresh(bot, ctx).show(ctx.t(ASKS[act], name=group.name))
        return
    await state.clear()
    if act == "end":
        group = await keeping.end(ctx.unit, group.id)
    elif act == "reopen":
        group = await keeping.reopen(ctx.unit, group.id)
    else:
        raise Outdated
    await tapped(query, bot, ctx).show(*await _card(ctx, group))


async def typed_add(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Who comes in."""
    await _typed(message, ctx, state, bot, "add")


async def typed_remove(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Who goes."""
    await _typed(message, ctx, state, bot, "remove")


async def _typed(message: Message, ctx: Context, state: FSMContext, bot: Bot, act: str) -> None:
    group_id = int((await state.get_data()).get("group", 0))
    try:
        await _change(ctx, fresh(bot, ctx), group_id, act, message.text or "")
    except Refusal as refusal:  # the question stands
        await message.answer(ctx.t(refusal.key, **refusal.params))
        return
    await state.clear()


async def _change(ctx: Context, screen: Screen, group_id: int, act: str, words: str) -> None:
    change = keeping.add if act == "add" else keeping.remove
    taken = await change(ctx.unit, group_id, words)
    group = await keeping.group_of(ctx.unit, group_id)
    await screen.show(*looks.changed(ctx.t, group, taken, act))


async def pick(query: CallbackQuery, callback_data: GroupPick, ctx: Context, bot: Bot) -> None:
    """Which of those who bear a name."""
    change = keeping.add_one if callback_data.act == "add" else keeping.remove_one
    group = await change(ctx.unit, callback_data.group, callback_data.pupil)
    await fresh(bot, ctx).show(*await _card(ctx, group))


async def typed_lead(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Who leads a group."""
    group_id = int((await state.get_data()).get("group", 0))
    try:
        found = await keeping.leaders(ctx.unit, message.text or "")
    except Refusal as refusal:  # the question stands
        await message.answer(ctx.t(refusal.key, **refusal.params))
        return
    if len(found) > 1:
        await fresh(bot, ctx).show(*looks.ask_leader(ctx.t, group_id, found))
        return
    group = await keeping.set_leader(ctx.unit, group_id, found[0].person_id)
    await state.clear()
    await fresh(bot, ctx).show(*await _card(ctx, group))


async def lead(
    query: CallbackQuery, callback_data: GroupLead, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """One of several of that name."""
    group = await keeping.set_leader(ctx.unit, callback_data.group, callback_data.person)
    await state.clear()
    await tapped(query, bot, ctx).show(*await _card(ctx, group))


def router() -> Router:
    """The command, what is awaited in words, and buttons."""
    r = Router(name="activity groups")
    r.message.register(command, Command("nhom", "groups"))
    r.message.register(named, StateFilter(GroupTalk.name), is_text)
    r.message.register(typed_add, StateFilter(GroupTalk.add), is_text)
    r.message.register(typed_remove, StateFilter(GroupTalk.remove), is_text)
    r.message.register(typed_lead, StateFilter(GroupTalk.lead), is_text)
    r.callback_query.register(overview, GroupList.filter())
    r.callback_query.register(open_one, GroupOpen.filter())
    r.callback_query.register(labelled, GroupLabel.filter())
    r.callback_query.register(do, GroupDo.filter())
    r.callback_query.register(pick, GroupPick.filter())
    r.callback_query.register(lead, GroupLead.filter())
    return r
