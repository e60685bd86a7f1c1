"""The console: what an administrator enters about app and Official Account on Zalo's pages."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.store import Json, Store

SECRETS = ("secret_key", "oa_secret")


class ConsoleError(ValueError):
    """An entry that makes no sense."""


@dataclass
class Console:
    """App and account. `oa_secret` signs the webhook; empty means the app's `secret_key`.

    `code_challenge` is the one PKCE challenge of the consent link; `admins` are the numbers
    (84…) that may be sent templates in development mode.
    """

    webhook_url: str = ""
    app_id: str = "360846524940903967"
    secret_key: str = field(default="SandboxAppSecret0001", repr=False)
    oa_secret: str = field(default="", repr=False)
    oa_id: str = "388613280878808645"
    name: str = "Trường THCS (thử)"
    code_challenge: str = ""
    package_name: str = "Nâng cao"
    is_verified: bool = True
    admins: list[str] = field(default_factory=list)

    @property
    def webhook_secret(self) -> str:
        """The key behind the webhook's mark."""
        return self.oa_secret or self.secret_key

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))

    def shown(self) -> Json:
        """The facts without the secrets; of those only whether they are set."""
        return {k: bool(v) if k in SECRETS else v for k, v in vars(self).items()}


def read_console(store: Store) -> Console:
    """The console as it was left."""
    kept = dict(store.load("zalo_oa")).get("console", {})
    known = vars(Console())
    return Console(**{name: value for name, value in kept.items() if name in known})


def changed_console(console: Console, wish: Json) -> Console:
    """A console with what the wish names; raises ConsoleError."""
    now = console.record()
    for name, value in wish.items():
        if name not in now:
            raise ConsoleError(f"unknown entry {name!r}; there are {', '.join(now)}")
        if not _fits(name, value):
            raise ConsoleError(f"{name} cannot be {value!r}" if name not in SECRETS else name)
    return Console(**{**now, **wish})


def _fits(name: str, value: Any) -> bool:
    if name == "is_verified":
        return isinstance(value, bool)
    if name == "admins":
        return isinstance(value, list) and all(isinstance(number, str) for number in value)
    if not isinstance(value, str):
        return False
    if name == "webhook_url":
        return value == "" or value.startswith(("http://", "https://"))
    if name in ("app_id", "oa_id"):
        return value.isascii() and value.isdigit()
    return bool(value) or name in ("oa_secret", "code_challenge")
