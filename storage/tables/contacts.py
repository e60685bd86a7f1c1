"""People on messengers whose ids are not numbers, and the choices that were put to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class MessengerContact(Base):
    """Somebody on a messenger; `id` is the chat's number that the rest of the program sees.

    `native_id` is the messenger's own id, or `tel:84…` for a person who is only known by their
    telephone number. `heard_at`: when they last did something that opens the messenger's window;
    `window_shut_at`: when the messenger last said that the window is closed.
    """

    __tablename__ = "messenger_contact"
    __table_args__ = (UniqueConstraint("channel", "native_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    native_id: Mapped[str] = mapped_column(String(80))
    name: Mapped[str | None] = mapped_column(String(120))
    is_group: Mapped[bool] = mapped_column(default=False)
    follows: Mapped[bool | None]
    first_seen_at: Mapped[datetime]
    heard_at: Mapped[datetime | None]
    window_shut_at: Mapped[datetime | None]


class ChoiceList(Base):
    """The choices below one message, where they are answered by typing or by a payload.

    `root` is the number under which handlers know the message; `tag` the short code by which an
    older question is still answered; `options` are `{"label", "data", "ask"?}` in the order shown,
    `marks` what is typed for each. It counts from `shown_at`; `doubtful` where nobody knows whether
    it has arrived; `closed_at` when a newer face of the message took its place.
    """

    __tablename__ = "choice_list"
    __table_args__ = (Index("ix_choice_list_chat", "channel", "chat", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"), unique=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(80))
    root: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[str | None] = mapped_column(String(4))
    options: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    made_at: Mapped[datetime]
    shown_at: Mapped[datetime | None]
    doubtful: Mapped[bool] = mapped_column(default=False)
    closed_at: Mapped[datetime | None]
