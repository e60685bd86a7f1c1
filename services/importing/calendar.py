"""The school year, its weeks (`NamHoc`) and the days of the periodic tests (`KiemTra`)."""

from datetime import date

from services.importing import cells, words
from services.importing.cells import Cell, CellError
from services.importing.desk import EARLIEST, LATEST, Desk, shown
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind
from services.importing.tables import Row
from services.importing.workbook import Unreadable
from storage.draft import Record
from storage.tables import SchoolWeek, SchoolYear, TestDate

FIRST_MONTH = 6  # from June on the papers are about the year to come


def read_day(cell: Cell) -> date | None:
    """A day of the school's calendar."""
    return cells.day(cell, EARLIEST, LATEST)


def settle_year(desk: Desk) -> None:
    """Find or make the year that the workbook is about.

    The weeks decide, then the years in a title, then the newest year the school has if it is not
    over, then the calendar. Raises `Unreadable` for a year before the newest: it would put pupils
    back into the classes they have left.
    """
    sheet = desk.tables.sheets.get(Sheet.YEAR)
    days = [day for row in (sheet.rows if sheet else ()) for day in _days(row)]
    titles = [found.years for found in desk.tables.sheets.values() if found.years]
    known = sorted(desk.draft.all(SchoolYear), key=lambda record: record["starts"])
    if days:
        first = _first_year(min(days))
    elif titles:
        first = titles[0][0]
    elif known and desk.today <= known[-1]["ends"]:
        return desk.open_year(known[-1])
    else:
        first = _first_year(desk.today)
    name = f"{first}-{first + 1}"
    if known and known[-1]["name"] > name:
        raise Unreadable("import-year-past", year=name, newest=known[-1]["name"])
    year = next((record for record in known if record["name"] == name), None)
    starts = min(days, default=date(first, 9, 5))
    ends = max(days, default=date(first + 1, 5, 31))
    if year is None:
        year = desk.draft.add(SchoolYear, name=name, starts=starts, ends=ends)
        desk.tell(Sheet.YEAR, Kind.ADDED, name, year)
    elif days:
        changes: list[FieldChange] = []
        desk.change(year, changes, starts=starts, ends=ends)
        if changes:
            desk.tell(Sheet.YEAR, Kind.CHANGED, name, year, *changes)
    return desk.open_year(year)


def _first_year(day: date) -> int:
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def _days(row: Row) -> list[date]:
    try:
        both = [read_day(row.get("starts")), read_day(row.get("ends"))]
    except CellError:
        return []  # told when the weeks are read
    return [day for day in both if day is not None]


def take_weeks(desk: Desk) -> None:
    """Take the weeks; the sheet is the whole plan, so weeks it lacks are taken out."""
    stored = {record["starts"]: record for record in desk.of_year(SchoolWeek)}
    taken: dict[date, Record] = {}
    whole = desk.has(Sheet.YEAR)
    for entry in desk.entries(Sheet.YEAR):
        with entry:
            _take_week(desk, entry, stored, taken)
        whole = whole and not entry.refused
    for starts, record in stored.items():
        if whole and starts not in taken:
            desk.draft.remove(record)
            desk.tell(Sheet.YEAR, Kind.ENDED, _span(starts, record["ends"]), record)


def _take_week(
    desk: Desk, entry: Entry, stored: dict[date, Record], taken: dict[date, Record]
) -> None:
    starts, ends = entry.need("starts", read_day), entry.need("ends", read_day)
    entry.who = _span(starts, ends)
    if ends < starts or any(starts <= w["ends"] and w["starts"] <= ends for w in taken.values()):
        entry.refuse("import-week-overlaps")
    values = {
        "term": entry.maybe("term", cells.term),
        "number": entry.maybe("week", lambda cell: cells.whole(cell, 1, 60)),
        "ends": ends,
        "note": entry.maybe("note", lambda cell: cells.short(cell, 200)),
    }
    record = taken[starts] = stored.get(starts) or desk.draft.add(
        SchoolWeek, year_id=desk.year, starts=starts, **values
    )
    if starts in stored:
        changes: list[FieldChange] = []
        desk.change(record, changes, **values)
        entry.changed(record, changes)
    else:
        entry.added(record)


def _span(starts: date, ends: date) -> str:
    return f"{starts:%d/%m}–{ends:%d/%m/%Y}"


TestKey = tuple[int, int, int, str]


def take_tests(desk: Desk) -> None:
    """Take the days of midterm and final tests, one per grade, subject, term and kind."""
    stored: dict[TestKey, Record] = {
        (r["grade"], id(r["subject_id"]), r["term"], r["kind"]): r for r in desk.of_year(TestDate)
    }
    seen: dict[TestKey, int] = {}
    for entry in desk.entries(Sheet.TESTS):
        with entry:
            _take_test(desk, entry, stored, seen)


def _take_test(
    desk: Desk, entry: Entry, stored: dict[TestKey, Record], seen: dict[TestKey, int]
) -> None:
    grade = entry.need("grade", lambda cell: cells.whole(cell, 1, 12))
    entry.group = str(grade)
    name = entry.need("subject", lambda cell: cells.short(cell, 120))
    entry.who = name
    term = entry.need("term", cells.term)
    kind = entry.need("kind", lambda cell: words.test_kind(cells.text(cell)))
    day = entry.need("day", read_day)
    subject = desk.subject(name)
    entry.who = f"{subject['name']}, {words.TEST_KINDS[kind]} {words.TERMS[term]}: {shown(day)}"
    key = (grade, id(subject), term, kind)
    if key in seen:
        if stored[key]["day"] != day:
            entry.refuse("import-row-contradicts", other=seen[key])
        return entry.note("import-row-doubled", other=seen[key])
    seen[key] = entry.number
    if not desk.year["starts"] <= day <= desk.year["ends"]:
        entry.note("import-day-outside-year")
    if key not in stored:
        stored[key] = desk.draft.add(
            TestDate,
            year_id=desk.year,
            grade=grade,
            subject_id=subject,
            term=term,
            kind=kind,
            day=day,
        )
        return entry.added(stored[key])
    changes: list[FieldChange] = []
    desk.change(stored[key], changes, day=day)
    return entry.changed(stored[key], changes)
