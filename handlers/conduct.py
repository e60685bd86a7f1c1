"""`/renluyen 7A1`, or "rèn luyện 7A1: cả lớp tốt trừ Huy khá": levels of conduct in one message,
beside what was seen of each pupil in the term."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.result_buttons import ResultBoard, ResultConduct, ResultViews
from handlers.result_words import level_words
from handlers.score_words import short_name
from handlers.showing import button, keyboard
from services.errors import Invalid
from services.results.conduct import (
    ConductPage,
    ConductSaved,
    conduct_page,
    everybody,
    own_class,
    write,
)
from services.results.conduct_text import OPENING, read_head
from services.results.own_views import ask_families
from services.results.stage_now import stage_now
from services.rosters import classes

NAMED = 12  # changes that one message names


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether staff writes levels of conduct."""
    text = message.text or ""
    if not text or text.startswith("/") or ctx.actor is None or not ctx.actor.is_staff:
        return False
    return read_head(text, [c.name for c in await classes(ctx.unit)]) is not None


async def in_words(message: Message, ctx: Context, bot: Bot) -> None:
    """Levels, or with none in it the page."""
    text = message.text or ""
    if ":" not in text:
        await _look(ctx, bot, text)
        return
    await _echo(ctx, bot, await write(ctx.unit, text))


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/renluyen, with levels or without."""
    words = command.args or ""
    if ":" in words:
        await _echo(ctx, bot, await write(ctx.unit, f"{OPENING} {words}"))
        return
    await _look(ctx, bot, f"{OPENING} {words}")


async def _look(ctx: Context, bot: Bot, text: str) -> None:
    head = read_head(text, [c.name for c in await classes(ctx.unit)])
    if head is None:
        raise Invalid("results-say-class")
    class_id, _ = await own_class(ctx.unit, head.class_name)
    term = head.term or (await stage_now(ctx.unit, class_id)).term
    await _page(ctx, bot, await conduct_page(ctx.unit, class_id, term))


async def pick(query: CallbackQuery, callback_data: ResultConduct, ctx: Context, bot: Bot) -> None:
    """[Rèn luyện] [Cả lớp Tốt]."""
    of, term = callback_data.of, callback_data.term
    if callback_data.all_good:
        saved = await everybody(ctx.unit, of, term)
        await query.answer()
        await _echo(ctx, bot, saved)
        return
    page = await conduct_page(ctx.unit, of, term)
    await query.answer()
    await _page(ctx, bot, page)


async def _page(ctx: Context, bot: Bot, page: ConductPage) -> None:
    t, of = ctx.t, page.class_id
    lines = [t("conduct-head", term=page.term, **{"class": page.class_name})]
    for each in page.pupils:
        known = [
            t.plain(key, count=count)
            for key, count in (
                ("conduct-excused", each.excused),
                ("conduct-unexcused", each.unexcused),
                ("conduct-late", each.late),
                ("conduct-praise", each.praise),
                ("conduct-reminders", each.reminders),
                ("conduct-views", each.views),
            )
            if count
        ]
        if each.before is not None:
            known.insert(0, t.plain("conduct-before", level=level_words(t, each.before)))
        lines.append(
            t(
                "conduct-line",
                number=each.place.number or 0,
                name=short_name(each.place.full_name, 24),
                level=level_words(t, each.level),
                known="; ".join(known) or "none",
            )
        )
    lines += ["", t("conduct-how", **{"class": page.class_name})]
    rows = []
    if any(each.level is None for each in page.pupils):
        data = ResultConduct(of=of, term=page.term, all_good=True).pack()
        rows.append([button(t.plain("conduct-all-good"), data)])
    if any(each.views for each in page.pupils):
        data = ResultViews(of=of, term=page.term, look=True).pack()
        rows.append([button(t.plain("results-see-views"), data)])
    room = min(ROOM, ctx.capabilities.text_length) - CUT
    await bot.send_message(int(ctx.chat), fitting(t, lines, room), reply_markup=keyboard(*rows))


async def _echo(ctx: Context, bot: Bot, saved: ConductSaved) -> None:
    t, page = ctx.t, saved.page
    counts = [sum(p.level == of for p in page.pupils) for of in (3, 2, 1, 0)]
    shown = ", ".join(
        f"{level_words(t, of)} {n}" for of, n in zip((3, 2, 1, 0), counts, strict=True) if n
    )
    left = [p for p in page.pupils if p.level is None]
    lines = [
        t(
            "conduct-saved",
            count=len(saved.changed),
            term=page.term,
            counts=shown or "–",
            **{"class": page.class_name},
        )
    ]
    for name, old, new in saved.changed[:NAMED] if len(saved.changed) <= NAMED else ():
        was = level_words(t, old)
        lines.append(t("conduct-changed", name=name, old=was, new=level_words(t, new)))
    lines += [t("conduct-unread", text=each.text, why=each.why) for each in saved.unread]
    if left:
        names = ", ".join(short_name(p.place.full_name, 20) for p in left[:NAMED])
        lines.append(t("conduct-left", names=names, rest=max(0, len(left) - NAMED)))
    data = ResultBoard(of=page.class_id, stage=page.term).pack()
    markup = keyboard([button(t.plain("results-board"), data)])
    await bot.send_message(int(ctx.chat), "\n".join(lines), reply_markup=markup)


async def ask_views(
    query: CallbackQuery, callback_data: ResultViews, ctx: Context, bot: Bot
) -> None:
    """[Hỏi ý kiến gia đình]."""
    asked = await ask_families(ctx.unit, callback_data.of, callback_data.term)
    await query.answer()
    await bot.send_message(int(ctx.chat), ctx.t("own-view-asked", count=asked))


async def is_asking(query: CallbackQuery, callback_data: ResultViews) -> bool:
    """Whether families are to be asked, rather than what they said be read."""
    return not callback_data.look


def router() -> Router:
    """For homeroom teachers."""
    r = Router(name="conduct")
    r.message.register(command, Command("renluyen", "conduct"))
    r.callback_query.register(pick, ResultConduct.filter())
    r.callback_query.register(ask_views, ResultViews.filter(), is_asking)
    r.message.register(in_words, wishes)
    return r
