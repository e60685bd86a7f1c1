"""How results of a term and a year look: to the principal who decides, to who handed them up, to
families, and as reminders of what is lacking."""

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.result_buttons import ResultDecide, ViewSay
from handlers.result_words import (
    TITLES,
    level_words,
    levels_line,
    mark_words,
    outcome_words,
    stage_words,
)
from handlers.showing import button, keyboard
from handlers.texts import Texts

NAMED = 15  # pupils that one message names


@notice("class-result")
def class_result(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A class's results before the principal, and how it ended."""
    stage = stage_words(t, params["stage"])
    lines = [
        t(
            "class-result-head",
            status=params["status"],
            stage=stage,
            pupils=params["pupils"],
            name=params["asked"],
            gender=params["asked_gender"],
            **{"class": params["class"]},
        ),
        t("class-result-levels", levels=levels_line(t, params["levels"])),
        t("class-result-conduct", levels=levels_line(t, params["conduct"])),
    ]
    if params["outcomes"]:
        counts = "; ".join(f"{outcome_words(t, o)} {n}" for o, n in params["outcomes"].items())
        excellent, good = params["titles"]
        lines.append(t("class-result-outcomes", counts=counts, excellent=excellent, good=good))
    for each in params["named"][:NAMED]:
        outcome = outcome_words(t, each["outcome"])
        name, absent = each["name"], each["absent"]
        lines.append(t("class-result-pupil", name=name, outcome=outcome, absent=absent))
    if len(params["named"]) > NAMED:
        lines.append(t("score-problem-more", count=len(params["named"]) - NAMED))
    if params["left_open"]:
        names = ", ".join(params["left_open"][:NAMED])
        lines.append(t("class-result-left-open", names=names, **{"class": params["class"]}))
    if params["unsettled"]:
        lines.append(t("class-result-unsettled", names=", ".join(params["unsettled"][:NAMED])))
    if params["decided"]:
        lines.append(
            t(
                "class-result-decided",
                status=params["status"],
                name=params["decided"],
                gender=params["decided_gender"],
                why=params["why"] or "none",
            )
        )
    row = []
    if params["decides"] and params["status"] == "asked":
        yes = ResultDecide(id=params["id"], approved=True).pack()
        no = ResultDecide(id=params["id"], approved=False).pack()
        row = [
            button(t.plain("results-approve"), yes),
            button(t.plain("results-give-back", status="asked"), no),
        ]
    return Rendered("\n".join(lines), keyboard(row), news=params["status"] != "asked")


@notice("pupil-result")
def pupil_result(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Kính gửi phụ huynh em …: what the year or term came to, with what is to be done."""
    return Rendered("\n".join([*result_lines(t, params), t("pupil-result-more")]))


def result_lines(t: Texts, params: Params) -> list[str]:
    """An own child's result in words."""
    stage = stage_words(t, params["stage"])
    lines = [
        t("pupil-result-head", name=params["pupil"], stage=stage, **{"class": params["class"]})
    ]
    if params["outcome"]:
        lines.append(t("pupil-result-outcome", outcome=outcome_words(t, params["outcome"])))
    if params["title"]:
        lines.append(t("pupil-result-title", title=t.plain(TITLES[params["title"]])))
    if params["own_plan"]:
        lines.append(t("pupil-result-own-plan"))
    elif params["results"] is not None:
        lines.append(t("pupil-result-level", level=level_words(t, params["results"])))
    if params["conduct"] is not None:
        lines.append(t("pupil-result-conduct", level=level_words(t, params["conduct"])))
    lines.append(t("pupil-result-absent", count=params["absent"]))
    marks = []
    for each in params["subjects"]:
        kept = each["year"] or (each["terms"][-1] if each["terms"] else "")
        if kept:
            marks.append(f"{each['name']} {mark_words(t, kept)}")
    if marks:
        lines.append("; ".join(marks))
    if params["remark"]:
        lines.append(t("pupil-result-remark", text=params["remark"]))
    if params["retest"] and params["stage"] == 2:
        subjects, last = ", ".join(params["retest"]), params["summer_ends"]
        lines.append(t("pupil-result-retest", subjects=subjects, last=last))
    if params["outcome"] == "training" and params["stage"] == 2:
        lines.append(t("pupil-result-training", last=params["summer_ends"]))
    if params.get("task"):
        lines.append(t("pupil-result-task", text=params["task"], due=params["due"]))
    return lines


@notice("own-view")
def own_view(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Asks a family how it and the pupil see the term."""
    of = {"pupil": params["pupil_id"], "term": params["term"]}
    row = [
        button(t.plain("own-view-pupil"), ViewSay(**of, voice="pupil").pack()),
        button(t.plain("own-view-family"), ViewSay(**of, voice="family").pack()),
    ]
    text = t("own-view-ask", name=params["pupil"], term=params["term"])
    return Rendered(text, keyboard(row))


@notice("summer-task")
def summer_task(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What a child does in summer, to its family."""
    return Rendered(
        t("summer-task-told", name=params["pupil"], text=params["text"], due=params["due"])
    )


@notice("summer-left")
def summer_left(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To homeroom teacher and vice principal: whose summer is not settled."""
    names = ", ".join(params["names"][:NAMED])
    return Rendered(
        t(
            "summer-left",
            names=names,
            last=params["last"],
            days=params["days"],
            **{"class": params["class"]},
        )
    )


@notice("results-left")
def results_left(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Which classes have not handed their results up."""
    stage = stage_words(t, params["stage"])
    return Rendered(t("results-left", stage=stage, classes=", ".join(params["classes"])))


@notice("averages-left")
def averages_left(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a subject's teacher: averages of a class are still to be confirmed."""
    stage, subjects = stage_words(t, params["stage"]), ", ".join(params["subjects"])
    return Rendered(
        t(
            "averages-left",
            subjects=subjects,
            stage=stage,
            by=params["by"],
            **{"class": params["class"]},
        )
    )


@notice("results-changed")
def results_changed(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To homeroom teacher and principal: a mark changed after its results were approved."""
    stage = stage_words(t, params["stage"])
    return Rendered(t("results-changed", stage=stage, **{"class": params["class"]}))


@notice("results-corrected")
def results_corrected(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What minutes have changed in a pupil's approved results."""
    (results, conduct, outcome, title), old = params["new"], params["old"]
    return Rendered(
        t(
            "results-corrected",
            stage=stage_words(t, params["stage"]),
            pupil=params["pupil"],
            results=_change(level_words(t, old[0]), level_words(t, results)),
            conduct=_change(level_words(t, old[1]), level_words(t, conduct)),
            outcome=_change(outcome_words(t, old[2]), outcome_words(t, outcome)) or "none",
            title=_change(*(t.plain(TITLES[of]) if of else "–" for of in (old[3], title)))
            if old[3] or title
            else "none",
            **{"class": params["class"]},
        )
    )


def _change(old: str, new: str) -> str:
    return new if old == new else f"{old} → {new}"
