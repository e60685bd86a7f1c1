"""Links to the web server: made, found, used up by one conditional update, closed, forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Account, Person, WebLink

_BULK = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Found:
    """A link with the person it is for; `strange` when its chat is not theirs any more."""

    link: WebLink
    name: str | None
    language: str | None
    strange: bool


async def add(
    session: AsyncSession,
    *,
    kind: str,
    purpose: str,
    params: Mapping[str, Any],
    now: datetime,
    ends: datetime,
    channel: str | None = None,
    chat: str | None = None,
    person_id: int | None = None,
) -> WebLink:
    """A new link; the person behind the chat is its owner where none is named."""
    account = None
    if channel is not None and chat is not None:
        account = await session.scalar(
            select(Account).where(Account.channel == channel, Account.external_id == chat)
        )
    link = WebLink(
        kind=kind,
        person_id=person_id if person_id is not None else account and account.person_id,
        account_id=account and account.id,
        channel=channel,
        chat=chat,
        purpose=purpose,
        params=dict(params),
        created_at=now,
        expires_at=ends,
        uses=0,
    )
    session.add(link)
    await session.flush()
    return link


async def find(session: AsyncSession, link_id: int, kind: str) -> Found | None:
    """A link as it stands in the database now, and whom it is for."""
    row = (
        await session.execute(
            select(WebLink, Person.full_name, Person.language, Account.person_id)
            .outerjoin(Person, Person.id == WebLink.person_id)
            .outerjoin(Account, Account.id == WebLink.account_id)
            .where(WebLink.id == link_id, WebLink.kind == kind)
            .execution_options(populate_existing=True)
        )
    ).one_or_none()
    if row is None:
        return None
    link, name, language, owner = row
    strange = link.account_id is not None and owner != link.person_id
    return Found(link, name, language, strange)


async def use_up(session: AsyncSession, link_id: int, now: datetime) -> bool:
    """Use a link that is good once; whether this was the first use."""
    used = await session.scalar(
        update(WebLink)
        .where(WebLink.id == link_id, WebLink.used_at.is_(None), WebLink.expires_at > now)
        .values(used_at=now)
        .returning(WebLink.id),
        execution_options=_BULK,
    )
    return used is not None


async def count_use(session: AsyncSession, link_id: int, most: int) -> bool:
    """Count one fetch; false where there have been `most` already."""
    counted = await session.scalar(
        update(WebLink)
        .where(WebLink.id == link_id, WebLink.uses < most)
        .values(uses=WebLink.uses + 1)
        .returning(WebLink.id),
        execution_options=_BULK,
    )
    return counted is not None


async def mark_opened(session: AsyncSession, link_id: int, now: datetime) -> bool:
    """Remember when a page was first seen; whether this was it."""
    seen = await session.scalar(
        update(WebLink)
        .where(WebLink.id == link_id, WebLink.opened_at.is_(None))
        .values(opened_at=now)
        .returning(WebLink.id),
        execution_options=_BULK,
    )
    return seen is not None


async def opened_by(session: AsyncSession, purpose: str) -> dict[int, datetime]:
    """Who has seen a page of this purpose, and when first."""
    rows = await session.execute(
        select(WebLink.person_id, WebLink.opened_at)
        .where(WebLink.purpose == purpose, WebLink.opened_at.is_not(None))
        .order_by(WebLink.opened_at.desc())
    )
    return {person: at for person, at in rows if person is not None and at is not None}


async def close(
    session: AsyncSession, purpose: str, now: datetime, person_id: int | None = None
) -> None:
    """End the links of a purpose before their time, of one person or all."""
    statement = update(WebLink).where(WebLink.purpose == purpose, WebLink.expires_at > now)
    if person_id is not None:
        statement = statement.where(WebLink.person_id == person_id)
    await session.execute(statement.values(expires_at=now), execution_options=_BULK)


async def prune(session: AsyncSession, before: datetime) -> None:
    """Forget links that ended before an instant."""
    await session.execute(
        delete(WebLink).where(WebLink.expires_at < before), execution_options=_BULK
    )
