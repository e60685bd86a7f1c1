"""How the roll book's notices look: a family's row and its doubts, corrections, reminders."""

from datetime import date

from handlers.absence_words import guardian_words
from handlers.book_buttons import (
    ALL_BUTTONS,
    BookAll,
    BookPick,
    BookSeen,
    board_data,
    decide_buttons,
    row_buttons,
)
from handlers.book_words import (
    mark_words,
    period_words,
    pupil_words,
    session_words,
    some,
    who_words,
)
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.periods import Kind, Period

DAYS = 31
FACES = {
    "asked": "book-row-asked",
    "confirmed": "book-row-confirmed",
    "corrected": "book-row-corrected",
    "seen": "book-row-seen",
}


@notice("book-row")
def row(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A child's month for its own family: days and figures, no reasons, nobody else."""
    face = params["face"]
    month = period_words(t, "month", 0, params["month"])
    lines = [
        t(FACES[face], name=params["name"], month=month, **{"class": params["class"]}),
    ]
    if params["total"]:
        days = (
            f"{session_words(t, each['day'], each['half'])}: "
            f"{mark_words(t, {'state': each['state']})}"
            for each in params["missed"]
        )
        lines.append(
            t(
                "book-row-missed",
                total=params["total"],
                excused=params["excused"],
                unexcused=params["unexcused"],
                days=some(t, days, DAYS),
            )
        )
    else:
        lines.append(t("book-row-full"))
    if params["late"] or params["early"] or params["skipped"]:
        lines.append(
            t(
                "book-row-other",
                late=params["late"],
                early=params["early"],
                skipped=params["skipped"],
            )
        )
    if face in ("confirmed", "corrected"):
        return Rendered("\n".join(lines))
    lines.append(t("book-row-ask"))
    return Rendered("\n".join(lines), row_buttons(t, params["page"], params["pupil"]))


@notice("book-doubt")
def doubt(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the homeroom teacher: what a family calls wrong, in its words."""
    said = t(
        "book-doubt",
        pupil=pupil_words(params["number"], params["name"]),
        month=period_words(t, "month", 0, params["month"]),
        who=guardian_words(t, {"relation": params["relation"], "name": params["guardian"]}),
        words=params["words"],
        locked="yes" if params["locked"] else "no",
        **{"class": params["class"]},
    )
    page = BookPick(page=params["page"]).pack()
    seen = BookSeen(page=params["page"], pupil=params["pupil"]).pack()
    name = pupil_words(params["number"], params["name"].split()[-1])
    return Rendered(
        said,
        keyboard(
            [button(t.plain("book-button-seen", name=name), seen)],
            [button(t.plain("book-button-open"), page)],
        ),
    )


@notice("book-correction")
def correction(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the principal: a change of a locked month, with its reason; later how it ended."""
    lines = [_wish(t, params, "book-correction")]
    if params["status"] == "pending":
        return Rendered("\n".join(lines), decide_buttons(t, params["id"]))
    lines.append(_ended(t, params))
    return Rendered("\n".join(lines), news=not params.get("own", False))


@notice("book-correction-result")
def correction_result(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the teacher who asked."""
    return Rendered("\n".join([_wish(t, params, "book-correction-short"), _ended(t, params)]))


def _wish(t: Texts, params: Params, key: str) -> str:
    about = {
        "class": params["class"],
        "month": period_words(t, "month", 0, params["month"]),
        "pupil": pupil_words(params["number"], params["name"]),
        "session": session_words(t, params["day"], params["half"]),
        "old": mark_words(t, params["old"]),
        "new": mark_words(t, params["new"]),
    }
    if key == "book-correction-short":
        return t("book-correction-short", **about)
    who = who_words(t, params["asked"]["name"], params["asked"]["gender"])
    return t("book-correction", who=who, reason=params["reason"], **about)


def _ended(t: Texts, params: Params) -> str:
    by = params["by"] or {"name": "", "gender": ""}
    return t(
        "book-correction-ended",
        status=params["status"],
        who=who_words(t, by["name"], by["gender"]),
        when=params["at"],
        why=params["why"],
        said="yes" if params["why"] else "no",
    )


@notice("book-ask")
def ask(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the homeroom teacher: the page's next step is due."""
    period = period_words(t, params["kind"], params["number"], params["label"])
    lines = [t("book-ask", period=period, step=params["step"], **{"class": params["class"]})]
    for key in ("missing", "unexplained", "leave", "doubts"):
        if params[key]:
            lines.append(t(CHECKS[key], count=params[key]))
    if params["step"] == "signed" and params["read_out"]:
        lines.append(t("book-ask-read-out"))
    markup = keyboard([button(t.plain("book-button-open"), BookPick(page=params["page"]).pack())])
    return Rendered("\n".join(lines), markup)


CHECKS = {
    "missing": "book-ask-missing",
    "unexplained": "book-ask-unexplained",
    "leave": "book-ask-leave",
    "doubts": "book-ask-doubts",
}


@notice("book-waiting")
def waiting(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the office or the principal: which classes' pages wait for them."""
    return _classes(t, params, "book-waiting")


@notice("book-late")
def late(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the heads: which classes are late."""
    return _classes(t, params, "book-late")


def _classes(t: Texts, params: Params, key: str) -> Rendered:
    names, count = ", ".join(params["classes"]), len(params["classes"])
    words = period_words(t, params["kind"], params["number"], params["label"])
    said = {"period": words, "count": count, "names": names}
    first = date.fromisoformat(params["first"])
    rows = []
    if key == "book-waiting":
        text = t("book-waiting", step=params["step"], **said)
        data = BookAll(kind=params["kind"], first=first.toordinal(), step=params["step"])
        rows.append([button(t.plain(ALL_BUTTONS[params["step"]], count=count), data.pack())])
    else:
        text = t("book-late", **said)
    period = Period(Kind(params["kind"]), first, first)
    rows.append([button(t.plain("book-button-board"), board_data(period))])
    return Rendered(text, keyboard(*rows))
