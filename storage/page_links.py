"""A page that was made for a person before: a message that is tried again leads to the same one."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import WebLink

PAGE = "page"
LEFT = timedelta(days=7)  # it has to be good for, to be used again


async def made_before(
    session: AsyncSession, purpose: str, person_id: int, params: dict[str, str], now: datetime
) -> WebLink | None:
    """The newest open page of this purpose, for this person and with these very words."""
    found = await session.scalar(
        select(WebLink)
        .where(
            WebLink.purpose == purpose,
            WebLink.person_id == person_id,
            WebLink.kind == PAGE,
            WebLink.expires_at > now + LEFT,
        )
        .order_by(WebLink.id.desc())
        .limit(1)
    )
    return found if found is not None and found.params == params else None
