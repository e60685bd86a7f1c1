"""Fathers, mothers and guardians from a pupil's row.

Adults of the same name and phone are one person, be they parents of several children or staff. A
new phone changes the person, a new name puts another person in the place. Where the rows of two
children disagree about one adult nothing is changed, so that importing twice changes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from services.importing.adult_claims import Claims
from services.importing.cells import fold
from services.importing.desk import Desk, shown
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
        self._claims = Claims()
        self._holders: dict[str, dict[int, Record]] = defaultdict(dict)
        for person in desk.draft.all(Person):
            if person["phone"]:
                self._holders[person["phone"]][id(person)] = person
        for _, row, pupil in taken:
            for adult in row.adults:
                if place := self._in_place(pupil, adult):
                    self._claims.hear(place, adult)
                elif member := self._of_family(pupil, adult):
                    self._claims.hear(member, replace(adult, phone=None))
                else:
                    self._claims.hear(self._elsewhere(adult), adult)

    def _in_place(self, pupil: Record, adult: Adult) -> Record | None:
        """The pupil's father, mother or guardian, if that is whom the row names."""
        held = self._of[id(pupil)].get(adult.relation)
        if held is None or not _same(held["person_id"], adult):
            return None
        person: Record = held["person_id"]
        return person

    def _elsewhere(self, adult: Adult) -> Record | None:
        return self._desk.adult(adult.name, adult.phone) if adult.name else None

    def _of_family(self, pupil: Record, adult: Adult) -> Record | None:
        """The pupil's adult of that name, unless two phones tell them apart."""
        if adult.name is None:
            return None
        for record in self._of[id(pupil)].values():
            person: Record = record["person_id"]
            if _same(person, adult) and (not adult.phone or person["phone"] in (None, adult.phone)):
                return person
        return None

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
        """Link the adults who are new to the pupil, in the place of those who were there."""
        held = {name: r["person_id"] for name, r in self._of[id(pupil)].items()}
        changes: list[FieldChange] = []
        wanted: dict[str, Record] = {}
        for adult in row.adults:
            if adult.name:
                person = self._person(entry, pupil, adult, changes)
                namesake = adult.phone not in (None, person["phone"])
                if namesake and person in wanted.values():  # parents of one name, two phones
                    person = self._new(entry, adult)
                wanted[adult.relation] = person
        final = {name: person for name, person in held.items() if name not in wanted}
        for name, person in wanted.items():
            if person not in final.values():  # one adult has one place, the first that names them
                final[name] = person
        for name, person in held.items():
            if name not in final and person not in final.values():
                final[name] = person
        self._link(pupil, final)
        if pupil.stored:
            changes += [
                FieldChange(name, shown(held.get(name)), shown(person))
                for name, person in final.items()
                if held.get(name) is not person
            ]
        return changes

    def _link(self, pupil: Record, final: dict[str, Record]) -> None:
        """Make the guardianships what `final` says, one row for each person."""
        draft, mine = self._desk.draft, self._of[id(pupil)]
        rows = {id(record["person_id"]): record for record in mine.values()}
        staying = {id(person) for person in final.values()}
        for key, record in rows.items():
            if key not in staying:
                draft.remove(record)
        mine.clear()
        for relation, person in final.items():
            row = rows.get(id(person))
            if row is None:
                row = draft.add(Guardianship, person_id=person, pupil_id=pupil, relation=relation)
            else:
                draft.change(row, relation=relation)
            mine[relation] = row

    def _update(
        self, entry: Entry, person: Record, adult: Adult, changes: list[FieldChange]
    ) -> None:
        self._rename(person, adult, changes)
        if adult.phone is None or adult.phone == person["phone"]:
            return
        if self._is_staff(person):
            entry.note("import-phone-of-staff", name=person["full_name"])
        elif not self._claims.agree_on_phone(person, adult.phone):
            entry.leave_out(
                "import-phones-disagree", column=f"{adult.relation}_phone", value=adult.phone
            )
        else:
            self._set(person, adult, "phone", adult.phone, changes)
            self._desk.know_adult(person)
            self._tell_shared(entry, person)

    def _is_staff(self, person: Record) -> bool:
        return id(person) in self._desk.staff_of

    def _rename(self, person: Record, adult: Adult, changes: list[FieldChange]) -> None:
        if not self._is_staff(person):
            self._set(person, adult, "full_name", self._claims.name_of(person), changes)

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

    def _person(
        self, entry: Entry, pupil: Record, adult: Adult, changes: list[FieldChange]
    ) -> Record:
        """The person whom a row names, made if nobody fits."""
        if (person := self._in_place(pupil, adult)) is not None:
            return person
        person = self._of_family(pupil, adult) or self._elsewhere(adult)
        if person is None:
            return self._new(entry, adult)
        if person.stored:
            self._update(entry, person, adult, changes)
        return person

    def _new(self, entry: Entry, adult: Adult) -> Record:
        person = self._desk.draft.add(
            Person,
            full_name=self._claims.name_of_new(adult),
            gender=GENDERS.get(adult.relation),
            phone=adult.phone,
        )
        self._desk.know_adult(person)
        self._tell_shared(entry, person)
        return person

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
