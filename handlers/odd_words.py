"""A finding about marks in words."""

from collections.abc import Mapping
from typing import Any

from handlers.score_words import column_words
from handlers.texts import Texts
from services.score_cells import Column

KINDS = {
    "far_mean": "odd-far-mean",
    "pile": "odd-pile",
    "identical": "odd-identical",
    "below_target": "odd-below-target",
    "changed_often": "odd-changed-often",
}


def odd_words(t: Texts, of: Mapping[str, Any]) -> str:
    """What was found, where, with its figures; `of` are `facts_of` a finding."""
    if of["kind"] == "corrections":
        return t("odd-corrections", teacher=of["teacher"], count=of["count"])
    column = Column.of(of["column"])
    place = t.plain(
        "odd-place",
        subject=of["subject"],
        column=column_words(t, column),
        term=column.term,
        teacher=of["teacher"] or "none",
        **{"class": of["class"]},
    )
    shown = {
        name: str(value).replace(".", ",")
        for name, value in of.items()
        if name in ("mean", "grade", "errors", "value", "bound", "reached")
    }
    counts = {name: of[name] for name in ("count", "all", "share", "pupil") if name in of}
    other = ""
    if "other_column" in of:
        other = f"{of['other_class']}, {column_words(t, Column.of(of['other_column']))}"
    return t(KINDS[of["kind"]], place=place, other=other, **shown, **counts)
