"""The menu of commands beside the text field: per role and language, set chat by chat.

`COMMANDS` is the one list of what can be typed and by whom; help reads it too. What a chat was
given is remembered as a mark, and refreshed when the person's roles or language have changed.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aiogram import Bot, Router
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault, TelegramObject

from handlers.context import Context
from handlers.texts import LANGUAGES, texts
from services.access import TABLE, Action, Actor, Role, may
from services.profiles import remember_menu
from services.unit import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A command with the key of its description and whose menu it is in."""

    command: str
    key: str
    open_to: Callable[[Actor], bool]


def _holds(*roles: Role) -> Callable[[Actor], bool]:
    wanted = frozenset(roles)
    return lambda actor: bool(wanted & actor.roles)


def _may_anywhere(action: Action) -> Callable[[Actor], bool]:
    return lambda actor: may(actor, action)


def _keeps_groups(actor: Actor) -> bool:
    """The heads, and whoever leads an extra class or club."""
    return bool(actor.leads) or may(actor, Action.KEEP_GROUPS)


def _only_guardian(actor: Actor) -> bool:
    """A family; for staff the same word means a class."""
    return actor.is_guardian and not actor.is_staff


HEADS = (Role.PRINCIPAL, Role.VICE_PRINCIPAL)
TEACHERS = (Role.HOMEROOM_TEACHER, Role.SUBJECT_TEACHER)
FAMILY_AND_HEADS = (Role.GUARDIAN, Role.HOMEROOM_TEACHER, *HEADS)
KEEPERS = (Role.HOMEROOM_TEACHER, Role.PRINCIPAL, Role.ADMINISTRATOR)

COMMANDS: tuple[Entry, ...] = (
    Entry("diemdanh", "menu-diemdanh", _holds(*TEACHERS, *HEADS)),
    Entry("vangmat", "menu-vangmat", _holds(*TEACHERS, *HEADS)),
    Entry("danhsach", "menu-danhsach", _holds(Role.HOMEROOM_TEACHER, *HEADS)),
    Entry("sokettuan", "menu-sokettuan", _holds(Role.HOMEROOM_TEACHER, *HEADS)),
    Entry("homnay", "menu-homnay", _may_anywhere(Action.SEE_BOARD)),
    Entry("sodiemdanh", "menu-sodiemdanh", _holds(*TABLE[Action.SEE_ROLL_BOOK])),
    Entry("nhapdiem", "menu-nhapdiem", _holds(Role.SUBJECT_TEACHER)),
    Entry("filemau", "menu-filemau", _holds(Role.SUBJECT_TEACHER)),
    Entry("sodiem", "menu-sodiem", _holds(*TABLE[Action.SEE_SCORES])),
    Entry("ketqua", "menu-ketqua", _holds(*TABLE[Action.SEE_RESULTS])),
    Entry("ketqua", "menu-ketqua-family", _only_guardian),
    Entry("ketquacon", "menu-ketqua-family", lambda a: a.is_guardian and a.is_staff),
    Entry("tongket", "menu-tongket", _holds(*TABLE[Action.SEE_RESULTS])),
    Entry("renluyen", "menu-renluyen", _holds(Role.HOMEROOM_TEACHER)),
    Entry("nhanxet", "menu-nhanxet", _holds(*TEACHERS)),
    Entry("nhiemvuhe", "menu-nhiemvuhe", _holds(Role.HOMEROOM_TEACHER)),
    Entry("xet", "menu-xet", _may_anywhere(Action.APPROVE_RESULTS)),
    Entry("inso", "menu-inso", _holds(*TABLE[Action.SEE_SCORES])),
    Entry("socanhan", "menu-socanhan", _holds(Role.SUBJECT_TEACHER)),
    Entry("phodiem", "menu-phodiem", _holds(*TABLE[Action.SEE_SCORES])),
    Entry("lichsudiem", "menu-lichsudiem", _holds(*TABLE[Action.SEE_SCORES])),
    Entry("batthuong", "menu-batthuong", _may_anywhere(Action.OVERSEE_SCORES)),
    Entry("kiemtraso", "menu-kiemtraso", _holds(*HEADS, Role.HOMEROOM_TEACHER)),
    Entry("chitieu", "menu-chitieu", _holds(*TABLE[Action.SET_TARGETS])),
    Entry("lichkiemtra", "menu-lichkiemtra", _holds(*TEACHERS, *HEADS, Role.ADMINISTRATOR)),
    Entry("conthieu", "menu-conthieu", _holds(*TABLE[Action.SEE_SCORES])),
    Entry("diem", "menu-diem", _holds(Role.GUARDIAN)),
    Entry("phuckhao", "menu-phuckhao", _holds(Role.GUARDIAN)),
    Entry("mien", "menu-mien", _holds(Role.HOMEROOM_TEACHER)),
    Entry("suadiem", "menu-suadiem", _holds(Role.SUBJECT_TEACHER)),
    Entry("khoaso", "menu-khoaso", _may_anywhere(Action.LOCK_SCORES)),
    Entry("mokhoa", "menu-mokhoa", _may_anywhere(Action.LOCK_SCORES)),
    Entry("thongbao", "menu-thongbao", _holds(*TABLE[Action.WRITE_NOTICE])),
    Entry("duyet", "menu-duyet", _holds(*HEADS)),
    Entry("dagui", "menu-dagui", _holds(*TABLE[Action.WRITE_NOTICE])),
    Entry("uyquyen", "menu-uyquyen", _may_anywhere(Action.DELEGATE)),
    Entry("quydinhduyet", "menu-quydinhduyet", _may_anywhere(Action.DELEGATE)),
    Entry("nghihoc", "menu-nghihoc", _may_anywhere(Action.CLOSE_SESSIONS)),
    Entry("lichnghi", "menu-lichnghi", _may_anywhere(Action.SEE_CALENDAR)),
    Entry("quydinh", "menu-quydinh", _may_anywhere(Action.SET_RULES)),
    Entry("monhoc", "menu-monhoc", _may_anywhere(Action.KEEP_SUBJECTS)),
    Entry("hocsinh", "menu-hocsinh", _holds(*TABLE[Action.KEEP_ENROLMENT])),
    Entry("nhom", "menu-nhom", _keeps_groups),
    Entry("giadinh", "menu-giadinh", _holds(*KEEPERS)),
    Entry("hoso", "menu-hoso", _holds(*TABLE[Action.KEEP_RECORD])),
    Entry("canbo", "menu-canbo", _may_anywhere(Action.INVITE_STAFF)),
    Entry("phancong", "menu-phancong", _may_anywhere(Action.GRANT_DUTY)),
    Entry("xuat", "menu-xuat", _may_anywhere(Action.EXPORT_SCHOOL)),
    Entry("nhap", "menu-nhap", _may_anywhere(Action.IMPORT_SCHOOL)),
    Entry("saoluu", "menu-saoluu", _may_anywhere(Action.KEEP_BACKUPS)),
    Entry("kinhphi", "menu-kinhphi", _may_anywhere(Action.SEE_SPENDING)),
    Entry("hanche", "menu-hanche", _may_anywhere(Action.BAR_GUARDIAN)),
    Entry("xinnghi", "menu-xinnghi", _holds(Role.GUARDIAN)),
    Entry("lienhe", "menu-lienhe", _holds(Role.GUARDIAN)),
    Entry("chuyencan", "menu-chuyencan", _holds(*FAMILY_AND_HEADS)),
    Entry("toi", "menu-toi", lambda _: True),
    Entry("kenh", "menu-kenh", lambda _: True),
    Entry("ngonngu", "menu-ngonngu", lambda _: True),
    Entry("ngatketnoi", "menu-ngatketnoi", lambda _: True),
    Entry("trogiup", "menu-trogiup", lambda _: True),
    Entry("huy", "menu-huy", lambda _: True),
)
FOR_STRANGERS = (
    ("start", "menu-start"),
    ("trogiup", "menu-trogiup"),
    ("ngonngu", "menu-ngonngu"),
)


