"""An edited message counts as sent again: it goes the way of a new one, in one place for all."""

from typing import Any

from aiogram import Router
from aiogram.types import Message


def router() -> Router:
    """Passes edited messages on to the handlers of messages, from the top."""
    r = Router(name="edits")

    @r.edited_message()
    async def as_message(message: Message, **data: Any) -> Any:
        root = r.parent_router
        if root is None:
            raise RuntimeError("this router must be part of a dispatcher")
        return await root.propagate_event("message", message, **data)

    return r
