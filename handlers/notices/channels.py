"""How troubles with a messenger look: its keys end, or the budget for paid messages is used up."""

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.person_texts import channel_name
from handlers.texts import Texts

TROUBLES = {
    "refused": "channel-key-refused",
    "dead": "channel-key-dead",
    "ending": "channel-key-ending",
}
REFUSALS = {
    "quota": "channel-refuses-quota",
    "billing": "channel-refuses-billing",
    "token": "channel-refuses-token",
    "setup": "channel-refuses-setup",
}
NO_CEILING = "–"


@notice("channel-trouble")
def channel_trouble(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To administrators: what is wrong with the keys of a messenger, until when, what to do."""
    about = {"channel": channel_name(t, params["channel"])}
    if params["trouble"] != "dead":
        about["until"] = params["until"]
    return Rendered(f"{t(TROUBLES[params['trouble']], **about)}\n{t('channel-key-what-to-do')}")


@notice("channel-refuses")
def channel_refuses(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To principal and administrators: a messenger takes no more messages, why, since when."""
    about = {"channel": channel_name(t, params["channel"]), "at": params["at"]}
    why = t(REFUSALS[params["why"]])
    return Rendered(f"{t('channel-refuses', **about)}\n{why}\n{t('channel-refuses-what-now')}")


@notice("ceiling-reached")
def ceiling_reached(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To principal and administrators: paid messages have stopped, with the figures."""
    if params["ceiling"] == "notice":
        head = t("ceiling-reached-notice", number=params["notice"])
    else:
        head = t("ceiling-reached-month", month=params["month"])
    figures = t(
        "ceiling-figures",
        dong=_figure(params["dong"]),
        messages=_figure(params["messages"]),
        most_dong=_most(params["most_dong"]),
        most_messages=_most(params["most_messages"]),
        cost=_figure(params["cost"]),
    )
    return Rendered(f"{head}\n{figures}\n{t('ceiling-what-now')}")


def _most(figure: int | None) -> str:
    return NO_CEILING if figure is None else _figure(figure)


def _figure(figure: int) -> str:
    """ "12.500", as sums are written in Vietnam."""
    return f"{figure:,}".replace(",", ".")


@notice("outbox-stuck")
def outbox_stuck(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Messages that do not leave."""
    return Rendered(t("outbox-stuck", count=params["count"], minutes=params["minutes"]))
