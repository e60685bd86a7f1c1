"""Praise and reminders in one line ("khen Lan phát biểu tốt"), with the way back."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.roll_words import pupil_words
from handlers.screen import Screen, fresh, tapped
from handlers.texts import Texts
from services import remark_dialogue as dialogue
from services.errors import Outdated
from services.remark_dialogue import Draft
from services.remark_text import Opening
from services.remarks import Saved, take_back


class RemarkStates(StatesGroup):
    """A remark of which the class or a pupil is being asked."""

    asking = State()


class RemarkPick(CallbackData, prefix="rmp"):
    """What was chosen: `what` is class or pupil."""

    what: str
    id: int


class RemarkUndo(CallbackData, prefix="rmu"):
    """Take a message's remarks back."""

    first: int


async def is_remark(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote something that begins like a remark."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    found = await dialogue.opening(ctx.unit, text)
    return {"opening": found} if found is not None else False


async def take(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, opening: Opening
) -> None:
    """A new remark; it takes the place of one that was still being asked about."""
    await state.clear()
    await _go(ctx, state, fresh(bot, ctx), await dialogue.drafts(ctx.unit, opening))


async def pick(
    query: CallbackQuery, callback_data: RemarkPick, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The class or the pupil was chosen."""
    found = [dialogue.load(each) for each in (await state.get_data()).get("drafts", [])]
    if not found:
        raise Outdated
    if callback_data.what == "class":
        chosen = dialogue.choose_class(found, callback_data.id)
    else:
        if len(found) != 1:
            raise Outdated
        chosen = dialogue.choose_pupil(found[0], callback_data.id)
    await _go(ctx, state, tapped(query, bot, ctx), [chosen])


async def _go(ctx: Context, state: FSMContext, screen: Screen, found: list[Draft]) -> None:
    """Ask what is to be asked, or save."""
    t = ctx.t
    if len(found) == 1 and found[0].asks is None:
        await state.clear()
        saved = await dialogue.save(ctx.unit, found[0])
        await screen.show(saved_words(t, saved), _undo(t, saved))
        return
    await state.set_state(RemarkStates.asking)
    await state.set_data({"drafts": [draft.to_json() for draft in found]})
    if len(found) > 1:
        rows = [(draft.class_name, "class", draft.class_id) for draft in found]
        await screen.show(t("remark-which-class", kind=found[0].kind), _keyboard(rows))
        return
    places = await dialogue.candidates(ctx.unit, found[0])
    names = [p.full_name for p in places]
    rows = [
        (pupil_words(p, in_group=False, twin=names.count(p.full_name) > 1), "pupil", p.pupil_id)
        for p in places
    ]
    text = t("remark-which-pupil", kind=found[0].kind, name=found[0].class_name)
    await screen.show(text, _keyboard(rows))


def _keyboard(rows: list[tuple[str, str, int]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=RemarkPick(what=what, id=id).pack())]
            for text, what, id in rows
        ]
    )


def saved_words(t: Texts, saved: Saved) -> str:
    """ "Đã lưu lời khen Nguyễn Thị Ngọc Lan, lớp 7A1: phát biểu tốt." """
    return t(
        "remark-saved",
        kind=saved.kind,
        names=", ".join(saved.pupils),
        whole="no" if saved.pupils else "yes",
        name=saved.class_name,
        said="yes" if saved.text else "no",
        text=saved.text,
    )


def _undo(t: Texts, saved: Saved) -> InlineKeyboardMarkup:
    data = RemarkUndo(first=saved.id).pack()
    button = InlineKeyboardButton(text=t.plain("roll-undo"), callback_data=data)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def undo(query: CallbackQuery, callback_data: RemarkUndo, ctx: Context, bot: Bot) -> None:
    """[Hoàn tác]."""
    gone = await take_back(ctx.unit, callback_data.first)
    text = ctx.t("remark-undone", kind=gone.kind, name=gone.class_name)
    await tapped(query, bot, ctx).show(text)


def router() -> Router:
    """Behind open conversations: a text that begins with the verb, and its buttons."""
    r = Router(name="remarks")
    r.message.register(take, is_remark)
    r.callback_query.register(pick, StateFilter(RemarkStates.asking), RemarkPick.filter())
    r.callback_query.register(undo, RemarkUndo.filter())
    return r
