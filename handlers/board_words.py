"""The board in words: whole, of a grade, its lists, and the summary at the end of the day."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import teacher_words, time_words
from handlers.board_buttons import board_keyboard
from handlers.texts import Texts

Shown = Mapping[str, Any]
MOST = (10, 6, 3, 1)  # of each list, as far as there is room; the others come with a button
ROOM = 3900  # of the 4,096 characters a message holds
CHANGES = {
    "in": "board-change-in",
    "out": "board-change-out",
    "dropped": "board-change-dropped",
    "moved": "board-change-moved",
    "returned": "board-change-returned",
}


def rate_words(t: Texts, part: int, whole: int) -> str:
    """ "98,3%", never rounded up: 100% is nobody missing; plain text."""
    tenths = 1000 * part // whole if whole else 0
    return t.plain("board-rate", whole=str(tenths // 10), tenth=str(tenths % 10))


def share_words(t: Texts, part: int, whole: int) -> str:
    """The same of what is missing, rounded to the nearest; plain text."""
    tenths = round(1000 * part / whole) if whole else 0
    return t.plain("board-rate", whole=str(tenths // 10), tenth=str(tenths % 10))


def day_of(t: Texts, facts: Shown) -> str:
    """ "thứ Hai 30/11/2026"; plain text."""
    return t.plain("roll-day", weekday=facts["weekday"], date=facts["date"])


def board_face(t: Texts, facts: Shown) -> tuple[str, InlineKeyboardMarkup | None]:
    """The whole board in HTML with its buttons; it fits one message whatever the day."""
    text, most = _fitting(lambda most: _board(t, facts, most))
    lists = {"more_open": len(facts["open"]) > most, "more_changes": len(facts["changes"]) > most}
    return text, board_keyboard(t, facts, **lists)


def _fitting(write: Callable[[int], str]) -> tuple[str, int]:
    """What is written with as many names a list as one message holds, and how many those are."""
    for most in MOST:
        text = write(most)
        if len(text) <= ROOM:
            break
    return text, most


def _board(t: Texts, facts: Shown, most: int) -> str:
    head = t(
        "board-head",
        today="yes" if facts["today"] else "no",
        half=facts["half"],
        day=day_of(t, facts),
    )
    parts = [
        [head, *_totals(t, facts["total"])],
        [_grade(t, one) for one in facts["grades"]],
        alarm_lines(t, facts, most),
        _missing(t, facts, most),
        open_lines(t, facts, most),
        change_lines(t, facts, most),
        [t("board-at", time=time_words(t, facts["at"]))],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _totals(t: Texts, total: Shown) -> list[str]:
    """How many rolls, who is there, who is not."""
    if not total["classes"]:
        return [t("board-no-lessons")]
    if not total["taken"]:
        return [t("board-total-none", classes=total["classes"])]
    lines = [t("board-total", **_figures(t, total))]
    if total["absent"]:
        names = ("absent", "excused", "unexcused", "unexplained")
        lines.append(t("board-absent", **{name: total[name] for name in names}))
    else:
        lines.append(t("board-absent-none"))
    if total["late"] or total["left"]:
        lines.append(t("board-late", late=total["late"], left=total["left"]))
    return lines


def _figures(t: Texts, tally: Shown) -> dict[str, Any]:
    names = ("taken", "classes", "present", "size")
    rate = rate_words(t, tally["present"], tally["size"])
    return {name: tally[name] for name in names} | {"rate": rate}


def _kinds(tally: Shown) -> dict[str, int]:
    return {name: tally[name] for name in ("excused", "unexcused", "unexplained")}


def _grade(t: Texts, one: Shown) -> str:
    grade = str(one["grade"])
    if not one["taken"]:
        return t("board-grade-none", grade=grade, classes=one["classes"])
    return t("board-grade", grade=grade, **_figures(t, one), **_kinds(one))


def _missing(t: Texts, facts: Shown, most: int) -> list[str]:
    """The classes that should have their roll, those whose card lies with somebody line by line."""
    missing, lines = facts["missing"], []
    if missing:
        lines.append(t("board-missing", count=len(missing)))
    asked = [one for one in missing if one["holder"] and facts["today"]][:most]
    for one in asked:
        who = teacher_words(t, one["holder"])
        lines.append(t("board-missing-line", name=one["class"], who=who))
    if others := [one for one in missing if one not in asked]:
        nobody = facts["today"] and not any(one["holder"] for one in others)
        key = "board-missing-nobody" if nobody else "board-missing-names"
        lines.append(t(key, names=", ".join(one["class"] for one in others)))
    if facts["waiting"]:
        lines.append(t("board-waiting", count=facts["waiting"]))
    return lines


def alarm_lines(t: Texts, facts: Shown, most: int | None = None) -> list[str]:
    """The children who left home and did not arrive."""
    found = facts["alarms"]
    if not found:
        return []
    head = t("board-alarms", count=len(found))
    return _cut(t, [head], found, most, lambda one: _waiting(t, one))


def open_lines(t: Texts, facts: Shown, most: int | None = None) -> list[str]:
    """The absences that have waited too long, at most so many by name."""
    found, after = facts["open"], facts["after"]
    if not found:
        return []
    minutes = after if after % 60 else 0
    head = t("board-open", hours=str(after // 60), minutes=minutes, count=len(found))
    return _cut(t, [head], found, most, lambda one: _waiting(t, one))


def _waiting(t: Texts, one: Shown) -> str:
    return t(
        "board-open-line",
        **{
            "name": one["pupil"],
            "class": one["class"],
            "since": time_words(t, one["since"]) if one["since"] else "?",
            "case": one["case"] or "none",
        },
    )


def change_lines(t: Texts, facts: Shown, most: int | None = None) -> list[str]:
    """Who came and went, at most so many, the newest last."""
    found = facts["changes"]
    if not found:
        return []
    head = t("board-changes", days=facts["days"], count=len(found))
    return _cut(t, [head], found, most, lambda one: _change(t, one))


def _change(t: Texts, one: Shown) -> str:
    values: dict[str, Any] = {"day": one["day"], "name": one["pupil"]}
    values |= {"from": one["from"] or "", "to": one["to"] or ""}
    return t(CHANGES[one["kind"]], **values)


def _cut(
    t: Texts,
    lines: list[str],
    found: Sequence[Shown],
    most: int | None,
    words: Callable[[Shown], str],
) -> list[str]:
    """A list with its first lines, and how many more there are."""
    shown = found if most is None else found[:most]
    lines += [words(one) for one in shown]
    if len(found) > len(shown):
        lines.append(t("board-more", count=len(found) - len(shown)))
    return lines


def grade_text(t: Texts, facts: Shown) -> str:
    """The classes of a grade with their figures, in HTML."""
    lines = [class_line(t, one) for one in facts["classes"]]
    return "\n".join([head_of(t, facts), *_totals(t, facts["total"]), "", *lines])


def head_of(t: Texts, facts: Shown) -> str:
    """ "Khối 7, sáng thứ Hai 30/11/2026", in HTML."""
    values = {"grade": str(facts["grade"]), "half": facts["half"]}
    return t("board-of-grade", **values, day=day_of(t, facts))


def class_hint(t: Texts, facts: Shown) -> list[str]:
    """How a head takes the roll of a class that is missing today."""
    line = facts["line"]
    wanted = facts["today"] and line["due"] and not line["taken"]
    return [t("board-class-hint", name=line["class"])] if wanted else []


def class_line(t: Texts, one: Shown) -> str:
    """A class: its figures, or why there are none."""
    name = one["class"]
    if one["taken"]:
        figures = {each: one[each] for each in ("present", "size", "late")}
        return t("board-class", name=name, **figures, **_kinds(one))
    if not one["due"]:
        return t("board-class-waiting", name=name, list=one["list"])
    if one["holder"]:
        who = teacher_words(t, one["holder"])
        return t("board-class-missing", name=name, list=one["list"], who=who)
    return t("board-class-nobody", name=name, list=one["list"])


def summary_text(t: Texts, facts: Shown) -> str:
    """The day's summary, in HTML: each half-day, then what is left open."""
    return _fitting(lambda most: _summary(t, facts, most))[0]


def _summary(t: Texts, facts: Shown, most: int) -> str:
    parts = [[t("board-summary", day=day_of(t, facts))]]
    for half in facts["halves"]:
        lines = [t("board-summary-half", half=half["half"]), *_totals(t, half["total"])]
        lines += [_grade(t, one) for one in half["grades"]]
        if missing := [one["class"] for one in half["missing"]]:
            lines.append(t("board-summary-missing", names=", ".join(missing)))
        parts.append(lines)
    parts += [
        alarm_lines(t, facts, most),
        _left_open(t, facts, most),
        change_lines(t, facts, most),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _left_open(t: Texts, facts: Shown, most: int) -> list[str]:
    found = facts["open"]
    if not found:
        return [t("board-summary-open-none")]
    names = [f"{one['pupil']} ({one['class']})" for one in found[:most]]
    more = "" if len(found) <= most else "; …"
    return [t("board-summary-open", count=len(found), names="; ".join(names) + more)]
