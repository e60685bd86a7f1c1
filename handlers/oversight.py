"""`/batthuong`: what is odd about marks; `/chitieu`: targets; `/kiemtraso`: the monthly check
(articles 4.1, 4.4 and 5.3)."""

from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.odd_words import odd_words
from handlers.oversight_buttons import (
    CheckDone,
    OddAnswer,
    OddAsk,
    OddClose,
    OddRaise,
    OversightStates,
)
from handlers.score_words import column_words, figure
from handlers.screen import fresh
from handlers.showing import button, keyboard
from services.access import Action, may
from services.errors import Outdated
from services.name_syllables import fold
from services.oversight import findings, monthly, targets
from services.score_cells import Column

SHOWN = 6  # findings, each a message with its buttons
USUAL = frozenset(["mac dinh", "ok", "hoi", "usual"])


async def odd(message: Message, ctx: Context) -> None:
    """/batthuong"""
    found = await findings.findings(ctx.unit)
    t = ctx.t
    if not found:
        await message.answer(t("odd-none"))
        return
    await message.answer(t("odd-head", count=len(found)))
    for row in found[:SHOWN]:
        lines = [odd_words(t, findings.facts_of(row)), t("odd-status", status=row.status)]
        if row.answer:
            lines.append(t("odd-answer", text=row.answer))
        buttons = [button(t.plain("odd-close"), OddClose(id=row.id).pack())]
        if row.status != "asked" and row.teacher_id is not None:
            buttons.insert(0, button(t.plain("odd-ask"), OddAsk(id=row.id).pack()))
        if row.status != "raised":
            buttons.append(button(t.plain("odd-raise"), OddRaise(id=row.id).pack()))
        await message.answer("\n".join(lines), reply_markup=keyboard(*[[b] for b in buttons]))
    if len(found) > SHOWN:
        await message.answer(t("score-problem-more", count=len(found) - SHOWN))


async def ask(
    query: CallbackQuery, callback_data: OddAsk, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Hỏi giáo viên]: in own words, or the usual question."""
    ctx.unit.require(Action.OVERSEE_SCORES)
    await query.answer()
    await state.set_state(OversightStates.question)
    await state.set_data({"id": callback_data.id})
    await fresh(bot, ctx).show(ctx.t("odd-write-question"))


async def question(message: Message, ctx: Context, state: FSMContext) -> None:
    """What is asked."""
    id = (await state.get_data())["id"]
    await state.clear()
    text = message.text or ""
    row = await findings.ask(ctx.unit, id, "" if fold(text).strip(" .") in USUAL else text)
    await message.answer(ctx.t("odd-asked", due=f"{row.due:%d/%m/%Y}"))


async def close(query: CallbackQuery, callback_data: OddClose, ctx: Context) -> None:
    """[Bình thường]."""
    await findings.close(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("odd-closed"))


async def higher(query: CallbackQuery, callback_data: OddRaise, ctx: Context) -> None:
    """[Chuyển hiệu trưởng]."""
    count = await findings.raise_it(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("odd-raised", count=count))


async def begin_answer(
    query: CallbackQuery, callback_data: OddAnswer, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Trả lời]."""
    row = await findings.own_question(ctx.unit, callback_data.id)
    await query.answer()
    await state.set_state(OversightStates.answer)
    await state.set_data({"id": row.id})
    await fresh(bot, ctx).show(ctx.t("odd-write-answer"))


async def answer(message: Message, ctx: Context, state: FSMContext) -> None:
    """The teacher's words."""
    id = (await state.get_data())["id"]
    await findings.answer(ctx.unit, id, message.text or "")
    await state.clear()
    await message.answer(ctx.t("odd-answered"))


async def target(message: Message, command: CommandObject, ctx: Context) -> None:
    """/chitieu, alone or with a target."""
    t = ctx.t
    if (command.args or "").strip():
        made = await targets.aim(ctx.unit, command.args or "")
        await message.answer(
            t(
                "target-saved",
                subject=made.subject,
                grade=made.grade,
                bound=figure(made.bound),
                share=made.share,
            )
        )
        return
    lines = [t("target-head")]
    for each in await targets.aims(ctx.unit):
        bound, share = figure(each.bound), each.share
        lines.append(
            t("target-line", subject=each.subject, grade=each.grade, bound=bound, share=share)
        )
    await message.answer("\n".join([*lines, t("target-how")]))


