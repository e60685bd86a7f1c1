"""Telegram's two Markdowns: the strict one (MarkdownV2) and the old one.

In the strict one every mark that is not formatting must be escaped, and a text that forgot is
refused; that refusal is why people's names must never be pasted into it.
"""

from sandbox.store import Json
from sandbox.telegram.errors import ApiError, bad
from sandbox.telegram.utf16 import units

RESERVED = set("_*[]()~`>#+-=|{}.!")
MARKS = (
    ("||", "spoiler"),
    ("__", "underline"),
    ("_", "italic"),
    ("*", "bold"),
    ("~", "strikethrough"),
)


def _problem(reason: str) -> ApiError:
    return bad(f"can't parse entities: {reason}")


class _Reader:
    """A cursor over the source, with the text and entities made so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.entities: list[Json] = []

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += units(text)

    def byte(self, at: int | None = None) -> int:
        return len(self.source[: self.at if at is None else at].encode())

    def add(self, kind: str, offset: int, **more: str) -> None:
        if self.length > offset:
            self.entities.append(
                {"offset": offset, "length": self.length - offset, "type": kind, **more}
            )

    def code(self) -> None:
        """A code span or block, from its opening backtick; leaves the cursor behind it."""
        fence = "```" if self.source.startswith("```", self.at) else "`"
        kind = "pre" if fence == "```" else "code"
        begin = self.at
        self.at += len(fence)
        start, language = self.length, ""
        if kind == "pre":
            line = self.source.find("\n", self.at)
            word = self.source[self.at : line] if line > 0 else ""
            if word and not set(word) & set(" `\t"):
                language, self.at = word, line
            if self.source.startswith("\n", self.at):
                self.at += 1
        while not self.source.startswith(fence, self.at):
            if self.at >= len(self.source):
                where = f"{kind.capitalize()} entity at byte offset {self.byte(begin)}"
                raise _problem(f"Can't find end of {where}")
            if self.source[self.at] == "\\" and self.at + 1 < len(self.source):
                self.at += 1
            self.put(self.source[self.at])
            self.at += 1
        self.at += len(fence)
        self.add(kind, start, **({"language": language} if language else {}))

    def address(self) -> str:
        """The part of a link between parentheses, from the opening one."""
        begin = self.at
        self.at += 1
        url = ""
        while self.at < len(self.source) and self.source[self.at] != ")":
            if self.source[self.at] == "\\" and self.at + 1 < len(self.source):
                self.at += 1
            url += self.source[self.at]
            self.at += 1
        if self.at >= len(self.source):
            raise _problem(f"Can't find end of a URL at byte offset {self.byte(begin)}")
        self.at += 1
        return url


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:  # noqa: PLR0912 - one branch a mark
    """Plain text and entities; raises ApiError 400 at the first unescaped mark."""
    r = _Reader(source)
    stack: list[tuple[str, str, int, int]] = []
    quote: int | None = None
    expandable = False
    line_start = True
    while r.at < len(source):
        c = source[r.at]
        if line_start and c == ">":
            quote = r.length if quote is None else quote
            r.at += 1
            line_start = False
            continue
        if line_start and quote is not None:
            _end_quote(r, quote, expandable)
            quote, expandable = None, False
        line_start = c == "\n"
        if c == "\\" and r.at + 1 < len(source) and source[r.at + 1] < "\x7f":
            r.put(source[r.at + 1])
            r.at += 2
        elif c == "`":
            r.code()
        elif c == "[" or source.startswith("![", r.at):
            stack.append(("[", "text_link", r.length, r.at))
            r.at += 1 if c == "[" else 2
        elif c == "]" and stack and stack[-1][0] == "[":
            _close_link(r, stack.pop()[2])
        elif quote is not None and _ends_expandable(source, r.at, stack):
            expandable = True
            r.at += 2
        elif mark := next((m for m in MARKS if source.startswith(m[0], r.at)), None):
            if stack and stack[-1][0] == mark[0]:
                r.add(mark[1], stack.pop()[2])
            else:
                stack.append((*mark, r.length, r.at))
            r.at += len(mark[0])
        elif c in RESERVED:
            raise _problem(
                f"Character '{c}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            r.put(c)
            r.at += 1
    if stack:
        _, kind, _, at = stack[-1]
        raise _problem(f"Can't find end of {_title(kind)} entity at byte offset {r.byte(at)}")
    if quote is not None:
        _end_quote(r, quote, expandable)
    return "".join(r.out), r.entities


def _ends_expandable(source: str, at: int, stack: list[tuple[str, str, int, int]]) -> bool:
    ends_line = source.startswith("||", at) and source[at + 2 : at + 3] in ("", "\n")
    return ends_line and not any(mark == "||" for mark, *_ in stack)


def _end_quote(r: _Reader, start: int, expandable: bool) -> None:
    r.add("expandable_blockquote" if expandable else "blockquote", start)
    if r.entities and "".join(r.out).endswith("\n"):
        r.entities[-1]["length"] -= 1


def _close_link(r: _Reader, start: int) -> None:
    r.at += 1
    if not r.source.startswith("(", r.at):
        return
    url = r.address()
    if url.startswith("tg://emoji?id="):
        r.add("custom_emoji", start, custom_emoji_id=url.removeprefix("tg://emoji?id="))
    elif "." in url or "://" in url:
        r.add("text_link", start, url=url if "://" in url else f"http://{url}/")


def _title(kind: str) -> str:
    return {"text_link": "Link"}.get(kind, kind.capitalize())


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """The old Markdown: bold, italic, code and links, not nested; raises ApiError 400."""
    r = _Reader(source)
    kinds = {"*": "bold", "_": "italic"}
    while r.at < len(source):
        c = source[r.at]
        if c == "\\" and source[r.at + 1 : r.at + 2] in tuple("_*`["):
            r.put(source[r.at + 1])
            r.at += 2
        elif c == "`":
            r.code()
        elif c in kinds:
            end = source.find(c, r.at + 1)
            if end < 0:
                raise _problem(f"Can't find end of the entity starting at byte offset {r.byte()}")
            start = r.length
            r.put(source[r.at + 1 : end])
            r.add(kinds[c], start)
            r.at = end + 1
        elif c == "[" and (end := source.find("](", r.at)) > 0:
            start = r.length
            r.put(source[r.at + 1 : end])
            r.at = end + 1
            url = r.address()
            r.add("text_link", start, url=url)
        else:
            r.put(c)
            r.at += 1
    return "".join(r.out), r.entities
