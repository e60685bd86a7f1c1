"""The gradebook's pages as PDF: the words of each page, in the order of the Ministry's book."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.printing import typeset
from handlers.printing.roll_papers import Paper
from handlers.result_words import TITLES, level_words, mark_words
from handlers.score_words import mark
from handlers.texts import Texts, texts
from services.score_cells import Cell, CellState, Column, ColumnKind

TEMPLATE = "score_book.typ"
ROMAN = {1: "I", 2: "II"}
Facts = dict[str, Any]
SIGNERS = {
    "subject": "score-print-sign-subject",
    "homeroom": "roll-page-sign-homeroom",
    "principal": "roll-page-sign-principal",
}


def score_pdf(
    pages: Sequence[Facts],
    *,
    paper: Paper = Paper.A4,
    language: str = "vi",
    cover: str = "",
) -> bytes:
    """Some pages as one PDF; with `cover` (class or teacher) bound behind one."""
    return typeset.pdf(TEMPLATE, words_of(pages, paper, language, cover))


def words_of(pages: Sequence[Facts], paper: Paper, language: str, cover: str) -> Facts:
    """What the template reads: every word of the paper."""
    t = texts(language)
    return {
        "paper": paper.value,
        "language": t.language,
        "title": f"{pages[0]['class']} {pages[0]['year']}",
        "cover": _cover(pages, t, cover) if cover else None,
        "pages": [said(page, t) for page in pages],
    }


def _cover(pages: Sequence[Facts], t: Texts, kind: str) -> Facts:
    first, term = pages[0], max(page["term"] for page in pages)
    subjects = [
        [page["subject"], ", ".join(page["teachers"])] for page in pages if page["kind"] == "marks"
    ]
    own = kind == "teacher"
    if own:
        subjects = [[t.plain("roll-page-class", name=p["class"]), p["subject"]] for p in pages]
    return {
        "school": first["school"],
        "title": t.plain("score-print-book"),
        "kind": t.plain("score-print-of-teacher" if own else "score-print-of-class"),
        "level": t.plain("roll-page-level"),
        "part": t.plain("score-print-part", term=ROMAN[term]),
        "class": first["teacher"] if own else t.plain("roll-page-class", name=first["class"]),
        "homeroom": ""
        if own
        else t.plain("roll-page-homeroom", names=", ".join(first["homeroom"])),
        "subjects": subjects,
        "year": t.plain("roll-page-year", year=first["year"]),
    }


def said(page: Facts, t: Texts) -> Facts:
    """A page in words: head, columns, rows, legend, boxes to sign."""
    made = _KINDS[page["kind"]](page, t)
    name, title = page["class"], made.pop("title")
    boxes, note = _boxes(page, t)
    return {
        "head": {
            "school": page["school"],
            "title": title,
            "under": made.pop("under"),
            "year": t.plain("roll-page-year", year=page["year"]),
            "class": t.plain("roll-page-class", name=name),
            "homeroom": t.plain("roll-page-homeroom", names=", ".join(page["homeroom"])),
            "foot": t.plain("roll-page-foot", school=page["school"], name=name, what=title),
        },
        "boxes": boxes,
        "note": note,
        "landscape": False,
        "fixed-height": True,
        "legend": [],
        **made,
    }


def _column(word: str, width: float, *, left: bool = False, upright: bool = False) -> Facts:
    """`width` in mm on A4; 0 takes what is left."""
    return {"word": word, "width": width, "left": left, "upright": upright}


def _person(t: Texts) -> list[Facts]:
    return [
        _column(t.plain("roll-page-number"), 8),
        _column(t.plain("roll-page-name"), 0, left=True),
    ]


def cell_words(text: str, t: Texts) -> str:
    """A cell as it was kept: "7,5", "Đ", "v"; one who did not sit has 0."""
    if not text:
        return ""
    if text[0].isdigit():
        return text.replace(".", ",")
    return mark(Cell(CellState(text)))


def _marks(page: Facts, t: Texts) -> Facts:
    """A subject's page; a teacher's own book has the remark beside."""
    personal = page.get("personal", False)
    columns = _person(t)
    for code in page["columns"]:
        at = Column.of(code)
        if at.kind is ColumnKind.REGULAR:
            columns.append(_column(t.plain("score-print-regular", number=at.number), 12.5))
        else:
            key = "score-print-midterm"
            if at.kind is ColumnKind.FINAL:
                key = "score-print-final"
            columns.append(_column(t.plain(key), 12.5))
    scored = page["scored"]
    average = "score-print-average" if scored else "score-print-term"
    columns.append(_column(t.plain(average, term=ROMAN[page["term"]]), 14))
    if page["term"] > 1:
        columns.append(_column(t.plain("score-print-year" if scored else "score-print-whole"), 14))
        columns.append(_column(t.plain("score-print-again"), 12.5))
    columns.append(
        _column(t.plain("score-print-remark"), 100, left=True)
        if personal
        else _column(t.plain("score-print-note"), 24, left=True)
    )
    rows, minutes = [], set()
    for row in page["rows"]:
        cells: list[Any] = []
        notes = []
        for each in row["cells"]:
            text = cell_words(each["text"], t)
            if each["was"] is None:
                cells.append(text)
                continue
            number = str(each["minutes"] or "")
            minutes.add(number)
            key = "score-print-re-marked" if each["re_marked"] else "score-print-minutes"
            notes.append(t.plain(key, number=number))
            was = cell_words(each["was"], t) or "–"
            cells.append({"text": text or "–", "was": was, "note": number})
        result = t.plain("score-print-exempt") if row["exempt"] else mark_words(t, row["average"])
        line = [str(row["number"] or ""), row["name"], *cells, result]
        if page["term"] > 1:
            line += [mark_words(t, row["year"]), mark_words(t, row["again"])]
        line.append(row["remark"] if personal else "; ".join(notes))
        rows.append(line)
    legend = [t.plain("score-print-legend")]
    if minutes:
        legend.append(t.plain("score-print-legend-fixed"))
    done = [row for row in page["rows"] if row["average"]]
    reached = sum(row["average"] == "passed" or _reaches(row["average"]) for row in done)
    if done:
        share = f"{100 * reached / len(done):.1f}".replace(".", ",")
        legend.append(t.plain("score-print-reached", count=reached, all=len(done), share=share))
    return {
        "title": page["subject"],
        "under": t.plain(
            "score-print-under", term=ROMAN[page["term"]], teachers=", ".join(page["teachers"])
        ),
        "columns": columns,
        "rows": rows,
        "legend": legend,
        "landscape": personal,
        "fixed-height": not personal,
    }


def _reaches(average: str) -> bool:
    return average[:1].isdigit() and float(average) >= 5


def _level(t: Texts, level: int | None, own_plan: bool) -> str:
    if own_plan:
        return t.plain("score-print-own-plan")
    return "" if level is None else level_words(t, level)


def _summary(page: Facts, t: Texts) -> Facts:
    """All subjects of a term or the year, results and conduct, the subjects' names upright."""
    columns = _person(t)
    columns += [_column(name, 8.6, upright=True) for name in page["subjects"]]
    columns += [
        _column(t.plain("score-print-results"), 15),
        _column(t.plain("score-print-conduct"), 15),
    ]
    rows = [
        [
            str(row["number"] or ""),
            row["name"],
            *(mark_words(t, kept) for kept in row["marks"]),
            _level(t, row["results"], row["own_plan"]),
            _level(t, row["conduct"], False),
        ]
        for row in page["rows"]
    ]
    term = page["term"]
    return {
        "title": t.plain("score-print-summary", term=ROMAN[term])
        if term
        else t.plain("score-print-summary-year"),
        "under": "",
        "columns": columns,
        "rows": rows,
    }


