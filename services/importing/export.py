"""The school as a workbook again, in the layout that an import reads, and an empty one to fill in.

Whatever the export writes, importing it into the same school changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.importing import words
from services.importing.cells import fold
from services.importing.layout import Sheet
from services.importing.writer import write_workbook
from storage.draft import Draft, Model, Record
from storage.school_store import load_school
from storage.tables import (
    Enrolment,
    GroupMember,
    Guardianship,
    Homeroom,
    PupilRecord,
    SchoolWeek,
    SchoolYear,
    Staff,
    StaffRole,
    Teaching,
    TestDate,
    TimetableSlot,
)

Rows = list[dict[str, Any]]


async def export_school(session: AsyncSession, day: date) -> bytes:
    """The .xlsx of the year that `day` falls in, or of the newest one; headers alone if none."""
    return write_school(await load_school(session), day)


def write_school(draft: Draft, day: date) -> bytes:
    """The same from a school that has been read; needs no database any more."""
    years = sorted(draft.all(SchoolYear), key=lambda year: year["starts"])
    year = next((y for y in years if y["starts"] <= day <= y["ends"]), years[-1] if years else None)
    if year is None:
        return write_workbook({sheet: [] for sheet in Sheet})
    title = f"DANH SÁCH HỌC SINH NĂM HỌC {year['name'].replace('-', ' - ')}"
    return write_workbook(_Export(draft, year, day).sheets(), {Sheet.PUPILS: title})


def write_template(notes: Mapping[tuple[Sheet, str], str]) -> bytes:
    """An empty workbook with every sheet and header; `notes` go to the headers as comments."""
    return write_workbook({sheet: [] for sheet in Sheet}, notes=notes)


class _Export:
    def __init__(self, draft: Draft, year: Record, day: date) -> None:
        self._draft = draft
        self._day = day
        self._year = year
        self._staff = {id(r["person_id"]): r for r in draft.all(Staff)}
        self._named = Counter(fold(r["person_id"]["full_name"]) for r in self._staff.values())

    def _of_year(self, model: Model, by: str = "class_id") -> Iterable[Record]:
        """The rows of a table whose class or group is of the year."""
        return (r for r in self._draft.all(model) if r[by]["year_id"] is self._year)

    def _open(self, model: Model, by: str = "class_id") -> Iterable[Record]:
        return (record for record in self._of_year(model, by) if record["ends"] is None)

    def sheets(self) -> dict[Sheet, Rows]:
        return {
            Sheet.PUPILS: self._pupils(),
            Sheet.STAFF: self._staff_rows(),
            Sheet.HOMEROOMS: sorted(
                (
                    self._teacher(r["person_id"]) | {"class": r["class_id"]["name"]}
                    for r in self._open(Homeroom)
                ),
                key=lambda row: row["class"],
            ),
            Sheet.TEACHING: [
                self._teacher(r["person_id"])
                | {"class": r["class_id"]["name"], "subject": r["subject_id"]["name"]}
                for r in self._open(Teaching)
            ],
            Sheet.TIMETABLE: self._timetable(),
            Sheet.YEAR: self._weeks(),
            Sheet.TESTS: self._tests(),
            Sheet.GROUPS: self._groups(),
        }

    def _teacher(self, person: Record) -> dict[str, Any]:
        member = self._staff.get(id(person))
        return {"teacher": person["full_name"], "code": member["code"] if member else None}

    def _pupils(self) -> Rows:
        latest: dict[int, Record] = {}
        for enrolment in self._of_year(Enrolment):
            known = latest.get(id(enrolment["pupil_id"]))
            if known is None or _order(enrolment) > _order(known):
                latest[id(enrolment["pupil_id"])] = enrolment
        facts = {id(r["pupil_id"]): r.values for r in self._draft.all(PupilRecord)}
        adults: dict[int, dict[str, Record]] = {}
        for record in self._draft.all(Guardianship):
            of_pupil = adults.setdefault(id(record["pupil_id"]), {})
            of_pupil.setdefault(record["relation"], record["person_id"])
        rows = []
        for enrolment in sorted(latest.values(), key=_place):
            pupil = enrolment["pupil_id"]
            more = facts.get(id(pupil), {})
            row = {
                "number": enrolment["list_number"],
                "class": enrolment["class_id"]["name"],
                "code": pupil["code"],
                "name": pupil["full_name"],
                "birth": pupil["birth_date"],
                "gender": words.GENDERS.get(pupil["gender"]),
                "status": _status(enrolment, self._day),
                "ethnic": more.get("ethnic_group"),
                "policy": more.get("policy_family"),
                "address": more.get("address"),
                "called": pupil["called_name"],
            }
            for relation, person in adults.get(id(pupil), {}).items():
                row[relation] = person["full_name"]
                row[f"{relation}_phone"] = person["phone"]
            rows.append(row)
        return rows

    def _staff_rows(self) -> Rows:
        roles: dict[int, set[str]] = {}
        for record in self._draft.all(StaffRole):
            roles.setdefault(id(record["person_id"]), set()).add(record["role"])
        return [
            {
                "code": member["code"],
                "name": member["person_id"]["full_name"],
                "gender": words.GENDERS.get(member["person_id"]["gender"]),
                "phone": member["person_id"]["phone"],
                "post": words.post(roles.get(id(member["person_id"]), ())),
                "department": member["department"],
                "subjects": member["subjects"],
                "status": None if member["active"] else "Nghỉ",
            }
            for member in sorted(self._staff.values(), key=lambda record: record["code"])
        ]

    def _timetable(self) -> Rows:
        slots = sorted(
            self._of_year(TimetableSlot),
            key=lambda r: (
                _class_order(r["class_id"]),
                r["weekday"],
                r["half"] != "morning",
                r["period"],
            ),
        )
        return [
            {
                "class": slot["class_id"]["name"],
                "weekday": "CN" if slot["weekday"] == 6 else slot["weekday"] + 2,
                "half": words.HALVES[slot["half"]],
                "period": slot["period"],
                "subject": slot["activity"] or slot["subject_id"]["name"],
            }
            for slot in slots
        ]

    def _weeks(self) -> Rows:
        weeks = (r for r in self._draft.all(SchoolWeek) if r["year_id"] is self._year)
        return [
            {
                "term": words.TERMS.get(week["term"]),
                "week": week["number"],
                "starts": week["starts"],
                "ends": week["ends"],
                "note": week["note"],
            }
            for week in sorted(weeks, key=lambda week: week["starts"])
        ]

    def _tests(self) -> Rows:
        return [
            {
                "grade": test["grade"],
                "subject": test["subject_id"]["name"],
                "term": words.TERMS[test["term"]],
                "kind": words.TEST_KINDS[test["kind"]],
                "day": test["day"],
            }
            for test in self._draft.all(TestDate)
            if test["year_id"] is self._year
        ]

    def _groups(self) -> Rows:
        classes = {id(r["pupil_id"]): r["class_id"]["name"] for r in self._open(Enrolment)}
        members = sorted(self._open(GroupMember, "group_id"), key=lambda r: r["group_id"]["name"])
        return [
            {
                "group": member["group_id"]["name"],
                "kind": member["group_id"]["label"],
                "class": classes.get(id(member["pupil_id"])),
                "name": member["pupil_id"]["full_name"],
                "leader": self._leader(member["group_id"]),
                "code": member["pupil_id"]["code"],
                "birth": member["pupil_id"]["birth_date"],
            }
            for member in members
            if id(member["pupil_id"]) in classes
        ]

    def _leader(self, group: Record) -> str | None:
        """The leader's name, or the code where the name means several."""
        person = group["leader_id"]
        if person is None:
            return None
        member = self._staff.get(id(person))
        unclear = member is not None and self._named[fold(person["full_name"])] > 1
        return str(member["code"] if member and unclear else person["full_name"])


def _order(enrolment: Record) -> tuple[bool, date, int]:
    return enrolment["ends"] is None, enrolment["starts"], enrolment.id


def _class_order(klass: Record) -> tuple[int, str]:
    return klass["grade"], klass["name"]


def _place(enrolment: Record) -> tuple[tuple[int, str], int]:
    return _class_order(enrolment["class_id"]), enrolment["list_number"]


def _status(enrolment: Record, day: date) -> str:
    if enrolment["ends"] is None or enrolment["ends"] >= day:
        return words.ACTIVE
    return words.OUTCOMES.get(enrolment["outcome"], words.OUTCOMES["transferred"])
