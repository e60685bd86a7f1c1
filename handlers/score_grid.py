"""[Chạm từng em]: a column by tapping, one message that goes from pupil to pupil; marks without a
button are typed in between."""

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.context import Context
from handlers.score_buttons import ScoreGo, ScoreStates, ScoreTap
from handlers.score_entry import kept
from handlers.score_words import mark, place_words
from handlers.screen import Screen, tapped
from handlers.showing import button, keyboard, rows_of
from services import score_drafts as drafts
from services.score_cells import FAILED, PASSED, score
from services.score_confirming import ask_teacher
from services.score_drafts import Draft
from services.score_tapping import HALVES, Turn, tap, turn

A_ROW = 7


async def go(
    query: CallbackQuery, callback_data: ScoreGo, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Chạm từng em] [Bỏ qua] [Em trước] [Xong]."""
    draft = await kept(state)
    if callback_data.where == "end":
        here = await turn(ctx.unit, draft)
        await state.clear()
        page = await drafts.page_of(ctx.unit, draft)
        missing = len(page.missing(here.column))
        place = place_words(ctx.t, page, here.column)
        text = ctx.t("score-marking-done", place=place, missing=missing)
        if here.assessment_id and await ask_teacher(ctx.unit, here.assessment_id):
            text = f"{text}\n{ctx.t('score-entered-told')}"
        await tapped(query, bot, ctx).show(text)
        return
    back = callback_data.where == "back"
    pupil = callback_data.pupil or None
    here = await turn(ctx.unit, draft, after=None if back else pupil, at=pupil if back else None)
    await _show(ctx, state, tapped(query, bot, ctx), draft, here)


async def put(
    query: CallbackQuery, callback_data: ScoreTap, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """A mark."""
    draft = await kept(state)
    here = await tap(ctx.unit, draft, callback_data.pupil, callback_data.mark)
    await _show(ctx, state, tapped(query, bot, ctx), draft, here)


async def _show(ctx: Context, state: FSMContext, screen: Screen, draft: Draft, here: Turn) -> None:
    t = ctx.t
    await state.set_data({"draft": drafts.waiting(draft, ctx.unit.now).to_json()})
    page = await drafts.page_of(ctx.unit, draft)
    place = place_words(t, page, here.column)
    lines = [t("score-tap-head", place=place, done=here.done, all=here.size)]
    if here.place is None:
        lines.append(t("score-tap-end"))
    else:
        shown = mark(here.cell) if here.cell is not None else "none"
        lines.append(
            t(
                "score-tap-pupil",
                number=here.place.number or 0,
                name=here.place.full_name,
                mark=shown,
            )
        )
    await screen.show("\n".join(lines), _markup(ctx, here))


def _markup(ctx: Context, here: Turn) -> InlineKeyboardMarkup | None:
    t = ctx.t
    back = []
    if here.before is not None:
        data = ScoreGo(where="back", pupil=here.before).pack()
        back.append(button(t.plain("score-tap-back"), data))
    end = button(t.plain("score-tap-done"), ScoreGo(where="end", pupil=0).pack())
    if here.place is None:
        return keyboard([*back, end])
    id = here.place.pupil_id

    def one(label: str, code: str) -> InlineKeyboardButton:
        return button(label, ScoreTap(pupil=id, mark=code).pack())

    if here.scored:
        marks = [one(mark(score(f"{n / 10}")), str(n)) for n in HALVES]
    else:
        marks = [one(mark(PASSED), "p"), one(mark(FAILED), "f")]
    others = [one("v", "v"), one("–", "-")]
    skip = button(t.plain("score-tap-skip"), ScoreGo(where="next", pupil=id).pack())
    return keyboard(*rows_of(marks, A_ROW), [*others, skip], [*back, end])


def router() -> Router:
    """While a column is open."""
    r = Router(name="score grid")
    r.callback_query.register(go, StateFilter(ScoreStates.marking), ScoreGo.filter())
    r.callback_query.register(put, StateFilter(ScoreStates.marking), ScoreTap.filter())
    return r
