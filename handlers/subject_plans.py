"""`/monhoc`: how each subject is assessed and how many periods a year it has, by grade.

/monhoc Công nghệ 8 52 tiết
/monhoc Tiếng Ê Đê 7 nhận xét
/monhoc Tin học 6 mặc định
"""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.context import Context
from services.subject_plans import plan_of, read_wish, set_plan
from services.subjects import Subject


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/monhoc, alone or with a subject, a grade and what is to hold."""
    t, words = ctx.t, (command.args or "").strip()
    if words:
        done = await set_plan(ctx.unit, await read_wish(ctx.unit, words))
        before, after = _words(ctx, done.before), _words(ctx, done.after)
        await message.answer(
            t(
                "subject-plan-saved",
                subject=done.after.name,
                grade=done.grade,
                before=before,
                after=after,
            )
        )
        return
    plan = await plan_of(ctx.unit)
    lines = [t("subject-plan-head")]
    for id, name in {s.id: s.name for of in plan.values() for s in of}.items():
        by_grade = {grade: next(s for s in of if s.id == id) for grade, of in plan.items()}
        lines.append(t("subject-plan-line", subject=name, plan=_by_grade(ctx, by_grade)))
    await message.answer("\n".join([*lines, "", t("subject-plan-how")]))


def _by_grade(ctx: Context, plan: dict[int, Subject]) -> str:
    """One line for grades that have the same: "điểm số, 35 tiết, 2 điểm TX (khối 6, 7); …"."""
    grades: dict[str, list[int]] = {}
    for grade, subject in plan.items():
        grades.setdefault(_words(ctx, subject), []).append(grade)
    if len(grades) == 1:
        return next(iter(grades))
    return "; ".join(
        ctx.t.plain("subject-plan-of", plan=words, grades=", ".join(map(str, of)))
        for words, of in grades.items()
    )


def _words(ctx: Context, subject: Subject) -> str:
    return ctx.t.plain(
        "subject-plan-words",
        kind=subject.kind.value,
        periods=subject.periods,
        regular=subject.regular,
    )


def router() -> Router:
    """For the heads and the administrator."""
    r = Router(name="subject plans")
    r.message.register(command, Command("monhoc", "subjects"))
    return r
