"""What happens at the other end of a link: it is looked up, used once, or counted.

Whoever opens a link is known by the link alone; so it is refused when the chat it was given to
belongs to somebody else by now (a lost phone that was unlinked).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.errors import NotFound, Outdated
from services.file_types import PURPOSES, Purpose
from services.link_tokens import LinkKind
from services.profiles import SCHOOL_NAME
from storage import contacts, inbox, school_settings
from storage import links as rows
from storage.inbox import Accepted, Incoming
from storage.tables import WebLink

IMAGE_FETCHES = 5
TICKET_LIFE = timedelta(minutes=2)  # download managers of old phones ask a second time
TICKET_FETCHES = 4

IsTicket = Callable[[datetime], bool]


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that may be used, with what its page names."""

    link: WebLink
    person: str | None
    language: str | None
    school: str | None


class Used(Outdated):
    """The link was good once and has been used; `at` says when."""

    def __init__(self, key: str, opened: Opened, at: datetime) -> None:
        super().__init__(key)
        self.opened, self.at = opened, at


async def look(session: AsyncSession, link_id: int, kind: LinkKind, now: datetime) -> Opened:
    """The link, whether used or not; raises `NotFound` or `Outdated` where nobody may see it."""
    found = await rows.find(session, link_id, kind)
    if found is None or found.strange:
        raise NotFound("web-no-such-link")
    if found.link.expires_at <= now:
        raise Outdated("web-link-over")
    school: str | None = await school_settings.get(session, SCHOOL_NAME)
    return Opened(found.link, found.name, found.language, school)


async def unused(session: AsyncSession, link_id: int, kind: LinkKind, now: datetime) -> Opened:
    """The link before its use; raises `Used` after it."""
    opened = await look(session, link_id, kind, now)
    if opened.link.used_at is not None:
        raise Used(_used_key(kind), opened, opened.link.used_at)
    return opened


async def use(session: AsyncSession, link_id: int, kind: LinkKind, now: datetime) -> Opened:
    """Use a link up, once; raises `Used` where somebody was first."""
    opened = await unused(session, link_id, kind, now)
    if not await rows.use_up(session, link_id, now):
        again = await look(session, link_id, kind, now)
        raise Used(_used_key(kind), again, again.link.used_at or now)
    return opened


def _used_key(kind: LinkKind) -> str:
    return "web-upload-used" if kind is LinkKind.UPLOAD else "web-file-used"


async def fetch_used(
    session: AsyncSession, link_id: int, now: datetime, is_ticket: IsTicket
) -> Opened:
    """A file whose link was used a moment ago, by whoever used it; raises `Used` after that."""
    opened = await look(session, link_id, LinkKind.FILE, now)
    at = opened.link.used_at
    if at is None or not is_ticket(at):
        raise NotFound("web-no-such-link")
    if now > at + TICKET_LIFE or not await rows.count_use(session, link_id, TICKET_FETCHES):
        raise Used("web-file-used", opened, at)
    return opened


async def fetch_image(
    session: AsyncSession, link_id: int, now: datetime, *, count: bool = True
) -> Opened:
    """A picture, a few times; raises `Outdated` after them."""
    opened = await look(session, link_id, LinkKind.IMAGE, now)
    if count and not await rows.count_use(session, link_id, IMAGE_FETCHES):
        raise Outdated("web-link-over")
    return opened


async def see_page(session: AsyncSession, link_id: int, now: datetime) -> None:
    """Remember that a page was before its person's eyes."""
    await look(session, link_id, LinkKind.PAGE, now)
    await rows.mark_opened(session, link_id, now)


def purpose_of(opened: Opened) -> Purpose:
    """What an upload link takes; raises `NotFound` for a purpose that this version knows not."""
    purpose = PURPOSES.get(opened.link.purpose)
    if purpose is None:
        raise NotFound("web-no-such-link")
    return purpose


async def take_upload(
    session: AsyncSession,
    link_id: int,
    now: datetime,
    *,
    digest: str,
    name: str,
    mime: str,
    size: int,
) -> Sequence[Accepted]:
    """Use an upload link up and keep its file for its chat's lane, both or neither.

    Raises `Used` where the link has taken a file before.
    """
    opened = await use(session, link_id, LinkKind.UPLOAD, now)
    link, purpose = opened.link, purpose_of(opened)
    channel, chat = link.channel or "", link.chat or ""
    contact = await contacts.by_chat(session, channel, chat)
    upload = {
        "link": link_id,
        "chat": chat,
        "purpose": purpose.name,
        "command": purpose.command,
        "file": digest,
        "name": name,
        "mime": mime,
        "size": size,
    }
    incoming = Incoming(
        channel, f"upload:{link_id}", contact.native_id if contact else chat, {"upload": upload}
    )
    return await inbox.accept(session, [incoming], now)
