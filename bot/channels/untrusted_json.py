"""JSON that somebody brings us, without what a database could not keep.

Taken out: NUL letters, halves of surrogate pairs, numbers that are none, whatever is nested deeper
than any event of a messenger.
"""

import json
import math
from typing import Any

DEEPEST = 20


def harmless(raw: bytes) -> Any:
    """The value of a body; raises `ValueError` for one that is no JSON."""
    try:
        return _clean(json.loads(raw), DEEPEST)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _clean(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _letters(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        if depth == 0:
            return None
        return {_letters(name): _clean(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner, depth - 1) for inner in value] if depth else None
    return value


def _letters(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")
