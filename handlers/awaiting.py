"""States in which typed figures mean something of their own, so that no bare number is a choice.

A conversation that waits for figures (scores, heights, minutes) names its states here; as long as
one of them stands, lists of choices use letters instead of numbers.
"""

from aiogram.fsm.state import State

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
