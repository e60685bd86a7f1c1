"""Tells the pages that are open what has just happened on somebody's phone.

Each listener has its own bounded queue; one that stops reading is dropped rather than slowing the
messenger down, and simply reconnects.
"""

import asyncio

from sandbox.store import Json, dumps

BACKLOG = 5000


class Events:
    """A broadcast of small JSON events."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self._listeners: set[asyncio.Queue[str | None]] = set()

    @property
    def heard(self) -> bool:
        """Whether anybody listens: building an event costs time that a benchmark should not pay."""
        return bool(self._listeners)

    def listen(self) -> asyncio.Queue[str | None]:
        """A queue of JSON texts; None means that the listener was dropped."""
        queue: asyncio.Queue[str | None] = asyncio.Queue(BACKLOG + 1)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str | None]) -> None:
        """Stop listening."""
        self._listeners.discard(queue)

    def close(self) -> None:
        """Send everybody home, at the end of the server's life."""
        for queue in list(self._listeners):
            self._drop(queue)

    def publish(self, event: Json) -> None:
        """Hand an event to every listener without waiting."""
        if not self._listeners:
            return
        text = dumps(event)
        for queue in list(self._listeners):
            if queue.qsize() >= BACKLOG:
                self._drop(queue)
            else:
                queue.put_nowait(text)

    def _drop(self, queue: asyncio.Queue[str | None]) -> None:
        self._listeners.discard(queue)
        if not queue.full():
            queue.put_nowait(None)
