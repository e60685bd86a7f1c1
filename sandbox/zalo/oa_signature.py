"""The mark by which a webhook knows that Zalo wrote to it."""

import hashlib


def oa_mac(first: str, raw: bytes, timestamp: str, secret: str) -> str:
    """The hex digest behind `mac=`: a plain SHA-256 of everything in a row, no HMAC.

    `first` is the app's id (or, as some report, the OA's), `raw` the very bytes of the body.
    """
    return hashlib.sha256(first.encode() + raw + timestamp.encode() + secret.encode()).hexdigest()
