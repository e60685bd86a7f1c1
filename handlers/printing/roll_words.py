"""The words of a roll page: facts of `services.roll_pages` in, what stands on the paper out.

Template and workbook only lay out what is said here. The Ministry's form is Vietnamese; another
language is for whoever looks at a page on a phone.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handlers.printing.roll_annex_words import annex_of
from handlers.texts import Texts

Page = Mapping[str, Any]
ROMAN = {1: "I", 2: "II"}
BOXES = ("homeroom", "office", "principal")
TITLES = {
    "homeroom": "roll-page-sign-homeroom",
    "office": "roll-page-sign-office",
    "principal": "roll-page-sign-principal",
}


def said(page: Page, t: Texts) -> dict[str, Any]:
    """A page of a month, a term or the year in words: `head` (strings), `columns`, `rows`, `foot`,
    `legend`, `annex` (of a month), `boxes` for signatures."""
    made = _month(page, t) if page["kind"] == "month" else _sums(page, t)
    return {"kind": page["kind"], "head": _head(page, t), "boxes": _boxes(page, t), **made}


def cover(facts: Page, t: Texts) -> dict[str, Any]:
    """The words of the cover of a bound book."""
    term = facts["term"]
    return {
        "school": facts["school"],
        "title": t.plain("roll-page-book"),
        "kind": t.plain("roll-page-book-kind"),
        "part": t.plain("roll-page-book-part"),
        "level": t.plain("roll-page-level"),
        "class": t.plain("roll-page-class", name=facts["class"]),
        "homeroom": t.plain("roll-page-homeroom", names=", ".join(facts["homeroom"])),
        "size": _size(facts, t),
        "span": t.plain("roll-page-term", term=ROMAN[term])
        if term
        else t.plain("roll-page-whole-year"),
        "year": t.plain("roll-page-year", year=facts["year"].replace("-", " – ")),
    }


def title(page: Page, t: Texts) -> str:
    """What a page is of: the month, the term or the year."""
    if page["kind"] == "month":
        return t.plain("roll-page-month", month=str(page["month"]), year=str(page["calendar_year"]))
    if page["kind"] == "term":
        return t.plain("roll-page-term", term=ROMAN[page["term"]])
    return t.plain("roll-page-whole-year")


def _head(page: Page, t: Texts) -> dict[str, str]:
    what = title(page, t)
    return {
        "school": page["school"],
        "class": t.plain("roll-page-class", name=page["class"]),
        "year": t.plain("roll-page-year", year=page["year"].replace("-", " – ")),
        "homeroom": t.plain("roll-page-homeroom", names=", ".join(page["homeroom"])),
        "size": _size(page, t),
        "title": what if page["kind"] == "month" else t.plain("roll-page-sums-of", what=what),
        "foot": t.plain("roll-page-foot", school=page["school"], name=page["class"], what=what),
        "number": t.plain("roll-page-number"),
        "name": t.plain("roll-page-name"),
        "day": t.plain("roll-page-day"),
        "missed": t.plain("roll-page-missed"),
        "remarks": t.plain("roll-page-remarks"),
        "absent": t.plain("roll-page-absent"),
        "all": t.plain("roll-page-all"),
    }


def _size(page: Page, t: Texts) -> str:
    first, last = page["size"]["first"], page["size"]["last"]
    same = "yes" if first == last else "no"
    return t.plain("roll-page-size", same=same, first=str(first), last=str(last))


def sums_words(t: Texts) -> list[str]:
    """TS, P, K."""
    return [
        t.plain("roll-page-total"),
        t.plain("roll-page-excused"),
        t.plain("roll-page-unexcused"),
    ]


def _figures(of: Page) -> list[int]:
    return [of["total"], of["excused"], of["unexcused"]]


def _month(page: Page, t: Texts) -> dict[str, Any]:
    days = [
        {
            "day": str(each["day"]),
            "weekday": t.plain("roll-page-weekday", day=each["weekday"]),
            "off": each["off"] is not None and not each["rolls"],
            "missing": bool(each["missing"]),
        }
        for each in page["days"]
    ]
    rows = [
        {
            **_person(row, t),
            "cells": [
                {
                    "on": cell["in"],
                    "mark": _mark(cell["marks"]),
                    "was": None if cell["was"] is None else _mark(cell["was"]) or "–",
                }
                for cell in row["cells"]
            ],
            "figures": _figures(row),
        }
        for row in page["rows"]
    ]
    return {
        "days": days,
        "sums_words": sums_words(t),
        "rows": rows,
        "absent": page["absent"],
        "figures": _figures(page["sums"]),
        "legend": _legend(page, rows, t),
        "annex": annex_of(page, title(page, t), t),
    }


def _mark(marks: list[str]) -> str:
    """The content of a cell: the mark, or of two sessions both with a stroke between."""
    if not any(marks):
        return ""
    return "/".join(mark or "–" for mark in marks)


def _person(row: Page, t: Texts) -> dict[str, Any]:
    notes = []
    if row["joined"]:
        notes.append(t.plain("roll-page-joined", day=short(row["joined"])))
    if row["left"]:
        why = row["outcome"] or "other"
        notes.append(t.plain("roll-page-left-why", why=why, day=short(row["left"])))
    if away := row.get("elsewhere"):
        notes.append(
            t.plain(
                "roll-page-elsewhere",
                total=away["total"],
                excused=away["excused"],
                unexcused=away["unexcused"],
            )
        )
    number = "" if row["number"] is None else str(row["number"])
    return {"number": number, "name": row["name"], "note": "; ".join(notes)}


def short(day: str) -> str:
    """The day "2026-11-05" as 5/11."""
    found = date.fromisoformat(day)
    return f"{found.day}/{found.month}"


def _legend(page: Page, rows: list[dict[str, Any]], t: Texts) -> list[str]:
    cells = [cell for row in rows for cell in row["cells"]]
    one = page["sessions_a_day"] == 1
    told = [
        t.plain("roll-page-legend"),
        t.plain("roll-page-legend-one") if one else t.plain("roll-page-legend-two"),
        t.plain("roll-page-legend-off"),
    ]
    if page["sums"]["open"]:
        told.append(t.plain("roll-page-legend-open", count=page["sums"]["open"]))
    if any(day["missing"] for day in page["days"]):
        told.append(t.plain("roll-page-legend-missing"))
    if not all(cell["on"] for cell in cells):
        told.append(t.plain("roll-page-legend-out"))
    if any(cell["was"] for cell in cells):
        told.append(t.plain("roll-page-legend-corrected"))
    if any(lines for name, lines in page["annex"].items() if name != "corrections"):
        told.append(t.plain("roll-page-legend-annex"))
    return told


def _sums(page: Page, t: Texts) -> dict[str, Any]:
    """Columns in blocks: {title, words}; a year has one figure a month, a term three."""
    term, three = page["kind"] == "term", sums_words(t)
    blocks = [
        {
            "title": t.plain("roll-page-month-short", month=str(each["month"])),
            "words": three if term else three[:1],
        }
        for each in page["months"]
    ]
    if not term:
        blocks += [
            {"title": t.plain("roll-page-term-short", term=ROMAN[n]), "words": three}
            for n in range(1, len(page["terms"]) + 1)
        ]
    whole = (
        t.plain("roll-page-term-short", term=ROMAN[page["term"]])
        if term
        else t.plain("roll-page-year-short")
    )
    blocks.append({"title": whole, "words": three})

    def figures(of: Page, months: list[Page], terms: list[Page]) -> list[int]:
        parts = [_figures(each) if term else _figures(each)[:1] for each in months]
        parts += [_figures(each) for each in terms]
        return [n for part in [*parts, _figures(of)] for n in part]

    rows = [
        {**_person(row, t), "figures": figures(row, row["months"], row.get("terms", []))}
        for row in page["rows"]
    ]
    legend = [t.plain("roll-page-legend")]
    if page["sums"]["open"]:
        legend.append(t.plain("roll-page-legend-open", count=page["sums"]["open"]))
    return {
        "blocks": blocks,
        "rows": rows,
        "figures": figures(page["sums"], page["month_sums"], page.get("term_sums", [])),
        "legend": legend,
    }


def _boxes(page: Page, t: Texts) -> dict[str, Any]:
    """The boxes for signatures: those the caller gave, or three empty ones to sign by hand."""
    given = page["signatures"] or [{"role": role, "name": "", "at": None} for role in BOXES]
    boxes = []
    for each in given:
        role = each["role"]
        head = t.plain(TITLES[role]) if role in TITLES else role
        by_hand = "roll-page-sign-by-seal" if role == "principal" else "roll-page-sign-by-hand"
        at = each.get("at")
        under = t.plain("roll-page-sign-at", at=_instant(at)) if at else t.plain(by_hand)
        boxes.append({"title": head, "name": each.get("name") or "", "under": under})
    signed = any(each.get("at") for each in given)
    return {"boxes": boxes, "note": t.plain("roll-page-sign-note") if signed else ""}


def _instant(at: str) -> str:
    """An instant (already in the school's zone) as it is read; other text stays as it is."""
    try:
        return f"{datetime.fromisoformat(at):%H:%M %d/%m/%Y}"
    except ValueError:
        return at
