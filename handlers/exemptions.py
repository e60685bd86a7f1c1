"""`/mien Lan 7A1 thể dục: lí do`: the homeroom teacher asks, the principal decides by a tap."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from services.exemptions import ask, decide


class ExemptionDecide(CallbackData, prefix="exd"):
    """The principal's word."""

    id: int
    approved: bool


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/mien"""
    if not (command.args or "").strip():
        await message.answer(ctx.t("exemption-how"))
        return
    made = await ask(ctx.unit, command.args or "")
    shown = {name: made.facts[name] for name in ("pupil", "class", "subject", "reason")}
    await message.answer(ctx.t("exemption-asked", deciders=made.deciders, **shown))


async def settle(query: CallbackQuery, callback_data: ExemptionDecide, ctx: Context) -> None:
    """[Cho miễn] [Không]."""
    facts = await decide(ctx.unit, callback_data.id, approved=callback_data.approved)
    await query.answer(ctx.t.plain("exemption-saved", status=facts["status"]))


def router() -> Router:
    """For homeroom teachers and the principal."""
    r = Router(name="exemptions")
    r.message.register(command, Command("mien", "exempt"))
    r.callback_query.register(settle, ExemptionDecide.filter())
    return r
