"""What is noticed of a pupil's absences: worked examples, and what holds for any year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from services.attendance_findings import Finding, Kind, findings, in_harvest
from services.attendance_states import State
from services.attendance_sums import Missed
from services.school_rules import SchoolRules

P, K, OPEN = State.EXCUSED, State.UNEXCUSED, State.UNEXPLAINED
RULES = SchoolRules()
MONDAY = date(2026, 9, 7)
TET = (date(2027, 2, 1), date(2027, 2, 14))


def school_days(first: date, count: int) -> list[date]:
    """So many days from Monday to Saturday."""
    days = (first + timedelta(days=n) for n in range(count * 2))
    return [day for day in days if day.weekday() < 6][:count]


def kinds(found: list[Finding]) -> list[str]:
    return [f"{one.kind}:{one.code}" for one in found]


def missed(days: list[date], state: State = K) -> list[Missed]:
    return [Missed(day, state) for day in days]


def test_three_without_leave_in_a_month_and_not_over_two() -> None:
    days = [date(2026, 9, 28), date(2026, 9, 30), date(2026, 10, 2)]
    rolled = school_days(MONDAY, 60)
    assert findings(missed(days), rolled, RULES, "2026") == []
    found = findings(missed([*days, date(2026, 9, 14)]), rolled, RULES, "2026")
    assert kinds(found) == ["month:2026-09"]
    days = [date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 22)]
    assert findings(missed(days, P), rolled, RULES, "2026") == []
    assert findings(missed(days, OPEN), rolled, RULES, "2026") == []


def test_three_in_a_row_over_a_sunday_and_a_day_without_a_roll() -> None:
    rolled = school_days(MONDAY, 12)  # to Saturday the 19th
    days = [date(2026, 9, 11), date(2026, 9, 12), date(2026, 9, 14)]
    assert kinds(findings(missed(days, OPEN), rolled, RULES, "2026")) == ["row:2026-09-11"]
    rolled.remove(date(2026, 9, 15))
    days = [date(2026, 9, 12), date(2026, 9, 14), date(2026, 9, 16)]
    assert kinds(findings(missed(days, OPEN), rolled, RULES, "2026")) == ["row:2026-09-12"]
    assert findings(missed(days, P), rolled, RULES, "2026") == []
    mixed = [*missed(days[:2], P), *missed(days[2:], OPEN)]
    assert kinds(findings(mixed, rolled, RULES, "2026")) == ["row:2026-09-12"]


def test_thirty_and_forty_of_the_year() -> None:
    rolled = school_days(MONDAY, 200)
    for count, expected in ((29, []), (30, ["year:2026:1"]), (39, ["year:2026:1"])):
        some_days = missed(rolled[: count * 2 : 2], P)
        assert kinds(findings(some_days, rolled, RULES, "2026")) == expected
    forty = missed(rolled[:80:2], P)
    assert kinds(findings(forty, rolled, RULES, "2026")) == ["year:2026:1", "year:2026:2"]


def test_a_long_absence_at_harvest_or_after_tet_and_not_in_march() -> None:
    rolled = school_days(MONDAY, 200)
    after_tet = [day for day in rolled if TET[0] <= day <= TET[1]]
    rolled = [day for day in rolled if day not in after_tet]

    def dropouts(first: date, count: int, state: State = OPEN) -> list[tuple[str | None, int]]:
        days = [day for day in rolled if day >= first][:count]
        found = findings(missed(days, state), rolled, RULES, "2026", [TET])
        return [(one.occasion, one.count) for one in found if one.kind is Kind.DROPOUT]

    assert dropouts(date(2026, 11, 16), 5) == [("harvest", 5)]
    assert dropouts(date(2026, 11, 16), 4) == []
    assert dropouts(date(2026, 11, 16), 5, P) == []
    assert dropouts(date(2027, 2, 15), 6) == [("tet", 6)]
    assert dropouts(date(2027, 3, 15), 8) == []


def test_the_harvest_may_go_over_the_turn_of_the_year() -> None:
    rules = SchoolRules(harvest_from=10, harvest_to=1)
    assert [m for m in range(1, 13) if in_harvest(date(2026, m, 3), rules)] == [1, 10, 11, 12]
    rules = SchoolRules(harvest_from=5, harvest_to=6)
    assert [m for m in range(1, 13) if in_harvest(date(2026, m, 3), rules)] == [5, 6]
    assert not in_harvest(MONDAY, SchoolRules(harvest_from=0, harvest_to=12))


def test_nothing_warns_where_every_rule_is_off() -> None:
    off = SchoolRules(warn_month=0, warn_row=0, warn_first=0, warn_second=0, dropout_days=0)
    rolled = school_days(MONDAY, 100)
    assert findings(missed(rolled), rolled, off, "2026", [TET]) == []


YEAR = school_days(MONDAY, 150)
BOOKS = some.dictionaries(some.sampled_from(YEAR), some.sampled_from([P, K, OPEN]))


@given(BOOKS)
def test_what_is_found_is_in_the_book(book: dict[date, State]) -> None:
    absences = [Missed(day, book[day]) for day in sorted(book)]
    found = findings(absences, YEAR, RULES, "2026", [TET])
    assert len({(one.kind, one.code) for one in found}) == len(found)
    for one in found:
        inside = [each for each in absences if one.first <= each.day <= one.last]
        if one.kind is Kind.MONTH:
            assert one.count == sum(each.state is K for each in inside) >= RULES.warn_month
            assert (one.first.year, one.first.month) == (one.last.year, one.last.month)
        else:
            assert one.count == len(inside)
        if one.kind in (Kind.ROW, Kind.DROPOUT):
            between = [day for day in YEAR if one.first <= day <= one.last]
            assert between == [each.day for each in inside]
            assert any(each.state is not P for each in inside)


@given(BOOKS, some.sampled_from(YEAR))
def test_one_absence_more_takes_no_warning_away(book: dict[date, State], day: date) -> None:
    before = [Missed(each, book[each]) for each in sorted(book)]
    more = book | {day: K}
    after = [Missed(each, more[each]) for each in sorted(more)]
    found = findings(after, YEAR, RULES, "2026", [TET])
    for old in findings(before, YEAR, RULES, "2026", [TET]):
        assert any(one.is_same(old.kind, old.code, (old.first, old.last)) for one in found)
