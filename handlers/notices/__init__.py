"""How notices look: from a kind and its parameters to a text and buttons, when it is sent.

Each kind is one function, registered by its name; it is pure, so that the same notice can be shown
in another language or on another messenger.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.capabilities import Capabilities
from handlers.texts import Texts

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A notice ready to be sent: text in HTML, and buttons below it.

    Where choices are typed, `codes` (callback data → the words that may follow, "" for none) asks
    for a code rather than a number. `news`: whether a later face of a message is worth a message
    of its own where the first cannot be changed.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    codes: Mapping[str, str] | None = None
    news: bool = True


Renderer = Callable[[Params, Texts, Capabilities], Rendered]
_renderers: dict[str, Renderer] = {}


def notice(kind: str) -> Callable[[Renderer], Renderer]:
    """Register the look of a kind of notice."""

    def register(renderer: Renderer) -> Renderer:
        if kind in _renderers:
            raise ValueError(f"two looks for {kind}")
        _renderers[kind] = renderer
        return renderer

    return register


def render(kind: str, params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The notice as this person's messenger shall show it; raises `KeyError` for no such kind."""
    return _renderers[kind](params, t, capabilities)


def kinds() -> frozenset[str]:
    """Every kind of notice there is."""
    return frozenset(_renderers)
