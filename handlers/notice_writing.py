"""Writing a notice: for whom, the text, what it is about, the preview and its buttons.

`/thongbao` asks step by step; one line ("thông báo 7A1: …") leads straight to the preview. Nothing
leaves before a button below a preview is tapped.
"""

from dataclasses import replace
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.notice_buttons import (
    DropNotice,
    NoticeAbout,
    NoticePupil,
    NoticeTalk,
    NoticeTo,
    NoticeUrgent,
    RewriteNotice,
    SendAnyway,
    SendNotice,
    SendNotYet,
)
from handlers.notice_preview import (
    audience_buttons,
    class_buttons,
    cost_question,
    pupil_buttons,
    show_preview,
    subject_buttons,
)
from handlers.notice_words import audience_words, why_words
from handlers.notices.written import withdraw_button
from handlers.screen import Screen, Talk, fresh, tapped
from services import audiences, notice_writing
from services.audiences import Audience, AudienceKind
from services.errors import AlreadyDecided, NotAllowed, NotFound, Outdated, Refusal
from services.notice_addressing import address, read
from services.notice_command import NoticeCommand, command_for
from services.notice_progress import clock_words, excerpt
from services.notice_rules import Subject, reasons_for
from services.notice_text import LONGEST

OVER = (AlreadyDecided, NotAllowed, NotFound, Outdated)


