"""Every command in a menu is handled, and every role has the menu and help that fit it."""

import re

import pytest
from aiogram.filters import Command

from handlers import routers
from handlers.help import pages
from handlers.menus import COMMANDS, FOR_STRANGERS, commands_for
from handlers.texts import LANGUAGES, texts
from services.access import Actor, Role


def handled() -> set[str]:
    """The commands that some router answers."""
    found: set[str] = set()
    for router in routers():
        for handler in router.message.handlers:
            for one in handler.filters or []:
                if isinstance(one.callback, Command):
                    found |= {str(c) for c in one.callback.commands}
    return found


def test_every_command_of_a_menu_is_answered() -> None:
    assert {entry.command for entry in COMMANDS} <= handled()
    assert {command for command, _ in FOR_STRANGERS} <= handled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_keep_to_the_messengers_limits(language: str) -> None:
    for entry in COMMANDS:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", entry.command)
        assert 1 <= len(texts(language).plain(entry.key)) <= 60


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_every_role_is_short_and_names_its_commands(role: Role, language: str) -> None:
    actor = Actor(1, "Trần An", roles=frozenset({role}), children=frozenset({1}))
    how, scores, told = pages(texts(language), actor, "7A1")
    assert max(map(len, (how, scores, told))) < 2000
    for entry in commands_for(actor):
        assert f"/{entry.command} " in told
    assert ("hanche" in how + scores + told) == (role is Role.PRINCIPAL)


def test_guardians_see_nothing_of_the_staffs_menu() -> None:
    guardian = Actor(1, "Thủy", roles=frozenset({Role.GUARDIAN}), children=frozenset({1}))
    names = {entry.command for entry in commands_for(guardian)}
    own = {"xinnghi", "chuyencan", "lichnghi", "lienhe", "diem", "ketqua", "phuckhao"}
    assert names == own | {"toi", "kenh", "ngonngu", "ngatketnoi", "trogiup", "huy"}
