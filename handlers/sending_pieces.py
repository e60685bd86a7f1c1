"""Pictures and files that are kept, sent to whoever may see them: each a message of its own."""

from collections.abc import Callable, Iterable
from typing import Protocol

from aiogram import Bot
from aiogram.types import BufferedInputFile

from handlers.context import Context
from handlers.outside import reckoned
from services import leave_papers
from services.file_types import PICTURES, FileType


class Piece(Protocol):
    """A stored picture or file."""

    digest: str
    ending: str


async def send_pieces(
    bot: Bot, ctx: Context, pieces: Iterable[tuple[Piece, str]], name: str
) -> None:
    """Send stored pieces with their captions, numbered behind `name`."""
    for number, (piece, caption) in enumerate(pieces, 1):
        digest = piece.digest

        async def reading(of: str = digest) -> Callable[[], bytes]:
            return leave_papers.bytes_work(ctx.outside.store, of)

        data: bytes = await reckoned(ctx, f"piece:{digest}", reading)
        file = BufferedInputFile(data, f"{name}-{number}.{piece.ending}")
        if FileType(piece.ending) in PICTURES:
            await bot.send_photo(int(ctx.chat), file, caption=caption)
        else:
            await bot.send_document(int(ctx.chat), file, caption=caption)
