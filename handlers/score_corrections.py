"""`/suadiem`, or "sửa điểm Lan 7A1 toán tx1 7 thành 8: …": a closed mark put right (art. 11.2)."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.incoming_files import fetched
from handlers.notices.score_corrections import place_words, value_words
from handlers.outside import reckoned
from handlers.printing.score_minutes import minutes_pdf
from handlers.score_correction_buttons import (
    FixConfirm,
    FixDecide,
    FixDrop,
    FixEvidence,
    FixMinutes,
    FixSend,
    FixSign,
    FixStates,
    FixWithdraw,
)
from handlers.screen import Screen, fresh, tapped
from handlers.sending_pieces import send_pieces
from handlers.showing import button, keyboard
from services import conduct_corrections, leave_papers, profiles
from services import score_corrections as fixes
from services.errors import Outdated
from services.score_correction_facts import facts_of
from services.score_correction_wish import is_wish, read_wish
from storage.tables import ScoreCorrection

ASKS = {
    "book": "score-fix-ask-book",
    "paper": "score-fix-ask-paper",
    "record": "score-fix-ask-record",
}


async def wishes(message: Message, ctx: Context) -> bool:
    """Whether staff asks for a mark or a level to be corrected."""
    text = message.text or ""
    staff = ctx.actor is not None and ctx.actor.is_staff
    known = conduct_corrections.is_wish(text) or is_wish(text)
    return staff and known and not text.startswith("/")


async def in_words(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The wish in one message."""
    await _begin(ctx, state, bot, message.text or "")


