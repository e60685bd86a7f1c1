"""The pupils (`HocSinh`): matched by code, else by class, name and birth date; never doubled.

Pupils of the same name in one class are told apart by code or birth date. Where a row fits two
pupils, or a code belongs to somebody else, the row is refused with the reason.
"""

from collections import Counter, defaultdict

from services.importing import cells
from services.importing.cells import name_key
from services.importing.desk import Desk
from services.importing.enrolments import Enrolments
from services.importing.entry import Entry
from services.importing.guardians import Guardians
from services.importing.layout import Sheet
from services.importing.preview import FieldChange
from services.importing.pupil_rows import PupilRow, read_pupils
from storage.draft import Record
from storage.tables import Pupil, PupilRecord


class Pupils:
    """The pupils of the draft, findable by code and by name."""

    def __init__(self, desk: Desk, enrolments: Enrolments) -> None:
        self._desk = desk
        self._enrolments = enrolments
        self.by_code: dict[str, Record] = {}
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        for pupil in desk.draft.all(Pupil):
            self.know(pupil)

    def know(self, pupil: Record) -> None:
        """Make a pupil findable."""
        if pupil["code"]:
            self.by_code[pupil["code"]] = pupil
        named = self._by_name[name_key(pupil["full_name"])]
        if pupil not in named:
            named.append(pupil)

    def find(self, entry: Entry, row: PupilRow, listed: set[str]) -> Record | None:
        """The pupil a row means, None for a new one; `listed` are the codes of the workbook."""
        if row.code and (found := self.by_code.get(row.code)):
            born_so = row.birth is not None and found["birth_date"] == row.birth
            if not born_so and not cells.alike(found["full_name"], row.name):
                entry.refuse("import-code-taken", code=row.code, name=found["full_name"])
            return found
        named = [
            pupil
            for pupil in self._by_name[name_key(row.name)]
            if not (row.code and pupil["code"]) and pupil["code"] not in listed
        ]
        klass = self._desk.classes.get(row.class_name)
        beside = [p for p in named if self._enrolments.in_class(p, klass)]
        fitting = [p for p in beside if p["birth_date"] == row.birth] if row.birth else beside
        fitting = fitting or [p for p in beside if p["birth_date"] is None]
        if not fitting and row.birth:  # moved from another class, or from last year's
            fitting = [p for p in named if p["birth_date"] == row.birth]
        if len(fitting) > 1:
            entry.refuse("import-pupil-ambiguous", count=len(fitting))
        if fitting and not row.code and fitting[0]["birth_date"] is None and len(beside) > 1:
            entry.refuse("import-pupil-ambiguous", count=len(beside))
        return fitting[0] if fitting else None


def take_pupils(desk: Desk) -> None:
    """Add and change pupils, their enrolments and their guardians."""
    if not desk.has(Sheet.PUPILS):
        return
    read, numbers = read_pupils(desk)
    enrolments = Enrolments(desk, numbers)
    pupils = Pupils(desk, enrolments)
    listed = {row.code for _, row in read if row.code}
    meant: list[tuple[Entry, PupilRow, Record | None]] = []
    for entry, row in read:
        with entry:
            meant.append((entry, row, pupils.find(entry, row, listed)))
    claims = Counter(id(pupil) for _, _, pupil in meant if pupil is not None)
    facts = {id(r["pupil_id"]): r for r in desk.draft.all(PupilRecord)}
    taken: list[tuple[Entry, PupilRow, Record]] = []
    changes_of: dict[int, tuple[bool, list[FieldChange]]] = {}
    for entry, row, known in meant:
        with entry:
            if known is not None and claims[id(known)] > 1:
                entry.refuse("import-pupil-twice", rows=_rows(meant, known))
            changes: list[FieldChange] = []
            pupil = known or _new(desk, row)
            if known is not None:
                _change(desk, pupil, row, changes)
            pupils.know(pupil)
            _facts(desk, pupil, row, facts, changes)
            changes += enrolments.place(pupil, row)
            taken.append((entry, row, pupil))
            changes_of[id(pupil)] = known is None, changes
    guardians = Guardians(desk, taken)
    for entry, row, pupil in taken:
        changes_of[id(pupil)][1].extend(guardians.update(entry, row, pupil))
    for entry, row, pupil in taken:
        fresh, changes = changes_of[id(pupil)]
        changes += guardians.put(entry, row, pupil)
        if fresh:
            entry.added(pupil)
        elif row.outcome is not None and any(c.column == "status" for c in changes):
            entry.ended(pupil, changes)
        else:
            entry.changed(pupil, changes)


def _rows(meant: list[tuple[Entry, PupilRow, Record | None]], known: Record) -> str:
    return ", ".join(str(entry.number) for entry, _, pupil in meant if pupil is known)


def _new(desk: Desk, row: PupilRow) -> Record:
    return desk.draft.add(
        Pupil,
        code=row.code,
        full_name=row.name,
        called_name=row.called,
        birth_date=row.birth,
        gender=row.gender,
    )


def _change(desk: Desk, pupil: Record, row: PupilRow, changes: list[FieldChange]) -> None:
    desk.change(
        pupil,
        changes,
        code=row.code,
        full_name=row.name,
        called_name=row.called,
        birth_date=row.birth,
        gender=row.gender,
    )


def _facts(
    desk: Desk,
    pupil: Record,
    row: PupilRow,
    facts: dict[int, Record],
    changes: list[FieldChange],
) -> None:
    """The sensitive facts, kept apart; a pupil without any has no such row."""
    values = {"ethnic_group": row.ethnic, "policy_family": row.policy, "address": row.address}
    record = facts.get(id(pupil))
    if record is not None:
        desk.change(record, changes, **values)
    elif any(values.values()):
        desk.draft.add(PupilRecord, pupil_id=pupil, **values)
        if pupil.stored:
            changes += [FieldChange(name, "", value) for name, value in values.items() if value]
