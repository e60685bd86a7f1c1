"""Reads the message of a `message/cs` call the way Zalo does: what does not fit is refused.

Every refusal is an OaError: -201 for a field, -210 for a text that is too long.
"""

from typing import Any

from sandbox.store import Json
from sandbox.telegram.utf16 import units
from sandbox.zalo.oa_errors import TOO_LONG, OaError, invalid

MAX_TEXT = 2000
MAX_BUTTONS = 5
MAX_PAYLOAD = 1000
MAX_TITLE = 100
MAX_SUBTITLE = 500
QUERIES = {"oa.query.show": "query.show", "oa.query.hide": "query.hide"}


def text_of(message: Json) -> str:
    """The text, which may be missing; counted as Java counts, the stricter way."""
    text = message.get("text", "")
    if not isinstance(text, str):
        raise invalid("text")
    if units(text) > MAX_TEXT:
        raise OaError(TOO_LONG, f"text is over {MAX_TEXT} characters")
    return text


def part(source: Json, name: str) -> Json:
    """An object inside an object."""
    found = source.get(name)
    if not isinstance(found, dict):
        raise invalid(name)
    return found


def element(payload: Json) -> Json:
    """The one element of a payload."""
    found = payload.get("elements")
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], dict):
        raise invalid("elements")
    return found[0]


def buttons_of(payload: Json) -> list[Json]:
    """The buttons of a text, as the phone keeps them."""
    found = payload.get("buttons")
    if not isinstance(found, list) or not 1 <= len(found) <= MAX_BUTTONS:
        raise invalid("buttons")
    return [_button(button) for button in found]


def form_of(payload: Json) -> Json:
    """The request for name and phone number."""
    wish = element(payload)
    form: Json = {
        "title": _words(wish, "title", MAX_TITLE),
        "subtitle": _words(wish, "subtitle", MAX_SUBTITLE),
        "image_url": address(wish, "image_url"),
    }
    return form


def address(source: Json, name: str) -> str:
    """A web address."""
    url = source.get(name)
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        raise invalid(name)
    return url


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise invalid("buttons")
    shown: Json = {"text": _words(button, "title", MAX_TITLE)}
    kind, payload = button.get("type"), button.get("payload")
    if isinstance(kind, str) and kind in QUERIES:
        if not isinstance(payload, str) or not payload.strip() or units(payload) > MAX_PAYLOAD:
            raise invalid("payload")
        return {**shown, "kind": QUERIES[kind], "payload": payload}
    if kind not in ("oa.open.url", "oa.open.phone", "oa.open.sms"):
        raise invalid("type")
    if not isinstance(payload, dict):
        raise invalid("payload")
    if kind == "oa.open.url":
        return {**shown, "kind": "url", "url": address(payload, "url")}
    number = payload.get("phone_code")
    if not isinstance(number, str) or not number.isdigit():
        raise invalid("phone_code")
    if kind == "oa.open.sms":
        _words(payload, "content", MAX_TEXT)
    scheme = "sms" if kind == "oa.open.sms" else "tel"
    return {**shown, "kind": "phone", "url": f"{scheme}:+{number}"}


def _words(source: Json, name: str, longest: int) -> str:
    text = source.get(name)
    if not isinstance(text, str) or not text.strip() or units(text) > longest:
        raise invalid(name)
    return text
