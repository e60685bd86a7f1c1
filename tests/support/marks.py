"""A small school with the real subjects, for the gradebook: three classes, their teachers, heads,
an administrator, the office, and two families. The clock stands in the term's last month.
"""

import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from services.score_cells import FAILED, MAKE_UP, NOT_SAT, PASSED, Cell, Column, columns, score
from services.score_writing import Written, write_cells
from services.subjects import PROGRAMME, subjects
from services.unit import Unit
from storage.database import Database
from storage.tables import (
    Base,
    Enrolment,
    Guardianship,
    Homeroom,
    Person,
    Pupil,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Staff,
    StaffRole,
    Subject,
    Teaching,
    TestDate,
)
from tests.support.bells import ZONE, Bells

START, SECOND_TERM, END = date(2026, 9, 7), date(2027, 1, 11), date(2027, 5, 30)
DECEMBER = datetime(2026, 12, 1, 9, 0, tzinfo=ZONE)
CLASSES: dict[str, tuple[str, ...]] = {
    "7A1": ("Lê Hoàng Lan", "Trần Gia Huy", "Phạm Quang Huy", "H'Hương Niê", "Vũ Đức Minh"),
    "7A2": ("Đỗ Thu Hà", "Nguyễn Văn Páo", "Lý Tiến Đạt", "Mai Bảo Ngọc"),
    "8A1": ("Bùi Khánh Linh", "Cao Minh Quân", "Hồ Yến Nhi"),
}
# name: gender, department, role, what they teach in every class
STAFF: dict[str, tuple[str, str | None, str | None, tuple[str, ...]]] = {
    "quang": ("M", None, "principal", ()),
    "hien": ("F", None, "vice_principal", ()),
    "vu": ("M", "Tổ Toán - Tin", "administrator", ("TIN",)),
    "dao": ("F", "Tổ Văn phòng", "office", ()),
    "khoa": ("M", "Tổ Toán - Tin", "department_head", ()),
    "quynh": ("F", "Tổ Toán - Tin", None, ("TOAN",)),
    "nhan": ("F", "Tổ Ngữ văn", None, ("NV", "GDCD")),
    "vy": ("F", "Tổ KHTN", None, ("KHTN", "CN", "LSDL")),
    "tu": ("M", "Tổ Xã hội", None, ("NT", "GDTC", "NN1", "TNHN", "GDDP")),
}
HOMEROOM = {"7A1": "nhan", "7A2": "quynh", "8A1": "vy"}
WORDS = {"Đ": PASSED, "CĐ": FAILED, "v": MAKE_UP, "0!": NOT_SAT}


def cell(text: str) -> Cell | None:
    """A cell as a test writes it: "7,5", "Đ", "CĐ", "v" (make-up due), "0!" (not sat), "-"."""
    if text == "-":
        return None
    return WORDS.get(text) or score(text.replace(",", "."))


class Marks(Bells):
    """See the module. `ids` has people, classes, "subject TOAN", "7A1/3", "me_lan", "bo_ha"."""

    async def write(
        self,
        who: str,
        name: str,
        subject: str,
        column: str,
        values: str | Mapping[int, str],
        **options: Any,
    ) -> Written:
        """Enter a column ("1tx1"): "8 7,5 -" in the order of the list, or texts by list number."""
        if isinstance(values, str):
            values = dict(enumerate(values.split(), start=1))
        cells = {self.ids[f"{name}/{n}"]: cell(text) for n, text in values.items()}

        async def work(unit: Unit) -> Written:
            of, taught = self.ids[name], self.ids[f"subject {subject}"]
            return await write_cells(unit, of, taught, Column.of(column), cells, **options)

        return await self.at(who, work)

    async def fill_term(self, name: str, term: int, values: Mapping[str, str]) -> None:
        """Enter the same text for everybody in every column of a term, by subject ("TOAN": "7")."""
        of = self.ids[name]
        for teacher, (_, _, _, codes) in STAFF.items():
            for code in codes:
                if code not in values:
                    continue
                grade, id = int(name[0]), self.ids[f"subject {code}"]
                taught = await self.at(None, lambda unit, g=grade: subjects(unit, g))
                cells = {self.ids[f"{name}/{n}"]: cell(values[code]) for n in self.numbers(name)}
                for column in columns(taught[id].regular, term):

                    async def work(unit: Unit, c: Column = column, i: int = id) -> Written:
                        return await write_cells(unit, of, i, c, cells)  # noqa: B023

                    await self.at(teacher, work)

    def numbers(self, name: str) -> range:
        """The list numbers of a class."""
        return range(1, len(CLASSES[name]) + 1)

    def pupil(self, name: str, number: int) -> int:
        """A pupil by class and list number."""
        return self.ids[f"{name}/{number}"]


