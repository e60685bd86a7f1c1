"""Formatted text: what a bot may send and what a reader makes of it.

Markup becomes plain text and entities; blanks at both ends go, as on the real server; commands,
links, mentions, hashtags, mail addresses and phone numbers are found in what is left.
"""

import re
from typing import Any

from sandbox.store import Json
from sandbox.telegram.entities_html import parse_html
from sandbox.telegram.entities_markdown import parse_markdown, parse_markdown_v2
from sandbox.telegram.errors import bad
from sandbox.telegram.utf16 import offsets, units

MAX_RAW_BYTES = 32768
KNOWN = {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
}
FACTS = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}
NO_DETECTION_INSIDE = {"code", "pre", "text_link", "text_mention", "custom_emoji"}

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}»”'])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})"
    r"|(?<![\w/>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w&])(?P<hashtag>#\w*[^\W\d_]\w*)"
    r"|(?<![\w.])(?P<phone_number>\+\d[\d ]{8,14}\d)(?!\w)"
)
_HINT = re.compile(r"[/@#+]|https?:")
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\u2028\u2029\u202a-\u202e\ufeff]")


def format_text(text: str, parse_mode: str | None, entities: Any) -> tuple[str, list[Json]]:
    """Plain text and all its entities; raises ApiError 400 where the markup is broken."""
    if len(text.encode("utf-8", "replace")) > MAX_RAW_BYTES:
        raise bad("message is too long")
    mode = (parse_mode or "").lower()
    if mode == "html":
        text, found = parse_html(text)
    elif mode == "markdownv2":
        text, found = parse_markdown_v2(text)
    elif mode == "markdown":
        text, found = parse_markdown(text)
    elif mode:
        raise bad("unsupported parse_mode")
    else:
        found = given(entities, units(text)) if entities else []
    text, found = _tidy(text, found)
    return text, sort(found + detect(text, found))


def detect(text: str, taken: list[Json]) -> list[Json]:
    """Commands, links, mentions and the like that nobody marked."""
    if not _HINT.search(text):
        return []
    table = offsets(text)
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        start, end = match.span()
        if table:
            start, end = table[start], table[end]
        if any(
            e["type"] in NO_DETECTION_INSIDE
            and e["offset"] < end
            and start < e["offset"] + e["length"]
            for e in taken
        ):
            continue
        found.append({"offset": start, "length": end - start, "type": str(match.lastgroup)})
    return found


def given(entities: Any, length: int) -> list[Json]:
    """Entities as the caller gave them, checked; empty and outlying ones are dropped."""
    if not isinstance(entities, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    found = []
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad("can't parse MessageEntity: type is not specified")
        offset, size = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(size, int):
            raise bad("can't parse MessageEntity: offset and length must be numbers")
        if entity["type"] not in KNOWN or offset < 0 or size <= 0 or offset >= length:
            continue
        made = {"offset": offset, "length": min(size, length - offset), "type": entity["type"]}
        found.append(made | _facts(entity))
    return found


def _facts(entity: Json) -> Json:
    facts: Json = {}
    if entity["type"] == "text_mention":
        user = entity.get("user")
        if not isinstance(user, dict) or not isinstance(user.get("id"), int):
            raise bad("can't parse MessageEntity: user is not specified")
        facts["user"] = {"id": user["id"], "is_bot": False, "first_name": ""}
    for kind, name in FACTS.items():
        if entity["type"] == kind:
            facts[name] = str(entity.get(name) or "")
            if kind != "pre" and not facts[name]:
                raise bad(f"can't parse MessageEntity: {name} is not specified")
    return facts


def sort(entities: list[Json]) -> list[Json]:
    """By place, the longer one first."""
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    if _UNWANTED.search(text):
        # Telegram turns these into blanks or drops them; a blank keeps every offset.
        text = _UNWANTED.sub(" ", text)
    trimmed = text.strip()
    if len(trimmed) == len(text) or not entities:
        return trimmed, entities
    before = units(text[: len(text) - len(text.lstrip())])
    length = units(trimmed)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - before)
        end = min(length, entity["offset"] + entity["length"] - before)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return trimmed, kept
