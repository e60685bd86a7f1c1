"""What is unknown about the Zalo Bot Platform, or changes: one switch each."""

from dataclasses import dataclass, field
from typing import Literal

from sandbox.zalo.options import register


@register("bot")
@dataclass
class BotOptions:
    """How the Zalo Bot server behaves.

    http_errors: errors come with their own HTTP status, not with 200.
    updates: getUpdates gives what comes while it is open, `once`, and the rest is lost; or it
        `replay`s the last one at every call; or it keeps a `queue` (for demonstrations only).
    body: webhook bodies are the bare update (`flat`) or `wrapped` in `{ok, result}`.
    photo_field: where an incoming picture's address is.
    unsupported: whether message.unsupported.received comes `with` its message or `without`.
    links: how a text with a link arrives.
    special: ids of people whose messages all arrive as unsupported (children, for legal reasons).
    monthly_limit: messages that a bot may send in a month; null lifts it.
    user_limit: people a bot may talk with; later ones do not reach it; null lifts it.
    https_only: webhooks must be https, except on this machine.
    retries: how often a webhook call that failed is brought again (after 1, 2, 4… seconds).
    shuffle: webhook calls of one chat overtake each other.
    empty_probes: an empty body without the secret comes before every update.
    groups: the bot may be added to groups.
    """

    http_errors: bool = False
    updates: Literal["once", "replay", "queue"] = "once"
    body: Literal["flat", "wrapped"] = "flat"
    photo_field: Literal["photo_url", "photo"] = "photo_url"
    unsupported: Literal["with", "without"] = "with"
    links: Literal["text", "unsupported"] = "text"
    special: list[int] = field(default_factory=list)
    monthly_limit: int | None = 3000
    user_limit: int | None = None
    https_only: bool = True
    retries: int = 3
    shuffle: bool = False
    empty_probes: bool = False
    groups: bool = True
