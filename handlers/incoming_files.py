"""A file that somebody has sent: in the messenger, or through an upload link where it takes none.

Both come as a document in a message. One from an upload link is in the file store already and its
id says so ("file:DIGEST"); any other is fetched first, outside the unit of work.
"""

import re
from dataclasses import dataclass

from aiogram.types import Message

from handlers.context import Context
from handlers.outside import Fetch, Needs, Outside
from services.errors import Invalid
from services.file_types import Purpose, check_size, plain_name

_STORED = re.compile(r"file:([0-9a-f]{64})")


class NeedsFile(Needs):
    """A file that only the messenger has so far."""

    def __init__(self, file_id: str) -> None:
        super().__init__("a file")
        self.file_id = file_id

    async def meet(self, outside: Outside, fetch: Fetch) -> None:
        """Bring it into the file store."""
        if self.file_id in outside.files:
            raise RuntimeError("a fetched file is asked for again")
        outside.files[self.file_id] = await fetch(self.file_id)


@dataclass(frozen=True, slots=True)
class Received:
    """A file in the store, with the name under which it was sent."""

    digest: str
    name: str


async def has_document(message: Message) -> bool:
    """Whether a file came with the message."""
    return message.document is not None


async def received(message: Message, ctx: Context, purpose: Purpose) -> Received:
    """The file of a message; its content is still to be checked.

    Raises `NeedsFile` until it is here, `Invalid` where it is too large to be fetched at all.
    """
    document = message.document
    if document is None:
        raise Invalid("files-none")
    if document.file_size is not None:
        check_size(purpose, document.file_size)
    return Received(await fetched(ctx, document.file_id), plain_name(document.file_name))


async def fetched(ctx: Context, file_id: str) -> str:
    """The digest of a file by the messenger's id; raises `NeedsFile` until it is here."""
    stored = _STORED.fullmatch(file_id)
    digest = stored[1] if stored else ctx.outside.files.get(file_id)
    if digest is None:
        raise NeedsFile(file_id)
    return digest
