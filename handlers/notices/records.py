"""A family's new number or address: the card that confirms it, and what the family hears."""

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import guardian_words, phone_words, teacher_words, time_words
from handlers.capabilities import Capabilities
from handlers.contact_looks import ContactStep
from handlers.notices import Params, Rendered, notice
from handlers.showing import button
from handlers.texts import Texts

CARDS = {"phone": "contact-card-phone", "address": "contact-card-address"}
ENDED = {
    "accepted": "contact-card-accepted",
    "refused": "contact-card-refused",
    "withdrawn": "contact-card-withdrawn",
    "replaced": "contact-card-replaced",
}
NEWS = {
    ("phone", "accepted"): "contact-news-phone",
    ("address", "accepted"): "contact-news-address",
    ("phone", "refused"): "contact-news-refused",
    ("address", "refused"): "contact-news-refused",
}


def children_words(params: Params) -> str:
    """ "Nguyễn Thị Ngọc Lan (7A1)"; plain text."""
    return ", ".join(f"{child['name']} ({child['class']})" for child in params["children"])


@notice("record-card")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What the family reports, what stood there, and the two buttons while it waits."""
    lines = [
        t(
            CARDS[params["field"]],
            who=guardian_words(t, params["who"]),
            children=children_words(params),
            value=params["value"],
            old=params["old"] or t.plain("record-blank"),
        )
    ]
    if params["whose"] is not None:
        lines.append(t("contact-card-whose", who=guardian_words(t, params["whose"])))
    status, own = params["status"], params.get("own", False)
    if status == "asked":
        lines.append(t("contact-card-ask", phone=phone_words(t, params["who"]["phone"])))
        rows = [
            [button(t.plain(key), ContactStep(change=params["change"], step=step).pack())]
            for step, key in (
                ("accept", "contact-button-accept"),
                ("refuse", "contact-button-refuse"),
            )
        ]
        return Rendered("\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows))
    decided = params["decided"]
    values = {}
    if decided.get("name"):
        values = {"who": teacher_words(t, decided), "at": time_words(t, decided["at"])}
    lines.append(t(ENDED[status], **values))
    return Rendered("\n".join(lines), news=not own and status in ("withdrawn", "replaced"))


@notice("record-news")
def news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """How the own report went."""
    key = NEWS[params["field"], params["status"]]
    values = {} if params["status"] == "refused" else {"value": params["value"]}
    who = teacher_words(t, params["decided"])
    return Rendered(t(key, who=who, children=children_words(params), **values))
