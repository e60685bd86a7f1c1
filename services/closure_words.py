"""Reading a message that calls lessons off: "cho nghỉ học khối 6 ngày mai vì bão số 10".

For whom, which days or half-day, why, and the day that makes up for it; each part may be missing
and is then asked for. Days are read as families' requests for leave are.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from services.leave_text.reading import answer_days
from services.leave_text.said import Span
from services.name_syllables import fold
from services.roll_text.frame_place import find_class, unknown_class

LONGEST_REASON = 200
_BEGINS = re.compile(r"^\W*(?:cho|tam|thay co cho|nha truong cho|truong cho|dong cua truong)\b")
_LESSONS = re.compile(r"\bnghi hoc\b|\btam nghi\b|\bdong cua truong\b")
_REST = re.compile(r"\bnghi\b")
_OF_ONE = re.compile(r"(?<!cac )\bem\b|\b(?:chau|con|toi|minh)\b")  # one child's leave
_WHY = re.compile(r"(?<!\w)(?:vi|do|tai|bởi|boi|ly do|li do|de tranh|tranh)(?!\w)[:\s]+|:\s*")
_MAKEUP = re.compile(r"[,;.]?\s*(?<!\w)(?:va )?(?:se )?(?:hoc|day) bu(?!\w)(?: vao| ngay)?")
_SCHOOL = re.compile(
    r"(?<!\w)(?:hoc sinh )?(?:toan|ca|tat ca|moi)\s+(?:truong|hoc sinh|cac lop)(?!\w)"
)
_GRADES = re.compile(
    r"(?<!\w)(?:(?:cac|cac em|ca|toan) )?(?:khoi|k)\s*"
    r"(\d{1,2}(?:\s*(?:,|va|&|\+|-)\s*(?:khoi |k)?\d{1,2}(?![\w/]))*)(?![\w/])"
)
_FILLER = re.compile(
    r"(?<!\w)(?:cho|hoc sinh|hs|cac em|cac lop|lop|nghi hoc|nghi|duoc|tat ca|a|nhe|nha)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a message says. `scope`: school, grade, class or empty; `ids` as in `Closure`;
    `unknown`: a class or grade that the school does not have. `span` is the days, else `options`
    to choose from; `makeup` the day that makes up for it."""

    scope: str | None = None
    ids: tuple[int, ...] = ()
    unknown: str | None = None
    span: Span | None = None
    options: tuple[Span, ...] = ()
    several: bool = False
    reason: str | None = None
    makeup: date | None = None


def calls_off(text: str) -> bool:
    """Whether a message plainly orders lessons to be called off: the verb, and for whom."""
    low = fold(_composed(text))
    before = low[: found.start()] if (found := _WHY.search(low)) else low
    if not _BEGINS.search(before) or _OF_ONE.search(before):
        return False
    if _SCHOOL.search(before) or _GRADES.search(before):
        return bool(_LESSONS.search(before) or _REST.search(before))
    return bool(_LESSONS.search(before)) and ("lop" in before or bool(unknown_class(before)))


def read(text: str, today: date, classes: Mapping[str, int], grades: frozenset[int]) -> Said:
    """What the message says; `classes` are the school's, name → id. Never raises."""
    words = _composed(text)
    low = fold(words)  # the same length, letter by letter
    if len(low) != len(words):
        words = low
    reason = None
    if (why := _WHY.search(low)) is not None:
        reason = " ".join(words[why.end() :].split()).strip(" .,;") or None
        words, low = words[: why.start()], low[: why.start()]
    makeup = None
    if (bu := _MAKEUP.search(low)) is not None:
        makeup = _one_day(words[bu.end() :], today)
        words, low = words[: bu.start()], low[: bu.start()]
    elif reason is not None and (bu := _MAKEUP.search(fold(reason))) is not None:
        makeup = _one_day(reason[bu.end() :], today)
        reason = reason[: bu.start()].strip(" .,;") or None
    scope, ids, unknown, rest = _scope(words, low, classes, grades)
    rest = _FILLER.sub(" ", fold(rest))
    days = answer_days(rest, today)
    span = days.spans[0] if len(days.spans) == 1 else None
    if span is None and not days.spans and days.half is not None:
        span = Span(today, today, days.half)  # "chiều cho cả trường nghỉ" is today's afternoon
    return Said(
        scope,
        ids,
        unknown,
        span,
        days.options if span is None else (),
        len(days.spans) > 1,
        reason[:LONGEST_REASON] if reason else None,
        makeup,
    )


def reason_of(text: str) -> str:
    """A typed reason without the word that leads it in, shortened to what is kept."""
    words = " ".join(_composed(text).split())
    found = _WHY.match(fold(words))
    return (words[found.end() :] if found else words).strip(" .,;")[:LONGEST_REASON]


def day_of(text: str, today: date) -> Span | None:
    """The days of an answer to "which day?", where they are sure and on end."""
    days = answer_days(_composed(text), today)
    if len(days.spans) == 1:
        return days.spans[0]
    if not days.spans and days.half is not None:
        return Span(today, today, days.half)
    return None


def _scope(
    words: str, low: str, classes: Mapping[str, int], grades: frozenset[int]
) -> tuple[str | None, tuple[int, ...], str | None, str]:
    """For whom, and the message without it."""
    if (found := _SCHOOL.search(low)) is not None:
        return "school", (), None, _cut(words, found.start(), found.end())
    if (found := _GRADES.search(low)) is not None:
        named = _range([int(n) for n in re.findall(r"\d+", found[1])], found[1])
        missing = [n for n in named if n not in grades]
        unknown = str(missing[0]) if missing else None
        return "grade", tuple(named), unknown, _cut(words, found.start(), found.end())
    ids: list[int] = []
    while (place := find_class(words, classes)) is not None and place.class_name is not None:
        ids.append(classes[place.class_name])
        words = _cut(words, place.start, place.end)
    if (other := unknown_class(words)) is not None:
        return "class", tuple(ids), other[0], _cut(words, other[1], other[2])
    return ("class" if ids else None), tuple(dict.fromkeys(ids)), None, words


def _range(named: list[int], written: str) -> list[int]:
    """ "6-8" are three grades."""
    if "-" in written and len(named) == 2 and named[0] < named[1]:
        return list(range(named[0], named[1] + 1))
    return list(dict.fromkeys(named))


def _cut(words: str, start: int, end: int) -> str:
    return f"{words[:start]} , {words[end:]}" if start else words[end:]


def _one_day(text: str, today: date) -> date | None:
    days = answer_days(text, today)
    spans = days.spans
    return spans[0].first if len(spans) == 1 and spans[0].first == spans[0].last else None


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