def _outcome(page: Facts, t: Texts) -> Facts:
    columns = [
        *_person(t),
        _column(t.plain("score-print-conduct"), 15),
        _column(t.plain("score-print-results"), 15),
        _column(t.plain("score-print-conduct-after"), 17),
        _column(t.plain("score-print-results-after"), 17),
        _column(t.plain("score-print-absent"), 12),
        _column(t.plain("score-print-promoted"), 13),
        _column(t.plain("score-print-repeats"), 13),
        _column(t.plain("score-print-title"), 23),
    ]
    rows = []
    for row in page["rows"]:
        plan, tick = row["own_plan"], "×"
        rows.append(
            [
                str(row["number"] or ""),
                row["name"],
                _level(t, row["conduct"], False),
                _level(t, row["results"], plan),
                _level(t, row["conduct_after"], False),
                _level(t, row["results_after"], False),
                str(row["absent"] or ""),
                tick if row["outcome"] == "promoted" else "",
                tick if row["outcome"] == "repeats" else "",
                t.plain(TITLES[row["title"]]) if row["title"] else "",
            ]
        )
    all_ = page["rows"]
    promoted = [row for row in all_ if row["outcome"] == "promoted"]
    legend = t.plain(
        "score-print-totals",
        all=len(all_),
        promoted=len(promoted),
        summer=sum(row["summer"] for row in promoted),
        repeats=sum(row["outcome"] == "repeats" for row in all_),
    )
    return {
        "title": t.plain("score-print-outcome"),
        "under": "",
        "columns": columns,
        "rows": rows,
        "legend": [legend],
    }


def _checks(page: Facts, t: Texts) -> Facts:
    columns = [
        _column(t.plain("score-print-month"), 22),
        _column(t.plain("score-print-check-text"), 0, left=True),
        _column(t.plain("score-print-check-by"), 46),
    ]
    rows = [[r["month"], r["text"], f"{r['name']}\n{r['at']}"] for r in page["rows"]]
    rows += [["", "", ""]] * max(0, 3 - len(rows))  # room for the pen
    return {
        "title": t.plain("score-print-checks"),
        "under": "",
        "columns": columns,
        "rows": rows,
        "fixed-height": False,
    }


_KINDS = {"marks": _marks, "summary": _summary, "outcome": _outcome, "checks": _checks}


def _boxes(page: Facts, t: Texts) -> tuple[list[Facts], str]:
    found, signed = [], False
    for each in page["signatures"]:
        by_hand = "roll-page-sign-by-hand"
        if each["role"] == "principal":
            by_hand = "roll-page-sign-by-seal"
        at = each["at"]
        signed |= at is not None
        when = f"{datetime.fromisoformat(at):%H:%M %d/%m/%Y}" if at else ""
        under = t.plain("roll-page-sign-at", at=when) if at else t.plain(by_hand)
        title = t.plain(SIGNERS[each["role"]])
        found.append({"title": title, "name": each["name"], "under": under})
    return found, t.plain("roll-page-sign-note") if signed else ""
