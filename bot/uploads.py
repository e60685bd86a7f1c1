"""A file from an upload link, as the update that its messenger would have brought if it could.

It is a document with the command of its purpose as caption, so the conversation takes it whatever
its state; the id says that the file is in the store already.
"""

from datetime import datetime
from typing import Any

from bot.channels.base import Heard


def is_upload(payload: dict[str, Any]) -> bool:
    """Whether what was kept came through an upload link."""
    return "upload" in payload


def read_upload(payload: dict[str, Any], row_id: int, now: datetime) -> Heard:
    """The chat and the message; `row_id` is the inbox row's number."""
    upload = payload["upload"]
    chat = upload["chat"]
    who = {"id": int(chat), "is_bot": False, "first_name": "-"}
    message = {
        "message_id": row_id,
        "date": int(now.timestamp()),
        "chat": {"id": int(chat), "type": "private"},
        "from": who,
        "caption": f"/{upload['command']}",
        "document": {
            "file_id": f"file:{upload['file']}",
            "file_unique_id": upload["file"][:16],
            "file_name": upload["name"],
            "mime_type": upload["mime"],
            "file_size": upload["size"],
        },
    }
    return Heard(chat, [{"update_id": row_id, "message": message}])
