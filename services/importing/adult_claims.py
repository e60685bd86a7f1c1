"""What the rows of all children together say of one adult's name and phone.

Only what they agree on changes an adult who is known. A name without marks never overwrites one
with marks, so "Tran Hung" in one sibling's row and "Trần Hùng" in another's come to the same.
"""

import unicodedata
from collections import defaultdict

from services.importing.cells import fold
from services.importing.pupil_rows import Adult
from storage.draft import Record

Key = int | tuple[str, str]


class Claims:
    """Filled with every row first, asked afterwards."""

    def __init__(self) -> None:
        self._names: dict[Key, set[str]] = defaultdict(set)
        self._phones: dict[Key, set[str]] = defaultdict(set)

    def hear(self, person: Record | None, adult: Adult) -> None:
        """Note what a row says of a known person, or of a new one with a phone."""
        if person is None and not (adult.name and adult.phone):
            return
        key = _key(person, adult)
        if adult.name:
            self._names[key].add(adult.name)
        if adult.phone:
            self._phones[key].add(adult.phone)

    def agree_on_phone(self, person: Record, phone: str) -> bool:
        """Whether no row gives a known person another number."""
        return self._phones[id(person)] <= {phone}

    def name_of(self, person: Record) -> str:
        """What a known person should be called."""
        current: str = person["full_name"]
        names = self._names[id(person)]
        most = max(map(_marks, names), default=0)
        if current in names:
            return current if _marks(current) == most else _first(names, most)
        agreed = len(names) == 1 and most == _marks(current)
        return _first(names, most) if agreed or most > _marks(current) else current

    def name_of_new(self, adult: Adult) -> str:
        """What a new person should be called."""
        assert adult.name is not None
        names = self._names.get(_key(None, adult)) if adult.phone else None
        return _first(names, max(map(_marks, names))) if names else adult.name


def _key(person: Record | None, adult: Adult) -> Key:
    return id(person) if person is not None else (fold(adult.name or ""), adult.phone or "")


def _marks(name: str) -> int:
    plain = unicodedata.normalize("NFD", name.casefold())
    return sum(bool(unicodedata.combining(ch)) or ch == "đ" for ch in plain)


def _first(names: set[str], marks: int) -> str:
    return min(name for name in names if _marks(name) == marks)