async def check_command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/kiemtraso"""
    await _check(message, ctx, command.args or "")


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether a head of the school writes a remark on a class's book."""
    text = message.text or ""
    if text.startswith("/") or ctx.actor is None or not monthly.is_wish(text):
        return False
    return may(ctx.actor, Action.OVERSEE_SCORES)


async def in_words(message: Message, ctx: Context) -> None:
    """ "kiểm tra sổ 7A1 tháng 11: vào điểm đúng tiến độ" """
    await _check(message, ctx, message.text or "")


async def _check(message: Message, ctx: Context, words: str) -> None:
    t = ctx.t
    of, month, text = await monthly.read(ctx.unit, words)
    if of is None or of.class_id is None:
        left = await monthly.left(ctx.unit, month)
        names = ", ".join(left) or "none"
        await message.answer(t("book-check-left", month=f"{month:%m/%Y}", classes=names))
        return
    if text:
        await monthly.put_remark(ctx.unit, of.class_id, month, text)
        await message.answer(_saved(ctx, of.name, month))
        return
    seen = await monthly.look(ctx.unit, of.class_id, month)
    late = "; ".join(f"{_column(ctx, name)} ({count})" for name, count in seen.late) or "none"
    lines = [
        t("book-check-head", month=f"{month:%m/%Y}", **{"class": of.name}),
        t("book-check-size", came=seen.came, left=seen.left),
        t("book-check-late", late=late),
        t("book-check-corrections", count=seen.corrections),
    ]
    if seen.remark is not None:
        lines.append(t("book-check-remark", text=seen.remark.text))
    lines += [t("book-check-how")]
    row = []
    if may(ctx.unit.who, Action.OVERSEE_SCORES):
        data = CheckDone(of=of.class_id, month=f"{month:%Y-%m}").pack()
        row.append(button(t.plain("book-check-usual"), data))
    await message.answer("\n".join(lines), reply_markup=keyboard(row))


def _column(ctx: Context, name: str) -> str:
    subject, _, code = name.rpartition(" ")
    return f"{subject}, {column_words(ctx.t, Column.of(code))}"


def _saved(ctx: Context, name: str, month: date) -> str:
    return ctx.t("book-check-saved", month=f"{month:%m/%Y}", **{"class": name})


async def usual(query: CallbackQuery, callback_data: CheckDone, ctx: Context, bot: Bot) -> None:
    """[Đủ, đúng tiến độ]."""
    try:
        month = date.fromisoformat(f"{callback_data.month}-01")
    except ValueError:
        raise Outdated from None
    await monthly.look(ctx.unit, callback_data.of, month)
    text = ctx.t.plain("book-check-usual-text")
    await monthly.put_remark(ctx.unit, callback_data.of, month, text)
    await query.answer()
    seen = await monthly.look(ctx.unit, callback_data.of, month)
    await bot.send_message(int(ctx.chat), _saved(ctx, seen.class_name, month))


def router() -> Router:
    """For the heads of the school, heads of departments, and teachers who are asked."""
    r = Router(name="oversight")
    r.message.register(odd, Command("batthuong", "odd"))
    r.message.register(target, Command("chitieu", "targets"))
    r.message.register(check_command, Command("kiemtraso", "checkbook"))
    r.message.register(question, StateFilter(OversightStates.question), is_words)
    r.message.register(answer, StateFilter(OversightStates.answer), is_words)
    r.message.register(in_words, wishes)
    r.callback_query.register(ask, OddAsk.filter())
    r.callback_query.register(close, OddClose.filter())
    r.callback_query.register(higher, OddRaise.filter())
    r.callback_query.register(begin_answer, OddAnswer.filter())
    r.callback_query.register(usual, CheckDone.filter())
    return r
