"""The principal approves a class's results or gives them back, and decides on single pupils:
`/xet Lan 7A1 lên lớp: lí do`; the homeroom teacher sets what is done in summer: `/nhiemvuhe`."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.result_buttons import ResultDecide, ResultStates
from handlers.screen import fresh
from services.results.approval import approve, give_back, row_of
from services.results.decisions import decide as decide_pupil
from services.results.summer import set_task


async def decide(
    query: CallbackQuery, callback_data: ResultDecide, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Duyệt] at once; [Trả lại] asks for the reason first."""
    if callback_data.approved:
        seen = await approve(ctx.unit, callback_data.id)
        await query.answer(ctx.t.plain("results-decided", status=seen.row.status))
        return
    row = await row_of(ctx.unit, callback_data.id)
    await query.answer()
    await state.set_state(ResultStates.why)
    await state.set_data({"id": row.id})
    await fresh(bot, ctx).show(ctx.t("results-why"))


async def why(message: Message, ctx: Context, state: FSMContext) -> None:
    """The principal's reason."""
    id = (await state.get_data())["id"]
    await state.clear()
    seen = await give_back(ctx.unit, id, message.text or "")
    await message.answer(ctx.t("results-decided", status=seen.row.status))


async def pupil(message: Message, command: CommandObject, ctx: Context) -> None:
    """/xet"""
    if not (command.args or "").strip():
        await message.answer(ctx.t("result-word-how"))
        return
    done = await decide_pupil(ctx.unit, command.args or "")
    await message.answer(
        ctx.t(
            "result-word-saved",
            name=done.name,
            outcome=done.outcome,
            **{"class": done.class_name},
        )
    )


async def task(message: Message, command: CommandObject, ctx: Context) -> None:
    """/nhiemvuhe"""
    done = await set_task(ctx.unit, command.args or "")
    await message.answer(
        ctx.t(
            "summer-task-saved",
            name=done.name,
            text=done.text,
            due=f"{done.due:%d/%m/%Y}",
            told=done.told,
        )
    )


def router() -> Router:
    """For the principal and homeroom teachers."""
    r = Router(name="result decisions")
    r.message.register(pupil, Command("xet", "decide"))
    r.message.register(task, Command("nhiemvuhe", "summer"))
    r.callback_query.register(decide, ResultDecide.filter())
    r.message.register(why, StateFilter(ResultStates.why), is_words)
    return r
