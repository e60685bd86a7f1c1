"""What everybody meets: going back, and an answer to what no conversation has understood.

Stickers, voices, pictures and unknown commands all get one short line that shows a way on.
"""

import difflib

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.menus import known_commands

NOT_TEXT: dict[str, str] = {
    ContentType.STICKER: "not-understood-sticker",
    ContentType.ANIMATION: "not-understood-sticker",
    ContentType.DICE: "not-understood-sticker",
    ContentType.VOICE: "not-understood-voice",
    ContentType.AUDIO: "not-understood-voice",
    ContentType.VIDEO_NOTE: "not-understood-voice",
    ContentType.PHOTO: "not-understood-file",
    ContentType.VIDEO: "not-understood-file",
    ContentType.DOCUMENT: "not-understood-file",
    ContentType.LOCATION: "not-understood-location",
    ContentType.VENUE: "not-understood-location",
}
SILENT = frozenset(  # what the messenger itself reports in a chat
    {
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.WRITE_ACCESS_ALLOWED,
    }
)


async def cancel(message: Message, state: FSMContext, ctx: Context) -> None:
    """/huy: leave what was begun."""
    began = await state.get_state()
    await state.clear()
    await message.answer(ctx.t("cancel-done" if began else "cancel-nothing"))


async def unknown_command(message: Message) -> bool | dict[str, str]:
    """A text that begins like a command."""
    text = (message.text or "").strip()
    if not text.startswith("/") or len(text) < 2:
        return False
    return {"typed": text[1:].split()[0].split("@")[0].casefold() if text[1:].split() else ""}


async def no_such_command(message: Message, typed: str, ctx: Context) -> None:
    """The nearest commands that this person has, else the way to help."""
    near = difflib.get_close_matches(typed, known_commands(ctx.actor), n=2, cutoff=0.6)
    if near:
        await message.answer(ctx.t("no-such-command-near", near=", ".join(f"/{n}" for n in near)))
    else:
        await message.answer(ctx.t("no-such-command"))


async def not_understood(message: Message, ctx: Context) -> None:
    """Anything else gets an answer that shows a way on."""
    if message.content_type in SILENT:
        return
    key = NOT_TEXT.get(message.content_type, "not-understood")
    if message.document is not None and not message.document.file_id:
        key = "not-understood-unreadable"  # the messenger keeps it from us
    if key == "not-understood" and ctx.actor and ctx.actor.is_guardian and not ctx.actor.is_staff:
        key = "not-understood-family"  # nobody may think that the school has read it
    await message.answer(ctx.t(key))


async def old_button(query: CallbackQuery, ctx: Context) -> None:
    """A button that no conversation knows any more."""
    await query.answer(ctx.t.plain("refused-outdated"), show_alert=True)


def first() -> Router:
    """/huy, before any conversation can take it for an answer."""
    r = Router(name="cancel")
    r.message.register(cancel, Command("huy", "cancel"))
    return r


def router() -> Router:
    """The last of all routers."""
    r = Router(name="basics")
    r.message.register(no_such_command, unknown_command)
    r.message.register(not_understood)
    r.callback_query.register(old_button)
    return r
