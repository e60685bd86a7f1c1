"""News for whoever was given an extra class or club to lead."""

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts


@notice("group-leader")
def leader(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Which group, and how to keep its list."""
    return Rendered(t("activity-news-leader", name=params["group"]))
