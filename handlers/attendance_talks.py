"""[Đã trao đổi với gia đình] below an early warning, and its taking back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.attendance_buttons import Talked
from handlers.context import Context
from services import attendance_warnings


async def talked(query: CallbackQuery, callback_data: Talked, ctx: Context) -> None:
    """Keep it, or take it back; the message itself shows what was kept."""
    change = attendance_warnings.not_talked if callback_data.undo else attendance_warnings.talked
    await change(ctx.unit, callback_data.warning, callback_data.round)


def router() -> Router:
    """Buttons only."""
    r = Router(name="talks about attendance")
    r.callback_query.register(talked, Talked.filter())
    return r
