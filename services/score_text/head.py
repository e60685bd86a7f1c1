"""What a message of marks is about: class, subject, term and column, before the marks themselves.

"7A1 toán tx1: …", "tx2 anh 8a3 hk2 …", "điểm giữa kì môn Sử lớp 7/1 …". A word that could be more
than one column ("1 tiết", "15p", "hs1") is asked about, never guessed.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from services.name_syllables import fold
from services.roll_text.frame_place import class_pattern
from services.score_cells import Column, ColumnKind
from services.score_text.pieces import clean
from services.subject_words import SubjectWord, find_subject


@dataclass(frozen=True, slots=True)
class Head:
    """Class, subject and column as far as they are named. `kind` without `number` for "tx" alone;
    `unclear` is a word for a column that could be several. `body` is what follows."""

    class_names: tuple[str, ...] = ()
    subject: SubjectWord | None = None
    term: int | None = None
    kind: ColumnKind | None = None
    number: int | None = None
    unclear: str | None = None
    body: str = ""
    has_colon: bool = False

    @property
    def names_column(self) -> bool:
        """Whether a column is named, if only unclearly."""
        return self.kind is not None or self.unclear is not None

    def column(self, term: int) -> Column | None:
        """The column, in the term named or else in `term`; None where it is still to be asked."""
        if self.kind is None or (self.kind is ColumnKind.REGULAR and self.number is None):
            return None
        return Column(self.term or term, self.kind, self.number or 1)


_REGULAR = re.compile(
    r"(?:cot\s*)?(?:kt\s*)?(?:tx|ddgtx|dgtx|thuong xuyen|danh gia thuong xuyen)"
    r"\s*(?:lan|cot|so)?\s*(?P<number>[1-4])?(?!\w)"
)
_TEST = r"(?:bai\s+)?(?:(?:kt|ktra|kiem tra|thi|danh gia)\s*)?"
_TERM = r"(?:\s*(?P<term>[12]|ii|i)(?!\w))?"
_MIDTERM = re.compile(
    rf"(?:{_TEST}(?:giua (?:hoc )?k[iy]|giua hk|gk|gki|ghk)|ktgk|ddggk|dggk)(?![a-z]){_TERM}"
)
_FINAL = re.compile(
    rf"(?:{_TEST}(?:cuoi (?:hoc )?k[iy]|cuoi hk|ck|cki|chk)|ktck|ddgck|dgck|thi (?:hoc k[iy]|hk))"
    rf"(?![a-z]){_TERM}"
)
_AGAIN = re.compile(r"(?:danh gia lai|kiem tra lai|thi lai|kt lai)(?!\w)")
_UNCLEAR = re.compile(
    r"(?:(?:kt|kiem tra|bai)\s*)?(?:1 ?tiet|mot tiet|15 ?(?:p|ph|phut|')|45 ?(?:p|ph|phut|')|mieng"
    r"|(?:hs|he so)\s*[123])(?!\w)"
)
_IN_TERM = re.compile(r"(?:hk|hoc k[iy]|k[iy])\s*(?P<term>[12]|ii|i)(?!\w)")
_FILLER = re.compile(
    r"(?:nhap diem|vao diem|ghi diem|nhap|vao|diem|lop|cot|mon|bai|kiem tra|ktra|cua|cho)(?!\w)"
    r"|[,.-]"
)
_TERMS = {"1": 1, "i": 1, "2": 2, "ii": 2}
_COLUMNS = (
    (_AGAIN, ColumnKind.REASSESSMENT),
    (_MIDTERM, ColumnKind.MIDTERM),
    (_FINAL, ColumnKind.FINAL),
    (_REGULAR, ColumnKind.REGULAR),
)


def folded(text: str) -> str:
    """Bare small letters, one for each sign of `text`, so that places in both are the same."""
    return "".join((fold(sign) or " ")[:1] for sign in text)


def read_head(
    text: str, classes: Collection[str], own_subjects: Iterable[tuple[str, str]] = ()
) -> Head:
    """Take class, subject, term and column off the front of a message, in any order.

    `own_subjects` are (code, name) of subjects beyond the programme.
    """
    whole = clean(text)
    low = folded(whole)
    own = tuple(own_subjects)
    names = sorted(classes, key=len, reverse=True)
    head, at, seen = Head(), 0, 0
    while at < len(low):
        if low[at].isspace():
            at += 1
            continue
        if low[at] == ":" and seen:
            return replace(head, body=whole[at + 1 :].strip(" "), has_colon=True)
        found = _take(head, low, at, names, own)
        if found is None:
            filler = _FILLER.match(low, at)
            if filler is None:
                break
            at = filler.end()
            continue
        head, at = found
        seen = at
    body = whole[seen:].lstrip(" ,.")
    return replace(head, body=body.strip(" ").removeprefix("\n"))


def _take(
    head: Head, low: str, at: int, names: Sequence[str], own: Sequence[tuple[str, str]]
) -> tuple[Head, int] | None:
    """One thing more about the column, and where it ends."""
    for name in names:
        match = class_pattern(name).match(low, at)
        if match is not None and name not in head.class_names:
            return replace(head, class_names=(*head.class_names, name)), match.end()
    if not head.names_column:
        unclear = _UNCLEAR.match(low, at)
        if unclear is not None:
            return replace(head, unclear=unclear[0].strip()), unclear.end()
        for pattern, kind in _COLUMNS:
            match = pattern.match(low, at)
            if match is not None:
                return _with_column(head, match, kind), match.end()
    term = _IN_TERM.match(low, at)
    if term is not None and head.term is None:
        return replace(head, term=_TERMS[term["term"]]), term.end()
    found = find_subject(low[at:], own)
    if found is not None and found.start == 0 and _adds(head.subject, found):
        return replace(head, subject=found), at + found.end
    return None


def _adds(known: SubjectWord | None, found: SubjectWord) -> bool:
    """Whether a word says more: a first subject, or the strand of the one that was named."""
    if known is None:
        return True
    return known.strand is None and found.strand is not None and known.code == found.code


def _with_column(head: Head, match: re.Match[str], kind: ColumnKind) -> Head:
    parts = match.groupdict()
    number = int(parts["number"]) if parts.get("number") else None
    term = _TERMS[parts["term"]] if parts.get("term") else head.term
    return replace(head, kind=kind, number=number, term=term)
