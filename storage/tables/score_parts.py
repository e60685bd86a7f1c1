"""Parts of one test of a subject with strands, each marked by its teacher (official letters
2613/2021 and 5636/2023 on such subjects)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ScorePart(Base):
    """A strand's part of a pupil's test: `tenths` of a point, or for subjects by remarks 10 for Đạt
    and 0 for Chưa đạt."""

    __tablename__ = "score_part"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    term: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    strand: Mapped[str] = mapped_column(String(10), primary_key=True)
    tenths: Mapped[int]
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