async def begin(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """/thongbao: for whom?"""
    await state.clear()
    talk = Talk(ctx, state, fresh(bot, ctx))
    await _ask_audience(talk, "")


async def _ask_audience(talk: Talk, text: str) -> None:
    choices = await audiences.choices(talk.ctx.unit)
    t = talk.ctx.t
    shown = await talk.screen.show(t("notice-ask-audience"), audience_buttons(t, choices))
    await talk.state.set_state(NoticeTalk.audience)
    await talk.state.set_data({"screen": shown, "text": text})


async def to(
    query: CallbackQuery, callback_data: NoticeTo, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The audience was tapped; asked again whether this person may address it."""
    data = await state.get_data()
    talk = Talk(ctx, state, tapped(query, bot, ctx, data.get("screen")))
    if callback_data.kind == "back":
        await _ask_audience(talk, data.get("text", ""))
    elif callback_data.kind == "classes":
        choices = await audiences.choices(ctx.unit)
        await talk.screen.show(ctx.t("notice-ask-class"), class_buttons(ctx.t, choices))
    else:
        audience = await audiences.chosen(ctx.unit, callback_data.kind, [callback_data.id])
        await _with_audience(talk, audience, data.get("text", ""), asks=True)


async def one_line(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, command: NoticeCommand
) -> None:
    """The whole notice in one message, or as much of it as was said."""
    await state.clear()
    talk = Talk(ctx, state, fresh(bot, ctx))
    addressed = await address(ctx.unit, command)
    if addressed.pupils:
        typed = " ".join(command.pupil)
        key = "notice-ask-pupil-near" if addressed.near else "notice-ask-pupil"
        token = message.message_id
        buttons = pupil_buttons(ctx.t, addressed.pupils, token)
        shown = await talk.screen.show(ctx.t(key, typed=typed), buttons)
        await state.set_state(NoticeTalk.pupil)
        await state.set_data({"screen": shown, "text": addressed.body, "token": token})
    elif addressed.audience is None:
        await _ask_audience(talk, addressed.body)
    else:
        await _with_audience(talk, addressed.audience, addressed.body, asks=False)


async def pupil(
    query: CallbackQuery, callback_data: NoticePupil, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """The pupil was tapped."""
    data = await state.get_data()
    if data.get("token") != callback_data.token:
        raise Outdated
    talk = Talk(ctx, state, tapped(query, bot, ctx, data.get("screen")))
    audience = await audiences.family_of(ctx.unit, callback_data.pupil)
    await _with_audience(talk, audience, data.get("text", ""), asks=False)


async def _with_audience(talk: Talk, audience: Audience, text: str, *, asks: bool) -> None:
    """On with the text that is there, or ask for it. `asks`: ask what it is about as well."""
    ctx = talk.ctx
    if text.strip():
        await _draft(talk, audience, text, asks=asks)
        return
    said = ctx.t("notice-ask-text", audience=audience_words(ctx.t, audience.dump()), limit=LONGEST)
    shown = await talk.screen.show(said)
    await talk.state.set_state(NoticeTalk.text)
    await talk.state.set_data({"audience": audience.dump(), "screen": shown})


async def typed_audience(
    message: Message, ctx: Context, state: FSMContext, bot: Bot, command: NoticeCommand
) -> None:
    """ "7A1", "khối 7", "em Lan 7A1" typed instead of tapped; what was written before is kept."""
    data = await state.get_data()
    kept = replace(command, body=data.get("text", ""), rests=())
    await one_line(message, ctx, state, bot, kept)


async def typed_text(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The text of a new notice."""
    data = await state.get_data()
    talk = Talk(ctx, state, fresh(bot, ctx))
    try:
        await _draft(talk, Audience.load(data["audience"]), message.text or "", asks=True)
    except OVER as refusal:  # nothing was changed, and the next words are no notice any more
        await _leave(message, ctx, state, refusal)


async def _leave(message: Message, ctx: Context, state: FSMContext, why: Refusal) -> None:
    await state.clear()
    await message.answer(ctx.t(why.key, **why.params))


async def _draft(talk: Talk, audience: Audience, text: str, *, asks: bool) -> None:
    ctx = talk.ctx
    preview = await notice_writing.draft(ctx.unit, audience, text)
    await talk.state.clear()
    notice = preview.notice
    if asks and notice.subject == Subject.ROUTINE and audience.kind is not AudienceKind.PUPIL:
        buttons = subject_buttons(ctx.t, notice.id, notice.revision)
        handle = await talk.screen.show(ctx.t("notice-ask-subject"), buttons)
        if handle < 0:  # the preview, and later the progress, take its place
            await notice_writing.keep_preview(ctx.unit, notice, -handle)
    else:
        await show_preview(ctx, talk.screen, preview)


async def about(query: CallbackQuery, callback_data: NoticeAbout, ctx: Context, bot: Bot) -> None:
    """What it is about: asked, or answered."""
    screen = tapped(query, bot, ctx)
    if not callback_data.subject:
        notice = await notice_writing.own_draft(ctx.unit, callback_data.notice)
        if notice.revision != callback_data.revision:
            raise Outdated("notice-preview-old")
        buttons = subject_buttons(ctx.t, notice.id, notice.revision)
        await screen.show(ctx.t("notice-ask-subject"), buttons)
        return
    preview = await notice_writing.say_subject(
        ctx.unit, callback_data.notice, callback_data.revision, callback_data.subject
    )
    await show_preview(ctx, await _here(preview, screen), preview)


async def urgent(query: CallbackQuery, callback_data: NoticeUrgent, ctx: Context, bot: Bot) -> None:
    """Urgent or not."""
    preview = await notice_writing.mark_urgent(
        ctx.unit, callback_data.notice, callback_data.revision, callback_data.on
    )
    await show_preview(ctx, await _here(preview, tapped(query, bot, ctx)), preview)


async def _here(preview: notice_writing.Preview, screen: Screen) -> Screen:
    """The tapped message, by its handle where it is known, so that progress can be shown on it."""
    row = preview.notice.progress_row_id
    if row is not None:
        screen.message_id = -row
    return screen


async def send(query: CallbackQuery, callback_data: SendNotice, ctx: Context, bot: Bot) -> None:
    """[Gửi] or [Gửi duyệt]; a costly notice is asked about first, in place of its preview."""
    id, revision = callback_data.notice, callback_data.revision
    costly = await notice_writing.cost_question(ctx.unit, id, revision)
    if costly is None:
        await _submit(query, ctx, bot, id, revision)
        return
    preview = await notice_writing.preview(ctx.unit, id)
    screen = await _here(preview, tapped(query, bot, ctx))
    await screen.show(*cost_question(ctx.t, costly, id, revision))


async def send_anyway(
    query: CallbackQuery, callback_data: SendAnyway, ctx: Context, bot: Bot
) -> None:
    """[Vẫn gửi]."""
    await _submit(query, ctx, bot, callback_data.notice, callback_data.revision)


async def not_yet(query: CallbackQuery, callback_data: SendNotYet, ctx: Context, bot: Bot) -> None:
    """[Thôi]: the preview again, where the question stood."""
    preview = await notice_writing.preview(ctx.unit, callback_data.notice_id)
    await show_preview(ctx, await _here(preview, tapped(query, bot, ctx)), preview)


async def _submit(query: CallbackQuery, ctx: Context, bot: Bot, id: int, revision: int) -> None:
    """The progress takes the place of the preview; or the question for approval was asked."""
    done = await notice_writing.submit(ctx.unit, id, revision)
    if done.asked is None:
        await query.answer(ctx.t.plain("notice-sending-now"))
        return
    notice = done.notice
    lines = [
        ctx.t(
            "notice-pending",
            at=clock_words(ctx.unit, ctx.unit.now),
            audience=audience_words(ctx.t, notice.audience),
            text=excerpt(notice.text, 300),
            why=why_words(ctx.t, await reasons_for(ctx.unit, notice)),
        )
    ]
    if not done.asked.deciders:
        lines.append(ctx.t("notice-pending-nobody"))
    await tapped(query, bot, ctx).show("\n".join(lines), withdraw_button(ctx.t, notice.id))


async def rewrite(
    query: CallbackQuery, callback_data: RewriteNotice, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Sửa nội dung], also below a rejection: the text as it is, and ask for the new one."""
    notice = await notice_writing.own_draft(
        ctx.unit, callback_data.notice_id, notice_writing.CHANGEABLE
    )
    await state.set_state(NoticeTalk.rewriting)
    await state.set_data({"notice": notice.id})
    await fresh(bot, ctx).show(ctx.t("notice-ask-rewrite", text=notice.text))


async def rewritten(message: Message, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """The new text; the older preview loses its buttons."""
    data = await state.get_data()
    try:
        preview = await notice_writing.rewrite(ctx.unit, data["notice"], message.text or "")
    except OVER as refusal:  # it was sent or dropped in between
        await _leave(message, ctx, state, refusal)
        return
    await state.clear()
    before = preview.notice.progress_row_id
    if before is not None:
        old = Screen(bot, int(ctx.chat), -before)
        if ctx.capabilities.edits:
            await old.show(ctx.t("notice-superseded"))
        else:
            await old.close()
    await show_preview(ctx, fresh(bot, ctx), preview)


async def drop(
    query: CallbackQuery, callback_data: DropNotice, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Hủy]: the draft is gone, and nobody was written to."""
    notice = await notice_writing.discard(ctx.unit, callback_data.notice_id)
    await state.clear()
    text = ctx.t("notice-dropped", audience=audience_words(ctx.t, notice.audience))
    await tapped(query, bot, ctx).show(text)


async def not_text(message: Message, ctx: Context) -> None:
    """A picture or sticker where the text is awaited."""
    await message.answer(ctx.t("notice-only-text"))


async def names_an_audience(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether a typed answer says for whom the notice is, and nothing else."""
    if not message.text or message.text.startswith("/"):
        return False
    command = await read(ctx.unit, command_for(message.text))
    return {"command": command} if command and command.named and not command.body else False


async def no_words(message: Message) -> bool:
    """Anything but words."""
    return not message.text


async def reads_as_notice(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether staff wrote a notice in one line; of others, only what plainly addresses a class.

    A guardian's "thông báo cháu bị ốm" is no notice and goes on to whoever understands it.
    """
    actor = ctx.actor
    if actor is None or not message.text or message.text.startswith("/"):
        return False
    command = await read(ctx.unit, message.text)
    if command is None or (not actor.is_staff and (not command.named or command.pupil)):
        return False
    return {"command": command}


def router() -> Router:
    """Commands, buttons and awaited texts."""
    r = Router(name="notice writing")
    r.message.register(begin, Command("thongbao"))
    r.callback_query.register(to, NoticeTo.filter())
    r.callback_query.register(pupil, NoticePupil.filter())
    r.callback_query.register(about, NoticeAbout.filter())
    r.callback_query.register(urgent, NoticeUrgent.filter())
    r.callback_query.register(send, SendNotice.filter())
    r.callback_query.register(send_anyway, SendAnyway.filter())
    r.callback_query.register(not_yet, SendNotYet.filter())
    r.callback_query.register(rewrite, RewriteNotice.filter())
    r.callback_query.register(drop, DropNotice.filter())
    awaited = StateFilter(NoticeTalk.text, NoticeTalk.rewriting)
    asked = StateFilter(NoticeTalk.audience)
    r.message.register(typed_audience, asked, names_an_audience)
    r.message.register(typed_text, StateFilter(NoticeTalk.text), is_words)
    r.message.register(rewritten, StateFilter(NoticeTalk.rewriting), is_words)
    r.message.register(not_text, awaited, no_words)
    return r


def one_liners() -> Router:
    """One line that is a notice: before the rolls, which it may look like."""
    r = Router(name="notice line")
    r.message.register(one_line, reads_as_notice)
    return r
