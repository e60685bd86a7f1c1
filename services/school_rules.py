"""The school's own rules of the day, with the defaults that most lower-secondary schools keep.

Bells, lengths of lessons, when a roll is asked for, how long an absence may be questioned before
families hear of it, how far back a roll may be corrected. A school changes any of them in one
settings row; what it does not set stays as here.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.access import Action
from services.attendance_states import Half
from services.unit import Unit
from storage import school_settings

KEY = "school-rules"
LESSONS = 5  # of half a day
CLOCK_TIMES = (
    "morning",
    "afternoon",
    "week_at",
    "summary_at",
    "scores_shown_at",
    "scores_remind_at",
)
Breaks = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SchoolRules:
    """The rules as they are in force; minutes unless the name says otherwise.

    `breaks[n]` follows lesson n + 1; `weekdays` are the days taught, 0 = Monday. `card_after` the
    bell of a class's first lesson its roll card comes, and each step after it `card_again` later.
    `leave_cap` are the school days on end that a homeroom teacher grants alone; the regulation
    names no number, so each school sets its own. `record_days` after the first day of the year, or
    of the pupil at the school, the minimum record has to be complete (article 7.1 names no day
    either; 25 from 5 September is its end). `ask_excused`: 1 where a family is asked quietly after
    a P that it has not asked for, 0 where not. `lists_after` their own roll homeroom teachers get
    the four lists, if anything is open. `week_before` the class hour they get the week's summary;
    where the timetable has none, on `week_day` (0 = Monday) at `week_at`. `sessions_a_day` are the
    absences that one day may count for, 1 or 2 (circular 22/2021 art. 12 as most schools read it:
    1). The limit of 45 is shown to a family from `limit_shown_from` sessions missed. The homeroom
    teacher is warned at `warn_month` sessions without leave in a month, `warn_row` school days
    missed on end, `warn_first` and `warn_second` sessions in the year; a vice principal at
    `dropout_days` days on end in the months of harvest (`harvest_from` to `harvest_to`, 1–12) or
    within `after_tet` days after a break. 0 turns a warning off. `unexplained_after` so long an
    absence stands out on the board of the day; at `summary_at` the heads get the day's summary.
    names no number, so each school sets its own. `sessions_a_day` are the absences that one day
    may count for, 1 or 2 (circular 22/2021 art. 12 as most schools read it: 1).

    `book_hour` is the hour of the day at which the roll book reminds, `book_family_hours` how long
    families may look at their child's month before it is confirmed, `book_read_out` 1 where the
    page is read out in the class hour before it is signed. Families see marks `scores_shown_after`
    days after they were entered, at `scores_shown_at`. Regular marks are due by the end of weeks
    `scores_week_1` and `_2` of the year in the first term, `_3` and `_4` in the second, midterm and
    final `scores_test_days` working days after the test (article 11.1);
    teachers are reminded at `scores_remind_at`. A column locks by itself `scores_lock_after` days
    after its last day; 0 leaves locking to the principal. A correction needs `scores_evidence`
    kinds of evidence (1 the teacher's own book, 2 that and the paper, 0 none) and ends by itself
    after `scores_correction_days`; 0 lets it wait (article 11.2). A class's results go to the
    principal with `results_remarks`: 0 none, 1 the general one, 2 each subject's too. A family
    may ask for a test to be marked anew `re_marking_days` days after it was shown; 0 closes that.
    Odd marks (article 4.4; 0 leaves a look out): a cell changed `watch_changes` times, a teacher
    with `watch_corrections` corrections, a class `watch_points` tenths and `watch_errors` standard
    errors from the rest of its grade, one value for `watch_pile` percent of a class; a teacher who
    is asked answers in `watch_answer_days` days.
    """

    morning: str = "07:15"
    afternoon: str = "13:15"
    lesson: int = 45
    breaks: Breaks = (5, 20, 10, 5)
    cut_off: int = 20
    grace_seconds: int = 300
    card_after: int = 10
    card_again: int = 10
    days_back: int = 7
    leave_cap: int = 3
    record_days: int = 25
    ask_excused: int = 1
    lists_after: int = 15
    week_before: int = 60
    week_day: int = 4
    week_at: str = "15:00"
    sessions_a_day: int = 1
    limit_shown_from: int = 20
    warn_month: int = 3
    warn_row: int = 3
    warn_first: int = 30
    warn_second: int = 40
    dropout_days: int = 5
    harvest_from: int = 10
    harvest_to: int = 1
    after_tet: int = 14
    unexplained_after: int = 120
    summary_at: str = "16:45"
    book_hour: int = 17
    book_family_hours: int = 24
    book_read_out: int = 1
    scores_shown_after: int = 1
    scores_shown_at: str = "17:00"
    scores_week_1: int = 8
    scores_week_2: int = 17
    scores_week_3: int = 26
    scores_week_4: int = 34
    scores_test_days: int = 10
    scores_remind_at: str = "17:30"
    scores_lock_after: int = 0
    scores_evidence: int = 2
    scores_correction_days: int = 14
    results_remarks: int = 1
    re_marking_days: int = 7
    watch_changes: int = 3
    watch_corrections: int = 3
    watch_points: int = 15
    watch_errors: int = 3
    watch_pile: int = 60
    watch_answer_days: int = 3
    weekdays: frozenset[int] = field(default_factory=lambda: frozenset(range(6)))

    def bell(self, day: date, half: Half, zone: ZoneInfo) -> datetime:
        """When the first lesson of that half-day begins."""
        clock = time.fromisoformat(self.morning if half is Half.MORNING else self.afternoon)
        return datetime.combine(day, clock, zone)

    def lesson_starts(self, day: date, half: Half, period: int, zone: ZoneInfo) -> datetime:
        """When a lesson begins; `period` counts from 1 within the half-day."""
        before = self.breaks[: period - 1] + (self.breaks[-1],) * max(
            0, period - 1 - len(self.breaks)
        )
        return self.bell(day, half, zone) + timedelta(
            minutes=self.lesson * (period - 1) + sum(before)
        )

    def ends(self, day: date, half: Half, zone: ZoneInfo, period: int = LESSONS) -> datetime:
        """When the last lesson of that half-day, or another, is over."""
        last = self.lesson_starts(day, half, period, zone)
        return last + timedelta(minutes=self.lesson)

    def alarm_from(self, day: date, half: Half, zone: ZoneInfo) -> datetime:
        """The cut-off: before it no family is told that a child is missing."""
        return self.bell(day, half, zone) + timedelta(minutes=self.cut_off)


async def rules_of(unit: Unit) -> SchoolRules:
    """The rules in force; the grace time is the program's unless the school has set one."""

    async def load() -> SchoolRules:
        stored = await school_settings.get(unit.session, KEY, {})
        return _with(SchoolRules(grace_seconds=unit.grace_seconds), stored)

    return await unit.cached(("school-rules", unit.grace_seconds), load)


async def set_rules(unit: Unit, **changes: Any) -> SchoolRules:
    """Change some rules; raises `NotAllowed`, and `ValueError` for a rule there is not or a value
    it cannot have."""
    unit.require(Action.SET_RULES)
    stored = dict(await school_settings.get(unit.session, KEY, {}))
    stored |= changes
    rules = _with(SchoolRules(grace_seconds=unit.grace_seconds), stored)
    await school_settings.put(unit.session, KEY, stored)
    await school_settings.raise_revision(unit.session)
    unit.audit("rules.changed", KEY, **changes)
    return rules


def _with(rules: SchoolRules, stored: dict[str, Any]) -> SchoolRules:
    """`rules` with what the school has set instead."""
    values: dict[str, Any] = {}
    for name, value in stored.items():
        if name not in SchoolRules.__dataclass_fields__:
            raise ValueError(f"no such rule: {name}")
        if name in CLOCK_TIMES:
            time.fromisoformat(value)
        elif name == "breaks":
            value = tuple(int(minutes) for minutes in value)  # noqa: PLW2901 - JSON has no tuples
        elif name == "weekdays":
            value = frozenset(int(day) for day in value)  # noqa: PLW2901 - JSON has no sets
        elif not isinstance(value, int) or value < 0:
            raise ValueError(f"{name} is a number of minutes, seconds or days: {value!r}")
        values[name] = value
    return replace(rules, **values)
