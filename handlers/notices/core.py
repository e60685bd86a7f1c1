"""How the program tells that it could not deal with a message."""

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts


@notice("update-set-aside")
def update_set_aside(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the administrator: whose message is not answered."""
    about = {"when": params["when"], "id": str(params["id"])}
    if params["name"] is None:
        return Rendered(t("core-set-aside-stranger", **about))
    return Rendered(t("core-set-aside", name=params["name"], **about))


@notice("update-not-handled")
def update_not_handled(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the one who wrote it."""
    return Rendered(t("core-not-handled", when=params["when"], id=str(params["id"])))
