"""The timetable (`ThoiKhoaBieu`): the sheet is the whole week of every class it names."""

from services.importing import cells, words
from services.importing.cells import Cell, fold
from services.importing.desk import Desk
from services.importing.entry import Entry
from services.importing.layout import Sheet
from services.importing.preview import FieldChange, Kind
from storage.draft import Record
from storage.tables import TimetableSlot

Place = tuple[int, int, str, int]  # class, weekday, half, period


def _weekday(cell: Cell) -> int | None:
    return words.weekday(cells.text(cell))


def _half(cell: Cell) -> str | None:
    return words.half(cells.text(cell))


def take_timetable(desk: Desk) -> None:
    """Set the lessons; lessons that a named class no longer has are taken out.

    Where a row of a class is refused, no lesson of that class is taken out.
    """
    stored: dict[Place, Record] = {}
    for record in desk.draft.all(TimetableSlot):
        stored[id(record["class_id"]), record["weekday"], record["half"], record["period"]] = record
    taken: dict[Place, tuple[Entry, str]] = {}
    named: dict[int, Record] = {}
    unsure: set[int] = set()
    for entry in desk.entries(Sheet.TIMETABLE):
        klass = None
        with entry:
            klass = desk.known_class(entry)
            entry.group = klass["name"]
            named[id(klass)] = klass
            _take(desk, entry, klass, stored, taken)
        if entry.refused and klass is not None:
            unsure.add(id(klass))
    for place, record in stored.items():
        if place[0] in named and place[0] not in unsure and place not in taken:
            desk.draft.remove(record)
            who = f"{record['class_id']['name']}, {_shown(place)}: {_what(record)}"
            desk.tell(Sheet.TIMETABLE, Kind.ENDED, who, record)


def _take(
    desk: Desk,
    entry: Entry,
    klass: Record,
    stored: dict[Place, Record],
    taken: dict[Place, tuple[Entry, str]],
) -> None:
    weekday = entry.need("weekday", _weekday)
    period = entry.need("period", lambda cell: cells.whole(cell, 1, 12))
    half = entry.maybe("half", _half)
    if half is None:
        half, period = ("afternoon", period - 5) if period > 5 else ("morning", period)
    content = entry.need("subject", lambda cell: cells.short(cell, 80))
    place = id(klass), weekday, half, period
    entry.who = f"{_shown(place)}: {content}"
    if place in taken:
        other, before = taken[place]
        if fold(before) != fold(content):
            entry.refuse("import-row-contradicts", other=other.number)
        return entry.note("import-row-doubled", other=other.number)
    taken[place] = entry, content
    lesson = (None, content) if words.is_activity(content) else (desk.subject(content), None)
    values = dict(zip(("subject_id", "activity"), lesson, strict=True))
    if place not in stored:
        record = desk.draft.add(
            TimetableSlot, class_id=klass, weekday=weekday, half=half, period=period, **values
        )
        return entry.added(record)
    record, old = stored[place], _what(stored[place])
    if values["subject_id"] is record["subject_id"] and _same(values["activity"], record):
        return None
    desk.draft.change(record, **values)
    return entry.changed(record, [FieldChange("subject", old, _what(record))])


def _same(activity: object, record: Record) -> bool:
    return fold(str(activity or "")) == fold(record["activity"] or "")


def _what(record: Record) -> str:
    subject = record["subject_id"]
    return str(record["activity"] if subject is None else subject["name"])


def _shown(place: Place) -> str:
    """As the timetable on the wall has it: "T2 Sáng 3"."""
    _, weekday, half, period = place
    name = "CN" if weekday == 6 else f"T{weekday + 2}"
    return f"{name} {words.HALVES[half]} {period}"
