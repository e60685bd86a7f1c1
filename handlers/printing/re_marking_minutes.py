"""The minutes of a re-marking (biên bản phúc khảo, article 11.1c) as a PDF, to be signed by pen."""

from collections.abc import Mapping
from typing import Any

from handlers.notices.score_corrections import cell_words
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
    say, column = t.plain, Column.of(of["column"])

    def line(label: str, value: str) -> dict[str, str]:
        return {"label": say(label), "value": value}

    def box(title: str, name: str) -> dict[str, str]:
        return {"title": say(title), "name": name, "tap": ""}

    test = say("minutes-column-words", column=column_words(t, column), term=column.term)
    return {
        "school": school.upper(),
        "state": say("minutes-state"),
        "motto": say("minutes-motto"),
        "title": say("re-marking-minutes-title"),
        "number": say("minutes-number", number=of["number"], year=of["year"]),
        "late": "",
        "lines": [
            line("minutes-pupil", of["pupil"]),
            line("minutes-class", f"{of['class']} ({of['list_number'] or ''})"),
            line("minutes-subject", of["subject"]),
            line("minutes-column", test),
            line("re-marking-minutes-reason", of["reason"]),
            line("re-marking-minutes-asked", f"{of['asked']}, {of['asked_at']}"),
            line("re-marking-minutes-old", cell_words(of["old"])),
            line("re-marking-minutes-new", cell_words(of["new"])),
            line("re-marking-minutes-papers", str(of["papers"])),
            line("re-marking-minutes-decided", f"{of['decided']}, {of['decided_at']}"),
            line("re-marking-minutes-written", f"{of['marker']}, {of['written_at']}"),
        ],
        "boxes": [
            box("roll-page-sign-principal", of["decided"]),
            box("re-marking-minutes-marker", of["marker"]),
        ],
        "note": say("re-marking-minutes-note"),
    }
