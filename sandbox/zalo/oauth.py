"""OAuth v4 of the Official Account: codes, and pairs of tokens that take turns.

A refresh token is good for one use: with it comes the next, and the old one is dead at once,
whether or not the answer ever arrived.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sandbox.clock import Clock
from sandbox.store import Json, Store
from sandbox.zalo.oa_console import Console

ACCESS_SECONDS = 25 * 3600
REFRESH_SECONDS = 90 * 86400
CODE_SECONDS = 600

Kind = Literal["access", "refresh", "code"]


class OauthError(Exception):
    """A token request that fails; only the words differ."""


def challenge_of(verifier: str) -> str:
    """The PKCE challenge (S256) that belongs to a verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


@dataclass
class Token:
    """An access token, a refresh token or a code, good before `until` (the sandbox's seconds)."""

    token: str
    kind: Kind
    until: float
    challenge: str = ""

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


class Tokens:
    """Everything that was handed out and not used up."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read them back."""
        self._store = store
        self._clock = clock
        self._all = {key: Token(**record) for key, record in store.load("zalo_oa_token")}

    def pair(self) -> Json:
        """A fresh pair, as the token endpoint and the API Explorer give it."""
        return {
            "access_token": self._make("access", ACCESS_SECONDS).token,
            "refresh_token": self._make("refresh", REFRESH_SECONDS).token,
            "expires_in": str(ACCESS_SECONDS),  # a text, as Zalo has it
        }

    def code(self, challenge: str) -> str:
        """A code, as the consent page sends it back; good for ten minutes and one use."""
        return self._make("code", CODE_SECONDS, challenge).token

    def access(self, token: str) -> bool | None:
        """Whether an access token is good; None where there never was such a one."""
        found = self._all.get(token)
        if found is None or found.kind != "access":
            return None
        return self._clock.unix() < found.until

    def expire(self, kind: str) -> int:
        """Kill all tokens of a kind; how many there were."""
        killed = [token for token in self._all.values() if token.kind == kind and token.until]
        for token in killed:
            token.until = 0.0
            self._store.put("zalo_oa_token", token.token, token)
        return len(killed)

    def redeem(self, console: Console, secret_key: str, form: Mapping[str, str]) -> Json:
        """Answer a token request; raises OauthError, and hands out nothing then."""
        if form.get("app_id") != console.app_id:
            raise OauthError("Invalid app id")
        given = secret_key.encode("utf-8", "surrogateescape")  # headers may be any bytes
        if not secrets.compare_digest(given, console.secret_key.encode()):
            raise OauthError("Invalid secret key")
        grant = form.get("grant_type")
        if grant == "authorization_code":
            self._take_code(form.get("code", ""), form.get("code_verifier", ""))
        elif grant == "refresh_token":
            self._use_up(self._good(form.get("refresh_token", ""), "refresh"))
        else:
            raise OauthError("Invalid grant type")
        return self.pair()

    def _take_code(self, code: str, verifier: str) -> None:
        found = self._good(code, "code")
        if found.challenge and challenge_of(verifier) != found.challenge:
            raise OauthError("Invalid code verifier")
        self._use_up(found)

    def _good(self, token: str, kind: Kind) -> Token:
        found = self._all.get(token)
        if found is None or found.kind != kind or self._clock.unix() >= found.until:
            raise OauthError("Invalid refresh token" if kind == "refresh" else "Invalid code")
        return found

    def _use_up(self, token: Token) -> None:
        del self._all[token.token]
        self._store.drop("zalo_oa_token", token.token)

    def _make(self, kind: Kind, seconds: int, challenge: str = "") -> Token:
        token = Token(secrets.token_urlsafe(90), kind, self._clock.unix() + seconds, challenge)
        self._all[token.token] = token
        self._store.put("zalo_oa_token", token.token, token)
        return token
