"""`/phodiem 7A1 toán gk`: how a test's marks lie beside the grade's; `/lichsudiem 7A1 toán`: who
changed what."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import BufferedInputFile, Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.outside import reckoned
from handlers.printing import typeset
from handlers.score_words import column_words, figure, mark, short_name
from handlers.texts import Texts
from services.errors import Invalid
from services.rosters import classes
from services.score_cells import FAILED, PASSED
from services.score_history import Entry, history
from services.score_page_wish import read_wish
from services.score_spread import BINS, Compared, compare
from services.score_terms import term_now
from services.score_text.head import read_head

TEMPLATE = "score_spread.typ"
MOST, NAMES = 12, 6  # writes and changed marks that one message tells


async def show_spread(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/phodiem 7A1 toán gk hk1"""
    t, words = ctx.t, command.args or ""
    head = read_head(words, [c.name for c in await classes(ctx.unit)])
    column = head.column(head.term or await term_now(ctx.unit))
    wish = await read_wish(ctx.unit, words)
    if column is None or len(wish.class_ids) != 1 or wish.subject_id is None:
        raise Invalid("score-spread-how")
    found = await compare(ctx.unit, wish.class_ids[0], wish.subject_id, column)
    shown = facts(t, found)

    async def prepare() -> Callable[[], bytes]:
        return lambda: typeset.picture(TEMPLATE, shown)

    data = await reckoned(ctx, "score-spread", prepare)
    await bot.send_photo(
        int(ctx.chat), BufferedInputFile(data, "pho-diem.png"), caption=caption(t, found)
    )


def facts(t: Texts, of: Compared) -> dict[str, Any]:
    """What the template draws; shares of each bin, and the highest of them."""
    own, grade = of.own, of.of_grade
    labels = (
        [mark(FAILED), mark(PASSED)]
        if len(own.bins) != BINS
        else [f"{n}–{n + 1}" for n in range(BINS)]
    )

    def share(count: int, whole: int) -> float:
        return count / whole if whole else 0.0

    shares = [share(a, own.count) for a in own.bins] + [share(b, grade.count) for b in grade.bins]
    bins = [
        {
            "label": label,
            "own": share(a, own.count),
            "all": share(b, grade.count),
            "count": str(a) if a else "",
        }
        for label, a, b in zip(labels, own.bins, grade.bins, strict=True)
    ]
    return {
        "title": t.plain("score-spread-title", subject=of.subject.name, **{"class": of.class_name}),
        "under": t.plain(
            "score-spread-under", column=column_words(t, of.column), term=of.column.term
        ),
        "bins": bins,
        "most": max(shares, default=0.0) or 1.0,
        "own": t.plain("score-spread-own", count=own.count, **{"class": of.class_name}),
        "all": t.plain("score-spread-all", grade=of.grade, count=grade.count, classes=of.classes),
    }


def caption(t: Texts, of: Compared) -> str:
    """The figures in words."""
    own, grade = of.own, of.of_grade
    place = t.plain(
        "score-place",
        subject=of.subject.name,
        column=column_words(t, of.column),
        term=of.column.term,
        **{"class": of.class_name},
    )
    if own.average is None or grade.average is None:
        return t("score-spread-remarks", place=place, failed=own.below, count=own.count)
    return t(
        "score-spread-caption",
        place=place,
        average=figure(own.average),
        grade=of.grade,
        other=figure(grade.average),
        difference=_signed(own.average - grade.average),
        below=own.below,
        good=own.good,
        count=own.count,
    )


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else ''}{figure(value)}".replace("-", "−")


async def show_history(message: Message, command: CommandObject, ctx: Context) -> None:
    """/lichsudiem 7A1 toán hk1"""
    wish = await read_wish(ctx.unit, command.args or "")
    if len(wish.class_ids) != 1 or wish.subject_id is None:
        raise Invalid("score-history-how")
    found = await history(ctx.unit, wish.class_ids[0], wish.subject_id, wish.term, MOST)
    if not found:
        await message.answer(ctx.t("score-history-none"))
        return
    lines = [ctx.t("score-history-head"), *(_entry(ctx, entry) for entry in found)]
    await message.answer(fitting(ctx.t, lines, min(ROOM, ctx.capabilities.text_length) - CUT))


def _entry(ctx: Context, entry: Entry) -> str:
    t = ctx.t
    changed = "; ".join(
        f"{number or ''}. {short_name(name)} {mark(old)} → {mark(new) if new else '–'}"
        for number, name, old, new in entry.changed[:NAMES]
    )
    local = entry.at.astimezone(ctx.unit.zone)
    return t(
        "score-history-line",
        when=f"{local:%H:%M %d/%m}",
        by=entry.by,
        column=column_words(t, entry.column),
        first=entry.first,
        changed=changed or "none",
        rest=max(0, len(entry.changed) - NAMES),
        minutes=entry.minutes or 0,
        cause=entry.cause if entry.cause in ("undo", "file") else "none",
    )


def router() -> Router:
    """For teachers, heads and whoever sees the page."""
    r = Router(name="score oversight")
    r.message.register(show_spread, Command("phodiem", "spread"))
    r.message.register(show_history, Command("lichsudiem", "history"))
    return r
