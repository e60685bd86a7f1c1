"""How notices about accounts and duties look."""

from typing import Any

from aiogram.filters.callback_data import CallbackData

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.person_texts import DUTY_KEYS, channel_name, children_lines, round_words
from handlers.showing import button, keyboard
from handlers.texts import Texts, texts
from services.access import Duty

DECIDED = {
    "accepted": "identity-request-accepted",
    "refused": "identity-request-refused",
    "void": "identity-request-void",
}


class Decide(CallbackData, prefix="lr"):
    """The homeroom teacher's word on a shared number."""

    request: int
    yes: bool


def request_text(t: Texts, params: Params) -> str:
    """The question about a shared number, without its buttons."""
    about = {
        "guardian": params["guardian"],
        "phone": params["phone"],
        "children": children_lines(t, params["children"]),
    }
    text = t("identity-request", **about)
    if params.get("shown"):
        text += "\n" + t("identity-request-shown", shown=params["shown"])
    return text


def request_buttons(t: Texts, request: int) -> Any:
    """[Đúng là phụ huynh] [Không phải]."""
    return keyboard(
        [button(t.plain("identity-request-yes"), Decide(request=request, yes=True).pack())],
        [button(t.plain("identity-request-no"), Decide(request=request, yes=False).pack())],
    )


@notice("link-request")
def link_request(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The question to the homeroom teacher, and what became of it: news for the others asked."""
    text = request_text(t, params)
    status = params.get("status")
    if status is None:
        return Rendered(
            f"{text}\n{t('identity-request-ask')}", request_buttons(t, params["request"])
        )
    said = t(DECIDED[status], by=params["by"], when=params["when"])
    return Rendered(f"{text}\n\n{said}", news=not params.get("own", False))


@notice("link-confirmed")
def link_confirmed(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The guardian's welcome after the teacher's yes."""
    t = _chosen(params, t)
    children = children_lines(t, params["children"])
    text = t("identity-welcome-family", name=params["guardian"])
    steps = f"{t('identity-next-family')}\n{t('identity-next-help')}"
    return Rendered(f"{text}\n{children}\n\n{steps}")


@notice("link-not-confirmed")
def link_not_confirmed(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A neutral no."""
    return Rendered(_chosen(params, t)("identity-number-not-confirmed"))


@notice("link-another")
def link_another(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a person's other phones: one more was linked."""
    t = _chosen(params, t)
    told = t("identity-another", channel=channel_name(t, params["channel"]), when=params["when"])
    where = "identity-another-first" if params.get("first") else "identity-first-there"
    return Rendered(f"{told}\n{t(where)}")


@notice("link-ended")
def link_ended(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the chat that was unlinked, whoever holds the phone."""
    return Rendered(_chosen(params, t)("identity-ended"))


@notice("link-guessing")
def link_guessing(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the administrator: many wrong codes at once."""
    return Rendered(t("identity-guessing", count=params["count"]))


@notice("duty-granted")
def duty_granted(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the one who got a duty."""
    duty = t.plain(DUTY_KEYS[Duty(params["duty"])])
    if params["until"]:
        return Rendered(t("duty-granted-until", duty=duty, until=params["until"]))
    return Rendered(t("duty-granted", duty=duty))


@notice("duty-revoked")
def duty_revoked(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the one whose duty has ended."""
    return Rendered(t("duty-revoked", duty=t.plain(DUTY_KEYS[Duty(params["duty"])])))


def _chosen(params: Params, t: Texts) -> Texts:
    """Notices to a chat rather than a person carry their reader's language."""
    return texts(params["language"]) if "language" in params else t


@notice("duty-limited")
def duty_limited(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To a secretary: which tests the duty is for."""
    return Rendered(t("duty-round-told", round=round_words(t, params)))
