"""Fathers, mothers and guardians from a pupil's row.

Adults of the same name and phone are one person, be they parents of several children or staff. A
new phone changes the person, a new name puts another person in the place. Where the rows of two
children disagree about one adult nothing is changed, so that importing twice changes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence

from services.importing.cells import fold
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.preview import FieldChange
from services.importing.pupil_rows import Adult, PupilRow
from storage.draft import Record
from storage.tables import Guardianship, Person

GENDERS = {"father": "M", "mother": "F"}


class Guardians:
    """The guardianships of the draft, and what the whole sheet says of each adult."""

    def __init__(self, desk: Desk, taken: Sequence[tuple[Entry, PupilRow, Record]]) -> None:
        self._desk = desk
        self._of: dict[int, dict[str, Record]] = defaultdict(dict)
        for record in desk.draft.all(Guardianship):
            self._of[id(record["pupil_id"])].setdefault(record["relation"], record)
        self._phones: dict[int, set[str]] = defaultdict(set)
        self._names: dict[int, set[str]] = defaultdict(set)
        self._holders: dict[str, dict[int, Record]] = defaultdict(dict)
        for person in desk.draft.all(Person):
            if person["phone"]:
                self._holders[person["phone"]][id(person)] = person
        for _, row, pupil in taken:
            for adult in row.adults:
                held = self._of[id(pupil)].get(adult.relation)
                if held is not None and _same(held["person_id"], adult):
                    self._claim(held["person_id"], adult)

    def _claim(self, person: Record, adult: Adult) -> None:
        if adult.phone:
            self._phones[id(person)].add(adult.phone)
        if adult.name:
            self._names[id(person)].add(adult.name)

    def update(self, entry: Entry, row: PupilRow, pupil: Record) -> list[FieldChange]:
        """Correct names and phones of the adults who are known; what changes.

        All rows are gone through before `put`, so that a new sibling finds the corrected adult.
        """
        changes: list[FieldChange] = []
        for adult in row.adults:
            held = self._of[id(pupil)].get(adult.relation)
            if held is None and adult.name is None and adult.phone is not None:
                entry.leave_out("import-phone-without-name", column=f"{adult.relation}_phone")
            elif held is not None and _same(held["person_id"], adult):
                self._update(entry, held["person_id"], adult, changes)
        return changes

    def put(self, entry: Entry, row: PupilRow, pupil: Record) -> list[FieldChange]:
        """Link the adults who are new to the pupil; what changes."""
        changes: list[FieldChange] = []
        for adult in row.adults:
            held = self._of[id(pupil)].get(adult.relation)
            if adult.name and not (held is not None and _same(held["person_id"], adult)):
                self._put(entry, pupil, adult, held, changes)
        return changes

    def _update(
        self, entry: Entry, person: Record, adult: Adult, changes: list[FieldChange]
    ) -> None:
        is_staff = id(person) in self._desk.staff_of
        if adult.name and self._names[id(person)] == {adult.name} and not is_staff:
            self._set(person, adult, "full_name", adult.name, changes)
        if adult.phone in (None, person["phone"]):
            return
        if is_staff:
            entry.note("import-phone-of-staff", name=person["full_name"])
        elif self._phones[id(person)] != {adult.phone}:
            entry.leave_out(
                "import-phones-disagree", column=f"{adult.relation}_phone", value=adult.phone
            )
        else:
            self._set(person, adult, "phone", adult.phone, changes)
            self._desk.know_adult(person)
            self._tell_shared(entry, person)

    def _set(
        self,
        person: Record,
        adult: Adult,
        column: str,
        value: str | None,
        changes: list[FieldChange],
    ) -> None:
        found: list[FieldChange] = []
        self._desk.change(person, found, **{column: value})
        name = adult.relation if column == "full_name" else f"{adult.relation}_phone"
        changes += [FieldChange(name, change.old, change.new) for change in found]

    def _put(
        self,
        entry: Entry,
        pupil: Record,
        adult: Adult,
        held: Record | None,
        changes: list[FieldChange],
    ) -> None:
        """Link a person to the pupil, in the place of the one who was there."""
        desk = self._desk
        assert adult.name is not None
        person = desk.adult(adult.name, adult.phone)
        if person is None:
            gender = GENDERS.get(adult.relation)
            person = desk.draft.add(Person, full_name=adult.name, gender=gender, phone=adult.phone)
            desk.know_adult(person)
            self._tell_shared(entry, person)
        mine = self._of[id(pupil)]
        if any(record["person_id"] is person for record in mine.values()):
            return  # already this child's mother, and named as guardian too
        if held is not None:
            desk.draft.remove(held)
        mine[adult.relation] = desk.draft.add(
            Guardianship, person_id=person, pupil_id=pupil, relation=adult.relation
        )
        if pupil.stored:
            old = held["person_id"]["full_name"] if held is not None else ""
            changes.append(FieldChange(adult.relation, old, person["full_name"]))

    def _tell_shared(self, entry: Entry, person: Record) -> None:
        """Two people on one number are allowed, but somebody should look."""
        if not person["phone"]:
            return
        holders = self._holders[person["phone"]]
        holders[id(person)] = person
        others = {
            other["full_name"]
            for other in holders.values()
            if other is not person and fold(other["full_name"]) != fold(person["full_name"])
        }
        if others:
            names = ", ".join(sorted(others))
            entry.note("import-phone-shared", name=person["full_name"], others=names)


def _same(person: Record, adult: Adult) -> bool:
    return adult.name is None or fold(person["full_name"]) == fold(adult.name)
