"""The HTML of rich messages as blocks: a wider set of tags than that of plain messages."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from sandbox.store import Json
from sandbox.telegram.errors import ApiError, bad

INLINE = {
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
    "mark": "marked",
    "sub": "subscript",
    "sup": "superscript",
    "code": "code",
}
OTHER_INLINE = {"a", "br", "tg-math", "tg-emoji", "tg-button", "span"}
VOID = {"br", "hr", "img", "input", "tg-document"}
HEADINGS = {f"h{size}": size for size in range(1, 7)}
BLOCKS = {
    *HEADINGS,
    *("p", "pre", "footer", "hr", "tg-math-block", "ul", "ol", "blockquote", "aside"),
    *("details", "table", "img", "tg-document", "tg-button-row", "div", "figure"),
}
PARTS = {"li", "summary", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "cite", "input"}
KNOWN = INLINE.keys() | OTHER_INLINE | BLOCKS | PARTS | {"figcaption"}


def _problem(reason: str) -> ApiError:
    return bad(f"can't parse rich message: {reason}")


@dataclass
class Node:
    """One element."""

    tag: str
    attrs: dict[str, str]
    children: "list[Node | str]" = field(default_factory=list)

    def find(self, *tags: str) -> "list[Node]":
        """The children with these tags."""
        return [c for c in self.children if isinstance(c, Node) and c.tag in tags]

    def without(self, *tags: str) -> "list[Node | str]":
        """The children other than these."""
        return [c for c in self.children if isinstance(c, str) or c.tag not in tags]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KNOWN:
            raise _problem(f'unsupported start tag "{tag}"')
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if len(self.stack) == 1 or self.stack[-1].tag != tag:
            raise _problem(f'unexpected end tag "</{tag}>"')
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def html_blocks(source: str) -> list[Json]:
    """`InputRichBlock`s of an HTML text; raises ApiError 400."""
    tree = _Tree()
    tree.feed(source)
    tree.close()
    if len(tree.stack) > 1:
        raise _problem(f'can\'t find end tag corresponding to start tag "{tree.stack[-1].tag}"')
    return _blocks(tree.stack[0].children)


def _blocks(children: list[Node | str]) -> list[Json]:
    blocks: list[Json] = []
    run: list[Node | str] = []
    for child in children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            blocks += [*_paragraph(run), *_block(child)]
            run = []
        else:
            run.append(child)
    return blocks + _paragraph(run)


def _paragraph(run: list[Node | str]) -> list[Json]:
    text = _text(run)
    return [{"type": "paragraph", "text": text}] if text else []


def _block(node: Node) -> list[Json]:
    tag = node.tag
    if tag in HEADINGS:
        return [{"type": "heading", "size": HEADINGS[tag], "text": _text(node.children)}]
    if tag in ("p", "div"):
        return _blocks(node.children)
    if tag == "hr":
        return [{"type": "divider"}]
    if tag == "pre":
        return [_pre(node)]
    if tag == "tg-math-block":
        return [{"type": "mathematical_expression", "expression": _plain(node)}]
    if tag in ("ul", "ol"):
        return [{"type": "list", "items": _items(node)}]
    if tag == "details":
        return [_details(node)]
    if tag == "table":
        return [_table(node)]
    if tag in ("img", "tg-document", "figure"):
        return _media(node)
    if tag == "tg-button-row":
        return [{"type": "buttons", "buttons": [_button(b) for b in node.find("tg-button")]}]
    credit = [_text(c.children) for c in node.find("cite")]
    return [_quotation(node) | ({"credit": credit[0]} if credit else {})]


def _quotation(node: Node) -> Json:
    inner = node.without("cite")
    if node.tag == "footer":
        return {"type": "footer", "text": _text(inner)}
    if node.tag == "aside":
        return {"type": "pullquote", "text": _text(inner)}
    if "collapsed" in node.attrs or "expandable" in node.attrs:
        return {"type": "expandable_blockquote", "text": _text(inner)}
    return {"type": "blockquote", "blocks": _blocks(inner)}


def _pre(node: Node) -> Json:
    block: Json = {"type": "pre", "text": _plain(node)}
    for code in node.find("code"):
        language = code.attrs.get("class", "")
        if language.startswith("language-"):
            block["language"] = language.removeprefix("language-")
    return block


def _details(node: Node) -> Json:
    summary = node.find("summary")
    block: Json = {
        "type": "details",
        "summary": _text(summary[0].children) if summary else "",
        "blocks": _blocks(node.without("summary")),
    }
    if "open" in node.attrs:
        block["is_open"] = True
    return block


def _items(node: Node) -> list[Json]:
    items: list[Json] = []
    for number, li in enumerate(node.find("li"), int(node.attrs.get("start") or 1)):
        item: Json = {"blocks": _blocks(li.without("input"))}
        if node.tag == "ol":
            item["value"] = number
        for box in li.find("input"):
            item |= {"has_checkbox": True, "is_checked": "checked" in box.attrs}
        items.append(item)
    return items


def _table(node: Node) -> Json:
    rows = []
    for part in node.find("tr", "thead", "tbody", "tfoot"):
        rows += [part] if part.tag == "tr" else part.find("tr")
    block: Json = {"type": "table", "cells": [[_cell(c) for c in r.find("td", "th")] for r in rows]}
    for caption in node.find("caption"):
        block["caption"] = _text(caption.children)
    if "bordered" in node.attrs or "border" in node.attrs:
        block["is_bordered"] = True
    for name in ("striped", "compact"):
        if name in node.attrs:
            block[f"is_{name}"] = True
    return block


def _cell(node: Node) -> Json:
    head = node.tag == "th"
    cell: Json = {
        "align": node.attrs.get("align") or ("center" if head else "left"),
        "valign": node.attrs.get("valign") or "middle",
        "text": _text(node.children),
    }
    if head:
        cell["is_header"] = True
    for name in ("colspan", "rowspan"):
        if node.attrs.get(name, "").isdigit():
            cell[name] = int(node.attrs[name])
    return cell


def _media(node: Node) -> list[Json]:
    if node.tag == "figure":
        captions = [_text(c.children) for c in node.find("figcaption")]
        blocks = [b for n in node.find("img", "tg-document") for b in _media(n)]
        if captions and blocks:
            blocks[-1]["caption"] = {"text": captions[0]}
        return blocks
    kind = "photo" if node.tag == "img" else "document"
    return [{"type": kind, kind: {"type": kind, "media": node.attrs.get("src", "")}}]


def _button(node: Node) -> Json:
    button: Json = {"text": _text(node.children)}
    for name, field_name in (
        ("style", "style"),
        ("url", "url"),
        ("callback-data", "callback_data"),
        ("callback_data", "callback_data"),
        ("data", "callback_data"),
    ):
        if name in node.attrs:
            button[field_name] = node.attrs[name]
    if "copy-text" in node.attrs:
        button["copy_text"] = {"text": node.attrs["copy-text"]}
    return button


def _plain(node: Node) -> str:
    return "".join(c if isinstance(c, str) else _plain(c) for c in node.children)


def _text(children: list[Node | str]) -> Any:
    """A RichText of inline content, blanks collapsed as HTML does."""
    parts = [_inline(child) for child in children]
    while parts and isinstance(parts[0], str) and not parts[0].strip():
        parts.pop(0)
    while parts and isinstance(parts[-1], str) and not parts[-1].strip():
        parts.pop()
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    if len(parts) == 1:
        return parts[0]
    return parts or ""


def _inline(child: Node | str) -> Any:
    if isinstance(child, str):
        return re.sub(r"\s+", " ", child)
    tag, attrs = child.tag, child.attrs
    if tag == "br":
        return "\n"
    if tag == "tg-math":
        return {"type": "mathematical_expression", "expression": _plain(child)}
    if tag == "tg-button":
        return {"type": "button", "button": _button(child)}
    if tag == "tg-emoji":
        emoji = {"custom_emoji_id": attrs.get("emoji-id", ""), "alternative_text": _plain(child)}
        return {"type": "custom_emoji", **emoji}
    text = _text(child.children)
    if tag == "a":
        return _link(attrs, text)
    if tag == "span":
        return {"type": "spoiler", "text": text} if attrs.get("class") == "tg-spoiler" else text
    if tag not in INLINE:
        raise _problem(f'tag "{tag}" can\'t be used here')
    return {"type": INLINE[tag], "text": text}


def _link(attrs: dict[str, str], text: Any) -> Any:
    if attrs.get("name"):
        return [{"type": "anchor", "name": attrs["name"]}, text]
    href = attrs.get("href", "")
    if href.startswith("#"):
        return {"type": "anchor_link", "anchor_name": href[1:], "text": text}
    return {"type": "url", "url": href, "text": text}
