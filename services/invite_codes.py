"""Invite codes: what they look like, where they are found in a text, how they become a link.

A code is more than 90 random bits in base64url, so that it can ride in a Telegram deep link; its 16
letters and figures can still be typed from paper. Guessing is hopeless, and slowed all the same.
"""

import hashlib
import re
import secrets

BYTES = 12
LENGTH = 16
ALIKE = frozenset("Il1O0-_")
_CODE = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}")
_IN_LINK = re.compile(r"[?&]start=([A-Za-z0-9_-]{1,64})")
_LEADS = re.compile(r"^(?:mã mời|ma moi|mã|ma|code)\s*(?:là|la)?\s*[:=]?\s*", re.IGNORECASE)


def new_code() -> str:
    """A fresh code of letters and figures, without those that look alike on paper."""
    while True:
        code = secrets.token_urlsafe(BYTES)
        if _looks_random(code) and not ALIKE & set(code):
            return code


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def code_in(text: str) -> str | None:
    """The code that a text is: bare, after "mã:", or inside a link; None for any other text."""
    if found := _IN_LINK.search(text):
        return found[1]
    bare = _LEADS.sub("", text.strip()).strip(" .,;«»\"'“”")
    return bare if _CODE.fullmatch(bare) and _looks_random(bare) else None


def _looks_random(code: str) -> bool:
    return any(c.isdigit() for c in code) and any(c.isalpha() for c in code)
