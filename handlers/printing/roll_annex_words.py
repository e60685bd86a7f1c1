"""The words of the annex of a roll page: sections of lines, one line a pupil."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handlers.texts import Texts

Page = Mapping[str, Any]
MARKS = {"excused": "P", "unexcused": "K", "unexplained": "?"}


def annex_of(page: Page, what: str, t: Texts) -> dict[str, Any] | None:
    """The annex as {title, note, sections: [{title, lines}]}, or None where there is nothing."""
    lists = page["annex"]
    sections = [
        _section(page, t.plain("roll-page-annex-late"), lists["late"], t, _time),
        _section(page, t.plain("roll-page-annex-early"), lists["early"], t, _leaving),
        _section(page, t.plain("roll-page-annex-skipped"), lists["skipped"], t, _lesson),
        _section(page, t.plain("roll-page-annex-other"), lists["other"], t, _marked, by_group=True),
        _section(
            page, t.plain("roll-page-annex-corrections"), lists["corrections"], t, _correction
        ),
    ]
    told = [section for section in sections if section["lines"]]
    if not told:
        return None
    note = "" if told == sections[-1:] else t.plain("roll-page-annex-note")
    return {"title": t.plain("roll-page-annex", what=what), "note": note, "sections": told}


def _section(
    page: Page, title: str, found: list[Page], t: Texts, tell: Any, *, by_group: bool = False
) -> dict[str, Any]:
    """One line a pupil, in the order of the list; `by_group` puts each group's name before."""
    pupils = {row["pupil_id"]: row for row in page["rows"]}
    of: dict[int, dict[str, list[str]]] = {}
    for line in found:
        group = ""
        if by_group:
            group = line["group"] or t.plain("roll-page-annex-extra")
        of.setdefault(line["pupil_id"], {}).setdefault(group, []).append(tell(line, t))
    lines = []
    for pupil_id, row in pupils.items():
        if pupil_id not in of:
            continue
        parts = [
            t.plain("roll-page-annex-group", group=group, days=", ".join(days))
            if group
            else ", ".join(days)
            for group, days in of[pupil_id].items()
        ]
        what = "; ".join(parts)
        number = "" if row["number"] is None else str(row["number"])
        lines.append(t.plain("roll-page-annex-pupil", number=number, name=row["name"], what=what))
    return {"title": title, "lines": lines}


def _day(line: Page) -> str:
    found = date.fromisoformat(line["day"])
    return f"{found.day}/{found.month}"


def _time(line: Page, t: Texts) -> str:
    if not line["minutes"]:
        return _day(line)
    return t.plain("roll-page-annex-minutes", day=_day(line), minutes=line["minutes"])


def _leaving(line: Page, t: Texts) -> str:
    if not line["period"]:
        return _time(line, t)
    return t.plain("roll-page-annex-from", day=_day(line), period=line["period"])


def _lesson(line: Page, t: Texts) -> str:
    return t.plain("roll-page-annex-period", day=_day(line), period=line["period"])


def _marked(line: Page, t: Texts) -> str:
    if (mark := MARKS.get(line["state"])) is None:
        mark = _state(line, t)
    return t.plain("roll-page-annex-mark", day=_day(line), mark=mark)


def _correction(line: Page, t: Texts) -> str:
    return t.plain(
        "roll-page-annex-correction",
        day=_day(line),
        half=t.plain("roll-page-annex-half", half=line["half"]),
        was=_state(line["was"], t),
        now=_state(line["now"], t),
        by=line["by"],
        at=f"{datetime.fromisoformat(line['at']):%H:%M %d/%m/%Y}",
        note=f"; {line['note']}" if line.get("note") else "",
    )


def _state(standing: Page | None, t: Texts) -> str:
    """How a pupil stood, in a word or two."""
    if standing is None:
        return t.plain("roll-page-annex-state", state="present", period="")
    state, period = standing["state"], standing.get("period")
    if state in MARKS and period:
        state = "lesson"
    return t.plain("roll-page-annex-state", state=state, period=str(period or ""))
