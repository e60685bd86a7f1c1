"""What cannot be done inside a unit of work: a handler says what it needs, and is run again.

While the database waits, nobody waits for the network or reckons for long. So a handler raises a
`Needs`: the unit is rolled back, what is needed is got, and the handler runs again from its start
and finds it in `ctx.outside`. Until then it must only look, which is why it asks first.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from storage.files import FileStore

if TYPE_CHECKING:
    from handlers.context import Context

T = TypeVar("T")
Fetch = Callable[[str], Awaitable[str]]


@dataclass(slots=True)
class Outside:
    """What was got for one update: digests of files by the messenger's ids, and results."""

    store: FileStore
    files: dict[str, str] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)


class Needs(Exception, ABC):  # noqa: N818 - it is a wish, not an error
    """Something to be got before the handler can go on."""

    @abstractmethod
    async def meet(self, outside: Outside, fetch: Fetch) -> None:
        """Get it; `fetch` brings a file of the messenger into the store. Raises `Refusal`."""


class NeedsWork(Needs):
    """A reckoning that takes its time; it runs in a thread and touches no database."""

    def __init__(self, key: str, work: Callable[[], Any]) -> None:
        super().__init__(key)
        self.key, self.work = key, work

    async def meet(self, outside: Outside, fetch: Fetch) -> None:
        """Reckon; what `work` raises comes out here."""
        if self.key in outside.results:
            raise RuntimeError(f"{self.key} was reckoned and is asked for again")
        outside.results[self.key] = await asyncio.to_thread(self.work)


async def reckoned(
    ctx: "Context", key: str, prepare: Callable[[], Awaitable[Callable[[], T]]]
) -> T:
    """The result of a reckoning; `prepare` reads what it needs and gives the reckoning itself.

    Raises `NeedsWork` where it has not been done yet.
    """
    if key not in ctx.outside.results:
        raise NeedsWork(key, await prepare())
    return cast(T, ctx.outside.results[key])
