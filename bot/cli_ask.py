"""Asking before data is changed: the one way in which a command gets its yes."""

import sys

from bot.cli_text import Text
from services.errors import Refusal

YES = frozenset({"c", "có", "co", "y", "yes", "ok", "đồng ý", "dong y"})


def confirmed(text: Text, *, yes: bool, question: str) -> bool:
    """Whether to go on; raises where nobody is there to answer and `--yes` was not given."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise Refusal("cli-nobody-to-ask")
    try:
        answer = input(f"{question} {text('cli-yes-or-no')} ")
    except EOFError:
        return False
    return answer.strip().casefold() in YES
