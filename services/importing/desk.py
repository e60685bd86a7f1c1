"""What one import works on: the draft of the school, the day, the lines told, and look-ups.

Look-ups are built once from the draft and kept up with what the import itself adds, so that a
teacher who comes in the first sheet is known in the next.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from services.importing import cells
from services.importing.cells import fold, name_key
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind, Line, Preview
from services.importing.tables import Tables
from services.importing.words import GENDERS, SUBJECT_SHORT
from storage.draft import Draft, Model, Record
from storage.tables import Person, SchoolClass, Staff, StaffRole, Subject

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
TITLES = ("thay giao ", "co giao ", "thay ", "co ", "gv ")


class Desk:
    """The state of one plan; the sheets' modules each work one sheet off on it."""

    def __init__(self, draft: Draft, tables: Tables, today: date) -> None:
        self.draft = draft
        self.tables = tables
        self.today = today
        self.yesterday = today - timedelta(days=1)
        self.preview = Preview()
        self.year: Record
        self.classes: dict[str, Record] = {}
        self.staff: dict[str, Record] = {r["code"]: r for r in draft.all(Staff)}
        self.staff_of: dict[int, Record] = {id(r["person_id"]): r for r in self.staff.values()}
        self.roles_of: dict[int, dict[str, Record]] = {}
        for record in draft.all(StaffRole):
            self.roles_of.setdefault(id(record["person_id"]), {})[record["role"]] = record
        self._adults: dict[tuple[str, str], Record] = {}
        for person in draft.all(Person):
            self.know_adult(person)
        self._subjects = {fold(r["name"]): r for r in draft.all(Subject)}

    def open_year(self, year: Record) -> None:
        """Set the year that this import is about."""
        self.year = year
        self.preview.year = year["name"]
        for record in self.draft.all(SchoolClass):
            if record["year_id"] is year:
                self.classes[record["name"]] = record

    def of_year(self, model: Model) -> list[Record]:
        """The rows of a table that belong to the year."""
        return [record for record in self.draft.all(model) if record["year_id"] is self.year]

    def entries(self, sheet: Sheet) -> Iterator[Entry]:
        """The rows of a sheet one by one; none where the workbook has no such sheet."""
        found = self.tables.sheets.get(sheet)
        if found is not None:
            self.preview.rows[sheet] = len(found.rows)
            for row in found.rows:
                yield Entry(self.preview, sheet, row)

    def has(self, sheet: Sheet) -> bool:
        """Whether the workbook has this sheet."""
        return sheet in self.tables.sheets

    def tell(
        self, sheet: Sheet, kind: Kind, who: str, record: Record, *changes: FieldChange
    ) -> None:
        """Tell something that no single row is about."""
        self.preview.lines.append(Line(sheet, kind, None, who, changes=changes, record=record))

    def change(self, record: Record, changes: list[FieldChange], /, **values: object) -> None:
        """Set what is given and different, noting old and new; None never overwrites."""
        for column, value in values.items():
            old = record.values.get(column)
            if value is not None and value != old:
                self.draft.change(record, **{column: value})
                changes.append(FieldChange(column, shown(old), shown(value)))

    # Who and what is meant

    def know_adult(self, person: Record) -> None:
        """Make a person findable by name and phone; the first one known stays."""
        if person["phone"]:
            self._adults.setdefault((fold(person["full_name"]), person["phone"]), person)

    def adult(self, name: str, phone: str | None) -> Record | None:
        """The person of that name and phone; nobody is known by a name alone."""
        return self._adults.get((fold(name), phone)) if phone else None

    def subject(self, words: str) -> Record:
        """The subject of that name, made if the school has not had it."""
        name = SUBJECT_SHORT.get(fold(words), words)
        if name.isupper() and len(name) > 1:
            name = name.capitalize()
        found = self._subjects.get(fold(name))
        if found is None:
            name = name[:1].upper() + name[1:]
            found = self._subjects[fold(name)] = self.draft.add(Subject, name=name)
        return found

    def school_class(self, name: str) -> Record:
        """The class of that name in the year, made if it is new."""
        found = self.classes.get(name)
        if found is None:
            grade = cells.grade_of(name)
            found = self.draft.add(SchoolClass, year_id=self.year, name=name, grade=grade)
            self.classes[name] = found
        return found

    def known_class(self, entry: Entry) -> Record:
        """The class that a row refers to; refused where the school has none of that name."""
        name = entry.need("class", cells.class_name)
        if name not in self.classes:
            entry.refuse("import-class-unknown", name=name)
        return self.classes[name]

    def teacher(self, entry: Entry, column: str, code_column: str | None = "code") -> Record:
        """The person whom name or code mean; refused where that is unclear."""
        name = entry.need(column, cells.text)
        code = entry.maybe(code_column, cells.code) if code_column else None
        as_code = self.staff.get(code or cells.code(name) or "")
        found = [as_code] if as_code else self._by_name(name)
        if code and as_code is None:
            entry.refuse("import-teacher-unknown", name=code)
        if len(found) != 1:
            codes = ", ".join(record["code"] for record in found)
            key = "import-teacher-ambiguous" if found else "import-teacher-unknown"
            entry.refuse(key, name=name, codes=codes)
        person: Record = found[0]["person_id"]
        return person

    def _by_name(self, name: str) -> list[Record]:
        plain = fold(name)
        for title in TITLES:
            plain = plain.removeprefix(title)
        found = [
            record
            for record in self.staff.values()
            if record["active"] and fold(record["person_id"]["full_name"]) == plain
        ]
        exact = [r for r in found if name_key(r["person_id"]["full_name"]) == name_key(name)]
        return exact or found


def shown(value: object) -> str:
    """A value as the preview shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Record):
        return str(value.values.get("full_name") or value.values.get("name"))
    return GENDERS.get(str(value), str(value))
