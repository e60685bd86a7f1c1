"""Putting a pupil into a class, moving them to another, and letting them leave.

A list number never moves: a leaver keeps theirs, also for coming back, and a newcomer goes last.
Only a class that is new takes its numbers from the workbook's STT.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from services.importing.desk import Desk
from services.importing.preview import FieldChange
from services.importing.pupil_rows import PupilRow
from services.importing.words import ACTIVE, OUTCOMES
from storage.draft import Record
from storage.tables import Enrolment, GroupMember

CHANGED_CLASS = "changed_class"
ONE = timedelta(days=1)
FIRST_OF_CLASS = 9  # a class whose smallest STT is above is numbered through the whole school


class Enrolments:
    """The enrolments of the draft, by pupil and by class."""

    def __init__(self, desk: Desk, numbers: Mapping[str, Sequence[int | None]]) -> None:
        self._desk = desk
        self._listed = numbers
        self._of_pupil: dict[int, list[Record]] = defaultdict(list)
        self._taken: dict[int, set[int]] = defaultdict(set)
        for record in desk.draft.all(Enrolment):
            self._remember(record)
        self._new_classes = {
            name
            for name in numbers
            if name not in desk.classes or not self._taken[id(desk.classes[name])]
        }

    def _remember(self, record: Record) -> None:
        self._of_pupil[id(record["pupil_id"])].append(record)
        self._taken[id(record["class_id"])].add(record["list_number"])

    def in_class(self, pupil: Record, klass: Record | None) -> bool:
        """Whether the pupil is or was on the list of a class."""
        return any(record["class_id"] is klass for record in self._of_pupil[id(pupil)])

    def _current(self, pupil: Record) -> Record | None:
        """The enrolment that holds today, or else the one that is open."""
        today, mine = self._desk.today, self._of_pupil[id(pupil)]
        held = [r for r in mine if r["starts"] <= today <= (r["ends"] or today)]
        return next((r for r in (*held, *mine) if r in held or r["ends"] is None), None)

    def _is_planned(self, pupil: Record, klass: Record) -> bool:
        """Whether the pupil is to come into the class on a later day, as was entered."""
        return any(
            record["class_id"] is klass and record["starts"] > self._desk.today
            for record in self._of_pupil[id(pupil)]
        )

    def _last_day(self, current: Record, row: PupilRow) -> date:
        """The day with which an enrolment ends: the one before that of the row, else yesterday."""
        if row.since is not None and row.since > current["starts"]:
            return row.since - ONE
        return self._desk.yesterday

    def place(self, pupil: Record, row: PupilRow) -> list[FieldChange]:
        """Make the enrolments what the row says; what changes for a pupil known before."""
        desk = self._desk
        klass = desk.school_class(row.class_name)
        current = self._current(pupil)
        if row.outcome is not None:
            return self._leave(pupil, current, klass, row)
        if current is not None and current["class_id"] is klass:
            return []
        changes: list[FieldChange] = []
        if current is not None:
            if self._is_planned(pupil, klass):
                return []
            last_day = min(self._last_day(current, row), current["class_id"]["year_id"]["ends"])
            desk.draft.change(current, ends=last_day, outcome=CHANGED_CLASS)
            changes.append(FieldChange("class", current["class_id"]["name"], row.class_name))
        elif left := self._of_pupil[id(pupil)]:
            status = OUTCOMES.get(left[-1]["outcome"] or "", "")
            changes.append(FieldChange("status", status, ACTIVE))
        self._open(pupil, klass, row)
        return changes

    def _open(self, pupil: Record, klass: Record, row: PupilRow) -> None:
        """Enrol from today, or from the year's first day in a class that is new.

        One who was taken off this list only yesterday is put back on it, as if nothing had been.
        """
        desk = self._desk
        for record in self._of_pupil[id(pupil)]:
            ends = record["ends"]
            if record["class_id"] is klass and ends is not None and ends >= desk.yesterday:
                return desk.draft.change(record, ends=None, outcome=None)
        return self._add(pupil, klass, row)

    def _add(self, pupil: Record, klass: Record, row: PupilRow, **ended: object) -> None:
        year_starts = klass["year_id"]["starts"]
        fresh = row.class_name in self._new_classes
        starts = year_starts if fresh else max(self._desk.today, year_starts)
        if row.since is not None and not ended:
            starts = max(row.since, year_starts)
        mine = [r for r in self._of_pupil[id(pupil)] if r["class_id"] is klass]
        number = mine[-1]["list_number"] if mine else self._number(klass, row, fresh)
        values = {"ends": None, "outcome": None} | ended
        self._remember(
            self._desk.draft.add(
                Enrolment,
                pupil_id=pupil,
                class_id=klass,
                list_number=number,
                starts=starts,
                **values,
            )
        )

    def _number(self, klass: Record, row: PupilRow, fresh: bool) -> int:
        """The STT where it counts within the class and is free, else the next after the last."""
        taken = self._taken[id(klass)]
        listed = [number for number in self._listed[row.class_name] if number is not None]
        last = max(taken, default=0)
        if fresh and listed and min(listed) > FIRST_OF_CLASS:
            wanted = sorted(set(listed)).index(row.number) + 1 if row.number else None
            last = max(last, len(set(listed)))
        else:
            wanted = row.number
            last = max(last, *listed) if fresh and listed else last
        if wanted and wanted not in taken and (fresh or wanted <= last):
            return wanted
        return last + 1

    def _leave(
        self, pupil: Record, current: Record | None, klass: Record, row: PupilRow
    ) -> list[FieldChange]:
        desk = self._desk
        word = OUTCOMES[row.outcome or ""]
        if current is not None and current["class_id"] is not klass and self.in_class(pupil, klass):
            return []  # left that class for another, where they are now
        if current is None:
            if not self._of_pupil[id(pupil)]:
                self._add(pupil, klass, row, ends=desk.yesterday, outcome=row.outcome)
            return []
        last_day = self._last_day(current, row)
        if current["ends"] == last_day and current["outcome"] == row.outcome:
            return []
        desk.draft.change(current, ends=last_day, outcome=row.outcome)
        for member in desk.draft.all(GroupMember):
            if member["pupil_id"] is pupil and member["ends"] is None:
                desk.draft.change(member, ends=last_day)
        return [FieldChange("status", ACTIVE, word)]
