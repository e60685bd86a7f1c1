"""Zalo's markup as style runs: `parse_mode` markdown or html, or `text_styles` themselves.

Of markdown Zalo knows bold, italic, strike-through, headings and inline code, but neither fenced
blocks nor links: those come out as they were typed. Which HTML tags it knows is not documented;
unknown ones come out as typed too, so that nobody can overlook them.
"""

import re
from html.parser import HTMLParser
from typing import Any

from sandbox.store import Json, loads
from sandbox.telegram.utf16 import units
from sandbox.zalo.bot_errors import bad
from sandbox.zalo.styles import CODES

INLINE = re.compile(
    r"\\([*_])|(`{2,})|`([^`\n]+)`|\*\*(?=\S)(.+?)\*\*|~~(?=\S)(.+?)~~|\*(?=\S)([^*\n]+?)\*"
)
HEADING = re.compile(r"(#{1,4}) +(.+)")
HEADINGS = {1: ["b", "f_20"], 2: ["b", "f_18"], 3: ["b", "f_18"], 4: ["b"]}
HTML_TAGS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "del": "s",
    "strike": "s",
}


class _Text:
    """Plain text so far, and the runs over it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.styles: list[Json] = []

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def run(self, start: int, codes: list[str]) -> None:
        if self.length > start:
            self.styles.append({"start": start, "len": self.length - start, "st": codes})


def marked_up(text: str, parse_mode: Any, text_styles: Any) -> tuple[str, list[Json]]:
    """The text as the phone shows it, and its runs; raises BotError 400.

    Where both are given, parse_mode wins.
    """
    if parse_mode in (None, ""):
        return text, _checked(text, text_styles)
    if parse_mode == "markdown":
        return _markdown(text)
    if parse_mode == "html":
        return _html(text)
    raise bad("The parse_mode must be one of: markdown, html")


def _checked(text: str, runs: Any) -> list[Json]:
    if isinstance(runs, str) and runs:
        try:
            runs = loads(runs)
        except ValueError:
            runs = None
            raise bad("The text_styles must be an array") from None
    if runs in (None, ""):
        return []
    if not isinstance(runs, list):
        raise bad("The text_styles must be an array")
    length = units(text)
    for run in runs:
        fits = (
            isinstance(run, dict)
            and type(run.get("start")) is int
            and type(run.get("len")) is int
            and 0 <= run["start"] < run["start"] + run["len"] <= length
        )
        if not fits:
            raise bad("The text_styles must lie within the text")
        codes = run.get("st")
        if not isinstance(codes, list) or not codes or not all(code in CODES for code in codes):
            raise bad("The text_styles has an unknown style")
    return [{"start": run["start"], "len": run["len"], "st": run["st"]} for run in runs]


def _markdown(source: str) -> tuple[str, list[Json]]:
    text = _Text()
    for number, line in enumerate(source.split("\n")):
        if number:
            text.put("\n")
        heading = HEADING.fullmatch(line)
        start = text.length
        _inline(text, heading[2] if heading else line)
        if heading:
            text.run(start, HEADINGS[len(heading[1])])
    return "".join(text.parts), text.styles


def _inline(text: _Text, source: str) -> None:
    at = 0
    for found in INLINE.finditer(source):
        text.put(source[at : found.start()])
        at = found.end()
        escaped, ticks, code, bold, strike, italic = found.groups()
        start = text.length
        if escaped or ticks:
            text.put(escaped or ticks)
        elif code:
            text.put(code)
            text.run(start, ["code"])
        else:
            _inline(text, bold or strike or italic)
            text.run(start, ["b" if bold else "s" if strike else "i"])
    text.put(source[at:])


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = _Text()
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text.put("\n")
        elif tag in HTML_TAGS and not attrs:
            self.open.append((tag, self.text.length))
        else:
            self.text.put(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            return
        if self.open and self.open[-1][0] == tag:
            self.text.run(self.open.pop()[1], [HTML_TAGS[tag]])
        else:
            self.text.put(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text.put(data)


def _html(source: str) -> tuple[str, list[Json]]:
    parser = _Html()
    parser.feed(source)
    parser.close()
    while parser.open:
        tag, start = parser.open.pop()
        parser.text.run(start, [HTML_TAGS[tag]])
    return "".join(parser.text.parts), parser.text.styles
