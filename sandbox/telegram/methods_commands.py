"""Methods about the bot's face: command menus per scope and language, names, menu buttons."""

import re
from typing import Any

from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.call import Call, method
from sandbox.telegram.errors import bad
from sandbox.telegram.state import Bot

MAX_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_DESCRIPTION = 256
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """The menu of one scope and language."""
    scope, language = _scope(call), _language(call)
    commands = call.params["commands"]
    if not isinstance(commands, list):
        raise bad("can't parse commands JSON object")
    if len(commands) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    menu = [_command(command) for command in commands]
    call.bot.commands.setdefault(scope, {})[language] = menu
    _saved(call, scope)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """The menu of exactly this scope and language."""
    return call.bot.commands.get(_scope(call), {}).get(_language(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Take a menu away: people see the next wider one."""
    scope = _scope(call)
    call.bot.commands.get(scope, {}).pop(_language(call), None)
    _saved(call, scope)
    return True


def menu_of(bot: Bot, chat_id: int, language: str) -> list[Json]:
    """What a person sees in a private chat: the narrowest scope that has a menu wins."""
    language = language[:2]
    for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
        menus = bot.commands.get(scope, {})
        for wanted in (language, ""):
            if menus.get(wanted):
                return menus[wanted]
    return []


@method("setMyName")
def set_my_name(call: Call) -> bool:
    """The bot's name in a language."""
    return _say(call, call.bot.names, "name", 64)


@method("getMyName")
def get_my_name(call: Call) -> Json:
    """The bot's name in a language."""
    return {"name": call.bot.name(_language(call))}


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    """What an empty chat shows."""
    return _say(call, call.bot.descriptions, "description", 512)


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    """What an empty chat shows."""
    texts = call.bot.descriptions
    return {"description": texts.get(_language(call), texts.get("", ""))}


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    """What the bot's profile shows."""
    return _say(call, call.bot.short_descriptions, "short_description", 120)


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    """What the bot's profile shows."""
    texts = call.bot.short_descriptions
    return {"short_description": texts.get(_language(call), texts.get("", ""))}


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """The button beside the text field, of one chat or of all."""
    button = call.params.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad("can't parse menu button: unsupported type")
    if button["type"] == "web_app" and not (button.get("text") and button.get("web_app")):
        raise bad("can't parse menu button: text and web_app must be specified")
    if "chat_id" in call.params:
        chat = call.chat()
        chat.menu_button = button
        call.world.save_chat(chat)
    else:
        call.bot.menu_button = button
        call.world.save_bot(call.bot)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """The button beside the text field."""
    if "chat_id" in call.params:
        return call.chat(writing=False).menu_button or {"type": "default"}
    return call.bot.menu_button


def _say(call: Call, texts: dict[str, str], name: str, limit: int) -> bool:
    text = call.params.get(name) or ""
    if len(text) > limit:
        raise bad(f"{name.replace('_', ' ')} is too long")
    texts[_language(call)] = text
    call.world.save_bot(call.bot)
    return True


def _saved(call: Call, scope: str) -> None:
    call.world.save_commands(call.bot, scope)
    kind, _, chat_id = scope.partition(":")
    notify.commands(call.world, int(chat_id.split(":")[0]) if kind == "chat" else None)


def _language(call: Call) -> str:
    language = call.params.get("language_code") or ""
    if not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return str(language)


def _scope(call: Call) -> str:
    scope = call.params.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or str(scope.get("type")) not in SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type")
    parts = [scope["type"]]
    for name in SCOPES[scope["type"]]:
        value = scope.get(name)
        if isinstance(value, str) and value.lstrip("-").isdigit():
            value = int(value)
        if not isinstance(value, int):
            raise bad("chat not found")
        if name == "chat_id":
            call.world.open_chat(call.bot, value, writing=False)
        parts.append(str(value))
    return ":".join(parts)


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    if not COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    description = str(command.get("description", "")).strip()
    if not 1 <= len(description) <= MAX_DESCRIPTION:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