async def build(path: Path) -> dict[str, int]:
    """Write the school; the ids by name."""
    ids: dict[str, int] = {}
    async with Database(f"sqlite+aiosqlite:///{path}") as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        await database.run(lambda session: _fill(session, ids))
    return ids


async def _fill(session: Any, ids: dict[str, int]) -> None:
    async def add(row: Any) -> Any:
        session.add(row)
        await session.flush()
        return row

    year = (await add(SchoolYear(name="2026-2027", starts=START, ends=END))).id
    ids["year"] = year
    monday, number = START, 1
    while monday < END:
        rest = monday in (date(2027, 2, 1), date(2027, 2, 8))
        term = 1 if monday < SECOND_TERM else 2
        saturday = monday + timedelta(days=5)
        planned = None if rest else number
        await add(SchoolWeek(year_id=year, term=term, number=planned, starts=monday, ends=saturday))
        monday, number = monday + timedelta(days=7), number + (not rest)
    for each in PROGRAMME:
        ids[f"subject {each.code}"] = (await add(Subject(name=each.name))).id
    for name, (gender, department, role, _) in STAFF.items():
        person = await add(Person(full_name=f"Thầy Cô {name.title()}", gender=gender))
        ids[name] = person.id
        await add(Staff(person_id=person.id, code=name, department=department, active=True))
        if role:
            await add(StaffRole(person_id=person.id, role=role))
    for name, pupils in CLASSES.items():
        of = await add(SchoolClass(year_id=year, name=name, grade=int(name[0])))
        ids[name] = of.id
        await add(Homeroom(class_id=of.id, person_id=ids[HOMEROOM[name]], starts=START))
        for teacher, (_, _, _, codes) in STAFF.items():
            for code in codes:
                subject, person = ids[f"subject {code}"], ids[teacher]
                row = Teaching(class_id=of.id, subject_id=subject, person_id=person, starts=START)
                await add(row)
        for n, full_name in enumerate(pupils, start=1):
            pupil = await add(Pupil(full_name=full_name, code=f"{name}-{n}"))
            ids[f"{name}/{n}"] = pupil.id
            await add(Enrolment(pupil_id=pupil.id, class_id=of.id, list_number=n, starts=START))
    for name, pupil, relation in (("me_lan", "7A1/1", "mother"), ("bo_ha", "7A2/1", "father")):
        ids[name] = (await add(Person(full_name=f"Phụ huynh {name}", gender="F"))).id
        row = Guardianship(person_id=ids[name], pupil_id=ids[pupil], relation=relation)
        await add(row)
    for grade in (7, 8):
        for each in PROGRAMME:
            for term, kind, day in (
                (1, "midterm", date(2026, 11, 4)),
                (1, "final", date(2026, 12, 23)),
                (2, "midterm", date(2027, 3, 24)),
                (2, "final", date(2027, 5, 12)),
            ):
                subject = ids[f"subject {each.code}"]
                place = {"year_id": year, "grade": grade, "subject_id": subject}
                await add(TestDate(**place, term=term, kind=kind, day=day))


@asynccontextmanager
async def marks(template: tuple[Path, dict[str, int]], folder: Path) -> AsyncIterator[Marks]:
    """A school of its own, on a copy of the built one."""
    path, ids = template
    copy = folder / "marks.db"
    shutil.copy(path, copy)
    async with Database(f"sqlite+aiosqlite:///{copy}") as database:

        @event.listens_for(database.engine.sync_engine, "connect")
        def _hasten(connection: Any, _: Any) -> None:
            connection.execute("PRAGMA synchronous=OFF")

        yield Marks(database, dict(ids), DECEMBER)
