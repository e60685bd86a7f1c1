"""`/nhanxet`, or "nhận xét 7A1 toán" with a line for each pupil: remarks on a term, with the
figures that they may speak of."""

import html

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.score_page import average_words
from handlers.score_words import figure, short_name
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.errors import Outdated
from services.results.remark_lines import OPENING, read_opening
from services.results.remark_suggestions import Saying, Suggestion, suggestions
from services.results.term_remarks import BIG_STEP, Hint, RemarkPage, own_page, write
from services.rosters import classes

NAMED = 12
SAYINGS = {
    Saying.RISEN: "remark-hint-risen",
    Saying.FALLEN: "remark-hint-fallen",
    Saying.STRONG: "remark-hint-strong",
    Saying.SOLID: "remark-hint-solid",
    Saying.FAIR: "remark-hint-fair",
    Saying.WEAK: "remark-hint-weak",
    Saying.UNEVEN: "remark-hint-uneven",
}


class RemarkSuggest(CallbackData, prefix="rsg"):
    """[Gợi ý để sửa]."""

    of: int
    subject: int
    term: int


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
    buttons = []
    if page.subject is not None and any(suggestions(hint) for hint in left):
        wish = RemarkSuggest(of=page.class_id, subject=page.subject.id, term=page.term)
        buttons = [button(t.plain("term-remark-suggest"), wish.pack())]
    await bot.send_message(int(ctx.chat), fitting(t, lines, room), reply_markup=keyboard(buttons))


async def suggest(
    query: CallbackQuery, callback_data: RemarkSuggest, ctx: Context, bot: Bot
) -> None:
    """[Gợi ý để sửa]: a message to copy, change and send back; nothing is saved by it."""
    t, wish = ctx.t, callback_data
    page = await own_page(ctx.unit, wish.of, wish.subject, wish.term)
    assert page.subject is not None  # a subject was named
    lines = []
    for hint in page.hints:
        said = "" if hint.text else "; ".join(_saying(t, each) for each in suggestions(hint))
        if said and hint.place.number is not None:
            lines.append(f"{hint.place.number}: {said[0].upper()}{said[1:]}")
    if not lines:
        raise Outdated
    await query.answer()
    await bot.send_message(int(ctx.chat), t("term-remark-suggested", count=len(lines)))
    head = f"{OPENING} {page.class_name} {page.subject.name} hk{page.term}"
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    for part in _parts(lines, room - len(head)):
        await bot.send_message(int(ctx.chat), html.escape("\n".join([head, *part]), quote=False))


def _saying(t: Texts, of: Suggestion) -> str:
    return t.plain(SAYINGS[of.saying], figure=figure(of.figure) if of.figure is not None else "")


def _parts(lines: list[str], room: int) -> list[list[str]]:
    """Lines in messages that each can be sent back as they are."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if parts[-1] and sum(len(each) + 1 for each in parts[-1]) + len(line) > room:
            parts.append([])
        parts[-1].append(line)
    return parts


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
    r.callback_query.register(suggest, RemarkSuggest.filter())
    return r
