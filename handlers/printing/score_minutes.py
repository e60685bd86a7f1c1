"""The minutes of a correction (biên bản sửa điểm, article 11.2) as a PDF, with room for pen and
stamp beside the taps, which are no digital signatures."""

from collections.abc import Mapping
from typing import Any

from handlers.notices.score_corrections import place_words, signer_words, value_words
from handlers.printing import typeset
from handlers.texts import Texts, texts

TEMPLATE = "score_minutes.typ"


def minutes_pdf(facts: Mapping[str, Any], school: str, language: str = "vi") -> bytes:
    """One page, A4."""
    return typeset.pdf(TEMPLATE, words_of(facts, school, texts(language)))


def words_of(facts: Mapping[str, Any], school: str, t: Texts) -> dict[str, Any]:
    """Every word of the page."""
    of = dict(facts)
    say = t.plain
    kind = "mark" if of["column"] else "conduct"

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
            line("minutes-column", place_words(t, of)),
            line("minutes-old", value_words(t, of["old"])),
            line("minutes-new", value_words(t, of["new"])),
            line("minutes-reason", of["reason"]),
            line(
                "minutes-evidence",
                say("minutes-evidence-words", kind=kind, **evidence),
            ),
            line("minutes-asked", f"{of['asked']['name']}, {of['asked_at']}"),
            line("minutes-decided", f"{of['decided']['name']}, {of['decided_at']}"),
            line(
                "minutes-done",
                say(
                    "minutes-done-words", kind=kind, admin=of["admin"]["name"], at=of["written_at"]
                ),
            ),
            line("minutes-locked", of["written_at"]),
        ],
        "boxes": [
            {
                "title": signer_words(t, of, role),
                "name": who["name"] if who else "",
                "tap": say("minutes-tap", at=at) if at else "",
            }
            for role, (who, at) in of["signed"].items()
        ],
        "note": say("minutes-note"),
    }
