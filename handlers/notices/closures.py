"""How the news of called-off lessons looks: closed, made up, held after all."""

from handlers.absence_words import teacher_words
from handlers.capabilities import Capabilities
from handlers.closure_look import pupils_words, scope_words, shown_days
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts

CLOSED = {"family": "closure-news-family", "staff": "closure-news-staff"}
REOPENED = {"family": "closure-news-reopened-family", "staff": "closure-news-reopened-staff"}
MAKEUP = {"family": "closure-news-makeup-family", "staff": "closure-news-makeup-staff"}
DROPPED = {"family": "closure-news-dropped-family", "staff": "closure-news-dropped-staff"}
KEYS = {"closed": CLOSED, "reopened": REOPENED, "makeup": MAKEUP, "dropped": DROPPED}
SAID_BY_PHONE = ("closed", "reopened")  # the others can wait for a note in the book


@notice("closure-news")
def closure_news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """One message to a family about all its children, or to a member of staff."""
    event, audience = params["event"], params["audience"]
    values = {
        "whom": scope_words(t, params["scope"], params["names"]),
        "days": shown_days(t, params),
        "pupils": pupils_words(t, params["pupils"]),
        "who": teacher_words(t, params["by"]),
        "why": params["reason"] or "none",
        "half": params["half"] or "whole",
        "day": t.plain("roll-day", **params["day"]) if "day" in params else "",
        "lost": t.plain("roll-day", **params["for"]) if "for" in params else "",
    }
    lines = [t(KEYS[event][audience], **values)]
    if event == "closed":
        lines += [
            t(
                "closure-makeup-line",
                day=t.plain("roll-day", **made["day"]),
                lost=t.plain("roll-day", **made["for"]),
            )
            for made in params["makeups"]
        ]
    if event in SAID_BY_PHONE and params.get("call"):
        lines.append(t("closure-news-call", count=len(params["call"])))
        lines += [
            t("closure-news-call-one", name=one["name"], phones=", ".join(one["phones"]) or "none")
            for one in params["call"]
        ]
    return Rendered("\n".join(lines))
