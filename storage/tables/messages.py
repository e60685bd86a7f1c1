"""The way of a message through the database: inbox, conversation state, outbox, files, pace."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class InboxRow(Base):
    """A raw update, committed before it is confirmed to the messenger.

    `status`: new, done, failed, aside (the program went down with it three times). `lane` is the
    chat whose order is kept.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "key"),
        Index("ix_inbox_open", "status", "channel", "lane", "id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(80))
    lane: Mapped[str] = mapped_column(String(80))
    payload: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(8), default="new")
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(40))
    handled_at: Mapped[datetime | None]


class ChatState(Base):
    """The state of one conversation, read and written inside the unit of work."""

    __tablename__ = "chat_state"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(80))
    data: Mapped[dict[str, Any]]


class OutboxRow(Base):
    """One outgoing call: a frozen reply (`method`, `payload`) or a notice (`notice`, `params`).

    `status`: queued, sending (claimed), sent, failed, cancelled, replaced, uncertain.
    `edits` names the row whose message this one edits or deletes. `way` is how it went (free,
    consultation, template, phone), `cost` what that costs in đồng, `parts` how many messages it
    became, `tried` the chats (`channel:chat`) that could not take it, `sent_on` the channel it was
    last claimed for, `native_id` the messenger's own id of what was sent.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "status", "priority", "id"),
        Index("ix_outbox_edits", "edits"),
        Index("ix_outbox_owner", "owner"),
        Index("ix_outbox_spent", "channel", "settled_at"),
        Index("ix_outbox_native", "native_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    unique_key: Mapped[str | None] = mapped_column(String(120), unique=True)
    owner: Mapped[str | None] = mapped_column(String(60))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str | None] = mapped_column(String(20))
    chat: Mapped[str | None] = mapped_column(String(80))
    method: Mapped[str | None] = mapped_column(String(40))
    payload: Mapped[dict[str, Any] | None]
    notice: Mapped[str | None] = mapped_column(String(40))
    params: Mapped[dict[str, Any] | None]
    edits: Mapped[int | None]
    edits_message: Mapped[int | None] = mapped_column(BigInteger)
    priority: Mapped[int]
    not_before: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(10), default="queued")
    attempts: Mapped[int] = mapped_column(default=0)
    resent: Mapped[bool] = mapped_column(default=False)
    error: Mapped[str | None] = mapped_column(String(200))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    way: Mapped[str | None] = mapped_column(String(12))
    cost: Mapped[int] = mapped_column(default=0, server_default="0")
    parts: Mapped[int] = mapped_column(default=0, server_default="0")
    tried: Mapped[list[Any] | None]
    sent_on: Mapped[str | None] = mapped_column(String(20))
    native_id: Mapped[str | None] = mapped_column(String(80))


class FileBlob(Base):
    """A file of the content-addressed store, by its SHA-256."""

    __tablename__ = "file_blob"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    mime: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    created_at: Mapped[datetime]


class ChannelPace(Base):
    """Until when a channel asked us to be silent (429), shared by all that send on it."""

    __tablename__ = "channel_pace"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    paused_until: Mapped[datetime | None]
