"""Plain text for messengers without markup: HTML made plain, and long texts in several messages.

Lengths are counted in UTF-16 units of the composed form (NFC), the larger of the ways in which a
messenger may count.
"""

import re
import unicodedata
from html.parser import HTMLParser

QUOTE = "│ "
ZERO_WIDTH_JOINER = "\u200d"
HINT = 400  # units of text that may follow a list of choices and still belong to it
LIST_LINE = re.compile(  # "1) Duyệt", "B) Thôi", "• DUYET H4"
    r"(?:\W{0,3}(?:\d{1,3}|[a-z])[.):\]]?|•) ", re.IGNORECASE
)
PARAGRAPH = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
LINE = re.compile(r"[^\S\n]*\n\s*")
SENTENCE = re.compile(r"(?<=[.!?…;])\s+")
WORD = re.compile(r"\s+")
WORTH = {PARAGRAPH: 0.4, LINE: 0.4, SENTENCE: 0.4, WORD: 0.0}  # how full a piece must be at least


def plain(html: str) -> str:
    """What handlers write as HTML, as text that reads the same without markup."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return unicodedata.normalize("NFC", "".join(reader.told)).strip()


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def pieces(text: str, limit: int = 1900) -> list[str]:
    """A text in messages of at most `limit` units, none empty; a list at its end stays whole.

    It is cut between paragraphs if that fills the messages well enough, else between lines,
    sentences, words; a word that is longer than a message is cut between letters.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if units(text) <= limit:
        return [text] if text else []
    start = _list_start(text, limit)
    if start is None:
        return _cut(text, limit)
    head, tail = text[:start].rstrip(), text[start:]
    found = _cut(head, limit)
    together = text[len(head) - len(found[-1]) :] if found else tail
    if units(together) <= limit:
        return [*found[:-1], together]
    return [*found, tail]


def _cut(text: str, limit: int) -> list[str]:
    found: list[str] = []
    while units(text) > limit:
        end, begin = _break(text, limit)
        found.append(text[:end])
        text = text[begin:]
    return [*found, text] if text else found


def _break(text: str, limit: int) -> tuple[int, int]:
    """Where the first piece ends and where the next one begins."""
    room = _room(text, limit)
    for kind, worth in WORTH.items():
        for match in reversed(list(kind.finditer(text, 0, _past_blanks(text, room)))):
            end, begin = match.span()
            if begin == len(text) or not 0 < end <= room or end < worth * room:
                continue
            if not _joins(text, begin):
                return end, begin
    return room, room


def _past_blanks(text: str, place: int) -> int:
    """The place after the blanks that stand here: a piece may end where they begin."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _room(text: str, limit: int) -> int:
    """How many characters fit, no letter parted from its marks unless it alone is too long."""
    used = place = 0
    while place < len(text):
        used += 2 if text[place] > "\uffff" else 1
        if used > limit:
            break
        place += 1
    whole = place
    while whole > 0 and _joins(text, whole):
        whole -= 1
    return whole or max(place, 1)


def _joins(text: str, place: int) -> bool:
    """Whether the character here belongs to the one before it."""
    if not 0 < place < len(text):
        return False
    here, before = text[place], text[place - 1]
    return (
        unicodedata.category(here).startswith("M")
        or ZERO_WIDTH_JOINER in (here, before)
        or "\U0001f3fb" <= here <= "\U0001f3ff"  # colours of skin
        or (_is_flag_letter(here) and _flag_letters_before(text, place) % 2 == 1)
    )


def _is_flag_letter(sign: str) -> bool:
    """Flags are pairs of these."""
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flag_letters_before(text: str, place: int) -> int:
    count = 0
    while count < place and _is_flag_letter(text[place - count - 1]):
        count += 1
    return count


def _list_start(text: str, limit: int) -> int | None:
    """Where the list of choices at the end begins, with its heading; None where there is none."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    last = max((n for n, line in enumerate(lines) if LIST_LINE.match(line)), default=None)
    if last is None or len(text) - starts[last + 1] > HINT:
        return None
    first = last
    while first > 0 and LIST_LINE.match(lines[first - 1]):
        first -= 1
    heading = first
    while heading > 0 and lines[heading - 1].strip():
        heading -= 1
    for line_number in (heading, first):
        start = starts[line_number]
        if start > 0 and units(text[start:]) <= limit and not _joins(text, start):
            return start
    return None


class _Reader(HTMLParser):
    """Collects text; a link becomes "label (address)", a quotation's lines get a bar."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self._quotes: list[int] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._new_line()
            self._quotes.append(len(self.told))
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.told)))
        elif tag == "br":
            self.told.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._quotes:
            start = self._quotes.pop()
            quoted = "".join(self.told[start:]).strip("\n")
            del self.told[start:]
            self.told.append("\n".join(QUOTE + line for line in quoted.split("\n")) + "\n")
        elif tag == "a" and self._links:
            address, start = self._links.pop()
            label = "".join(self.told[start:])
            del self.told[start:]
            self.told.append(_link(label, address))

    def handle_data(self, data: str) -> None:
        if data.startswith("\n") and self.told and self.told[-1].startswith(QUOTE):
            data = data[1:]  # the quotation has ended its last line itself
        self.told.append(data)

    def _new_line(self) -> None:
        if self.told and not self.told[-1].endswith("\n"):
            self.told.append("\n")


def _link(label: str, address: str) -> str:
    label = label.strip()
    if not address or address.startswith("tg:"):
        return label
    if not label or label in (address, address.partition("://")[2]):
        return address
    return f"{label} ({address})"
