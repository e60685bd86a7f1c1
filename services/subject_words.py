"""What people call the subjects: official names, short ones, and the strands of a subject.

"anh" is a subject, "sử" a strand of Lịch sử và Địa lí; a school's own subject answers to its name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from services.name_syllables import fold


@dataclass(frozen=True, slots=True)
class SubjectWord:
    """A subject named in a text, `text[start:end]` of the folded text; `strand` where the word
    names only a part of it."""

    code: str
    start: int
    end: int
    strand: str | None = None


_CALLED: dict[str, tuple[str, ...]] = {
    "NV": ("ngữ văn", "văn", "nv", "văn học"),
    "TOAN": ("toán", "toán học", "math", "maths"),
    "NN1": (
        "ngoại ngữ 1",
        "ngoại ngữ",
        "tiếng anh",
        "anh văn",
        "anh",
        "av",
        "ta",
        "nn1",
        "english",
    ),
    "GDCD": ("giáo dục công dân", "gdcd", "công dân", "gd công dân"),
    "LSDL": (
        "lịch sử và địa lí",
        "lịch sử và địa lý",
        "lịch sử địa lí",
        "lịch sử địa lý",
        "lịch sử - địa lí",
        "sử địa",
        "sử - địa",
        "sử và địa",
        "lsdl",
        "ls&đl",
        "ls đl",
        "ls-đl",
    ),
    "KHTN": ("khoa học tự nhiên", "khtn", "khoa học", "tự nhiên"),
    "CN": ("công nghệ", "cn", "c.nghệ"),
    "TIN": ("tin học", "tin"),
    "GDTC": ("giáo dục thể chất", "gdtc", "thể dục", "thể chất", "td"),
    "NT": ("nghệ thuật", "nt"),
    "TNHN": (
        "hoạt động trải nghiệm, hướng nghiệp",
        "hoạt động trải nghiệm hướng nghiệp",
        "hoạt động trải nghiệm",
        "trải nghiệm hướng nghiệp",
        "trải nghiệm",
        "hướng nghiệp",
        "hđtn",
        "hđtnhn",
        "hđtn&hn",
        "tnhn",
    ),
    "GDDP": (
        "nội dung giáo dục của địa phương",
        "nội dung giáo dục địa phương",
        "giáo dục địa phương",
        "địa phương",
        "gdđp",
        "ndgdđp",
        "ndgdcđp",
    ),
}
STRANDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "LSDL": (("su", ("lịch sử", "sử", "ls")), ("dia", ("địa lí", "địa lý", "địa", "đl"))),
    "KHTN": (
        ("ly", ("vật lí", "vật lý", "lí", "lý")),
        ("hoa", ("hóa học", "hoá học", "hóa", "hoá")),
        ("sinh", ("sinh học", "sinh")),
    ),
    "NT": (
        ("nhac", ("âm nhạc", "nhạc")),
        ("mithuat", ("mĩ thuật", "mỹ thuật", "vẽ", "hội họa")),
    ),
}


def _pattern(words: Iterable[str]) -> str:
    spaced = (r"\s*[.,&-]?\s*".join(map(re.escape, re.findall(r"\w+", fold(w)))) for w in words)
    return "|".join(sorted(spaced, key=len, reverse=True))


def _compiled() -> tuple[tuple[re.Pattern[str], str, str | None], ...]:
    found: list[tuple[re.Pattern[str], str, str | None]] = [
        (_named(words), code, None) for code, words in _CALLED.items()
    ]
    for code, strands in STRANDS.items():
        found += [(_named(words), code, strand) for strand, words in strands]
    return tuple(found)


def _named(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:mon\s+)?(?:phan\s+)?(?:{_pattern(words)})(?!\w)")


_WORDS = _compiled()


def find_subject(low: str, own: Iterable[tuple[str, str]] = ()) -> SubjectWord | None:
    """The first subject named in a folded text, the longest name where two begin together.

    `own` are (code, name) of the school's subjects beyond the programme.
    """
    best: SubjectWord | None = None
    patterns = [
        (re.compile(rf"(?<!\w)(?:mon\s+)?(?:{_pattern([n])})(?!\w)"), c, None) for c, n in own
    ]
    for pattern, code, strand in (*_WORDS, *patterns):
        match = pattern.search(low)
        if match is None:
            continue
        found = SubjectWord(code, match.start(), match.end(), strand)
        if best is None or (found.start, -found.end) < (best.start, -best.end):
            best = found
    return best
