"""`/nhanxet`, or "nhận xét 7A1 toán" with a line for each pupil: remarks on a term, with the
figures that they may speak of."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.score_page import average_words
from handlers.score_words import figure, short_name
from handlers.texts import Texts
from services.results.remark_lines import OPENING, read_opening
from services.results.term_remarks import BIG_STEP, Hint, RemarkPage, write
from services.rosters import classes

NAMED = 12


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether staff writes remarks on a term."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    return read_opening(text, [c.name for c in await classes(ctx.unit)]) is not None


async def in_words(message: Message, ctx: Context, bot: Bot) -> None:
    """Remarks in one message."""
    await _answer(ctx, bot, await write(ctx.unit, message.text or ""))


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/nhanxet, with remarks or without."""
    if not (command.args or "").strip():
        await message.answer(ctx.t("term-remark-how"))
        return
    await _answer(ctx, bot, await write(ctx.unit, f"{OPENING} {command.args}"))


async def _answer(ctx: Context, bot: Bot, page: RemarkPage) -> None:
    t = ctx.t
    subject = page.subject.name if page.subject else "none"
    place = {"subject": subject, "term": page.term, "class": page.class_name}
    left = [hint for hint in page.hints if not hint.text]
    if page.changed or page.unread:
        lines = [t("term-remark-saved", count=len(page.changed), **place)]
        lines += [t("term-remark-unread", name=name, why=why) for name, why in page.unread]
        if left:
            names = ", ".join(short_name(h.place.full_name, 20) for h in left[:NAMED])
            lines.append(t("term-remark-left", names=names, rest=max(0, len(left) - NAMED)))
    else:
        lines = [t("term-remark-head", **place), *(_line(t, hint) for hint in page.hints)]
        lines += ["", t("term-remark-how")]
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    await bot.send_message(int(ctx.chat), fitting(t, lines, room))


def _line(t: Texts, hint: Hint) -> str:
    """ "3. Lan: ĐTB 7,8; cao nhất 9, thấp nhất 6,5; tăng 1,2": figures, never a judgement."""
    step = "none"
    if hint.step is not None and abs(hint.step) >= BIG_STEP:
        step = f"{'+' if hint.step > 0 else '−'}{figure(abs(hint.step))}"
    return t(
        "term-remark-line",
        number=hint.place.number or 0,
        name=short_name(hint.place.full_name, 24),
        average=average_words(hint.average) or "none",
        lowest=figure(hint.lowest) if hint.lowest is not None else "none",
        highest=figure(hint.highest) if hint.highest is not None else "none",
        step=step,
        text=hint.text or "none",
    )


def router() -> Router:
    """For subject and homeroom teachers."""
    r = Router(name="term remarks")
    r.message.register(command, Command("nhanxet", "termremarks"))
    r.message.register(in_words, wishes)
    return r
