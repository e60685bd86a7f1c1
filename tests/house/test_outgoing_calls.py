"""Every call that handlers make on a messenger is one that its session knows how to keep."""

import ast
import inspect
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods.base import TelegramMethod
from aiogram.types import CallbackQuery, Message

from bot.channels.translated_session import TranslatedSession
from bot.channels.zalo_bot_session import ZaloBotSession
from bot.channels.zalo_oa_session import ZaloOaSession
from bot.frozen import BY_NAME
from bot.outgoing import AT_ONCE, CHANGES, KNOWN, OTHERS, SENDS

ROOT = Path(__file__).parents[2]
TAKEN = KNOWN | set(AT_ONCE) | {"answerCallbackQuery"}
OTHER_THINGS = {"close"}  # what our own screens and dialogues have a method of this name for, too


def calls_of(kind: type) -> dict[str, str]:
    """Python name → API method, of what a Message, a CallbackQuery or a Bot can do."""
    found: dict[str, str] = {}
    for name, function in inspect.getmembers(kind, inspect.isfunction):
        returns = inspect.signature(function, eval_str=False).return_annotation
        returns = getattr(returns, "__name__", str(returns))
        camel = name.split("_")[0] + "".join(part.title() for part in name.split("_")[1:])
        if kind is Bot:
            if camel in BY_NAME:
                found[name] = camel
        elif returns in {cls.__name__ for cls in BY_NAME.values()}:
            found[name] = returns[0].lower() + returns[1:]
    return found


# `answer` is a message's or a tap's; both are known.
SHORTCUTS = calls_of(Bot) | calls_of(CallbackQuery) | calls_of(Message)


def used() -> dict[str, set[str]]:
    """API method → where handlers use it."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            awaited = isinstance(node, ast.Await) and isinstance(node.value, ast.Call)
            if not awaited or not isinstance(node.value.func, ast.Attribute):
                continue
            method = SHORTCUTS.get(node.value.func.attr)
            if method is not None and method not in OTHER_THINGS:
                found.setdefault(method, set()).add(f"{path.name}:{node.lineno}")
    return found


def test_the_shortcuts_are_read_rightly() -> None:
    assert SHORTCUTS["edit_message_text"] == "editMessageText"
    assert calls_of(Message)["answer"] == "sendMessage"
    assert calls_of(Message)["answer_document"] == "sendDocument"
    assert calls_of(CallbackQuery)["answer"] == "answerCallbackQuery"
    assert {"sendMessage", "editMessageText", "setMyCommands"} <= used().keys()


def test_every_call_of_a_handler_is_known_to_the_session() -> None:
    assert {method: where for method, where in used().items() if method not in TAKEN} == {}


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_every_known_call_can_be_thawed(name: str) -> None:
    assert issubclass(BY_NAME[name], TelegramMethod)


def test_sends_give_messages_and_the_rest_a_yes() -> None:
    for name in SENDS:
        assert BY_NAME[name].__returning__ is Message
    for name in ("deleteMessage", *OTHERS):
        assert BY_NAME[name].__returning__ is bool
    assert not set(SENDS) & set(CHANGES)


NOBODY: Any = SimpleNamespace(close=None)  # a table is made before anything is called
TRANSLATED: list[TranslatedSession] = [
    ZaloBotSession(NOBODY, NOBODY, NOBODY, None),
    ZaloOaSession(NOBODY, NOBODY, NOBODY, ""),
]
OF_THE_PROGRAM = {"getMe", "setMyName"}  # what is called outside handlers


@pytest.mark.parametrize("session", TRANSLATED, ids=lambda session: type(session).__name__)
def test_every_known_call_is_translated(session: TranslatedSession) -> None:
    assert session.methods >= TAKEN | OF_THE_PROGRAM


def test_no_session_is_left_out() -> None:
    assert {type(session) for session in TRANSLATED} == set(TranslatedSession.__subclasses__())
