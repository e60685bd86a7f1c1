"""What every handler is handed: the unit of work, the person's texts, the channel."""

from dataclasses import dataclass

from handlers.capabilities import Capabilities
from handlers.outside import Outside
from handlers.texts import Texts
from services.access import Actor
from services.link_tokens import Links
from services.unit import Unit


@dataclass(slots=True)
class Context:
    """One update being handled. `account_id` and `chat` say where the answer goes.

    `menu` marks which menu of commands the chat shows; None for the one of strangers. `outside` is
    what was got outside the unit of work; `links` makes links to our own web server, None where
    there is none.
    """

    unit: Unit
    t: Texts
    capabilities: Capabilities
    channel: str
    chat: str
    account_id: int
    outside: Outside
    links: Links | None = None
    was_closed: bool = False
    menu: str | None = None

    @property
    def actor(self) -> Actor | None:
        """The linked person who writes; None for a stranger."""
        return self.unit.actor
