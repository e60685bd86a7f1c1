"""How a backup ended, to who asked for it; what went wrong, to the administrators."""

from handlers.backups import megabytes
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts


@notice("backup")
def backup(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Made, proved, or why not."""
    if params["fault"]:
        return Rendered(t("backup-failed", kind=params["kind"], fault=params["fault"]))
    return Rendered(t("backup-made", size=megabytes(params["size"])))
