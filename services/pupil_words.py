"""What a message says about a pupil who comes or goes: who, what, which class, from which day.

"Lan 7A1 chuyển sang lớp 7A2 từ 1/12", "Minh 7A1 thoi hoc", "nhận Nguyễn Văn An, nam, sinh
12/3/2014, lớp 7A1, mẹ Lê Thị Bình 0912345678". What it does not say is asked.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.importing.cells import CellError, person_name
from services.leave_text.dates import written_dates
from services.name_syllables import fold
from services.phone_numbers import normalised
from services.plain_words import clean
from services.plain_words import plain as plain_of
from services.roll_text.frame_place import class_pattern, unknown_class

YOUNGEST, OLDEST = 4, 30  # years; a day so long ago is a birth date
_KINDS = (  # the first that is found; on folded text, same length as the text
    ("returned", r"(xin )?(di )?hoc (tro )?lai|(tro|quay) lai( hoc| truong| lop)*|nhap hoc lai"),
    ("moved", r"(chuyen|doi|sang|qua)( sang| qua| den)? lop|chuyen (sang|qua)(?= \d)"),
    ("in", r"tiep nhan|nhan( (em|hoc sinh|hs))?(?= )|chuyen den|(hoc sinh|hs|em) moi|nhap hoc"),
    ("dropped", r"(da )?(thoi|bo) hoc|nghi (hoc )?(han|luon)|xoa ten"),
    ("out", r"(da |xin )*(chuyen|doi) (sang )?truong( khac)?( di)?|(da |xin )*chuyen di|rut ho so"),
)
_TOWARDS = re.compile(r"(?<!\w)(sang|qua|den|vao|toi|chuyen lop|doi lop|len|to)\s*(lop\s*)?$")
_FILLERS = frozenset(
    (
        *("em", "bé", "bạn", "cháu", "học", "sinh", "hs", "từ", "kể", "ngày", "hôm", "lớp", "ở"),
        *("của", "đã", "xin", "sẽ", "được", "là", "và", "cho", "thì", "nhé", "nha", "ạ", "rồi"),
        *("tại", "này", "sang", "qua", "đến", "vào", "chuyển", "đổi", "khỏi", "trường", "moved"),
        *("moves", "to", "from", "on", "pupil", "class"),
    )
)
_BARE = frozenset(map(fold, _FILLERS))
_ENGLISH = (
    ("returned", r"(came|comes|is)? ?back|returns?|returned"),
    ("moved", r"moves?( to)?|moved( to)?|changes class( to)?"),
    ("in", r"new pupil|admit|joins?"),
    ("dropped", r"dropped out|drops out|drop out"),
    ("out", r"transferred( out)?|transfers( out)?|leaves( the school)?"),
)
_DAYS = (("hom kia", -2), ("hom qua", -1), ("hom nay", 0), ("bua nay", 0), ("sang nay", 0))
_AHEAD = (("ngay mai", 1), ("sang mai", 1), ("mai", 1), ("ngay kia", 2), ("ngay mot", 2))
_WORDS = (*_DAYS, *_AHEAD, ("yesterday", -1), ("today", 0), ("tomorrow", 1))
_WEEKDAYS = ("hai", "ba", "tu", "nam", "sau", "bay")
_RELATIONS = (
    ("father", r"(ho ten |ten )?(cha|bo|ba|father)"),
    ("mother", r"(ho ten |ten )?(me|ma|mother)"),
    ("guardian", r"(nguoi )?(giam ho|guardian|ong|bac|chu|co|di)"),
)


@dataclass(frozen=True, slots=True)
class Adult:
    """A father, mother or guardian as they were named."""

    relation: str
    name: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A pupil as entered; an empty name is still to be asked."""

    name: str = ""
    birth: date | None = None
    gender: str | None = None
    code: str | None = None
    adults: tuple[Adult, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said. `kind` in, out, dropped, moved, returned or unknown; `who` is a name or a list
    number; classes are names as the school writes them, `strange` one that it has not;
    `bad_day` a day that the calendar has not."""

    kind: str | None = None
    who: str = ""
    in_class: str | None = None
    to_class: str | None = None
    strange: str | None = None
    day: date | None = None
    bad_day: bool = False
    new: Newcomer | None = None


def kind_of(text: str) -> str | None:
    """What the words say has happened to a pupil, if anything."""
    found = _kind(plain_of(clean(text)))
    return found[0] if found else None


def _kind(plain: str) -> tuple[str, int, int] | None:
    for kind, words in (*_KINDS, *_ENGLISH):
        hit = re.search(rf"(?<!\w)(?:{words})(?!\w)", plain)
        if hit is not None:
            return kind, hit.start(), hit.end()
    return None


def read_day(text: str, today: date) -> tuple[date | None, bool, str]:
    """The day that a text names, whether it names one that there is not, and the rest."""
    for found in written_dates(text, today):
        if found.day is not None and (today - found.day).days > YOUNGEST * 365:
            continue
        return found.day, found.day is None, _cut(text, found.start, found.end)
    plain = plain_of(text)
    for words, ahead in _WORDS:
        hit = re.search(rf"(?<!\w){words}(?!\w)", plain)
        if hit is not None:
            return today + timedelta(days=ahead), False, _cut(text, hit.start(), hit.end())
    hit = re.search(r"(?<!\w)(?:thu|t) ?([2-7]|hai|ba|tu|nam|sau|bay)(?!\w)", plain)
    if hit is not None:
        word = hit[1]
        weekday = int(word) - 2 if word.isdigit() else _WEEKDAYS.index(word)
        ahead = (weekday - today.weekday()) % 7
        return today + timedelta(days=ahead), False, _cut(text, hit.start(), hit.end())
    hit = re.search(r"(?<!\w)ngay (\d{1,2})(?!\w)", plain)
    if hit is not None and 1 <= int(hit[1]) <= 28:
        return today.replace(day=int(hit[1])), False, _cut(text, hit.start(), hit.end())
    return None, False, text


def _cut(text: str, start: int, end: int) -> str:
    return clean(f"{text[:start]} , {text[end:]}") if start else clean(text[end:])


def find_classes(text: str, classes: Collection[str]) -> list[tuple[int, int, str]]:
    """The school's classes in a text, in order; of two that begin alike the longer one."""
    low, found = text.lower(), []
    for name in classes:
        found += [(h.start(), h.end(), name) for h in class_pattern(name).finditer(low)]
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str]] = []
    for hit in found:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def read_wish(text: str, classes: Collection[str], today: date) -> Wish:
    """What a message says; never raises."""
    words = clean(text)
    if words.isupper():
        words = words.lower()  # capitals say nothing of what is a name
    found = _kind(plain_of(words))
    if found is not None and found[0] == "in":
        return _read_newcomer(_cut(words, found[1], found[2]), classes, today)
    day, bad, words = read_day(words, today)
    wish = Wish(day=day, bad_day=bad)
    hits = find_classes(words, classes)
    plain = plain_of(words)
    towards = [hit for hit in hits if _leads(words, plain, hit[0])]
    here = [hit for hit in hits if hit not in towards]
    if found is not None and found[0] == "moved" and len(here) > 1 and not towards:
        towards = [here.pop()]
    kind = found[0] if found else None
    if kind is None and len(here) > 1 and not towards:
        towards = [here.pop()]
    if kind in (None, "out") and towards and here:
        kind = "moved"  # "Lan 7A1 sang 7A2", "Lan 7A1 -> 7A2"
    if kind == "returned" and not here:
        here, towards = towards, []
    wish = replace(
        wish,
        kind=kind,
        in_class=here[0][2] if here else None,
        to_class=towards[0][2] if towards else None,
    )
    if not hits and (other := unknown_class(words)) is not None:
        wish = replace(wish, strange=other[0])
        words = _cut(words, other[1], other[2])
    return replace(wish, who=_name(words, hits))


