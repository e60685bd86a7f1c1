"""Telegram's HTML: a small set of tags, and a refusal for all others."""

import re
from html import unescape

from sandbox.store import Json
from sandbox.telegram.errors import ApiError, bad
from sandbox.telegram.utf16 import units

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[^\s/>]*)(?P<rest>[^>]*)(?P<close>>?)|(?P<text>[^<]+)")
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/.*)?")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")


def _problem(reason: str) -> ApiError:
    return bad(f"can't parse entities: {reason}")


def plain(text: str) -> str:
    """Text with the few named and the numeric character references resolved."""
    return _ENTITY.sub(lambda m: unescape(m[0]), text) if "&" in text else text


def attributes(text: str) -> dict[str, str]:
    """The attributes of a start tag, names in lower case."""
    return {
        name.lower(): plain(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities, in UTF-16 units; raises ApiError 400."""
    out: list[str] = []
    length = 0
    entities: list[Json] = []
    open_tags: list[tuple[str, Json]] = []
    for match in _PIECE.finditer(source):
        if match["text"] is not None:
            text = plain(match["text"])
            out.append(text)
            length += units(text)
            continue
        place = len(source[: match.start()].encode())
        tag = match["tag"].lower()
        if not match["close"]:
            raise _problem(
                f"Unclosed {'end' if match['end'] else 'start'} tag at byte offset {place}"
            )
        if match["end"]:
            if not open_tags:
                raise _problem(f"Unexpected end tag at byte offset {place}")
            expected, entity = open_tags.pop()
            if tag and tag != expected:
                raise _problem(
                    f'Unmatched end tag at byte offset {place}, expected "</{expected}>",'
                    f' found "</{tag}>"'
                )
            _finish(entity, length, entities, "".join(out))
            continue
        open_tags.append((tag, _start(tag, attributes(match["rest"]), length, place, open_tags)))
    if open_tags:
        raise _problem(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return "".join(out), entities


def _start(
    tag: str, attrs: dict[str, str], offset: int, place: int, parents: list[tuple[str, Json]]
) -> Json:
    kind = TAGS.get(tag)
    if kind is None:
        raise _problem(f'Unsupported start tag "{tag}" at byte offset {place}')
    entity: Json = {"offset": offset, "length": 0, "type": kind}
    if tag == "a":
        entity["url"] = attrs.get("href", "")
    elif tag == "span":
        if attrs.get("class") != "tg-spoiler":
            raise _problem(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
    elif tag == "blockquote" and "expandable" in attrs:
        entity["type"] = "expandable_blockquote"
    elif tag == "tg-emoji":
        if not attrs.get("emoji-id", "").isdigit():
            raise _problem("Invalid custom emoji identifier specified")
        entity["custom_emoji_id"] = attrs["emoji-id"]
    elif tag == "code" and parents and parents[-1][0] == "pre":
        language = attrs.get("class", "")
        if language.startswith("language-"):
            parents[-1][1]["language"] = language.removeprefix("language-")
            entity["type"] = ""
    return entity


def _finish(entity: Json, length: int, entities: list[Json], so_far: str) -> None:
    entity["length"] = length - entity["offset"]
    if entity["type"] == "text_link":
        _finish_link(entity, so_far)
    if entity["length"] > 0 and entity["type"]:
        entities.append(entity)


def _finish_link(entity: Json, so_far: str) -> None:
    url = entity["url"]
    if not url:  # <a>example.com</a> links to what it says
        url = so_far.encode("utf-16-le")[entity["offset"] * 2 :].decode("utf-16-le")
    if url.startswith("tg://user?id=") and url[13:].isdigit():
        del entity["url"]
        entity["type"] = "text_mention"
        entity["user"] = {"id": int(url[13:]), "is_bot": False, "first_name": ""}
        return
    if url.startswith(("http://", "https://", "tg://", "mailto:", "tel:")):
        entity["url"] = url
    elif _HOST.fullmatch(url):
        entity["url"] = f"http://{url}" if "/" in url else f"http://{url}/"
    else:
        entity["type"] = ""  # not a link at all: Telegram keeps the text and drops the entity
