"""`/khoaso` and `/mokhoa`: the principal closes the gradebook or a part of it, and opens it until a
day for a reason.

/khoaso hk1
/khoaso khối 7 gk hk1
/mokhoa 7A1 toán tx1 đến 30/11: nhập sót hai em
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.score_words import column_words
from handlers.screen import tapped
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.score_cells import Column, ColumnKind
from services.score_lock_decisions import Decision, decide, running, take_back

MOST = 15  # decisions that the overview shows


class LockUndo(CallbackData, prefix="slu"):
    """End a decision."""

    id: int


async def close(message: Message, command: CommandObject, ctx: Context) -> None:
    """/khoaso, alone for what is closed and opened now."""
    words = (command.args or "").strip()
    if not words:
        await message.answer(await _overview(ctx))
        return
    await _decide(message, ctx, closes=True, words=words)


async def open_(message: Message, command: CommandObject, ctx: Context) -> None:
    """/mokhoa … đến …: …"""
    words = (command.args or "").strip()
    if not words:
        await message.answer(await _overview(ctx))
        return
    await _decide(message, ctx, closes=False, words=words)


async def _decide(message: Message, ctx: Context, *, closes: bool, words: str) -> None:
    made = await decide(ctx.unit, closes, words)
    key = "score-lock-closed" if closes else "score-lock-opened"
    text = ctx.t(key, part=part_words(ctx.t, made), told=made.told, **_end(ctx, made))
    back = button(ctx.t.plain("score-undo"), LockUndo(id=made.id).pack())
    await message.answer(text, reply_markup=keyboard([back]))


async def _overview(ctx: Context) -> str:
    found = await running(ctx.unit)
    lines = [ctx.t("score-lock-head")]
    for each in found[:MOST]:
        key = "score-lock-line-closed" if each.closes else "score-lock-line-opened"
        lines.append(ctx.t(key, part=part_words(ctx.t, each), **_end(ctx, each)))
    if not found:
        lines.append(ctx.t("score-lock-none"))
    return "\n".join([*lines, "", ctx.t("score-lock-how")])


def _end(ctx: Context, of: Decision) -> dict[str, str]:
    """The last day of a decision that ends, and its reason."""
    until = ""
    if of.until is not None:
        until = f"{of.until.astimezone(ctx.unit.zone) - timedelta(seconds=1):%d/%m/%Y}"
    return {"until": until, "ends": "yes" if until else "no", "reason": of.reason}


def part_words(t: Texts, of: Decision) -> str:
    """ "lớp 7A1, môn Toán, Thường xuyên 1, học kì I"; "toàn bộ sổ điểm"."""
    return said(
        t,
        {
            "class": of.class_name,
            "grade": of.grade,
            "subject": of.subject,
            "kind": of.kind,
            "number": of.number,
            "term": of.term,
        },
    )


def said(t: Texts, part: Mapping[str, Any]) -> str:
    """A part of the gradebook in words, from its plain facts."""
    words = []
    if part["class"]:
        words.append(t.plain("score-lock-class", name=part["class"]))
    if part["grade"]:
        words.append(t.plain("score-lock-grade", grade=part["grade"]))
    if part["subject"]:
        words.append(t.plain("score-lock-subject", subject=part["subject"]))
    kind, number, term = part["kind"], part["number"], part["term"]
    if kind and (number or kind != ColumnKind.REGULAR):
        words.append(column_words(t, Column(term or 1, ColumnKind(kind), number or 1)))
    elif kind:
        words.append(t.plain("score-lock-regular"))
    if term:
        words.append(t.plain("score-lock-term", term=term))
    return ", ".join(words) or t.plain("score-lock-all")


async def undo(query: CallbackQuery, callback_data: LockUndo, ctx: Context, bot: Bot) -> None:
    """[Hoàn tác]."""
    ended = await take_back(ctx.unit, callback_data.id)
    text = ctx.t("score-lock-ended", part=part_words(ctx.t, ended))
    await tapped(query, bot, ctx).show(text)


def router() -> Router:
    """For the principal."""
    r = Router(name="score locks")
    r.message.register(close, Command("khoaso", "lock"))
    r.message.register(open_, Command("mokhoa", "unlock"))
    r.callback_query.register(undo, LockUndo.filter())
    return r
