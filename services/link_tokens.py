"""The addresses of links, signed: what is forged or over is refused before anything is looked up.

A token is the link's number (6 bytes), its end (5 bytes, seconds since 1970) and the first 16
bytes of an HMAC-SHA256 over both and the kind of link: 36 characters.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from services.errors import NotFound, Outdated

SIGNED = 16
LENGTH = 36
TICKET = 22


class LinkKind(StrEnum):
    """What a link is for; also the first part of its path."""

    FILE = "file"
    IMAGE = "image"
    PAGE = "page"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and reads addresses. `base` is where the web server is reached from outside, `key` the
    server's own secret (32 bytes)."""

    base: str
    key: bytes = field(repr=False)

    def _sign(self, *parts: bytes) -> bytes:
        return hmac.digest(self.key, b"\0".join(parts), "sha256")[:SIGNED]

    def token(self, kind: LinkKind, link_id: int, ends: datetime) -> str:
        """The token of a link that is good until `ends`."""
        facts = link_id.to_bytes(6) + int(ends.timestamp()).to_bytes(5)
        signed = self._sign(b"link", kind.encode(), facts)
        return urlsafe_b64encode(facts + signed).decode()

    def address(self, kind: LinkKind, link_id: int, ends: datetime, ending: str = "") -> str:
        """The whole address of a link; `ending` is put behind it (".png")."""
        return f"{self.base.rstrip('/')}/{kind}/{self.token(kind, link_id, ends)}{ending}"

    def read(self, kind: LinkKind, token: str, now: datetime) -> int:
        """The number of a link; raises `NotFound` for a forged token, `Outdated` after its end."""
        if len(token) != LENGTH or not token.isascii():
            raise NotFound("web-no-such-link")
        try:
            packed = urlsafe_b64decode(token)
        except ValueError as error:
            raise NotFound("web-no-such-link") from error
        facts, signed = packed[:-SIGNED], packed[-SIGNED:]
        expected = self._sign(b"link", kind.encode(), facts)
        # Compared as written too: a decoder that passes over strange letters must not help anybody.
        if not hmac.compare_digest(signed, expected) or urlsafe_b64encode(packed) != token.encode():
            raise NotFound("web-no-such-link")
        if int.from_bytes(facts[6:]) <= now.timestamp():
            raise Outdated("web-link-over")
        return int.from_bytes(facts[:6])

    def ticket(self, link_id: int, used_at: datetime) -> str:
        """What lets a browser fetch a file whose link it has just used."""
        used = int(used_at.timestamp()).to_bytes(5)
        signed = self._sign(b"ticket", link_id.to_bytes(6), used)
        return urlsafe_b64encode(signed).decode()[:TICKET]

    def is_ticket(self, told: str, link_id: int, used_at: datetime) -> bool:
        """Whether a ticket is the one that was given."""
        expected = self.ticket(link_id, used_at)
        return hmac.compare_digest(told.encode(errors="replace"), expected.encode())
