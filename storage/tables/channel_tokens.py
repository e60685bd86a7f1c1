"""What a messenger gives us to speak with, where it changes: kept before it is used."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ChannelToken(Base):
    """The access and refresh tokens of one channel; `first` marks the pair of the settings they
    came from, so that a pair that is entered anew takes their place."""

    __tablename__ = "channel_token"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    access_token: Mapped[str] = mapped_column(Text)
    refresh_token: Mapped[str] = mapped_column(Text)
    access_until: Mapped[datetime]
    refresh_until: Mapped[datetime]
    first: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]
    refused_at: Mapped[datetime | None]
