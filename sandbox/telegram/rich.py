"""Rich messages; a first form that takes blocks as they are."""

from typing import Any

from sandbox.store import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad


def rich_message(call: Call, wish: Any) -> Json:
    """`RichMessage` from `InputRichMessage`; raises ApiError 400."""
    if not isinstance(wish, dict) or not wish.get("blocks"):
        raise bad("rich message must have blocks")
    return {"blocks": wish["blocks"]}
