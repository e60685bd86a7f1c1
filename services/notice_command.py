"""A notice written in one line: "thông báo 7A1: …", "nhắn phụ huynh em Lan 7A1: …".

The words after the opening are taken as the audience as long as they can be, and the rest is the
text, with or without a colon between. Understood without diacritics, in capitals and in NFD. What
is not understood as an audience stays in the text, and the writer is asked for whom it is.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TypeVar

from services.name_syllables import syllable
from services.notice_text import tidy
from services.roll_text.frame_place import find_class
from services.roll_text.spelling import Lexicon, Spelled

_OPENINGS = "thông báo|gửi thông báo|soạn thông báo|tb|thông báo tới|thông báo đến|thông báo cho"
_SHORT_OPENINGS = "nhắn|nhắn tin|nhắn gửi|nhắn cho|nhắn tới|gửi tin|gửi tin nhắn|nhắn tin cho"
_TAKE_BACK = (
    "hủy thông báo|thu hồi thông báo|rút thông báo|rút lại thông báo|hủy bỏ thông báo"
    "|hủy tin|thu hồi tin|hủy tb|hủy tin nhắn|thu hồi tin nhắn|hủy cái thông báo"
)
_AFTER_TAKE_BACK = (
    "lúc nãy|vừa rồi|vừa gửi|vừa nãy|ban nãy|hồi nãy|khi nãy|đi|nhé|giúp|tôi|em|với|ạ|này|đó|kia"
    "|mới|gửi|cuối|gần|nhất|trên|thầy|cô|ơi|vừa|xong|lại|nhá|nha|đã|giùm|hộ|mình|lúc|nãy|rồi"
)
_SIGNS = tuple(":,.;-–—>")
_T = TypeVar("_T")
_MOST_NAME = 7  # words of a pupil's name before the class
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")


class _Part(Enum):
    FILLER = auto()
    AND = auto()
    PARENTS = auto()
    GRADE = auto()
    SCHOOL = auto()
    STAFF = auto()
    PUPIL = auto()


_PARTS = {
    _Part.FILLER: "tới|đến|cho|gửi|gửi tới|gửi đến|các|quý|toàn thể|tất cả|tất cả các|toàn bộ|cả"
    "|lớp|các lớp|học sinh|hs|các em|của|kính gửi|các em học sinh|tập thể|lớp mình|lớp tôi|lớp ta"
    "|cán bộ lớp|ban cán sự|ban cán sự lớp",
    _Part.AND: "và|với|cùng",
    _Part.PARENTS: "phụ huynh|ph|phhs|phụ huynh học sinh|cha mẹ|ba mẹ|bố mẹ|gia đình"
    "|cha mẹ học sinh|quý phụ huynh|các phụ huynh",
    _Part.GRADE: "khối|khối lớp|toàn khối|cả khối|các khối",
    _Part.SCHOOL: "toàn trường|cả trường|toàn thể phụ huynh|tất cả phụ huynh",
    _Part.STAFF: "giáo viên|gv|cán bộ|cbgv|cbgvnv|nhân viên|thầy cô|thầy cô giáo|các thầy cô"
    "|quý thầy cô|hội đồng sư phạm|hội đồng giáo viên|nv|cán bộ giáo viên|hội đồng",
    _Part.PUPIL: "em|học sinh tên|cháu|em học sinh|bạn",
}


@dataclass(frozen=True, slots=True)
class NoticeCommand:
    """What was understood; `body` is the text of the notice, maybe empty.

    `pupil`: the words that name one; where nothing ended the name (`loose`), it runs on into the
    text, and `rests` says what the text is after one word, two words, …
    """

    body: str
    classes: tuple[str, ...] = ()
    grades: tuple[int, ...] = ()
    school: bool = False
    staff: bool = False
    pupil: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    unclear: bool = False  # two audiences at once: the writer is asked for whom

    @property
    def named(self) -> bool:
        """Whether it says for whom it is."""
        return bool(self.classes or self.grades or self.school or self.staff or self.pupil)

    @property
    def loose(self) -> bool:
        """Whether the name may be shorter than the words given."""
        return bool(self.rests)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@cache
def _openings() -> Lexicon[bool]:
    phrases = dict.fromkeys(_OPENINGS.split("|"), False)
    return Lexicon(phrases | dict.fromkeys(_SHORT_OPENINGS.split("|"), True))


@cache
def _parts() -> Lexicon[_Part]:
    return Lexicon({p: part for part, phrases in _PARTS.items() for p in phrases.split("|")})


@cache
def _taking_back() -> tuple[Lexicon[bool], Lexicon[bool]]:
    heads = Lexicon(dict.fromkeys(_TAKE_BACK.split("|"), True))
    return heads, Lexicon(dict.fromkeys(_AFTER_TAKE_BACK.split("|"), True))


def takes_back(text: str) -> bool:
    """Whether a message asks for the last notice to be withdrawn, and says nothing else."""
    lows = [word.text.casefold() for word in _words(tidy(text[:200]))]
    marked = any(syllable(low).marked for low in lows)
    heads, tails = _taking_back()
    at = first = max((found.length for found in heads.at(lows, 0, marked)), default=0)
    while first and at < len(lows):
        length = max((found.length for found in tails.at(lows, at, marked)), default=0)
        if not length:
            return False
        at += length
    return first > 0


def read_command(text: str, classes: Collection[str]) -> NoticeCommand | None:
    """The notice in a message; None where it does not begin like one. Never raises.

    `classes`: the names of this year's classes, as the school writes them.
    """
    text = tidy(text).strip()
    return None if text.startswith("/") else _Reader(text, classes).read()


def command_for(audience: str) -> str:
    """The opening of a one-line notice as it would have been typed for this audience."""
    return f"thông báo {audience}:"


def _words(text: str) -> list[_Word]:
    return [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


class _Reader:
    """Reads one message from the left."""

    def __init__(self, text: str, classes: Collection[str]) -> None:
        self._text, self._known = text, classes
        self._words = _words(text)
        self._lows = [word.text.casefold() for word in self._words]
        self._marked = any(syllable(low).marked for low in self._lows[:12])
        colon = _COLON.search(text)
        self._colon = colon.start() if colon else len(text)
        self._at = self._end = 0  # words looked at, and words that are certainly the audience
        self._classes: list[str] = []
        self._grades: list[int] = []
        self._seen: dict[_Part, int] = {}
        self._pupil: list[_Word] = []
        self._is_loose = False

    def read(self) -> NoticeCommand | None:
        """The command; None where the message does not open like one."""
        opening = self._longest(_openings())
        if opening is None:
            return None
        self._at = self._end = opening.length
        while self._step():
            pass
        if _Part.PARENTS in self._seen and self._end == opening.length:
            self._name_before_class()
        if self._follows_colon():
            self._end = self._at
        command = self._made()
        return command if command.named or not opening.means else None

    def _longest(self, lexicon: Lexicon[_T]) -> Spelled[_T] | None:
        found = lexicon.at(self._lows, self._at, self._marked)
        return max(found, key=lambda each: (each.length, -each.cost), default=None)

    def _open(self) -> bool:
        """Whether there is a word to look at before the colon."""
        return self._at < len(self._words) and self._words[self._at].start < self._colon

    def _follows_colon(self) -> bool:
        return self._text[self._words[self._at - 1].end : self._colon + 1].strip() == ":"

    def _step(self) -> bool:
        """Take one piece of the audience; whether there was one."""
        if not self._open():
            return False
        if self._pupil:
            return self._class()
        if self._class():
            return True
        found = self._longest(_parts())
        if found is None or found.cost > 1:
            return False
        self._at += found.length
        if found.means is _Part.GRADE and not self._grade():
            return False
        if found.means is _Part.PUPIL:
            return self._child()
        self._seen.setdefault(found.means, self._at)
        if found.word.endswith("phụ huynh"):
            self._seen.setdefault(_Part.PARENTS, self._at)
        if found.means in (_Part.SCHOOL, _Part.STAFF):
            self._end = self._at
        return True

    def _class(self) -> bool:
        start = self._words[self._at].start
        place = find_class(self._text[start : start + 20], self._known)
        if place is None or place.start > 0 or place.class_name is None:
            return False
        self._classes.append(place.class_name)
        while self._at < len(self._words) and self._words[self._at].start < start + place.end:
            self._at += 1
        self._end = self._at
        return True

    def _grade(self) -> bool:
        """The numbers after "khối"."""
        while self._open():
            low = self._lows[self._at]
            if low.isdecimal() and len(low) < 3:
                self._grades.append(int(low))
                self._end = self._at + 1
            elif low not in ("và", "va", "khối", "khoi") or not self._grades:
                break
            self._at += 1
        self._at = max(self._end, self._at if not self._grades else 0)
        return bool(self._grades)

    def _child(self) -> bool:
        """The words after "em", up to a class or the colon."""
        begin = self._at
        while self._open() and self._at - begin < _MOST_NAME:
            if self._lows[self._at] in ("lớp", "lop") or self._class_here():
                break
            self._at += 1
        self._pupil = self._words[begin : self._at]
        if not self._pupil:
            return False
        if self._lows[self._at : self._at + 1] in (["lớp"], ["lop"]):
            self._at += 1
        ended = self._class_here() or self._follows_colon()
        self._is_loose = not ended
        self._end = self._at
        return ended

    def _class_here(self) -> bool:
        if not self._open():
            return False
        start = self._words[self._at].start
        place = find_class(self._text[start : start + 20], self._known)
        return place is not None and place.start == 0

    def _name_before_class(self) -> None:
        """ "nhắn phụ huynh Lan 7A1: …": a name without "em" needs both class and colon."""
        if self._colon == len(self._text):
            return
        before = (self._at, self._end)
        if self._child() and self._class() and self._follows_colon():
            return
        self._at, self._end = before
        self._pupil, self._is_loose = [], False
        self._classes.clear()

    def _made(self) -> NoticeCommand:
        sure = {part for part, at in self._seen.items() if at <= self._end}
        body = self._after(self._words[self._end - 1].end)
        is_staff = _Part.STAFF in sure
        families = bool(self._classes or self._grades or self._pupil) or _Part.PARENTS in sure
        if (is_staff and families) or (self._classes and self._grades):
            return NoticeCommand(body, unclear=True)
        narrow = bool(self._classes or self._grades or self._pupil)
        return NoticeCommand(
            body=body,
            classes=tuple(dict.fromkeys(self._classes)),
            grades=tuple(dict.fromkeys(self._grades)),
            school=_Part.SCHOOL in sure and not is_staff and not narrow,
            staff=is_staff,
            pupil=tuple(word.text for word in self._pupil),
            rests=tuple(self._after(word.end) for word in self._pupil) if self._is_loose else (),
        )

    def _after(self, end: int) -> str:
        """The text after a place, without the one sign that parts it from the audience."""
        rest = self._text[end:].lstrip()
        return (rest[1:] if rest[:1] in _SIGNS else rest).lstrip()
