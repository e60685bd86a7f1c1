"""The ways in and out that everybody has: help, going back, and what is not understood."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context


async def cancel(message: Message, state: FSMContext, ctx: Context) -> None:
    """/huy: leave what was begun."""
    began = await state.get_state()
    await state.clear()
    await message.answer(ctx.t("cancel-done" if began else "cancel-nothing"))


async def not_understood(message: Message, ctx: Context) -> None:
    """Anything else gets an answer that shows a way on."""
    await message.answer(ctx.t("not-understood"))


async def old_button(query: CallbackQuery, ctx: Context) -> None:
    """A button that no conversation knows any more."""
    await query.answer(ctx.t.plain("refused-outdated"), show_alert=True)


def router() -> Router:
    """Commands first; the catch-all is added last of all routers."""
    r = Router(name="basics")
    r.message.register(cancel, Command("huy", "cancel"))
    r.message.register(not_understood)
    r.callback_query.register(old_button)
    return r