def _name(words: str, hits: list[tuple[int, int, str]]) -> str:
    """What is left once classes, the event and small words are taken off."""
    for start, end, _ in reversed(hits):
        words = f"{words[:start]} {words[end:]}"
    while (found := _kind(plain_of(words))) is not None:
        words = f"{words[: found[1]]} {words[found[2] :]}"
    words = re.sub(r"[,;.:>\-→=]", " ", words)
    return " ".join(word for word in words.split() if not _is_filler(word))


def _is_filler(word: str) -> bool:
    """Small words, also without marks; a capital letter makes a word part of a name."""
    return word in _FILLERS or word in _BARE


def _leads(words: str, plain: str, end: int) -> bool:
    """Whether the words before a class say that the pupil goes there ("Sang 7A1" is a name)."""
    hit = _TOWARDS.search(plain[:end])
    return hit is not None and not words[hit.start()].isupper()


def _read_newcomer(text: str, classes: Collection[str], today: date) -> Wish:
    """The parts between commas, each by what it looks like; the first that is none is the name."""
    wish, new = Wish(kind="in"), Newcomer()
    for part in (clean(piece) for piece in re.split(r"[,;\n]", text)):
        plain = plain_of(part)
        if not part:
            continue
        if (adult := _adult(part, plain)) is not None:
            new = replace(new, adults=(*new.adults, adult))
            continue
        born = next((d.day for d in written_dates(part, today) if _is_birth(d.day, today)), None)
        if born is not None:
            new = replace(new, birth=born)
            continue
        if gender := re.fullmatch(r"(gioi tinh:? )?(nam|nu|male|female|trai|gai)", plain):
            new = replace(new, gender="M" if gender[2] in ("nam", "male", "trai") else "F")
            continue
        if code := re.fullmatch(r"(ma( hs| hoc sinh| dinh danh)?|code):? *(\S{3,40})", plain):
            new = replace(new, code=part[code.start(3) :].upper())
            continue
        day, bad, rest = read_day(part, today)
        hits = find_classes(rest, classes)
        if day is not None or bad:
            wish = replace(wish, day=day, bad_day=bad)
        if hits:
            wish = replace(wish, to_class=hits[-1][2])
        elif (other := unknown_class(rest)) is not None:
            wish = replace(wish, strange=other[0])
            rest = _cut(rest, other[1], other[2])
        name = _name(rest, hits)
        if name and not new.name:
            try:
                new = replace(new, name=person_name(name) or "")
            except CellError:
                continue
    return replace(wish, new=new, who=new.name)


def _is_birth(day: date | None, today: date) -> bool:
    return day is not None and YOUNGEST * 365 < (today - day).days < OLDEST * 366


def _adult(part: str, plain: str) -> Adult | None:
    for relation, words in _RELATIONS:
        hit = re.match(rf"(?:{words})(?: (?:em|la|ten))*[: ]+(?=\S)", plain)
        if hit is None:
            continue
        rest = part[hit.end() :]
        number = re.search(r"\+?\d[\d .\-]{7,}\d", rest)
        phone = normalised(number[0]) if number else None
        name = rest[: number.start()] + rest[number.end() :] if number else rest
        try:
            full = person_name(clean(re.sub(r"(?i)\b(sđt|sdt|đt|dt|số|so)\b|[:.()]", " ", name)))
        except CellError:
            return None
        if full and len(full.split()) > 1:
            return Adult(relation, full, phone)
    return None
