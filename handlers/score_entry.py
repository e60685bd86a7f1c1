"""A column of marks in one message: "7A1 toán tx1: 8 7,5 9 - 6 …" (article 8.1).

A wide door like that of rolls: it stands behind commands and open conversations. What is clear is
saved at once, with the way back; what is not is asked, one question at a time.
"""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.score_buttons import (
    ScoreAnswer,
    ScoreDrop,
    ScoreGo,
    ScorePick,
    ScoreSave,
    ScoreStates,
    ScoreUndo,
)
from handlers.score_echo import after_undo, preview, saved, saved_buttons
from handlers.score_questions import column_keyboard, question_text, question_view
from handlers.score_words import place_words
from handlers.screen import Screen, fresh, tapped
from handlers.showing import button, keyboard, rows_of
from services import score_drafts as drafts
from services.errors import Invalid, Outdated
from services.rosters import classes
from services.score_cells import Column, ColumnKind
from services.score_confirming import ask_teacher
from services.score_drafts import Draft
from services.score_text.head import Head
from services.score_undo import undo


async def reads_as_scores(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote something that begins like a column of marks."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    head = await drafts.read_opening(ctx.unit, text)
    return {"head": head} if head is not None else False


async def take(message: Message, ctx: Context, state: FSMContext, bot: Bot, head: Head) -> None:
    """A new column; it takes the place of one that was still being asked about."""
    await state.clear()
    await go_on(ctx, state, fresh(bot, ctx), await drafts.begin(ctx.unit, head))


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/nhapdiem, with or without a class, a subject and marks."""
    await state.clear()
    names = [c.name for c in await classes(ctx.unit)]
    head = await drafts.command_head(ctx.unit, command.args or "", names)
    await go_on(ctx, state, fresh(bot, ctx), await drafts.begin(ctx.unit, head))


async def go_on(ctx: Context, state: FSMContext, screen: Screen, draft: Draft) -> None:
    """Ask the next thing, or save."""
    t = ctx.t
    draft = await drafts.narrow(ctx.unit, draft)
    if len(draft.class_ids) > 1:
        names = {c.class_id: c.name for c in await classes(ctx.unit)}
        choices = [
            button(names[id], ScorePick(what="class", value=str(id)).pack())
            for id in draft.class_ids
        ]
        await _ask(state, screen, draft, t("score-which-class"), keyboard(*rows_of(choices, 3)))
        return
    if len(draft.subject_ids) > 1:
        found = await drafts.subjects_of(ctx.unit, draft)
        choices = [button(s.name, ScorePick(what="subject", value=str(s.id)).pack()) for s in found]
        await _ask(state, screen, draft, t("score-which-subject"), keyboard(*rows_of(choices, 2)))
        return
    if draft.column is None:
        page = await drafts.page_of(ctx.unit, draft)
        said = "yes" if draft.unclear else "no"
        text = t("score-which-column", word=draft.unclear or "", said=said)
        await _ask(state, screen, draft, text, column_keyboard(t, page, draft))
        return
    if not draft.texts:
        await _wait(ctx, state, screen, draft)
        return
    seen = await drafts.look(ctx.unit, draft)
    if seen.question is not None:
        text, markup = question_view(ctx, draft, seen)
        await _ask(state, screen, draft, text, markup)
        return
    if not seen.cells:
        await state.set_state(ScoreStates.marking)
        await state.set_data({"draft": _waiting(ctx, draft).to_json()})
        await screen.show(question_text(ctx, seen))
        return
    if seen.must_agree:
        text = preview(ctx, seen)
        await _ask(state, screen, draft, text, _agreeing(ctx, seen))
        return
    written = await drafts.save(ctx.unit, seen)
    page = await drafts.page_of(ctx.unit, draft)
    text = saved(ctx, page, seen, written)
    if written.changed and await ask_teacher(ctx.unit, written.assessment_id):
        text = f"{text}\n{ctx.t('score-entered-told')}"
    await _after(ctx, state, draft)
    await screen.show(text, saved_buttons(ctx, page, seen.column, written))


async def _ask(
    state: FSMContext,
    screen: Screen,
    draft: Draft,
    text: str,
    markup: InlineKeyboardMarkup | None,
) -> None:
    await state.set_state(ScoreStates.asking)
    await state.set_data({"draft": draft.to_json()})
    await screen.show(text, markup)


async def _wait(ctx: Context, state: FSMContext, screen: Screen, draft: Draft) -> None:
    """The column is known and its marks are still to come: all at once, or pupil by pupil."""
    page = await drafts.page_of(ctx.unit, draft)
    await state.set_state(ScoreStates.marking)
    await state.set_data({"draft": _waiting(ctx, draft).to_json()})
    column = draft.column
    assert column is not None
    place, missing = place_words(ctx.t, page, column), len(page.missing(column))
    text = ctx.t("score-send-marks", place=place, missing=missing)
    if not ctx.capabilities.edits:  # the grid is one message that changes
        await screen.show(text)
        return
    grid = button(ctx.t.plain("score-tap"), ScoreGo(where="next", pupil=0).pack())
    await screen.show(text, keyboard([grid]))


def _waiting(ctx: Context, draft: Draft) -> Draft:
    return drafts.waiting(draft, ctx.unit.now)


async def _after(ctx: Context, state: FSMContext, draft: Draft) -> None:
    """While marking the conversation stays with the column; otherwise it is over."""
    if draft.marking:
        await state.set_state(ScoreStates.marking)
        await state.set_data({"draft": _waiting(ctx, draft).to_json()})
    else:
        await state.clear()


def _agreeing(ctx: Context, seen: drafts.Look) -> InlineKeyboardMarkup | None:
    version = seen.page.version(seen.column)
    count = len(seen.cells)
    return keyboard(
        [
            button(ctx.t.plain("score-save", count=count), ScoreSave(version=version).pack()),
            button(ctx.t.plain("score-drop"), ScoreDrop().pack()),
        ]
    )


async def kept(state: FSMContext) -> Draft:
    """The draft that is open; raises `Outdated` where there is none."""
    data = (await state.get_data()).get("draft")
    if not data:
        raise Outdated
    return drafts.load(data)


async def pick(
    query: CallbackQuery, callback_data: ScorePick, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """Class, subject or column was chosen."""
    draft = await kept(state)
    if callback_data.what == "column":
        try:
            column = Column.of(callback_data.value)
        except ValueError as error:
            raise Outdated from error
        page = await drafts.page_of(ctx.unit, draft)
        if column not in page.columns:
            raise Outdated
        draft = drafts.choose_column(draft, column)
    elif not callback_data.value.isdecimal():
        raise Outdated
    elif callback_data.what == "class":
        draft = drafts.choose_class(draft, int(callback_data.value))
    else:
        draft = drafts.choose_subject(draft, int(callback_data.value))
    await go_on(ctx, state, tapped(query, bot, ctx), draft)


async def answer(
    query: CallbackQuery, callback_data: ScoreAnswer, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """An option of the open question."""
    draft = await kept(state)
    seen = await drafts.look(ctx.unit, draft)
    if seen.question is None or callback_data.count != len(draft.answers):
        raise Outdated
    key, question = seen.question
    if callback_data.at not in range(len(question.options)):
        raise Outdated
    draft = drafts.answer(draft, key, question.options[callback_data.at])
    await go_on(ctx, state, tapped(query, bot, ctx), draft)


async def save(
    query: CallbackQuery, callback_data: ScoreSave, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Lưu]: what was shown, of the column as it was shown."""
    draft = drafts.agree(await kept(state), callback_data.version)
    await go_on(ctx, state, tapped(query, bot, ctx), draft)


async def drop(query: CallbackQuery, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """[Bỏ]: nothing was saved."""
    await kept(state)
    await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("score-dropped"))


async def more(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """Marks that are written while something of the column is still open."""
    draft = drafts.add(await kept(state), message.text or "")
    if draft.column is None:
        raise Invalid("score-choose-first")
    await go_on(ctx, state, fresh(bot, ctx), draft)


async def take_back(
    query: CallbackQuery, callback_data: ScoreUndo, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Hoàn tác]."""
    row, written = await undo(ctx.unit, callback_data.column, callback_data.version)
    column = Column(row.term, ColumnKind(row.kind), row.number)
    text = await after_undo(ctx, row.class_id, row.subject_id, column, len(written.after))
    await tapped(query, bot, ctx).show(text)


def commands() -> Router:
    """Commands and buttons, and what is written while a column is open."""
    r = Router(name="score entry")
    r.message.register(command, Command("nhapdiem", "scores"))
    r.callback_query.register(pick, StateFilter(ScoreStates.asking), ScorePick.filter())
    r.callback_query.register(answer, StateFilter(ScoreStates.asking), ScoreAnswer.filter())
    r.callback_query.register(save, StateFilter(ScoreStates.asking), ScoreSave.filter())
    r.callback_query.register(drop, StateFilter(ScoreStates.asking), ScoreDrop.filter())
    r.callback_query.register(take_back, ScoreUndo.filter())
    return r


def words_router() -> Router:
    """Free text that begins like a column."""
    r = Router(name="score words")
    r.message.register(take, reads_as_scores)
    r.message.register(more, StateFilter(ScoreStates.asking), is_words)
    return r
