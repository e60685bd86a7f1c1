"""Rich messages as plain text and as HTML that is safe to show."""

from html import escape
from typing import Any

from sandbox.media import Media
from sandbox.store import Json

INLINE = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "marked": "mark",
    "subscript": "sub",
    "superscript": "sup",
    "mathematical_expression": "code",
}
ALIGN = {"left", "center", "right"}


def text_of(text: Any) -> str:
    """A RichText (a string, a list, or an object around one) without its formatting."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(text_of, text))
    if not isinstance(text, dict):
        return ""
    if text.get("type") == "button":
        return f"[{text_of(text['button'].get('text', ''))}]"
    for key in ("text", "expression", "alternative_text"):
        if key in text:
            return text_of(text[key])
    return ""


def buttons_of(message: Json) -> list[list[Json]]:
    """The rows of buttons inside a rich message, those inside texts too."""
    rows: list[list[Json]] = []
    _collect(message["blocks"], rows)
    return rows


def _collect(part: Any, rows: list[list[Json]]) -> None:
    if isinstance(part, list):
        for one in part:
            _collect(one, rows)
    elif isinstance(part, dict):
        if part.get("type") == "buttons":
            rows.append(part["buttons"])
        elif part.get("type") == "button":
            rows.append([part["button"]])
        else:
            for name in ("blocks", "items", "cells", "text", "summary"):
                _collect(part.get(name), rows)


def rich_text(blocks: list[Json]) -> str:
    """Blocks as lines; the cells of a table's row are parted by ` | `."""
    return "\n".join(filter(None, map(_block_text, blocks)))


def _block_text(block: Json) -> str:
    kind = block["type"]
    if kind == "table":
        rows = [" | ".join(text_of(c.get("text", "")) for c in row) for row in block["cells"]]
        return "\n".join(([text_of(block["caption"])] if "caption" in block else []) + rows)
    if kind == "list":
        items = block["items"]
        return "\n".join(f"{item['label']} {rich_text(item['blocks'])}" for item in items)
    if kind == "divider":
        return "———"
    if kind == "mathematical_expression":
        return str(block["expression"])
    if kind == "buttons":
        return ""
    parts = [text_of(block[key]) for key in ("summary", "text", "credit") if key in block]
    if isinstance(block.get("blocks"), list):
        parts.append(rich_text(block["blocks"]))
    if isinstance(block.get("caption"), dict):
        parts.append(text_of(block["caption"].get("text", "")))
    return "\n".join(filter(None, parts))


def rich_html(message: Json, media: Media) -> str:
    """The whole message as HTML."""
    inner = "".join(_block(block, media) for block in message["blocks"])
    direction = ' dir="rtl"' if message.get("is_rtl") else ""
    return f'<div class="rich"{direction}>{inner}</div>'


def inline_html(text: Any) -> str:
    """A RichText as HTML."""
    if isinstance(text, str):
        return escape(text)
    if isinstance(text, list):
        return "".join(map(inline_html, text))
    if not isinstance(text, dict):
        return ""
    kind = text.get("type", "")
    if kind == "button":
        return f'<span class="button">{inline_html(text["button"].get("text", ""))}</span>'
    inner = inline_html(text.get("text", text.get("expression", text.get("alternative_text", ""))))
    if kind in INLINE:
        return f"<{INLINE[kind]}>{inner}</{INLINE[kind]}>"
    if kind == "spoiler":
        return f'<span class="spoiler">{inner}</span>'
    url = str(text.get("url", ""))
    if url.lower().startswith(("http://", "https://", "tg://")):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>'
    return inner


def _blocks(blocks: list[Json], media: Media) -> str:
    return "".join(_block(block, media) for block in blocks)


def _block(block: Json, media: Media) -> str:
    kind = block["type"]
    if kind == "heading":
        size = block["size"]
        return f"<h{size}>{inline_html(block['text'])}</h{size}>"
    if kind == "pre":
        return f"<pre><code>{inline_html(block['text'])}</code></pre>"
    if kind == "divider":
        return "<hr>"
    if kind == "table":
        return _table(block)
    if kind == "list":
        items = "".join(
            f"<li><span class='label'>{escape(str(item['label']))}</span> "
            f"{_blocks(item['blocks'], media)}</li>"
            for item in block["items"]
        )
        return f"<ul>{items}</ul>"
    if kind == "details":
        is_open = " open" if block.get("is_open") else ""
        summary = f"<summary>{inline_html(block['summary'])}</summary>"
        return f"<details{is_open}>{summary}{_blocks(block['blocks'], media)}</details>"
    if kind in ("blockquote", "expandable_blockquote", "pullquote"):
        inner = inline_html(block.get("text", "")) + _blocks(block.get("blocks", []), media)
        credit = f"<cite>{inline_html(block['credit'])}</cite>" if "credit" in block else ""
        return f"<blockquote>{inner}{credit}</blockquote>"
    if kind == "mathematical_expression":
        return f"<pre class='math'>{escape(block['expression'])}</pre>"
    if kind == "buttons":
        return ""  # shown among the message's buttons, where they can be tapped
    if kind in ("photo", "document"):
        return _file(block, kind, media)
    tag = "footer" if kind == "footer" else "p"
    inner = inline_html(block.get("text", "")) + _blocks(block.get("blocks", []), media)
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _table(block: Json) -> str:
    names = [n for n in ("bordered", "striped", "compact") if block.get(f"is_{n}")]
    caption = f"<caption>{inline_html(block['caption'])}</caption>" if "caption" in block else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block["cells"])
    return f'<table class="{" ".join(names)}">{caption}{rows}</table>'


def _cell(cell: Json) -> str:
    tag = "th" if cell.get("is_header") else "td"
    spans = "".join(f' {k}="{int(cell[k])}"' for k in ("colspan", "rowspan") if cell.get(k))
    align = cell["align"] if cell["align"] in ALIGN else "left"
    inner = inline_html(cell.get("text", ""))
    return f'<{tag}{spans} style="text-align:{align}">{inner}</{tag}>'


def _file(block: Json, kind: str, media: Media) -> str:
    content = block[kind]
    file = media.get(content[-1]["file_id"] if kind == "photo" else content["file_id"])
    if file is None:
        return ""
    url, name = f"/control/media/{file.id}", escape(file.name)
    caption = inline_html(block["caption"]["text"]) if "caption" in block else ""
    inner = f'<img src="{url}" alt="{name}">' if kind == "photo" else f'<a href="{url}">{name}</a>'
    return f"<figure>{inner}<figcaption>{caption}</figcaption></figure>"
