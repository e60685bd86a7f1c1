"""One line of what `doctor` reports."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.settings import Settings

PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands, as a text key with its values; `good` where nothing must be done."""

    good: bool
    key: str
    values: dict[str, Any] = field(default_factory=dict)


Check = Callable[[Settings], Awaitable[list[Finding]]]
