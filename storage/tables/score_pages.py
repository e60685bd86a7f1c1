"""The gradebook's printed pages: who signed them, and the monthly remarks at the end of the book
(articles 4.1 and 12.2 of the regulation)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ScorePageSignature(Base):
    """Somebody has read a page and signed it by a tap; holds while the page still is `digest`.

    `page` is "12:1" for a subject and term, "sum:1", "sum:2" or "sum:0" for a term's or the year's
    summary; `role` subject, homeroom or principal. Several teachers of a subject sign each.
    """

    __tablename__ = "score_page_signature"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    page: Mapped[str] = mapped_column(String(16), primary_key=True)
    role: Mapped[str] = mapped_column(String(10), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    signed_at: Mapped[datetime]


class BookCheck(Base):
    """The vice principal's look at a class's gradebook in a month, with a remark; `facts` are the
    figures that were looked at."""

    __tablename__ = "book_check"
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)  # its first day
    text: Mapped[str] = mapped_column(String(1000))
    checked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    checked_at: Mapped[datetime]
