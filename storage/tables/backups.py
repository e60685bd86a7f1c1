"""What was backed up, when, and which backups were proved to come back (articles 6.1 and 12.3a)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class BackupRun(Base):
    """One backup, or one proof that the newest can be restored. `kind` night, asked, console or
    proof; `period` names a run that may be only once ("night:2026-11-30"); `size` in bytes;
    `fault` is what went wrong."""

    __tablename__ = "backup_run"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    period: Mapped[str | None] = mapped_column(String(24), unique=True)
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    file: Mapped[str | None] = mapped_column(String(100))
    size: Mapped[int | None]
    fault: Mapped[str | None] = mapped_column(String(200))
