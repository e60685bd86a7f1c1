"""[Công bố]: families may see a column now, or not before its teacher lets it go."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.context import Context
from handlers.score_buttons import ScoreConfirm, ScorePublish
from handlers.score_words import place_words
from handlers.screen import tapped
from handlers.showing import button, keyboard
from services.errors import Outdated
from services.gradebook import column_of, unguarded_page
from services.score_confirming import confirm
from services.score_publishing import hold, publish

HOW = {"now": publish, "hold": hold}
SAID = {"now": "score-published", "hold": "score-held"}
OTHER = {"now": ("hold", "score-hold"), "hold": ("now", "score-publish")}


async def choose(query: CallbackQuery, callback_data: ScorePublish, ctx: Context, bot: Bot) -> None:
    """Let it go, or hold it."""
    if callback_data.how not in HOW:
        raise Outdated
    row = await HOW[callback_data.how](ctx.unit, callback_data.column)
    page = await unguarded_page(ctx.unit, row.class_id, row.subject_id, row.term)
    place = place_words(ctx.t, page, column_of(row))
    how, key = OTHER[callback_data.how]
    await query.answer()
    again = button(ctx.t.plain(key), ScorePublish(column=row.id, how=how).pack())
    await bot.send_message(
        int(ctx.chat), ctx.t(SAID[callback_data.how], place=place), reply_markup=keyboard([again])
    )


async def confirmed(
    query: CallbackQuery, callback_data: ScoreConfirm, ctx: Context, bot: Bot
) -> None:
    """[Đã xem, đúng]: what others entered may go to families."""
    row = await confirm(ctx.unit, callback_data.column, callback_data.version)
    page = await unguarded_page(ctx.unit, row.class_id, row.subject_id, row.term)
    place = place_words(ctx.t, page, column_of(row))
    await tapped(query, bot, ctx).show(ctx.t("score-entered-done", place=place))


def router() -> Router:
    """Letting go, holding, and reading what others entered."""
    r = Router(name="score publishing")
    r.callback_query.register(choose, ScorePublish.filter())
    r.callback_query.register(confirmed, ScoreConfirm.filter())
    return r
