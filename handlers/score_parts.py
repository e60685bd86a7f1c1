"""Parts of one test: "7A1 phần sử gk: 4 3,5 5 …", added up once every strand is there."""

from aiogram import Router
from aiogram.types import Message

from handlers.context import Context
from handlers.score_echo import note_lines
from handlers.score_questions import problem_lines
from handlers.score_words import column_words, short_name
from services.score_parts import enter, part_head

STRANDS = {
    "su": "strand-su",
    "dia": "strand-dia",
    "ly": "strand-ly",
    "hoa": "strand-hoa",
    "sinh": "strand-sinh",
    "nhac": "strand-nhac",
    "mithuat": "strand-mithuat",
}


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether staff names a strand in a midterm or final."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    return await part_head(ctx.unit, text) is not None


async def take(message: Message, ctx: Context) -> None:
    """Keep the parts and say what is still waited for."""
    t = ctx.t
    done = await enter(ctx.unit, message.text or "")
    lines = [
        t(
            "score-part-saved",
            strand=t.plain(STRANDS[done.strand]),
            subject=done.subject,
            column=column_words(t, done.column),
            term=done.column.term,
            count=done.kept,
            complete=done.complete,
            **{"class": done.class_name},
        )
    ]
    if done.waiting:
        names = ", ".join(t.plain(STRANDS[name]) for name in done.waiting)
        lines.append(t("score-part-waiting", strands=names))
    if done.too_high:
        names = ", ".join(short_name(name, 20) for name in done.too_high)
        lines.append(t("score-part-too-high", names=names))
    lines += note_lines(ctx, done.notes)
    lines += problem_lines(ctx, done.problems)
    if done.told:
        lines.append(t("score-entered-told"))
    await message.answer("\n".join(lines))


def router() -> Router:
    """For teachers of subjects with strands."""
    r = Router(name="score parts")
    r.message.register(take, wishes)
    return r
