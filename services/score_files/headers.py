"""What a column of a sheet of marks is, told by its header: ours, vnEdu's, SMAS's, a school's own.

Headers come in one row or in two ("ĐĐGtx" over 1 to 4), with line breaks, in NFC or NFD; columns
are never known by their place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.importing import cells
from services.score_cells import Column, ColumnKind

LOOKED_AT = 15  # rows in which the headers are looked for


class Field(StrEnum):
    """What else than marks a column holds."""

    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    BIRTH = "birth"
    ID = "id"  # our own, hidden
    AVERAGE = "average"
    REMARK = "remark"


_FIELDS: dict[str, Field] = {
    **dict.fromkeys(("stt", "tt", "so tt", "so thu tu", "so danh sach"), Field.NUMBER),
    **dict.fromkeys(
        ("ma hoc sinh", "ma hs", "ma dinh danh hoc sinh", "ma so hoc sinh"), Field.CODE
    ),
    **dict.fromkeys(
        ("ho ten", "ho va ten", "ho ten hoc sinh", "ho va ten hoc sinh", "hoc sinh"), Field.NAME
    ),
    **dict.fromkeys(("ngay sinh", "ngay thang nam sinh"), Field.BIRTH),
    **dict.fromkeys(("nhan xet", "ghi chu"), Field.REMARK),
    "solienlac": Field.ID,
}
_REGULAR = re.compile(
    r"(?:d?ddg ?tx|dgtx|ddgtx|diem tx|tx|thuong xuyen|danh gia thuong xuyen|diem thuong xuyen"
    r"|diem danh gia thuong xuyen)(?: ?(?:lan|cot|so))? ?([1-4])"
)
_MIDTERM = re.compile(
    r"(?:d?ddg ?gk|dggk|gk|giua (?:ki|ky)|giua hoc (?:ki|ky)"
    r"|(?:diem )?(?:danh gia|kiem tra) giua (?:ki|ky))"
)
_FINAL = re.compile(
    r"(?:d?ddg ?ck|dgck|ck|cuoi (?:ki|ky)|cuoi hoc (?:ki|ky)"
    r"|(?:diem )?(?:danh gia|kiem tra) cuoi (?:ki|ky))"
)
_AVERAGE = re.compile(r"(?:d?tb ?m? ?(?:hk|cn).*|trung binh.*|hoc (?:ki|ky)|ca nam|dtb.*)")
_GROUP = re.compile(r"(?:d?ddg ?tx|dgtx|tx|thuong xuyen|(?:diem )?(?:danh gia )?thuong xuyen)")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the headers of a sheet stand: `first` is the row of the first pupil (from 0), `fields`
    and `marks` the columns by what they hold; `unknown` are headers that say nothing to us."""

    first: int
    fields: dict[Field, int]
    marks: dict[tuple[ColumnKind, int], int]
    unknown: tuple[str, ...] = ()

    def column_of(self, column: Column) -> int | None:
        """Where a column of the gradebook stands in the sheet."""
        return self.marks.get((column.kind, column.number))


def what(header: str) -> Field | tuple[ColumnKind, int] | None:
    """What a header says its column holds; None where it says nothing to us."""
    low = cells.fold(header)
    if low in _FIELDS:
        return _FIELDS[low]
    if match := _REGULAR.fullmatch(low):
        return ColumnKind.REGULAR, int(match[1])
    if _MIDTERM.fullmatch(low):
        return ColumnKind.MIDTERM, 1
    if _FINAL.fullmatch(low):
        return ColumnKind.FINAL, 1
    return Field.AVERAGE if _AVERAGE.fullmatch(low) else None


def find_head(rows: Sequence[Sequence[cells.Cell]]) -> Head | None:
    """The headers of a sheet: the row that names the pupils and most columns, with the one below
    where it carries on; None where there is none among the first rows."""
    best: Head | None = None
    for at in range(min(len(rows), LOOKED_AT)):
        for depth in (1, 2):
            found = _head(rows, at, depth)
            if found is not None and (best is None or _worth(found) > _worth(best)):
                best = found
    return best


def _worth(head: Head) -> tuple[int, int]:
    return len(head.marks), len(head.fields)


def _head(rows: Sequence[Sequence[cells.Cell]], at: int, depth: int) -> Head | None:
    fields: dict[Field, int] = {}
    marks: dict[tuple[ColumnKind, int], int] = {}
    unknown = []
    above = ""
    width = max(len(row) for row in rows[at : at + depth])
    for column in range(width):
        words = [_text(rows, at + line, column) for line in range(depth)]
        above = words[0] or above
        found = _what_of(words, above)
        if isinstance(found, Field):
            fields.setdefault(found, column)
        elif found is not None:
            if found in marks:
                return None  # two columns say the same: not to be guessed
            marks[found] = column
        elif any(words):
            unknown.append(" ".join(word for word in words if word))
    if not marks or not fields.keys() & {Field.NAME, Field.CODE, Field.ID}:
        return None
    return Head(at + depth, fields, marks, tuple(unknown))


def _what_of(words: list[str], above: str) -> Field | tuple[ColumnKind, int] | None:
    """By the header itself, or by the group it stands under and its own number."""
    for word in reversed(words):
        found = what(word) if word else None
        if found is not None:
            return found
    if len(words) > 1 and _GROUP.fullmatch(cells.fold(above)):
        number = re.search(r"\b([1-4])\b", words[1])
        if number:
            return ColumnKind.REGULAR, int(number[1])
    return None


def _text(rows: Sequence[Sequence[cells.Cell]], row: int, column: int) -> str:
    if row >= len(rows) or column >= len(rows[row]):
        return ""
    return cells.text(rows[row][column]) or ""
