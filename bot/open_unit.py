"""The unit of work that is open while an update is handled, found through a context variable.

aiogram hands its handlers a bot and a state; both reach through here into the one transaction, so
that state, answers and changes are one commit.
"""

from collections.abc import Awaitable, Callable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from services.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class OpenUnit:
    """What belongs to one update: its unit of work, its chat, and what waits for the commit.

    `said` are the texts written to the own chat so far, row and payload; `toasts` short answers
    to taps that have to go as messages.
    """

    unit: Unit
    channel: str
    chat: str
    closed: bool = False
    answered: bool = False
    wrote: bool = False
    state_loaded: bool = False
    state_dirty: bool = False
    state: str | None = None
    state_data: dict[str, Any] = field(default_factory=dict)
    said: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    after_commit: list[Callable[[], Awaitable[object]]] = field(default_factory=list)


current: ContextVar[OpenUnit | None] = ContextVar("open unit of work", default=None)
direct: ContextVar[bool] = ContextVar("calls go out at once", default=False)


@contextmanager
def going_out() -> "Iterator[None]":
    """Calls made inside go to the messenger at once: delivery, polling, start and stop."""
    token = direct.set(True)
    unit = current.set(None)
    try:
        yield
    finally:
        current.reset(unit)
        direct.reset(token)
