"""What a cell of a school's workbook means: names, dates, phones, classes, whole numbers.

Real exports hold dates as text, as dates and as Excel's serial numbers, phones as numbers that
lost their zero, and names in capitals with doubled blanks or in another Unicode form. Each reader
returns None for a blank cell and raises `CellError` for what cannot be understood.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache

from services.phone_numbers import normalised

Cell = object  # text, number, date or nothing, as the reader of the workbook hands it over

EXCEL_ZERO = date(1899, 12, 30)
_MARKS = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F))
APOSTROPHES = "'’ʼ‘`´′"
_ONE_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES), "'")


class CellError(ValueError):
    """A cell that cannot be understood; `key` names the reason, `shown` what stands there."""

    def __init__(self, key: str, shown: str) -> None:
        super().__init__(key)
        self.key = key
        self.shown = shown


def text(cell: Cell) -> str | None:
    """The cell as one line of NFC text without doubled blanks; 6.0 reads as "6"."""
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, date):
        cell = cell.strftime("%d/%m/%Y")
    clean = unicodedata.normalize("NFC", str(cell).translate(_INVISIBLE))
    return " ".join(clean.split()) or None


@lru_cache(maxsize=20_000)
def fold(words: str) -> str:
    """Lower case letters and digits without marks, single blanks: what headers are matched by."""
    plain = unicodedata.normalize("NFD", words.casefold()).replace("đ", "d")
    kept = (ch if ch.isalnum() else " " for ch in plain if not unicodedata.combining(ch))
    return " ".join("".join(kept).split())


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Names with equal keys are the same: case, apostrophe and place of the tone do not matter."""
    words = []
    for word in name.casefold().translate(_ONE_APOSTROPHE).split():
        marked = unicodedata.normalize("NFD", word)
        tones = "".join(ch for ch in marked if ord(ch) in _MARKS)
        words.append(marked.translate(_MARKS) + tones)
    return " ".join(words)


def alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, of which one was written wrong.

    Half of the words are the same, the given name among them, or more than half.
    """
    first, second = fold(one).split(), fold(other).split()
    shared, longest = len(set(first) & set(second)) * 2, max(len(first), len(second))
    return shared > longest or (shared == longest and first[-1:] == second[-1:])


def _proper(word: str) -> str:
    parts = re.split(rf"([{APOSTROPHES}\-])", word)
    return "".join(part[:1].upper() + part[1:].lower() for part in parts)


def person_name(cell: Cell) -> str | None:
    """A full name; words in capitals, and a name all in small letters, get their proper case."""
    name = text(cell)
    if name is None:
        return None
    strange = any(ch.isdigit() or ch in "#=@" for ch in name)  # a number, "#N/A", an address
    if strange or not any(ch.isalpha() for ch in name) or len(name) > 120:
        raise CellError("import-cell-name", name[:40])
    lower = name.islower()
    words = name.split()
    return " ".join(_proper(w) if lower or (w.isupper() and len(w) > 1) else w for w in words)


_DATE = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ].*)?")


def day(cell: Cell, earliest: date, latest: date) -> date | None:
    """A day given as date, as dd/mm/yyyy in any of its spellings, or as Excel's serial number."""
    if isinstance(cell, datetime):
        cell = cell.date()
    shown = text(cell)
    if shown is None:
        return None
    found = cell if isinstance(cell, date) else _day(shown, latest)
    if found is None or not earliest <= found <= latest:
        raise CellError("import-cell-date", shown)
    return found


def _day(shown: str, latest: date) -> date | None:
    try:
        if re.fullmatch(r"\d{4,5}(\.\d+)?", shown):
            return EXCEL_ZERO + timedelta(days=int(float(shown)))
        if match := _ISO.fullmatch(shown):
            year, month, number = (int(part) for part in match.groups())
        elif match := _DATE.fullmatch(shown):
            number, month, year = (int(part) for part in match.groups())
            if year < 100:
                year += 2000 if 2000 + year <= latest.year else 1900
        else:
            return None
        return date(year, month, number)
    except ValueError:
        return None


def phone(cell: Cell) -> str | None:
    """A Vietnamese number as 0xxxxxxxxx; the first one where a cell holds several."""
    shown = text(cell)
    if shown is None:
        return None
    number = normalised(shown)
    if number is None:
        raise CellError("import-cell-phone", shown)
    return number


def class_name(cell: Cell) -> str | None:
    """ "Lớp 7 a1" as "7A1"; a class begins with its grade."""
    shown = text(cell)
    if shown is None:
        return None
    name = re.sub(r"^LỚP\s*", "", shown.upper()).replace(" ", "")
    if not re.fullmatch(r"([1-9]|1[0-2])[^\W\d_/.\-]*[/.\-]?\d{0,2}[^\W\d_]?", name):
        raise CellError("import-cell-class", shown)
    return name


def grade_of(name: str) -> int:
    """The grade that a class's name begins with; 10 to 12 have a letter after it."""
    match = re.match(r"(1[0-2](?=\D|$)|[1-9])", name)
    assert match is not None, "a class name was read by class_name"
    return int(match.group())


def whole(cell: Cell, lowest: int, highest: int) -> int | None:
    """A whole number between two bounds, also inside words ("Tiết 3", "Khối 6")."""
    shown = text(cell)
    if shown is None:
        return None
    match = re.fullmatch(r"\D*(\d{1,4})\D*", shown)
    if match is None or not lowest <= int(match.group(1)) <= highest:
        raise CellError("import-cell-number", shown)
    return int(match.group(1))


def code(cell: Cell) -> str | None:
    """A code as text: upper case, no blanks."""
    shown = text(cell)
    if shown is None:
        return None
    plain = shown.replace(" ", "").upper()
    if len(plain) > 40:
        raise CellError("import-cell-code", shown)
    return plain


def gender(cell: Cell) -> str | None:
    """ "M" or "F"."""
    shown = text(cell)
    if shown is None:
        return None
    known = {"nam": "M", "nu": "F", "m": "M", "f": "F", "male": "M", "female": "F", "trai": "M"}
    known["gai"] = "F"
    if fold(shown) not in known:
        raise CellError("import-cell-gender", shown)
    return known[fold(shown)]


def term(cell: Cell) -> int | None:
    """Term 1 or 2, written I, II, 1, 2, HK1, "Học kì II"."""
    shown = text(cell)
    if shown is None:
        return None
    last = fold(shown).removeprefix("hoc ki").removeprefix("hoc ky").removeprefix("hk").strip()
    numbers = {"i": 1, "1": 1, "ii": 2, "2": 2}
    if last not in numbers:
        raise CellError("import-cell-term", shown)
    return numbers[last]


def short(cell: Cell, length: int) -> str | None:
    """Plain text, refused when it is longer than the school's books have room for."""
    shown = text(cell)
    if shown is not None and len(shown) > length:
        raise CellError("import-cell-long", shown[:40] + "…")
    return shown
