"""[Hoàn tác] below an echo: the roll as it was before, while nobody has changed it since."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.context import Context
from handlers.roll_buttons import Undo
from handlers.roll_echo import Echo, corrected_line, echo_text, keyboard
from handlers.roll_words import session_words
from handlers.screen import tapped
from services.roll_known import known_view
from services.roll_undo import undo
from services.rosters import roster


async def take_back(query: CallbackQuery, callback_data: Undo, ctx: Context, bot: Bot) -> None:
    """Take the step back and show what stands now."""
    session, outcome = await undo(ctx.unit, callback_data.roll, callback_data.version)
    of = await roster(ctx.unit, session.of, session.day)
    where = session_words(ctx.t, session)
    if outcome.roll.withdrawn:
        text = ctx.t("roll-withdrawn", session=where)
        if outcome.plan.corrected:
            text += "\n" + corrected_line(ctx.t, outcome.plan)
    else:
        head = ctx.t("roll-undone", session=where)
        shown = await known_view(ctx.unit, session, of, outcome.roll.standings)
        text = echo_text(ctx.t, Echo(head, shown, outcome.plan), ctx.unit.zone)
    await tapped(query, bot, ctx).show(text, keyboard(ctx.t, outcome.roll))


def router() -> Router:
    """The one button."""
    r = Router(name="roll undo")
    r.callback_query.register(take_back, Undo.filter())
    return r
