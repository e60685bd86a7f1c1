"""What is awaited: the filter for words, and states in which typed figures are no choice.

A conversation that waits for figures (scores, heights, minutes) names its states here; as long as
one of them stands, lists of choices use letters instead of numbers.
"""

from aiogram.fsm.state import State
from aiogram.types import Message

FIGURES: set[str] = set()


def figures(state: State) -> State:
    """Mark a state as one that waits for figures; gives it back."""
    if state.state is None:
        raise ValueError("a state without a name")
    FIGURES.add(state.state)
    return state


def awaits_figures(state: str | None) -> bool:
    """Whether bare numbers are figures in this state of the conversation."""
    return state in FIGURES


async def is_words(message: Message) -> bool:
    """Whether it is a text that is no command."""
    return bool(message.text) and not (message.text or "").startswith("/")
