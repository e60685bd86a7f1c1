"""`/conthieu`: which marks are still missing, per class and column, with the days left."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.context import Context
from handlers.score_words import column_words
from handlers.texts import Texts
from services.score_gaps import Gap, my_gaps

MOST = 20  # columns that one message tells, the most urgent first


async def command(message: Message, ctx: Context, bot: Bot) -> None:
    """/conthieu."""
    found = await my_gaps(ctx.unit)
    if not found:
        await message.answer(ctx.t("score-gaps-none"))
        return
    lines = [ctx.t("score-gaps-head", count=len(found))]
    lines += [gap_line(ctx.t, gap) for gap in found[:MOST]]
    if len(found) > MOST:
        lines.append(ctx.t("score-problem-more", count=len(found) - MOST))
    lines.append(ctx.t("score-gaps-how", **{"class": found[0].class_name}))
    await message.answer("\n".join(lines))


def gap_line(t: Texts, gap: Gap) -> str:
    """ "• 7A1 Toán, Giữa kì: thiếu 3, chờ bù 1, còn 2 ngày (18/11)"."""
    return t(
        "score-gap-line",
        subject=gap.subject.name,
        column=column_words(t, gap.column),
        missing=gap.missing,
        waiting=gap.make_up,
        when=_when(gap),
        days=abs(gap.days or 0),
        due=f"{gap.due:%d/%m}" if gap.due else "",
        **{"class": gap.class_name},
    )


def _when(gap: Gap) -> str:
    if gap.days is None:
        return "none"
    if gap.days == 0:
        return "today"
    return "late" if gap.is_late else "left"


def router() -> Router:
    """For whoever enters marks, and those who answer for them."""
    r = Router(name="score gaps")
    r.message.register(command, Command("conthieu", "missing"))
    return r
