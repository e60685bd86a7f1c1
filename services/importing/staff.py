"""The staff (`CanBo`): matched by code, else by name and phone; a post gives its roles."""

import re
from dataclasses import dataclass

from services.access import Role
from services.importing import cells, words
from services.importing.cells import name_key
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange
from storage.draft import Record
from storage.tables import Person, Staff, StaffRole


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A row of `CanBo` as read."""

    code: str | None
    name: str
    gender: str | None
    phone: str | None
    post: str | None
    department: str | None
    subjects: str | None
    gone: bool | None


def take_staff(desk: Desk) -> None:
    """Add and change staff members with their roles."""
    read: list[tuple[Entry, StaffRow]] = []
    for entry in desk.entries(Sheet.STAFF):
        with entry:
            read.append((entry, _read(entry)))
    by_code: dict[str, list[tuple[Entry, StaffRow]]] = {}
    for entry, row in read:
        by_code.setdefault(row.code or f"row {entry.number}", []).append((entry, row))
    for group in by_code.values():
        for entry, row in group:
            with entry:
                if _is_first(entry, row, group):
                    _take(desk, entry, row)


def _read(entry: Entry) -> StaffRow:
    name = entry.who = entry.need("name", cells.person_name)
    return StaffRow(
        code=entry.maybe("code", cells.code),
        name=name,
        gender=entry.maybe("gender", cells.gender),
        phone=entry.maybe("phone", cells.phone),
        post=entry.maybe("post", cells.text),
        department=entry.maybe("department", lambda cell: cells.short(cell, 120)),
        subjects=entry.maybe("subjects", lambda cell: cells.short(cell, 200)),
        gone=entry.maybe("status", lambda cell: words.has_left_post(cells.text(cell))),
    )


def _is_first(entry: Entry, row: StaffRow, group: list[tuple[Entry, StaffRow]]) -> bool:
    """Whether this row stands for its code; rows that contradict each other are all refused."""
    if any(other != row for _, other in group):
        numbers = ", ".join(str(other.number) for other, _ in group)
        entry.refuse("import-code-twice", code=row.code, rows=numbers)
    if entry is group[0][0]:
        return True
    entry.note("import-row-doubled", other=group[0][0].number)
    return False


def _take(desk: Desk, entry: Entry, row: StaffRow) -> None:
    member = _find(desk, entry, row)
    changes: list[FieldChange] = []
    if member is None:
        person = desk.adult(row.name, row.phone) or desk.draft.add(
            Person, full_name=row.name, gender=row.gender, phone=row.phone
        )
        desk.change(person, changes, full_name=row.name, gender=row.gender)
        desk.know_adult(person)
        member = desk.draft.add(
            Staff,
            person_id=person,
            code=row.code or _free_code(desk, entry),
            department=row.department,
            subjects=row.subjects,
            active=not row.gone,
        )
        desk.staff[member["code"]] = desk.staff_of[id(person)] = member
        _set_roles(desk, entry, row, member, [])
        return entry.added(member)
    person = member["person_id"]
    desk.change(person, changes, full_name=row.name, gender=row.gender, phone=row.phone)
    desk.know_adult(person)
    active = None if row.gone is None else not row.gone
    desk.change(member, changes, department=row.department, subjects=row.subjects, active=active)
    _set_roles(desk, entry, row, member, changes)
    return entry.changed(member, changes)


def _find(desk: Desk, entry: Entry, row: StaffRow) -> Record | None:
    """The member whom the row means; refused where it could be another."""
    if row.code and (found := desk.staff.get(row.code)):
        person = found["person_id"]
        same_phone = row.phone is not None and person["phone"] == row.phone
        if not same_phone and not cells.alike(person["full_name"], row.name):
            entry.refuse("import-code-taken", code=row.code, name=person["full_name"])
        return found
    if row.code:
        return None
    named = [
        member
        for member in desk.staff.values()
        if name_key(member["person_id"]["full_name"]) == name_key(row.name)
    ]
    same = [m for m in named if row.phone and m["person_id"]["phone"] == row.phone]
    if len(same) == 1:
        return same[0]
    if len(named) > 1 or (named and row.phone and named[0]["person_id"]["phone"]):
        codes = ", ".join(member["code"] for member in named)
        entry.refuse("import-staff-needs-code", codes=codes)
    return named[0] if named else None


def _free_code(desk: Desk, entry: Entry) -> str:
    used = [int(m.group(1)) for code in desk.staff if (m := re.fullmatch(r"CB(\d+)", code))]
    code = f"CB{max(used, default=0) + 1:03}"
    entry.note("import-staff-code-given", code=code)
    return code


def _set_roles(
    desk: Desk,
    entry: Entry,
    row: StaffRow,
    member: Record,
    changes: list[FieldChange],
) -> None:
    """Give the roles of the post; a blank post changes nothing."""
    if row.post is None:
        return
    wanted, unknown = words.roles(row.post)
    if Role.DEPARTMENT_HEAD in wanted or row.subjects:
        wanted.add(Role.SUBJECT_TEACHER)
    if unknown:
        entry.note("import-post-unknown", post=", ".join(unknown))
    if not wanted:
        return
    person = member["person_id"]
    had = desk.roles_of.setdefault(id(person), {})
    old, new = words.post(had), words.post(wanted)
    for role in wanted - set(had):
        had[role.value] = desk.draft.add(StaffRole, person_id=person, role=role.value)
    for name in set(had) - {role.value for role in wanted}:
        desk.draft.remove(had.pop(name))
    if old != new:
        changes.append(FieldChange("post", old, new))
