"""Who is homeroom teacher of what (`ChuNhiem`) and who teaches what where (`PhanCong`).

A change ends the old one yesterday and starts the new one today; the first ones of a class count
from the year's first day.
"""

from collections import defaultdict

from services.importing import cells
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange
from storage.draft import Record
from storage.tables import Homeroom, Teaching


def take_homerooms(desk: Desk) -> None:
    """Set the homeroom teacher of each class the sheet names."""
    told: dict[str, tuple[Entry, Record]] = {}
    unsure: set[str] = set()
    for entry in desk.entries(Sheet.HOMEROOMS):
        with entry:
            name = entry.who = entry.need("class", cells.class_name)
            if cells.text(entry.row.get("teacher")) is None:
                continue  # a blank never overwrites
            person = desk.teacher(entry, "teacher")
            if name not in told:
                told[name] = entry, person
            elif told[name][1] is person:
                entry.note("import-row-doubled", other=told[name][0].number)
            else:
                unsure.add(name)
                entry.refuse("import-row-contradicts", other=told[name][0].number)
    for name in unsure:
        entry, _ = told.pop(name)
        with entry:
            entry.refuse("import-row-contradicts-below")
    every = desk.draft.all(Homeroom)
    for name, (entry, person) in told.items():
        klass = desk.school_class(name)
        past = [record for record in every if record["class_id"] is klass]
        current = next((record for record in past if record["ends"] is None), None)
        entry.who = f"{name}: {person['full_name']}"
        if current is not None and current["person_id"] is person:
            continue
        fresh = desk.draft.add(
            Homeroom,
            class_id=klass,
            person_id=person,
            starts=desk.today if past else desk.year["starts"],
            ends=None,
        )
        if current is None:
            entry.added(fresh)
            continue
        desk.draft.change(current, ends=desk.yesterday)
        old = current["person_id"]["full_name"]
        entry.who = name
        entry.changed(fresh, [FieldChange("teacher", old, person["full_name"])])


Lesson = tuple[int, int]  # class and subject


def take_teaching(desk: Desk) -> None:
    """Set who teaches each subject in each class; a subject may have several teachers.

    Where a row of a class and subject is refused, nobody who teaches it now is taken away.
    """
    past: dict[Lesson, list[Record]] = defaultdict(list)
    for record in desk.draft.all(Teaching):
        past[id(record["class_id"]), id(record["subject_id"])].append(record)
    told: dict[Lesson, dict[int, tuple[Entry, Record]]] = defaultdict(dict)
    unsure: set[Lesson] = set()
    for entry in desk.entries(Sheet.TEACHING):
        with entry:
            klass = desk.known_class(entry)
            entry.group = klass["name"]
            words = entry.who = entry.need("subject", lambda cell: cells.short(cell, 120))
            if cells.text(entry.row.get("teacher")) is None:
                continue
            subject = desk.subject(words)
            lesson = id(klass), id(subject)
            unsure.add(lesson)
            person = desk.teacher(entry, "teacher")
            unsure.discard(lesson)
            entry.who = f"{subject['name']}: {person['full_name']}"
            if id(person) in told[lesson]:
                entry.note("import-row-doubled", other=told[lesson][id(person)][0].number)
                continue
            told[lesson][id(person)] = entry, person
            if not any(r["person_id"] is person and r["ends"] is None for r in past[lesson]):
                record = desk.draft.add(
                    Teaching,
                    class_id=klass,
                    subject_id=subject,
                    person_id=person,
                    starts=desk.today if past[lesson] else desk.year["starts"],
                    ends=None,
                )
                entry.added(record)
    for lesson, people in told.items():
        for record in past[lesson]:
            gone = record["ends"] is None and id(record["person_id"]) not in people
            if gone and lesson not in unsure:
                desk.draft.change(record, ends=desk.yesterday)
                entry = next(iter(people.values()))[0]
                name = record["person_id"]["full_name"]
                entry.ended(record, [FieldChange("teacher", name, "")])
