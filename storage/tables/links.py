"""Links to the bot's own web server: each for one person and one purpose, for a while."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class WebLink(Base):
    """One link. `kind`: file, image, page (all three lead out) or upload (leads in).

    `params` holds what is shown or fetched: digest, name, mime and size of a file, title and text
    of a page. `used_at`: when a file was fetched or an upload was taken, after which the link is
    closed; `uses` counts fetches; `opened_at`: when its person first had the page before their
    eyes. `expires_at` may be put forward to close a link before its time.
    """

    __tablename__ = "web_link"
    __table_args__ = (
        Index("ix_web_link_purpose", "purpose", "person_id"),
        Index("ix_web_link_expires", "expires_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    channel: Mapped[str | None] = mapped_column(String(20))
    chat: Mapped[str | None] = mapped_column(String(80))
    purpose: Mapped[str] = mapped_column(String(60))
    params: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    uses: Mapped[int] = mapped_column(default=0, server_default="0")
