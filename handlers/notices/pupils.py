"""News of pupils who came, left or changed class: to staff, and to the family of the child."""

from handlers.absence_words import teacher_words
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts


def _values(t: Texts, params: Params) -> dict[str, str]:
    return {
        "name": params["pupil"],
        "kind": params["kind"],
        "day": t.plain("roll-day", weekday=params["weekday"], date=params["day"]),
        "left": params["from"] or "",
        "now": params["to"] or "",
    }


@notice("pupil-moved")
def moved(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """For homeroom teachers and vice principals."""
    who = teacher_words(t, params["by"])
    number = str(params["number"])
    return Rendered(t("pupil-news", who=who, number=number, **_values(t, params)))


@notice("pupil-moved-family")
def moved_family(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """For the guardians of a child in a new class."""
    values = _values(t, params)
    teacher = params["teacher"]
    named = "yes" if teacher else "no"
    who = teacher_words(t, teacher) if teacher else ""
    values.pop("left")
    return Rendered(t("pupil-news-family", teacher=who, named=named, **values))


@notice("pupil-move-undone")
def undone(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """For those who were told of an entry that was taken back."""
    if params["family"]:
        return Rendered(t("pupil-news-family-undone", name=params["pupil"]))
    return Rendered(t("pupil-news-undone", **_values(t, params)))
