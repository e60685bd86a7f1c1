"""How a family hears of new marks: its own child's, in plain words, nothing of anybody else."""

from itertools import groupby

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.score_locks import said
from handlers.score_words import column_words
from handlers.texts import Texts
from services.score_cells import Column

MOST = 30  # marks that one message tells


@notice("score-news")
def news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Kính gửi phụ huynh em …: what was let go, by subject."""
    lines = [t("score-news-head", name=params["pupil"])]
    marks = params["marks"][:MOST]
    for subject, of in groupby(marks, key=lambda one: one["subject"]):
        said = ", ".join(
            t.plain(
                "score-news-mark",
                column=column_words(t, Column.of(one["column"])),
                mark=one["mark"],
                changed="yes" if one["changed"] else "no",
            )
            for one in of
        )
        lines.append(t("score-news-line", subject=subject, marks=said))
    if any(one["mark"] == "v" for one in marks):
        lines.append(t("score-news-make-up"))
    lines.append(t("score-news-more"))
    return Rendered("\n".join(lines))


@notice("scores-opened")
def opened(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the teachers: what may be written again, until when and why."""
    part = said(t, params)
    return Rendered(t("score-lock-told", part=part, until=params["until"], reason=params["reason"]))


@notice("score-reminder")
def reminder(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a teacher: what is still missing, with the days left."""
    lines = [t("score-reminder-head"), *(_gap(t, gap) for gap in params["gaps"][:MOST])]
    if len(params["gaps"]) > MOST:
        lines.append(t("score-problem-more", count=len(params["gaps"]) - MOST))
    return Rendered("\n".join([*lines, t("score-reminder-how")]))


@notice("score-laggards")
def laggards(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a department's head or the vice principal: what is late in what they answer for."""
    lines = [t("score-laggards-head", count=len(params["gaps"]))]
    lines += [_gap(t, gap) for gap in params["gaps"][:MOST]]
    if len(params["gaps"]) > MOST:
        lines.append(t("score-problem-more", count=len(params["gaps"]) - MOST))
    return Rendered("\n".join([*lines, t("score-laggards-how")]))


def _gap(t: Texts, gap: Params) -> str:
    days = gap["days"]
    return t(
        "score-gap-line",
        subject=gap["subject"],
        column=column_words(t, Column.of(gap["column"])),
        missing=gap["missing"],
        waiting=gap["waiting"],
        when="today" if days == 0 else "late" if days < 0 else "left",
        days=abs(days),
        due=gap["due"],
        **{"class": gap["class"]},
    )


@notice("test-moved")
def test_moved(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a subject's teachers: a test has a new day."""
    shown = {name: params[name] for name in ("subject", "grade", "term", "kind", "day")}
    return Rendered(t("test-plan-told", before=params["before"] or "none", **shown))
