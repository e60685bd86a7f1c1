"""`/lichkiemtra`: the days of midterm and final tests; moved in one line by the heads."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from services.access import Action, may
from services.test_plan import move, plan


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/lichkiemtra, alone, with a grade, or with a test and its day."""
    t, words = ctx.t, (command.args or "").strip()
    if "/" in words or "-" in words:
        done = await move(ctx.unit, words)
        await message.answer(
            t(
                "test-plan-saved",
                subject=done.subject,
                grade=done.grade,
                term=done.term,
                kind=done.kind,
                day=f"{done.day:%d/%m/%Y}",
                before=f"{done.before:%d/%m/%Y}" if done.before else "none",
                told=done.told,
            )
        )
        return
    found = await plan(ctx.unit, words)
    lines = [t("test-plan-head" if found else "test-plan-none")]
    for each in found:
        lines.append(
            t(
                "test-plan-line",
                day=f"{each.day:%d/%m}",
                subject=each.subject,
                grade=each.grade,
                term=each.term,
                kind=each.kind,
            )
        )
    if may(ctx.unit.who, Action.KEEP_CALENDAR):
        lines += ["", t("test-plan-how")]
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    await message.answer(fitting(t, lines, room))


def router() -> Router:
    """For the staff."""
    r = Router(name="test plan")
    r.message.register(command, Command("lichkiemtra", "tests"))
    return r