async def command(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """/suadiem, with the wish or without."""
    if not (command.args or "").strip():
        await message.answer(ctx.t("score-fix-how"))
        return
    await _begin(ctx, state, bot, command.args or "")


async def _begin(ctx: Context, state: FSMContext, bot: Bot, text: str) -> None:
    await state.clear()
    row = await _draft(ctx, text)
    if row is None:
        await state.set_state(FixStates.reason)
        await state.set_data({"text": text})
        await fresh(bot, ctx).show(ctx.t("score-fix-why"))
        return
    await _collect(ctx, state, fresh(bot, ctx), row)


async def _draft(ctx: Context, text: str) -> ScoreCorrection | None:
    """The draft that a wish asks for; None while its reason is missing."""
    if conduct_corrections.is_wish(text):
        level = await conduct_corrections.read_wish(ctx.unit, text)
        return await conduct_corrections.begin(ctx.unit, level) if level.reason else None
    wish = await read_wish(ctx.unit, text)
    if wish.reason:
        return await fixes.begin(ctx.unit, wish)
    await fixes.require_closed(ctx.unit, wish)
    return None


async def reason(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The reason that was asked for."""
    text = (await state.get_data())["text"]
    await _begin(ctx, state, bot, f"{text}: {message.text}")


async def _collect(ctx: Context, state: FSMContext, screen: Screen, row: ScoreCorrection) -> None:
    """Ask for the evidence that is still to come; then the draft can go."""
    t = ctx.t
    left = await fixes.lacking(ctx.unit, row)
    facts = await facts_of(ctx.unit, row)
    lines = [
        t(
            "score-fix-draft",
            kind="mark" if facts["column"] else "conduct",
            pupil=facts["pupil"],
            place=f"{facts['class']} · {place_words(t, facts)}",
            old=value_words(t, row.old),
            new=value_words(t, row.new),
            reason=row.reason,
        )
    ]
    if row.late:
        lines.append(t("score-fix-is-late"))
    lines.append(t(ASKS[left[0]]) if left else t("score-fix-more-evidence"))
    drop = button(t.plain("score-drop"), FixDrop(id=row.id).pack())
    send = button(t.plain("score-fix-send"), FixSend(id=row.id).pack())
    await state.set_state(FixStates.evidence)
    await state.set_data({"id": row.id})
    await screen.show("\n".join(lines), keyboard([drop] if left else [send, drop]))


async def sends_file(message: Message) -> bool | dict[str, Any]:
    """Whether a picture or a file came: the messenger's id of it."""
    if message.photo:
        return {"file_id": message.photo[-1].file_id}
    if message.document is not None:
        return {"file_id": message.document.file_id}
    return False


async def evidence(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, file_id: str
) -> None:
    """A picture or file for the draft; of the kind that is asked for next."""
    row = await fixes.own_draft(ctx.unit, (await state.get_data())["id"])
    digest = await fetched(ctx, file_id)

    async def check() -> Callable[[], str]:
        return leave_papers.check_work(ctx.outside.store, digest)

    ending = await reckoned(ctx, "evidence", check)
    left = await fixes.lacking(ctx.unit, row)
    row = await fixes.add_evidence(ctx.unit, row.id, left[0] if left else "paper", digest, ending)
    await _collect(ctx, state, fresh(bot, ctx), row)


async def send(
    query: CallbackQuery, callback_data: FixSend, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Gửi hiệu trưởng]."""
    _, deciders = await fixes.ask(ctx.unit, callback_data.id)
    await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("score-fix-sent", deciders=deciders))


async def drop(
    query: CallbackQuery, callback_data: FixDrop, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Bỏ]."""
    await fixes.drop(ctx.unit, callback_data.id)
    await state.clear()
    await tapped(query, bot, ctx).show(ctx.t("score-dropped"))


async def decide(
    query: CallbackQuery, callback_data: FixDecide, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The principal: approve at once, or say why not."""
    if callback_data.approved:
        row = await fixes.decide(ctx.unit, callback_data.id, approved=True)
        await query.answer(ctx.t.plain("score-fix-decided", status=row.status))
        return
    await fixes.open_wish(ctx.unit, callback_data.id)
    await query.answer()
    await state.set_state(FixStates.why)
    await state.set_data({"id": callback_data.id})
    await fresh(bot, ctx).show(ctx.t("score-fix-reject-why"))


async def why(message: Message, ctx: Context, state: FSMContext) -> None:
    """The principal's reason against."""
    id = (await state.get_data())["id"]
    await state.clear()
    row = await fixes.decide(ctx.unit, id, approved=False, why=message.text or "")
    await message.answer(ctx.t("score-fix-decided", status=row.status))


async def confirm(query: CallbackQuery, callback_data: FixConfirm, ctx: Context) -> None:
    """[Xác nhận sửa]."""
    row = await fixes.confirm(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("score-fix-decided", status=row.status))


async def sign(query: CallbackQuery, callback_data: FixSign, ctx: Context) -> None:
    """[Ký xác nhận]."""
    await fixes.sign(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("score-fix-decided", status="signed"))


async def withdraw(query: CallbackQuery, callback_data: FixWithdraw, ctx: Context) -> None:
    """[Rút đề nghị]."""
    await fixes.withdraw(ctx.unit, callback_data.id)
    await query.answer(ctx.t.plain("score-fix-decided", status="withdrawn"))


async def look(query: CallbackQuery, callback_data: FixEvidence, ctx: Context, bot: Bot) -> None:
    """[Xem minh chứng]: each piece as a message of its own."""
    found = await fixes.evidence_of(ctx.unit, callback_data.id)
    if not found:
        raise Outdated
    await query.answer()
    captions = [
        ctx.t("score-fix-evidence-caption", number=number, kind=piece.kind)
        for number, piece in enumerate(found, 1)
    ]
    await send_pieces(bot, ctx, zip(found, captions, strict=True), "minh-chung")


async def minutes(query: CallbackQuery, callback_data: FixMinutes, ctx: Context, bot: Bot) -> None:
    """[Biên bản PDF]."""
    row, facts = await fixes.look_at(ctx.unit, callback_data.id)
    if row.status != "written":
        raise Outdated
    school, language = await profiles.school_name(ctx.unit) or "", ctx.t.language

    async def prepare() -> Callable[[], bytes]:
        return lambda: minutes_pdf(facts, school, language)

    data = await reckoned(ctx, "minutes", prepare)
    await query.answer()
    await bot.send_document(
        int(ctx.chat),
        BufferedInputFile(data, f"bien-ban-sua-diem-{row.number}.pdf"),
        caption=ctx.t("score-fix-minutes-caption", number=row.number or 0),
    )


def router() -> Router:
    """The command, the buttons, and what is awaited."""
    r = Router(name="score corrections")
    r.message.register(command, Command("suadiem", "correct"))
    r.message.register(evidence, StateFilter(FixStates.evidence), sends_file)
    r.message.register(in_words, wishes)
    r.message.register(reason, StateFilter(FixStates.reason), is_words)
    r.message.register(why, StateFilter(FixStates.why), is_words)
    r.callback_query.register(send, FixSend.filter())
    r.callback_query.register(drop, FixDrop.filter())
    r.callback_query.register(decide, FixDecide.filter())
    r.callback_query.register(confirm, FixConfirm.filter())
    r.callback_query.register(sign, FixSign.filter())
    r.callback_query.register(withdraw, FixWithdraw.filter())
    r.callback_query.register(look, FixEvidence.filter())
    r.callback_query.register(minutes, FixMinutes.filter())
    return r
