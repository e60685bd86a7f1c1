"""Bringing what somebody has sent on Zalo into the file store.

Zalo gives public addresses that do not last. Only its own servers are asked, whatever an event
may say, and nobody is followed elsewhere.
"""

import asyncio
import re

import aiohttp
from yarl import URL

from services.errors import Invalid, Refusal
from storage.files import FileStore

HOSTS = (".zdn.vn", ".zadn.vn", ".zaloapp.com")
LARGEST = 5 * 1024 * 1024  # bytes
SECONDS = 60
PIECE = 64 * 1024
STORED = re.compile(r"file:([0-9a-f]{64})")


async def fetch(file_id: str, files: FileStore, *bases: str) -> str:
    """The digest of a file; `bases` are the addresses of the API, whose own servers may be asked.

    Raises `Refusal` where it cannot be had (now).
    """
    stored = STORED.fullmatch(file_id)
    if stored:
        return stored[1]
    address = _address(file_id, bases)
    if address is None:
        raise Refusal("files-not-fetched")
    content = await _content(address)
    if content is None:
        raise Refusal("files-not-fetched")
    return await asyncio.to_thread(files.put, content)


def _address(file_id: str, bases: tuple[str, ...]) -> URL | None:
    """The address, if it is one of Zalo's."""
    try:
        url = URL(file_id)
        if not url.host or url.user or url.password:
            return None
        if any(url.origin() == URL(base).origin() for base in bases):
            return url
        known = url.scheme == "https" and url.port == 443 and url.host.endswith(HOSTS)
    except ValueError:
        return None
    return url if known else None


async def _content(address: URL) -> bytes | None:
    """What stands there; raises `Invalid` where it is too large."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    content = bytearray()
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(address, allow_redirects=False) as response,
        ):
            if response.status != 200:
                return None
            async for piece in response.content.iter_chunked(PIECE):
                content += piece
                if len(content) > LARGEST:
                    raise Invalid("web-refused-large", limit=LARGEST // 1024**2)
    except (TimeoutError, aiohttp.ClientError):
        return None
    return bytes(content)
