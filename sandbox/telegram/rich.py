"""Rich messages: blocks with headings, tables, lists and pictures.

What a bot sends (`InputRichMessage`) is checked against the specification and the limits, and
becomes what readers get (`RichMessage`): files become known files, list items get labels.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.store import Json
from sandbox.telegram.call import Call
from sandbox.telegram.content import document_json, photo_json
from sandbox.telegram.errors import ApiError, bad
from sandbox.telegram.input_media import stored_file
from sandbox.telegram.keyboards import MAX_DATA_BYTES
from sandbox.telegram.rich_html import html_blocks
from sandbox.telegram.spec import document
from sandbox.telegram.utf16 import units

MAX_LENGTH = 32768
MAX_BLOCKS = 500
MAX_DEPTH = 16
MAX_MEDIA = 50
MAX_COLUMNS = 20
STYLES = ("danger", "success", "primary", "link")
MEDIA_LINK = re.compile(r"tg://(?:photo|document)\?id=([A-Za-z0-9_-]{1,64})")
PLAIN = {"int": int, "bool": bool, "str": str}
ALIGN = ("left", "center", "right")
VALIGN = ("top", "middle", "bottom")
NOT_PLAYED = {"animation", "audio", "video", "voice_note", "thinking"}


def rich_message(call: Call, wish: Any) -> Json:
    """`RichMessage` from `InputRichMessage`; raises ApiError 400."""
    if not isinstance(wish, dict):
        raise bad("can't parse rich message JSON object")
    ways = [way for way in ("html", "markdown", "blocks") if wish.get(way)]
    if len(ways) != 1:
        raise bad("exactly one of html, markdown and blocks must be used in a rich message")
    if ways == ["markdown"]:
        raise bad("the sandbox plays rich messages of html and blocks, not of markdown")
    builder = _Builder(call, _named_media(wish))
    source = wish["blocks"] if "blocks" in ways else html_blocks(str(wish["html"]))
    message: Json = {"blocks": builder.blocks(source)}
    if builder.length > MAX_LENGTH:
        raise bad("message is too long")
    if not message["blocks"]:
        raise bad("message text is empty")
    if wish.get("is_rtl"):
        message["is_rtl"] = True
    return message


def _problem(reason: str) -> ApiError:
    return bad(f"can't parse rich message: {reason}")


def _named_media(wish: Json) -> dict[str, Json]:
    media = wish.get("media") or []
    if not isinstance(media, list) or not all(isinstance(m, dict) for m in media):
        raise _problem("media must be an Array")
    return {str(m.get("id")): m.get("media") or {} for m in media}


@dataclass
class _Builder:
    """Turns blocks into blocks, counting on the way."""

    call: Call
    media: dict[str, Json]
    length: int = 0
    count: int = 0
    files: int = 0
    specs: Any = field(default_factory=lambda: document("rich"))

    def blocks(self, source: Any, depth: int = 1) -> list[Json]:
        if not isinstance(source, list):
            raise _problem("blocks must be an Array")
        if depth > MAX_DEPTH:
            raise _problem("blocks are nested too deep")
        return [self.block(block, depth) for block in source]

    def block(self, source: Any, depth: int) -> Json:
        kind = str(source.get("type") if isinstance(source, dict) else None)
        spec = self.specs["blocks"].get(kind)
        if spec is None:
            raise _problem(f"unsupported type of a block: {kind!r}")
        if kind in NOT_PLAYED:
            raise _problem(f"the sandbox does not play blocks of type {kind}")
        self.count += 1
        if self.count > MAX_BLOCKS:
            raise _problem("too many blocks")
        made: Json = {"type": kind}
        for name, (what, *needed) in spec.items():
            value = source.get(name)
            if value is None:
                if needed:
                    raise _problem(f'block {kind} must have "{name}"')
                continue
            made[name] = self.value(kind, what, value, depth)
        if kind == "heading" and not 1 <= made["size"] <= 6:
            raise _problem("the size of a heading must be 1 to 6")
        if kind == "map":
            made = {"zoom": 15, "width": 600, "height": 400, **made}
        return made

    def value(self, kind: str, what: str, value: Any, depth: int) -> Any:
        if what in PLAIN:
            if not isinstance(value, PLAIN[what]):
                raise _problem(f"a value of block {kind} must be of type {what}")
            return value
        if what == "blocks":
            return self.blocks(value, depth + 1)
        if what == "media":
            return self.file(kind, value)
        if what == "caption":
            if not isinstance(value, dict) or not value.get("text"):
                raise _problem("a caption must have a text")
            return {k: self.text(value[k]) for k in ("text", "credit") if value.get(k)}
        maker = {"text": self.text, "cells": self.cells, "buttons": self.buttons}.get(what)
        if maker:
            return maker(value)
        return self.items(value, depth) if what == "items" else value

    def text(self, value: Any) -> Any:
        """A RichText: text, a list of RichTexts, or an object with its required fields."""
        if isinstance(value, str):
            self.length += units(value)
            return value
        if isinstance(value, list):
            return [self.text(part) for part in value]
        spec = self.specs["texts"].get(str(value.get("type"))) if isinstance(value, dict) else None
        if spec is None:
            raise _problem("unsupported rich text")
        made = {"type": value["type"]}
        for name, (what, *_) in spec.items():
            if value.get(name) is None:
                raise _problem(f'rich text {value["type"]} must have "{name}"')
            if what == "text":
                made[name] = self.text(value[name])
            elif what == "RichMessageButton":
                made[name] = self.buttons([value[name]])[0]
            else:
                made[name] = value[name]
        return made

    def cells(self, rows: Any) -> list[list[Json]]:
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise _problem("cells of a table must be an Array of Arrays")
        return [self.row(row) for row in rows]

    def row(self, row: list[Any]) -> list[Json]:
        made = []
        for wish in row:
            if not isinstance(wish, dict):
                raise _problem("a cell must be an Object")
            cell = {k: v for k, v in wish.items() if v is not None}
            if cell.get("align") not in ALIGN or cell.get("valign") not in VALIGN:
                raise _problem("a cell must have align and valign")
            if "text" in cell:
                cell["text"] = self.text(cell["text"])
            for span in ("colspan", "rowspan"):
                if not isinstance(cell.get(span, 1), int) or cell.get(span, 1) < 1:
                    raise _problem(f"{span} of a cell must be a positive number")
            made.append(cell)
        if sum(cell.get("colspan", 1) for cell in made) > MAX_COLUMNS:
            raise _problem("a table has too many columns")
        return made

    def items(self, items: Any, depth: int) -> list[Json]:
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise _problem("items of a list must be an Array")
        made = []
        for item in items:
            entry = {k: v for k, v in item.items() if v is not None}
            entry["blocks"] = self.blocks(entry.get("blocks"), depth + 1)
            entry["label"] = f"{entry['value']}." if "value" in entry else "•"
            made.append(entry)
        return made

    def buttons(self, buttons: Any) -> list[Json]:
        if not isinstance(buttons, list):
            raise _problem("buttons must be an Array")
        made = []
        for wish in buttons:
            if not isinstance(wish, dict) or not wish.get("text"):
                raise _problem("a button must have a text")
            button = {k: v for k, v in wish.items() if v is not None}
            if len(button.keys() - {"text", "style"}) != 1:
                raise _problem("a button must have exactly one kind")
            if button.get("style", "primary") not in STYLES:
                raise _problem("invalid button style specified")
            data = button.get("callback_data", "x")
            if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
                raise bad("BUTTON_DATA_INVALID")
            made.append({**button, "text": self.text(button["text"])})
        return made

    def file(self, kind: str, value: Any) -> Any:
        self.files += 1
        if self.files > MAX_MEDIA:
            raise _problem("too many media")
        if not isinstance(value, dict):
            raise _problem("media must be an Object")
        place = str(value.get("media") or "")
        if link := MEDIA_LINK.fullmatch(place):
            if link[1] not in self.media:
                raise _problem(f"no media with the identifier {link[1]}")
            place = str(self.media[link[1]].get("media") or "")
        file = stored_file(self.call, kind, place, kind)
        return photo_json(file)["photo"] if kind == "photo" else document_json(file)["document"]
