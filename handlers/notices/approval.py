"""How a question to the principal looks, open and closed, and its answer to the author.

An open card shows the whole text, since nobody approves what they have not seen; a closed one may
shorten it, since the reason has to fit as well.
"""

import html
from collections.abc import Iterable

from handlers.approval_buttons import card_buttons, returned_buttons, step_data
from handlers.capabilities import Capabilities
from handlers.notice_words import audience_words, author_words, reach_words, why_words
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts

KINDS = {
    "routine": "approval-kind-routine",
    "trip": "approval-kind-trip",
    "money": "approval-kind-money",
    "other": "approval-kind-other",
}
CLOSED = {
    "approved": "approval-closed-approved",
    "rejected": "approval-closed-rejected",
    "changes_asked": "approval-closed-changes",
    "withdrawn": "approval-closed-withdrawn",
    "taken": "approval-closed-taken",
}
RESULTS = {
    "approved": "approval-result-approved",
    "rejected": "approval-result-rejected",
    "changes_asked": "approval-result-changes",
    "withdrawn": "approval-result-withdrawn",
}
ANSWERED = {
    "approved": "approval-answered-approved",
    "rejected": "approval-answered-rejected",
    "changes_asked": "approval-answered-changes",
    "withdrawn": "approval-answered-withdrawn",
}
CODES = {"approve": None, "reject": "approval-code-reject", "changes": "approval-code-changes"}
CLOSED_TEXT, RESULT_TEXT = 2600, 300  # signs of the notice that are shown again
ANEW_TEXT = 120  # the same, where it is a message of its own below the one that asked


@notice("approval-card")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Text, sender, audience and why, with the three buttons.

    Where they are typed, it is as a code with the words that follow it: "TUCHOI H4 lí do".
    """
    codes = {
        step_data(params["approval"], step): t.plain(key) if key else ""
        for step, key in CODES.items()
    }
    buttons = card_buttons(t, params["approval"])
    return Rendered(_body(t, params, params["text"]), buttons, codes)


@notice("approval-closed")
def closed(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The same without buttons: what was decided, by whom and when.

    News for whoever did not decide it; short where the question cannot be changed.
    """
    said = t(
        CLOSED[params["status"]],
        name=params.get("by", ""),
        gender=params.get("by_gender", ""),
        when=params["when"],
    )
    if capabilities.edits:
        lines = [_body(t, params, _short(params["text"], CLOSED_TEXT)), "", said]
    else:
        lines = [said, _quote(_short(" ".join(params["text"].split()), ANEW_TEXT))]
    if params.get("reason"):
        lines.append(reason_line(t, params["reason"]))
    return Rendered("\n".join(lines), news=not params.get("own", False))


@notice("approval-result")
def result(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The answer to the author; what comes back can be changed and asked again."""
    head = t(
        RESULTS[params["status"]], name=params["by"], gender=params["gender"], when=params["when"]
    )
    lines = [head, _quote(_short(params["text"], RESULT_TEXT))]
    if params["status"] in ("approved", "withdrawn"):
        return Rendered("\n".join(lines))
    lines.append(reason_line(t, params["reason"]))
    return Rendered("\n".join(lines), returned_buttons(t, params["notice"]))


@notice("approval-answered")
def answered(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The author's own question once it is answered: nothing to tap any more.

    No news: `approval-result` tells the author, or they have taken it back themselves.
    """
    audience = audience_words(t, params["audience"])
    said = t(ANSWERED[params["status"]], audience=audience, when=params["when"])
    return Rendered(f"{said}\n{_quote(params['text'])}", news=False)


@notice("delegation-given")
def delegation_given(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the one who decides in the principal's place from now on."""
    return Rendered(
        t(
            "delegation-given",
            number=str(params["number"]),
            name=params["by"],
            kinds=kind_names(t, params["kinds"]),
            until=params["until"],
        )
    )


@notice("delegation-ended")
def delegation_ended(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the one from whom it was taken back."""
    return Rendered(t("delegation-ended", number=str(params["number"])))


def kind_names(t: Texts, kinds: Iterable[str]) -> str:
    """ "thu tiền; chuyến đi", plain."""
    return "; ".join(t.plain(KINDS[kind]) for kind in kinds)


def reason_line(t: Texts, reason: str) -> str:
    """ "Lí do: …"; the catalogues' values are of a thousand signs at most, so it is joined here."""
    return f"{t('approval-reason')} {html.escape(reason, quote=False)}"


def _quote(text: str) -> str:
    return f"<blockquote>{html.escape(text, quote=False)}</blockquote>"


def _body(t: Texts, params: Params, text: str) -> str:
    lines = [
        t("approval-head", kind=t.plain(KINDS[params["kind"]])),
        t("approval-from", author=author_words(t, params["author"]), when=params["asked"]),
        t(
            "approval-to",
            audience=audience_words(t, params["audience"]),
            people=params["people"],
            linked=params["linked"],
        ),
    ]
    if told := reach_words(t, params.get("reach")):
        lines.append(told)
    if params["why"]:
        lines.append(t("approval-because", why=why_words(t, params["why"])))
    if params["urgent"]:
        lines.append(t("approval-urgent"))
    return "\n".join([*lines, "", _quote(text)])


def _short(text: str, limit: int) -> str:
    """At most `limit` signs as messengers count them, where an emoji is two."""
    signs = text.encode("utf-16-le")
    if len(signs) // 2 <= limit:
        return text
    return signs[: 2 * (limit - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
