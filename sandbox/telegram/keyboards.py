"""Keyboards a bot may attach: buttons under a message, and those in place of the keys.

Checked here and only here; what is refused is refused with the words of the real server.
"""

from typing import Any

from sandbox.store import Json
from sandbox.telegram.errors import ApiError, bad

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_DATA_BYTES = 64
STYLES = ("danger", "success", "primary")
INLINE_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
REPLY_KINDS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "request_user",
    "web_app",
    "request_managed_bot",
)


def inline_only(markup: Any) -> Json | None:
    """Markup of an edit: an inline keyboard or nothing; raises ApiError 400."""
    checked = check(markup)
    if checked is not None and "inline_keyboard" not in checked:
        raise bad("inline keyboard expected")
    return checked


def check(markup: Any) -> Json | None:
    """Any reply markup, tidied; None where there is none; raises ApiError 400."""
    if markup in (None, ""):
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        buttons = [[_inline_button(b) for b in row] for row in rows]
        return {"inline_keyboard": buttons}
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "keyboard")
        return {**markup, "keyboard": [[_reply_button(b) for b in row] for row in rows]}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad(f'field "{what.replace(" ", "_")}" of the reply markup must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f"can't parse {what}: rows must be Arrays")
    full = [row for row in rows if row]
    if sum(map(len, full)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    if any(len(row) > MAX_ROW for row in full):
        raise bad("reply markup is too long")
    return full


def _problem(what: str, reason: str) -> ApiError:
    return bad(f"can't parse {what} button: {reason}")


def _text(button: Json, what: str) -> None:
    text = button.get("text")
    if not isinstance(text, str):
        raise _problem(what, 'Can\'t find field "text"')
    if not text.strip():
        raise _problem(what, "Text buttons must be non-empty")
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise _problem(what, "invalid button style specified")


def _inline_button(wish: Any) -> Json:
    if not isinstance(wish, dict):
        raise _problem("inline keyboard", "expected an Object")
    button: Json = {k: v for k, v in wish.items() if v is not None}
    _text(button, "inline keyboard")
    kinds = [kind for kind in INLINE_KINDS if kind in button]
    if not kinds:
        raise _problem("inline keyboard", "Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    if "url" in button:
        url = button["url"]
        if not isinstance(url, str) or not url.startswith(("http://", "https://", "tg://")):
            raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if "copy_text" in button:
        copied = button["copy_text"]
        text = copied.get("text") if isinstance(copied, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= 256:
            raise bad("BUTTON_COPY_TEXT_INVALID")
    return button


def _reply_button(wish: Any) -> Json:
    if isinstance(wish, str):
        wish = {"text": wish}
    if not isinstance(wish, dict):
        raise _problem("keyboard", "expected an Object")
    button: Json = {k: v for k, v in wish.items() if v is not None}
    _text(button, "keyboard")
    if sum(kind in button for kind in REPLY_KINDS) > 1:
        raise _problem("keyboard", "at most one kind of request is allowed")
    return button
