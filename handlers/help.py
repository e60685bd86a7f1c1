"""`/trogiup`: what this person can do, by role, with examples that can be typed as they are."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.context import Context
from handlers.menus import commands_for
from handlers.person_texts import ways_in
from handlers.strangers import contact_keyboard
from handlers.texts import Texts
from services.access import Actor, Role
from services.profiles import profile

HEADS = frozenset({Role.PRINCIPAL, Role.VICE_PRINCIPAL})
TEACHERS = frozenset({Role.HOMEROOM_TEACHER, Role.SUBJECT_TEACHER})


def pages(t: Texts, actor: Actor, klass: str) -> tuple[str, str, str]:
    """How to say what, by role, the gradebook apart, and the commands: three messages, for
    messengers that take 2,000 characters. `klass` is a class whose name the examples use."""
    parts = []
    if actor.roles & (TEACHERS | HEADS):
        parts.append(t("help-roll", klass=klass))
        parts.append(t("help-remarks", klass=klass))
    if Role.HOMEROOM_TEACHER in actor.roles:
        parts.append(t("help-homeroom", klass=klass))
        parts.append(t("help-lists"))
    if actor.roles & HEADS:
        parts.append(t("help-board"))
    if Role.PRINCIPAL in actor.roles:
        parts.append(t("help-principal"))
    if actor.roles & HEADS:
        parts.append(t("help-closures"))
    if Role.ADMINISTRATOR in actor.roles:
        parts.append(t("help-administrator"))
    if actor.is_guardian:
        parts.append(t("help-guardian"))
    lines = [
        t("help-command", command=e.command, about=t.plain(e.key)) for e in commands_for(actor)
    ]
    return (
        "\n\n".join(parts),
        "\n\n".join(_scores(t, actor, klass)),
        t("help-commands") + "\n" + "\n".join(lines),
    )


def _scores(t: Texts, actor: Actor, klass: str) -> list[str]:
    """How to enter, see, lock and correct marks."""
    parts = []
    if Role.SUBJECT_TEACHER in actor.roles:
        parts += [t("help-scores", klass=klass), t("help-score-fix", klass=klass)]
    if actor.roles & (HEADS | {Role.DEPARTMENT_HEAD, Role.OFFICE, Role.ADMINISTRATOR}):
        parts.append(t("help-score-look", klass=klass))
    if actor.roles & (TEACHERS | HEADS):
        parts.append(t("help-results", klass=klass))
    if Role.PRINCIPAL in actor.roles:
        parts.append(t("help-score-lock", klass=klass))
    if actor.is_guardian:
        parts.append(t("help-score-family"))
    return parts


async def show_help(message: Message, ctx: Context) -> None:
    """/trogiup."""
    if ctx.actor is None:
        text = f"{ctx.t('help-stranger')}\n\n{ways_in(ctx.t, ctx.capabilities)}"
        await message.answer(text, reply_markup=contact_keyboard(ctx))
        return
    me = await profile(ctx.unit)
    known = (*me.homeroom, *me.teaches, "7A1")
    for page in pages(ctx.t, ctx.actor, known[0]):
        if page:
            await message.answer(page)


def router() -> Router:
    """Open to everybody."""
    r = Router(name="help")
    r.message.register(show_help, Command("trogiup", "help"))
    return r
