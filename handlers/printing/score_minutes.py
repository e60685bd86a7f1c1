"""The minutes of a correction (biên bản sửa điểm, article 11.2) as a PDF, with room for pen and
stamp beside the taps, which are no digital signatures."""

from collections.abc import Mapping
from typing import Any

from handlers.notices.score_corrections import SIGNERS, cell_words
from handlers.printing import typeset
from handlers.score_words import column_words
from handlers.texts import Texts, texts
from services.score_cells import Column

TEMPLATE = "score_minutes.typ"


def minutes_pdf(facts: Mapping[str, Any], school: str, language: str = "vi") -> bytes:
    """One page, A4."""
    return typeset.pdf(TEMPLATE, words_of(facts, school, texts(language)))


def words_of(of: Mapping[str, Any], school: str, t: Texts) -> dict[str, Any]:
    """Every word of the page."""
    column = Column.of(of["column"])
    say = t.plain

    def line(label: str, value: str) -> dict[str, str]:
        return {"label": say(label), "value": value}

    evidence = of["evidence"]
    return {
        "school": school.upper(),
        "state": say("minutes-state"),
        "motto": say("minutes-motto"),
        "title": say("minutes-title"),
        "number": say("minutes-number", number=of["number"], year=of["year"]),
        "late": say("minutes-late") if of["late"] else "",
        "lines": [
            line("minutes-pupil", of["pupil"]),
            line("minutes-class", f"{of['class']} ({of['list_number'] or ''})"),
            line("minutes-subject", of["subject"]),
            line(
                "minutes-column",
                say("minutes-column-words", column=column_words(t, column), term=column.term),
            ),
            line("minutes-old", cell_words(of["old"])),
            line("minutes-new", cell_words(of["new"])),
            line("minutes-reason", of["reason"]),
            line(
                "minutes-evidence",
                say("minutes-evidence-words", book=evidence["book"], paper=evidence["paper"]),
            ),
            line("minutes-asked", f"{of['asked']['name']}, {of['asked_at']}"),
            line("minutes-decided", f"{of['decided']['name']}, {of['decided_at']}"),
            line(
                "minutes-done",
                say("minutes-done-words", admin=of["admin"]["name"], at=of["written_at"]),
            ),
            line("minutes-locked", of["written_at"]),
        ],
        "boxes": [
            {
                "title": say(SIGNERS[role]),
                "name": who["name"] if who else "",
                "tap": say("minutes-tap", at=at) if at else "",
            }
            for role, (who, at) in of["signed"].items()
        ],
        "note": say("minutes-note"),
    }
