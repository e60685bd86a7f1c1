"""How a family hears of new marks: its own child's, in plain words, nothing of anybody else."""

from itertools import groupby

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
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
