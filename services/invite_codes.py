"""Invite codes: what they look like, where they are found in a text, how they become a link.

A code is more than 90 random bits in base64url, so that it can ride in a deep link. Beside it goes
a short one of eight capitals and figures, for messengers whose links carry nothing, where a family
types it from paper. Guessing either is hopeless, and slowed all the same.
"""

import hashlib
import re
import secrets

BYTES = 12
LENGTH = 16
ALIKE = frozenset("Il1O0-_")
SHORT_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
SHORT_FIGURES = "23456789"
_SHORT = re.compile(
    rf"([{SHORT_LETTERS}{SHORT_FIGURES}]{{4}})[ -]?([{SHORT_LETTERS}{SHORT_FIGURES}]{{4}})"
)
_CODE = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}")
_IN_LINK = re.compile(r"[?&]start=([A-Za-z0-9_-]{1,64})")
_LEADS = re.compile(
    r"^(?:mã mời|ma moi|mã|ma|code|lk)(?:\s+(?:là|la))?(?:\s*[:=]\s*|\s+)", re.IGNORECASE
)


def new_code() -> str:
    """A fresh code of letters and figures, without those that look alike on paper."""
    while True:
        code = secrets.token_urlsafe(BYTES)
        if _looks_random(code) and not ALIKE & set(code):
            return code


def new_short_code() -> str:
    """Eight capitals and figures, at least two of each, so that no word looks like one."""
    while True:
        code = "".join(secrets.choice(SHORT_LETTERS + SHORT_FIGURES) for _ in range(8))
        if _looks_short(code):
            return code


def typed(short: str) -> str:
    """A short code as it is printed: "K7QM-4XPN"."""
    return f"{short[:4]}-{short[4:]}"


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def code_in(text: str) -> str | None:
    """The code that a text is: bare, after "mã:", or inside a link; None for any other text.

    A short one comes back without its dash, in capitals.
    """
    if found := _IN_LINK.search(text):
        return found[1]
    bare = _LEADS.sub("", text.strip()).strip(" .,;«»\"'“”")
    if short := _SHORT.fullmatch(bare.upper()):
        joined = short[1] + short[2]
        return joined if _looks_short(joined) else None
    return bare if _CODE.fullmatch(bare) and _looks_random(bare) else None


def _looks_short(code: str) -> bool:
    return sum(c.isdigit() for c in code) >= 2 and sum(c.isalpha() for c in code) >= 2


def _looks_random(code: str) -> bool:
    return any(c.isdigit() for c in code) and any(c.isalpha() for c in code)
