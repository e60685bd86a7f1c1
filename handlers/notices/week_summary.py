"""How the homeroom teacher's summary of a week looks: to be read out as it stands, gaps last."""

from collections.abc import Iterable, Mapping
from typing import Any

from handlers.absence_words import teacher_words
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.roll_words import bold
from handlers.texts import Texts

FIGURES = {
    "excused": "week-p",
    "unexcused": "week-k",
    "open": "week-open",
    "late": "week-late",
    "left_early": "week-early",
    "skipped": "week-skipped",
}


@notice("week-summary")
def week(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Attendance, praise, reminders; then what the teacher alone should look at."""
    if not params["taught"]:
        return Rendered(t("week-no-days", first=params["first"], last=params["last"]))
    lines = [_head(t, params), "", *_attendance(t, params)]
    lines += ["", t("week-praise"), *_said(t, params["praise"])]
    if not params["praise"]:
        lines.append(t("week-praise-none", name=params["class"]))
    lines += ["", t("week-remind"), *_said(t, params["remind"])]
    if not params["remind"]:
        lines.append(t("week-remind-none"))
    if params["gaps"] or params["open"]:
        lines += ["", t("week-gaps"), *_gaps(t, params)]
    return Rendered(fitting(t, lines, min(ROOM, capabilities.text_length) - CUT))


def _head(t: Texts, shown: Params) -> str:
    return t(
        "week-head",
        week=shown["week"],
        name=shown["class"],
        first=shown["first"],
        last=shown["last"],
    )


def _attendance(t: Texts, shown: Params) -> list[str]:
    """How many were missing, and who how often; in list order, not by how often."""
    if not shown["rolls"]:
        return [t("week-none")]
    sums = shown["sums"]
    if not shown["rows"]:
        return [t("week-full")]
    lines = [
        t(
            "week-sums",
            total=sums["total"],
            excused=sums["excused"],
            unexcused=sums["unexcused"],
            open=sums["unexplained"],
            late=sums["late"],
        )
    ]
    for row in shown["rows"]:
        said = ", ".join(
            t.plain(key, count=row[name]) for name, key in FIGURES.items() if row[name]
        )
        number = "" if row["number"] is None else f"{row['number']}. "
        lines.append(t("week-pupil", name=bold(number + row["name"]), said=said))
    return lines


def _said(t: Texts, remarks: Iterable[Mapping[str, Any]]) -> list[str]:
    lines = []
    for one in remarks:
        names = ", ".join(one["names"]) or t.plain("week-class")
        key = "week-said" if one["text"] else "week-said-bare"
        who = teacher_words(t, one["who"])
        values = {"text": one["text"]} if one["text"] else {}
        lines.append(t(key, names=bold(names), who=who, **values))
    return lines


def _gaps(t: Texts, shown: Params) -> list[str]:
    lines = []
    if shown["gaps"]:
        halves = [
            t.plain(
                "week-gap-half",
                half=gap["half"],
                day=t.plain("roll-day", weekday=gap["weekday"], date=gap["day"]),
            )
            for gap in shown["gaps"]
        ]
        lines.append(t("week-gap-rolls", days="; ".join(halves)))
    if shown["open"]:
        lines.append(t("week-gap-open", names=", ".join(shown["open"])))
    return lines
