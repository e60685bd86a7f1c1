"""Groups and clubs (`Nhom`): their leader and members.

A member is named by class and full name, or by the pupil's code. Where two pupils of a class have
that name and neither code nor birth date tells which, the row is refused. Who is not in the sheet
stays a member; "Thôi" in the column Trạng thái ends a membership.
"""

import re
from datetime import date

from services.group_names import label_of, without_paid
from services.importing import cells, words
from services.importing.cells import fold, name_key
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange
from storage.draft import Record
from storage.tables import ActivityGroup, Enrolment, GroupMember, Pupil


class Groups:
    """The groups of the draft and the pupils that can be named."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._by_name = {fold(r["name"]): r for r in desk.of_year(ActivityGroup)}
        self._members = {
            (id(r["group_id"]), id(r["pupil_id"])): r for r in desk.draft.all(GroupMember)
        }
        self._codes = {pupil["code"]: pupil for pupil in desk.draft.all(Pupil) if pupil["code"]}
        self._listed: dict[tuple[int, str], list[Record]] = {}
        for enrolment in desk.draft.all(Enrolment):
            if enrolment["ends"] is None or enrolment["ends"] >= desk.today:
                pupil = enrolment["pupil_id"]
                key = id(enrolment["class_id"]), fold(pupil["full_name"])
                self._listed.setdefault(key, []).append(pupil)
        self._leaders: dict[int, tuple[Entry, Record]] = {}
        self._seen: dict[tuple[int, int], Entry] = {}

    def take(self, entry: Entry) -> None:
        """Take one row: the group, its leader, one member."""
        written = entry.need("group", lambda cell: cells.short(cell, 120))
        name = entry.group = without_paid(written, cells.text(entry.row.get("kind")))
        entry.who = cells.text(entry.row.get("name")) or ""
        leader = None
        if cells.text(entry.row.get("leader")) is not None:
            leader = self._desk.teacher(entry, "leader", code_column=None)
        group = self._group(entry, name)
        if leader is not None:
            self._lead(entry, group, leader)
        pupil = self._pupil(entry)
        entry.who = pupil["full_name"]
        if other := self._seen.get((id(group), id(pupil))):
            return entry.note("import-row-doubled", other=other.number)
        self._seen[id(group), id(pupil)] = entry
        return self._join(entry, group, pupil)

    def _group(self, entry: Entry, name: str) -> Record:
        label = entry.maybe("kind", lambda cell: cells.short(cell, 40))
        label = without_paid(label, label_of(name)) if label else label
        group = self._by_name.get(fold(name))
        if group is None:
            group = self._by_name[fold(name)] = self._desk.draft.add(
                ActivityGroup,
                year_id=self._desk.year,
                name=name,
                kind=words.group_kind(label, name),
                label=label or name,
                leader_id=None,
            )
        elif label and label != group["label"]:
            changes: list[FieldChange] = []
            kind = words.group_kind(label, name)
            self._desk.change(group, changes, label=label)
            self._desk.draft.change(group, kind=kind)
            entry.changed(group, changes)
        return group

    def _lead(self, entry: Entry, group: Record, leader: Record) -> None:
        first, told = self._leaders.setdefault(id(group), (entry, leader))
        if told is not leader:
            return entry.leave_out("import-row-contradicts", other=first.number)
        changes: list[FieldChange] = []
        self._desk.change(group, changes, leader_id=leader)
        return entry.changed(group, changes if group.stored else [])

    def _pupil(self, entry: Entry) -> Record:
        code = entry.maybe("code", cells.code)
        if code is not None:
            if code not in self._codes:
                entry.refuse("import-pupil-unknown", name=code)
            return self._codes[code]
        klass = self._desk.known_class(entry)
        name = entry.need("name", cells.person_name)
        born = entry.maybe(
            "birth", lambda cell: cells.day(cell, date(1980, 1, 1), self._desk.today)
        )
        found = self._listed.get((id(klass), fold(name)), [])
        found = [p for p in found if name_key(p["full_name"]) == name_key(name)] or found
        if born is not None:
            found = [pupil for pupil in found if pupil["birth_date"] == born]
        if len(found) != 1:
            key = "import-member-ambiguous" if found else "import-pupil-unknown"
            entry.refuse(key, name=f"{name} ({klass['name']})", count=len(found))
        return found[0]

    def _join(self, entry: Entry, group: Record, pupil: Record) -> None:
        desk = self._desk
        status = fold(cells.text(entry.row.get("status")) or "")
        left = re.match(r"(da )?(thoi|nghi|roi|ra khoi)\b", status) is not None
        member = self._members.get((id(group), id(pupil)))
        if left:
            if member is not None and member["ends"] is None:
                desk.draft.change(member, ends=desk.yesterday)
                entry.ended(member, [])
        elif member is None:
            starts = desk.today if group.stored else desk.year["starts"]
            member = self._members[id(group), id(pupil)] = desk.draft.add(
                GroupMember, group_id=group, pupil_id=pupil, starts=starts, ends=None
            )
            entry.added(member)
        elif member["ends"] is not None:
            desk.draft.change(member, starts=desk.today, ends=None)
            entry.added(member)


def take_groups(desk: Desk) -> None:
    """Take the sheet of groups."""
    if desk.has(Sheet.GROUPS):
        groups = Groups(desk)
        for entry in desk.entries(Sheet.GROUPS):
            with entry:
                groups.take(entry)
