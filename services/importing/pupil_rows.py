"""Reading `HocSinh`: one row per pupil; rows that double or contradict each other are sorted out.

A code that stands in two rows with two people refuses both. The same pupil listed where they left
and where they are now counts where they are now.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.importing import cells, words
from services.importing.cells import Cell, name_key
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.layout import Sheet

AHEAD = timedelta(days=60)  # that a change may be planned for
OLDEST, YOUNGEST = 30, 4  # years; a birth date outside is a mistake


@dataclass(frozen=True, slots=True)
class Adult:
    """A father, mother or guardian as a row names them."""

    relation: str
    name: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A row of `HocSinh` as read; `number` is its STT, `outcome` set for one who has left, `since`
    the day from which its class or status holds."""

    number: int | None
    class_name: str
    code: str | None
    name: str
    birth: date | None
    gender: str | None
    outcome: str | None
    since: date | None
    ethnic: str | None
    policy: str | None
    address: str | None
    called: str | None
    adults: tuple[Adult, ...]

    @property
    def key(self) -> tuple[str, str, date | None]:
        """What tells a pupil without a code: class, name, birth date."""
        return self.class_name, name_key(self.name), self.birth


Read = tuple[Entry, PupilRow]


def read_pupils(desk: Desk) -> tuple[list[Read], dict[str, list[int | None]]]:
    """The rows that stand, and of each class every STT that the sheet holds, in order."""
    read: list[Read] = []
    numbers: dict[str, list[int | None]] = defaultdict(list)
    for entry in desk.entries(Sheet.PUPILS):
        with entry:
            row = _read(desk, entry)
            numbers[row.class_name].append(row.number)
            read.append((entry, row))
    standing = [*_settle_coded(read), *_settle_codeless(read)]
    return sorted(standing, key=lambda pair: pair[0].number), numbers


def _read(desk: Desk, entry: Entry) -> PupilRow:
    entry.who = cells.text(entry.row.get("name")) or ""
    class_name = entry.group = entry.need("class", cells.class_name)
    name = entry.who = _name(entry)
    status = entry.maybe("status", cells.text)
    outcome, known = words.outcome(status)
    if not known:
        entry.note("import-status-unknown", status=status)
    earliest = date(desk.today.year - OLDEST, 1, 1)
    latest = date(desk.today.year - YOUNGEST, 12, 31)
    return PupilRow(
        number=_number(entry.row.get("number")),
        class_name=class_name,
        code=entry.maybe("code", cells.code),
        name=name,
        birth=entry.maybe("birth", lambda cell: cells.day(cell, earliest, latest)),
        gender=_gender(entry),
        outcome=outcome,
        since=entry.maybe("since", lambda cell: cells.day(cell, *_year_so_far(desk))),
        ethnic=entry.maybe("ethnic", lambda cell: cells.short(cell, 60)),
        policy=entry.maybe("policy", lambda cell: cells.short(cell, 120)),
        address=entry.maybe("address", lambda cell: cells.short(cell, 250)),
        called=entry.maybe("called", lambda cell: cells.short(cell, 60)),
        adults=_adults(entry),
    )


def _year_so_far(desk: Desk) -> tuple[date, date]:
    """The days from which a row may hold."""
    first, last = desk.year["starts"], desk.year["ends"]
    return first, max(first, min(last, desk.today + AHEAD))


def _adults(entry: Entry) -> tuple[Adult, ...]:
    """Father, mother, guardian; one who is named twice stands in the first place only."""
    found: list[Adult] = []
    for relation in words.RELATIONS:
        name = entry.maybe(relation, cells.person_name)
        phone = entry.maybe(f"{relation}_phone", cells.phone)
        for index, other in enumerate(found):
            same = name and other.name and cells.fold(name) == cells.fold(other.name)
            if same and (phone is None or other.phone in (None, phone)):
                found[index] = replace(other, phone=other.phone or phone)
                name = phone = None
                break
        found.append(Adult(relation, name, phone))
    return tuple(found)


def _name(entry: Entry) -> str:
    """The full name; lists that split it have the given name in a column of its own."""
    given = cells.text(entry.row.get("given"))
    if given is None:
        return entry.need("name", cells.person_name)
    return entry.need("name", lambda cell: cells.person_name(f"{cells.text(cell) or ''} {given}"))


def _number(cell: Cell) -> int | None:
    try:
        return cells.whole(cell, 1, 9999)
    except cells.CellError:
        return None  # the list number is ours to give


def _gender(entry: Entry) -> str | None:
    """The gender; lists with a column "Nữ" mark it with an x."""
    found = entry.maybe("gender", cells.gender)
    if found is None and "female" in entry.row.cells:
        return "F" if cells.text(entry.row.get("female")) else "M"
    return found


def _settle_coded(read: Iterable[Read]) -> list[Read]:
    """Of the rows with a code, those that stand."""
    by_code: dict[str, list[Read]] = defaultdict(list)
    for entry, row in read:
        if row.code is not None:
            by_code[row.code].append((entry, row))
    return [pair for group in by_code.values() for pair in _stand(group)]


def _settle_codeless(read: Iterable[Read]) -> list[Read]:
    """Of the rows without a code, those that stand beside the ones that have one."""
    by_key: dict[tuple[str, str, date | None], list[Read]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Read]] = defaultdict(list)
    for entry, row in read:
        by_name[row.key[:2]].append((entry, row))
        if row.code is None:
            by_key[row.key].append((entry, row))
    standing: list[Read] = []
    for group in by_key.values():
        for entry, row in _stand(group):
            others = [
                other.number
                for other, candidate in by_name[row.key[:2]]
                if candidate.key != row.key or candidate.code is not None
                if None in (row.birth, candidate.birth) or row.birth == candidate.birth
            ]
            with entry:
                if others:
                    entry.refuse("import-pupil-unclear", rows=", ".join(map(str, others)))
                standing.append((entry, row))
    return standing


def _stand(group: list[Read]) -> list[Read]:
    """The one row that stands of several about one code or one pupil; none if they disagree."""
    entry, row = group[0]
    if len(group) == 1:
        return group
    rows = ", ".join(str(other.number) for other, _ in group)
    if all(_same(row, other) for _, other in group):
        for other, _ in group[1:]:
            other.note("import-row-doubled", other=entry.number)
        return [group[0]]
    here = [pair for pair in group if pair[1].outcome is None]
    one_pupil = len({(other.key[1:]) for _, other in group}) == 1
    if one_pupil and len(here) == 1:
        for other, _ in group:
            if other is not here[0][0]:
                other.note("import-row-of-before", other=here[0][0].number)
        return here
    for other, doubled in group:
        with other:
            key = "import-code-twice" if doubled.code else "import-pupil-twice"
            other.refuse(key, code=doubled.code or "", rows=rows)
    return []


def _same(one: PupilRow, other: PupilRow) -> bool:
    return replace(one, number=None) == replace(other, number=None)
