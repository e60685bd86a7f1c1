"""A child's attendance in words: the same figures as the picture, for whoever does not see it."""

from collections.abc import Sequence
from datetime import date

from handlers.roll_words import bold
from handlers.texts import Texts
from services.attendance_states import State
from services.attendance_sums import Sums
from services.attendance_warnings import Kept
from services.periods import Kind, Period
from services.pupil_attendance import ClassLine, ClassLook, Look

DATES_NAMED = 6  # of each kind; the picture has all of them
LINES = 25  # pupils of a class that one message names
WARNINGS = 4  # that a caption names, the newest
SOME = 3  # sessions missed from which a talk is offered
GROUPS = (
    (State.EXCUSED, "attendance-excused"),
    (State.UNEXCUSED, "attendance-unexcused"),
    (State.UNEXPLAINED, "attendance-unexplained"),
)


def month_words(day: date) -> str:
    """ "9/2026" """
    return f"{day.month}/{day.year}"


def period_words(t: Texts, period: Period) -> str:
    """ "tháng 11/2026", "học kì 1", "cả năm học", as part of a sentence; plain text."""
    return _period(t, "attendance-period", period)


def period_label(t: Texts, period: Period) -> str:
    """The same on a button: "Tháng 11/2026"."""
    return _period(t, "attendance-button-period", period)


def _period(t: Texts, key: str, period: Period) -> str:
    return t.plain(
        key,
        span=period.kind.value,
        month=month_words(period.first),
        number=str(period.number),
    )


def caption(t: Texts, seen: Look, kept: Sequence[Kept] = ()) -> str:
    """What stands below the picture: whose, the figures, and a word to the family; to staff the
    warnings that were `kept`."""
    head = t(
        "attendance-head",
        name=seen.pupil.name,
        period=period_words(t, seen.period),
        **{"class": seen.pupil.class_name or ""},
    )
    lines = [head, *figures(t, seen)]
    if seen.own:
        lines.append(t(kind_word(seen), name=seen.pupil.name))
    lines += [_kept(t, each) for each in kept[-WARNINGS:]]
    return "\n".join(lines)


def _kept(t: Texts, kept: Kept) -> str:
    """ "🔎 30/11: 3 buổi không phép tháng 11/2026; đã trao đổi với gia đình 30/11." """
    return t(
        "attendance-kept",
        day=f"{kept.raised:%d/%m}",
        kind=kept.kind,
        count=kept.count,
        month=month_words(kept.first),
        talked="yes" if kept.talked else "no",
        on=f"{kept.talked:%d/%m}" if kept.talked else "",
    )


def figures(t: Texts, seen: Look) -> list[str]:
    """The counts, each kind with its days where a month is shown."""
    if not seen.sessions and not seen.sums.total:
        return [t("attendance-no-rolls"), *_year(t, seen)]
    sums = seen.sums
    lines = [t("attendance-present", present=seen.present, sessions=seen.sessions)]
    for state, key in GROUPS:
        days = [each.day for each in sums.missed if each.state is state]
        if days:
            lines.append(t(key, count=len(days), days=_days(t, seen.period, days)))
    if sums.late:
        days = list(sums.days_late)
        lines.append(t("attendance-late", count=sums.late, days=_days(t, seen.period, days)))
    if sums.left_early:
        lines.append(t("attendance-early", count=sums.left_early))
    if sums.skipped:
        lines.append(t("attendance-lessons", count=sums.skipped))
    return lines + _year(t, seen)


def _year(t: Texts, seen: Look) -> list[str]:
    """The year's sum, with the limit where this reader is shown it."""
    total = seen.of_year.total
    if seen.limit is not None:
        key = "attendance-limit-family" if seen.own else "attendance-limit"
        return [t(key, count=total, limit=seen.limit)]
    if seen.period.kind is Kind.YEAR:
        return []
    return [t("attendance-year", count=total)]


def _days(t: Texts, period: Period, days: Sequence[date]) -> str:
    """ " (03/11, 12/11)" in a month, nothing elsewhere; plain text."""
    if period.kind is not Kind.MONTH:
        return ""
    named = ", ".join(f"{day:%d/%m}" for day in days[:DATES_NAMED])
    more = max(0, len(days) - DATES_NAMED)
    return t.plain("attendance-days", days=named, more=more)


def kind_word(seen: Look) -> str:
    """The word to the family that fits: thanks first, a question where a reason is missing, an
    offer to talk where much was missed; never blame. A key."""
    sums = seen.sums
    if not seen.sessions and not sums.total:
        return "attendance-word-none"
    if sums.unexplained:
        return "attendance-word-ask"
    if not sums.total:
        return "attendance-word-late" if sums.late else "attendance-word-full"
    return "attendance-word-talk" if sums.total >= SOME else "attendance-word-thanks"


def class_text(t: Texts, seen: ClassLook) -> str:
    """What the pupils of a class missed in a period, the most first."""
    name, lines = seen.of.name, seen.lines
    period = period_words(t, seen.period)
    values = {"count": len(lines), "size": seen.size, "period": period, "class": name}
    head = t("attendance-class-head", **values)
    if not lines:
        return "\n".join([head, t("attendance-class-none")])
    shown = [_line(t, line) for line in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(t("attendance-class-more", count=len(lines) - LINES))
    if any(line.open for line in lines[:LINES]):
        shown.append(t("attendance-class-open"))
    return "\n".join([head, *shown, t("attendance-class-ask", **{"class": name})])


def _line(t: Texts, line: ClassLine) -> str:
    number = "" if line.number is None else f"{line.number}. "
    warned = " 🔎" if line.open else ""
    return f"{bold(number + line.name)}: {sums_words(t, line.sums)}{warned}"


def sums_words(t: Texts, sums: Sums) -> str:
    """ "nghỉ 6 (P 4, K 2), muộn 1 lần"; HTML."""
    return t(
        "attendance-sums",
        total=sums.total,
        excused=sums.excused,
        unexcused=sums.unexcused,
        unexplained=sums.unexplained,
        late=sums.late,
    )