def commands_for(actor: Actor) -> list[Entry]:
    """What stands in this person's menu, in order."""
    return [entry for entry in COMMANDS if entry.open_to(actor)]


def known_commands(actor: Actor | None) -> list[str]:
    """The names of the commands that this person, or a stranger, can type."""
    if actor is None:
        return [command for command, _ in FOR_STRANGERS]
    return [entry.command for entry in commands_for(actor)]


@lru_cache(maxsize=256)
def _mark(language: str, commands: tuple[str, ...]) -> str:
    shown = "\n".join(f"{e.command} {texts(language).plain(e.key)}" for e in _entries(commands))
    return f"{language}:{hashlib.sha256(shown.encode()).hexdigest()[:12]}"


def _entries(commands: tuple[str, ...]) -> list[Entry]:
    return [entry for entry in COMMANDS if entry.command in commands]


async def give_menu(
    bot: Bot, unit: Unit, account_id: int, chat: str, actor: Actor | None
) -> str | None:
    """Set the menu of one chat (the strangers' one without an actor); its mark."""
    scope = BotCommandScopeChat(chat_id=int(chat))
    if actor is None:
        await bot.delete_my_commands(scope=scope)
        await remember_menu(unit, account_id, None)
        return None
    entries = commands_for(actor)
    t = texts(actor.language)
    await bot.set_my_commands(
        [BotCommand(command=e.command, description=t.plain(e.key)) for e in entries], scope=scope
    )
    mark = _mark(t.language, tuple(e.command for e in entries))
    await remember_menu(unit, account_id, mark)
    return mark


async def refresh(bot: Bot, ctx: Context) -> None:
    """Give the chat that writes its menu, if it shows another one."""
    if not ctx.capabilities.command_menu or ctx.chat.startswith("-"):
        return
    actor = ctx.actor
    wanted = None
    if actor is not None:
        wanted = _mark(texts(actor.language).language, tuple(known_commands(actor)))
    if wanted != ctx.menu:
        ctx.menu = await give_menu(bot, ctx.unit, ctx.account_id, ctx.chat, actor)


async def publish_default(bot: Bot) -> None:
    """What strangers see, in each language; called once when the program starts."""
    for language in LANGUAGES:
        t = texts(language)
        await bot.set_my_commands(
            [BotCommand(command=c, description=t.plain(key)) for c, key in FOR_STRANGERS],
            scope=BotCommandScopeDefault(),
            language_code=None if language == LANGUAGES[0] else language,
        )


Next = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def _first(handler: Next, event: TelegramObject, data: dict[str, Any]) -> Any:
    await refresh(data["bot"], data["ctx"])
    return await handler(event, data)


def router() -> Router:
    """Handles nothing; looks at the menu before anybody handles a message or a tap."""
    r = Router(name="menus")
    r.message.outer_middleware(_first)
    r.callback_query.outer_middleware(_first)
    return r
