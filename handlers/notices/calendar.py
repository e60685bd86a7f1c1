"""How the news of the school's calendar looks: which days are off, which are taught."""

from handlers.capabilities import Capabilities
from handlers.closure_look import pupils_words, shown_days
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts

HEADS = {"family": "calendar-news-family", "staff": "calendar-news-staff"}


@notice("calendar-news")
def calendar_news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """One message to a family about all its children, or to a member of staff."""
    lines = [t(HEADS[params["audience"]], pupils=pupils_words(t, params["pupils"]))]
    for line in params["lines"]:
        lines.append(
            t(
                "calendar-line-off" if line["off"] else "calendar-line-taught",
                days=shown_days(t, line),
                why=line["why"] or "none",
                follows="own" if line["follows"] is None else line["follows"],
            )
        )
    return Rendered("\n".join(lines))
