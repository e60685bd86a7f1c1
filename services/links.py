"""Making links to the bot's own web server, for what a messenger cannot carry itself.

A link is for the person behind one chat (a page: for one person), for one purpose, for a while.
Whoever holds the address can use it, so it is short-lived and, where it leads to a file or takes
one, good once.
"""

import mimetypes
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.file_types import Purpose, plain_name
from services.link_tokens import LinkKind, Links
from storage import links as rows

FILE_LIFE = timedelta(minutes=30)
IMAGE_LIFE = timedelta(minutes=15)
PAGE_LIFE = timedelta(days=14)
UPLOAD_LIFE = timedelta(minutes=30)
KEPT = timedelta(days=30)  # after their end, so that an old link can say that it is over


def mime_of(name: str) -> str:
    """The type under which a file of this name is handed out."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


async def file_link(
    session: AsyncSession,
    links: Links,
    now: datetime,
    *,
    channel: str,
    chat: str,
    digest: str,
    name: str,
    size: int,
    purpose: str = "document",
    life: timedelta = FILE_LIFE,
) -> str:
    """The address from which a file of the file store can be fetched once; `size` in bytes."""
    name = plain_name(name)
    link = await rows.add(
        session,
        kind=LinkKind.FILE,
        purpose=purpose,
        params={"file": digest, "name": name, "mime": mime_of(name), "size": size},
        now=now,
        ends=now + life,
        channel=channel,
        chat=chat,
    )
    return links.address(LinkKind.FILE, link.id, link.expires_at)


async def image_link(
    session: AsyncSession,
    links: Links,
    now: datetime,
    *,
    channel: str,
    chat: str,
    digest: str,
    name: str,
    purpose: str = "photo",
    life: timedelta = IMAGE_LIFE,
) -> str:
    """The address of a picture itself, for a messenger's server that fetches it.

    Raises `ValueError` where the name is none of a picture.
    """
    mime = mime_of(name)
    if not mime.startswith("image/") or mime == "image/svg+xml":
        raise ValueError(f"{mime} is no picture that may be shown")
    link = await rows.add(
        session,
        kind=LinkKind.IMAGE,
        purpose=purpose,
        params={"file": digest, "name": plain_name(name), "mime": mime},
        now=now,
        ends=now + life,
        channel=channel,
        chat=chat,
    )
    ending = mimetypes.guess_extension(mime) or ""
    return links.address(LinkKind.IMAGE, link.id, link.expires_at, ending)


async def page_link(
    session: AsyncSession,
    links: Links,
    now: datetime,
    *,
    person_id: int,
    title: str,
    text: str,
    purpose: str,
    life: timedelta = PAGE_LIFE,
) -> str:
    """The address of a page with a text (plain, with its line breaks) for one person.

    `purpose` names what it shows ("notice:12"); `opened_by` and `close_links` go by it.
    """
    link = await rows.add(
        session,
        kind=LinkKind.PAGE,
        purpose=purpose,
        params={"title": title, "text": text},
        now=now,
        ends=now + life,
        person_id=person_id,
    )
    return links.address(LinkKind.PAGE, link.id, link.expires_at)


async def upload_link(
    session: AsyncSession,
    links: Links,
    now: datetime,
    purpose: Purpose,
    *,
    channel: str,
    chat: str,
    life: timedelta = UPLOAD_LIFE,
) -> str:
    """The address of a page where the person behind a chat can hand in one file."""
    link = await rows.add(
        session,
        kind=LinkKind.UPLOAD,
        purpose=purpose.name,
        params={},
        now=now,
        ends=now + life,
        channel=channel,
        chat=chat,
    )
    return links.address(LinkKind.UPLOAD, link.id, link.expires_at)


async def opened_by(session: AsyncSession, purpose: str) -> dict[int, datetime]:
    """Who has had a page of this purpose before their eyes, and when first."""
    return await rows.opened_by(session, purpose)


async def close_links(
    session: AsyncSession, purpose: str, now: datetime, person_id: int | None = None
) -> None:
    """End all links of a purpose (a notice was withdrawn), or those of one person."""
    await rows.close(session, purpose, now, person_id)


async def forget_links(session: AsyncSession, now: datetime) -> None:
    """Drop links that have been over for long."""
    await rows.prune(session, now - KEPT)
