"""What becomes of notices: `/dagui`, whom they did not reach, and taking one back."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.linking_looks import paging
from handlers.notice_buttons import KeepNotice, NotReachedList, WithdrawNotice
from handlers.notice_words import audience_words
from handlers.notices.written import STATES, figure_lines, missed_lines
from handlers.screen import Screen, fresh, tapped
from handlers.showing import button, keyboard
from services import notice_sent, notice_withdrawal
from services.notice_command import takes_back
from services.notice_progress import clock_words, excerpt
from services.notice_sent import SentLine
from storage.tables import Notice

PER_PAGE = 20
UNSENT = {
    "pending": "notice-state-pending",
    "rejected": "notice-state-rejected",
    "changes_asked": "notice-state-changes",
    "cancelled": "notice-withdraw-shown",
}


async def sent(message: Message, ctx: Context) -> None:
    """/dagui: the last notices with their figures."""
    lines = await notice_sent.latest(ctx.unit)
    if not lines:
        await message.answer(ctx.t("notice-sent-none"))
        return
    parts, rows = [ctx.t("notice-sent-head")], []
    for number, line in enumerate(lines, 1):
        parts += ["", *_line(ctx, number, line)]
        missed = line.figures.missed
        if missed:
            label = ctx.t.plain("notice-button-missed-of", number=number, count=missed)
            rows.append([button(label, NotReachedList(notice=line.notice.id).pack())])
    await message.answer("\n".join(parts), reply_markup=keyboard(*rows))


def _line(ctx: Context, number: int, line: SentLine) -> list[str]:
    notice = line.notice
    head = ctx.t(
        "notice-sent-line",
        number=number,
        at=clock_words(ctx.unit, notice.sent_at or notice.created_at),
        audience=audience_words(ctx.t, notice.audience),
        text=excerpt(notice.text, 60),
    )
    said = [ctx.t({**STATES, **UNSENT}[notice.status])]
    return [head, *(figure_lines(ctx.t, line.figures.dump()) if line.figures.people else ()), *said]


async def not_reached(
    query: CallbackQuery, callback_data: NotReachedList, ctx: Context, bot: Bot
) -> None:
    """Everybody whom a notice did not reach, and why; a page of them."""
    missed = await notice_sent.missed(ctx.unit, callback_data.notice)
    if not missed:
        await query.answer(ctx.t.plain("notice-missed-nobody"), show_alert=True)
        return
    pages = -(-len(missed) // PER_PAGE)
    page = min(max(callback_data.page, 0), pages - 1)
    begin = page * PER_PAGE
    part = missed[begin : begin + PER_PAGE]
    head = ctx.t(
        "notice-missed-page", **{"from": begin + 1}, to=begin + len(part), count=len(missed)
    )
    turn = paging(
        ctx.t, page, pages, lambda p: NotReachedList(notice=callback_data.notice, page=p).pack()
    )
    screen = tapped(query, bot, ctx) if callback_data.page else fresh(bot, ctx)
    await screen.show("\n".join([head, *missed_lines(ctx.t, part)]), keyboard(turn))


async def take_back_last(message: Message, ctx: Context, bot: Bot) -> None:
    """ "hủy thông báo lúc nãy": at once where nobody can have read it, else asked first."""
    notice = await notice_withdrawal.last_one(ctx.unit)
    await _take_back(ctx, fresh(bot, ctx), notice)


async def take_back(
    query: CallbackQuery, callback_data: WithdrawNotice, ctx: Context, bot: Bot
) -> None:
    """[Thu hồi], or the yes to the question."""
    notice = await notice_withdrawal.own_notice(ctx.unit, callback_data.notice)
    if callback_data.sure:
        await _withdraw(ctx, tapped(query, bot, ctx), notice)
    else:
        await _take_back(ctx, fresh(bot, ctx), notice)


async def _take_back(ctx: Context, screen: Screen, notice: Notice) -> None:
    asked = await notice_withdrawal.to_confirm(ctx.unit, notice)
    if asked is None:
        await _withdraw(ctx, screen, notice)
        return
    t = ctx.t
    values: dict[str, Any] = {
        "audience": audience_words(t, notice.audience),
        "text": excerpt(notice.text),
    }
    if notice.status == "pending":
        lines = [t("notice-withdraw-ask-pending", **values)]
    else:
        at = clock_words(ctx.unit, notice.sent_at)
        delivered, waiting = (
            asked.figures.delivered + asked.figures.uncertain,
            asked.figures.waiting,
        )
        lines = [t("notice-withdraw-ask", at=at, delivered=delivered, waiting=waiting, **values)]
    if asked.author:
        lines.append(t("notice-withdraw-ask-other", author=asked.author))
    await screen.show("\n".join(lines), _sure(ctx, notice.id))


def _sure(ctx: Context, notice_id: int) -> InlineKeyboardMarkup | None:
    yes = WithdrawNotice(notice=notice_id, sure=True).pack()
    no = KeepNotice(notice=notice_id).pack()
    return keyboard(
        [
            button(ctx.t.plain("notice-withdraw-yes"), yes),
            button(ctx.t.plain("notice-withdraw-no"), no),
        ]
    )


async def _withdraw(ctx: Context, screen: Screen, notice: Notice) -> None:
    done = await notice_withdrawal.withdraw(ctx.unit, notice.id)
    audience = audience_words(ctx.t, notice.audience)
    if done.was_pending:
        text = ctx.t("notice-withdraw-pending", audience=audience)
    else:
        text = ctx.t(
            "notice-withdraw-done",
            audience=audience,
            stopped=done.stopped,
            corrected=done.corrected,
        )
    await screen.show(text)


async def keep(query: CallbackQuery, callback_data: KeepNotice, ctx: Context, bot: Bot) -> None:
    """[Không, để nguyên]."""
    await notice_withdrawal.own_notice(ctx.unit, callback_data.notice)
    await tapped(query, bot, ctx).show(ctx.t("notice-withdraw-kept"))


async def asks_to_take_back(message: Message, ctx: Context) -> bool:
    """ "hủy thông báo lúc nãy", written by a member of staff."""
    actor = ctx.actor
    return actor is not None and actor.is_staff and takes_back(message.text or "")


def router() -> Router:
    """Before any conversation that waits for words: taking back is urgent."""
    r = Router(name="notice sent")
    r.message.register(sent, Command("dagui"))
    r.message.register(take_back_last, asks_to_take_back)
    r.callback_query.register(not_reached, NotReachedList.filter())
    r.callback_query.register(take_back, WithdrawNotice.filter())
    r.callback_query.register(keep, KeepNotice.filter())
    return r
