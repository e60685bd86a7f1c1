"""Whether it is Zalo that wrote to our webhook: the mark over the very bytes of the body.

A plain SHA-256 over id, body, time and key, in a row. Reports differ on which id (the app's or the
account's), where the time stands (in the body or in a header) and which key it is (the webhook's
own or the app's), so every documented variant is tried, and which one it was is told.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence

MARK = "X-ZEvent-Signature"
TIME = "X-ZEvent-Timestamp"
PREFIXES = ("mac=", "sha256=")
HEX = 64


def mac(first: str, raw: bytes, timestamp: str, secret: str) -> str:
    """The mark: `first` is the app's id, or the account's."""
    whole = first.encode() + raw + timestamp.encode(errors="replace") + secret.encode()
    return hashlib.sha256(whole).hexdigest()


def verify(
    raw: bytes,
    headers: Mapping[str, str],
    app_id: str,
    oa_id: str,
    secrets: Sequence[tuple[str, str]],
) -> str | None:
    """Which variant the mark is ("app_id, body time, oa secret"); None where it is none.

    `secrets` are keys with their names. All variants are reckoned and compared in constant time,
    whichever fits.
    """
    told = headers.get(MARK, "").strip()
    for prefix in PREFIXES:
        told = told.removeprefix(prefix)
    mark = told.strip().lower().encode(errors="replace")
    found: str | None = None
    for who, first in (("app_id", app_id), ("oa_id", oa_id)):
        for when, timestamp in _times(raw, headers):
            for name, secret in secrets:
                if not first or not secret:
                    continue
                expected = mac(first, raw, timestamp, secret).encode()
                if hmac.compare_digest(expected, mark) and found is None:
                    found = f"{who}, {when} time, {name}"
    return found


def _times(raw: bytes, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """The times that the mark may be over, as they are written."""
    found = [("header", headers[TIME])] if headers.get(TIME) else []
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return found
    stamp = told.get("timestamp") if isinstance(told, dict) else None
    if isinstance(stamp, str | int) and not isinstance(stamp, bool):
        found.insert(0, ("body", str(stamp)[:HEX]))
    return found
