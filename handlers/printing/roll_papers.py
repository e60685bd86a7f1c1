"""The roll pages as PDF or picture: a month, a term, the year, or all of them bound with a cover.

`facts` are those of `services.roll_pages` and `services.roll_page_sums`, with the signatures that
the caller put in. Setting takes up to a few hundred milliseconds for a page, more for a bound year:
inside a conversation it is reckoned outside the unit of work (`handlers.outside.reckoned`).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from handlers.printing import typeset
from handlers.printing.roll_words import cover, said, title
from handlers.texts import texts

TEMPLATE = "roll_book.typ"


class Paper(StrEnum):
    """The sizes that the school may print its books on (article 12.3 of the regulation)."""

    A4 = "a4"
    A3 = "a3"


def roll_pdf(facts: Mapping[str, Any], *, paper: Paper = Paper.A4, language: str = "vi") -> bytes:
    """A page of any kind, or a book (kind "book") with its cover, as one PDF in landscape."""
    return typeset.pdf(TEMPLATE, words_of(facts, paper, language))


def roll_picture(facts: Mapping[str, Any], *, language: str = "vi", ppi: float = 110) -> bytes:
    """The first page of the same as a PNG, to look at on a phone."""
    return typeset.picture(TEMPLATE, words_of(facts, Paper.A4, language), ppi)


def words_of(facts: Mapping[str, Any], paper: Paper, language: str) -> dict[str, Any]:
    """What the template reads: every word of the paper, in the language."""
    t = texts(language)
    is_book = facts["kind"] == "book"
    pages = facts["pages"] if is_book else [facts]
    last = pages[-1]
    return {
        "paper": paper.value,
        "language": t.language,
        "title": f"{last['class']} {title(last, t)} {last['year']}",
        "cover": cover(facts["cover"], t) if is_book else None,
        "pages": [said(page, t) for page in pages],
    }
