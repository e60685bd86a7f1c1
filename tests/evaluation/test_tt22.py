"""Circular 22/2021 by its worked examples, and what holds for any marks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.evaluation.averages import strands_passed, strands_total, term_result, year_result
from services.evaluation.kinds import Level, Mark, Missing, Passing, SubjectResult, TermMarks
from services.evaluation.promotion import (
    Outcome,
    Title,
    retest_subjects,
    title_of,
    with_retests,
    year_end,
)
from services.evaluation.regimes import Regime, regime_of
from services.evaluation.tt22 import Verdict, Why, base_level, level_of, year_conduct

TOT, KHA, DAT, CHUA = Level.VERY_GOOD, Level.GOOD, Level.PASSED, Level.FAILED
CODES = ("NV", "TOAN", "NN1", "GDCD", "LSDL", "KHTN", "CN", "TIN")
REMARKS = ("GDTC", "NT", "TNHN", "GDDP")
D, CD = Passing.PASSED, Passing.FAILED


def term(
    regular: str, midterm: str | None, final: str | None, asked: int | None = None
) -> TermMarks:
    """Marks as a book has them: "8 7" and so on."""
    given = tuple(Decimal(mark) for mark in regular.split())
    return TermMarks(
        given,
        None if midterm is None else Decimal(midterm),
        None if final is None else Decimal(final),
        len(given) if asked is None else asked,
    )


def subjects(figures: str, remarks: str = "ĐĐĐĐ") -> list[SubjectResult]:
    """Eight averages and four remarks, C for Chưa đạt."""
    scored = [SubjectResult(c, Decimal(f)) for c, f in zip(CODES, figures.split(), strict=True)]
    return scored + [
        SubjectResult(code, CD if sign == "C" else D)
        for code, sign in zip(REMARKS, remarks, strict=True)
    ]


def level(figures: str, remarks: str = "ĐĐĐĐ") -> Verdict:
    found = level_of(subjects(figures, remarks), (*CODES, *REMARKS))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("regular", "midterm", "final", "average"),
    [
        ("6 6 7", "5", "7", "6.3"),  # 6,25: half up, where binary rounding gives 6,2
        ("7 6 6.8", "5", "7", "6.4"),  # 6,35
        ("8 7", "6.5", "7.5", "7.2"),
        ("8 9 7 6.5", "7", "8", "7.6"),
        ("0 0", "0", "0", "0.0"),
        ("10 10 10 10", "10", "10", "10.0"),
    ],
)
def test_the_average_of_a_term(regular: str, midterm: str, final: str, average: str) -> None:
    assert term_result(term(regular, midterm, final)) == Decimal(average)


@pytest.mark.parametrize(
    ("first", "second", "year"),
    [("6.4", "6.5", "6.5"), ("4.9", "5.0", "5.0"), ("3.4", "3.5", "3.5"), ("9.0", "6.0", "7.0")],
)
def test_the_average_of_the_year_takes_the_second_term_twice(
    first: str, second: str, year: str
) -> None:
    assert year_result(Decimal(first), Decimal(second)) == Decimal(year)


def test_a_subject_by_remarks_takes_the_second_term_alone() -> None:
    assert term_result(TermMarks((D, D), D, D, 2)) is D
    assert term_result(TermMarks((D, D), D, CD, 2)) is CD
    assert year_result(CD, D) is D
    assert year_result(D, CD) is CD


@pytest.mark.parametrize(
    ("marks", "missing"),
    [
        (term("8", "7", "8", asked=2), (Missing.REGULAR,)),
        (term("8 7", None, "8"), (Missing.MIDTERM,)),
        (term("8 7", "7", None), (Missing.FINAL,)),
        (TermMarks((Decimal(8), None), Decimal(7), Decimal(8), 1), (Missing.REGULAR,)),
    ],
)
def test_what_is_missing_gives_no_average_and_is_named(
    marks: TermMarks, missing: tuple[Missing, ...]
) -> None:
    assert marks.missing == missing
    assert term_result(marks) is None


def test_strands_make_one_mark_of_a_common_paper() -> None:
    assert strands_total([Decimal("4.25"), Decimal("3.5")]) == Decimal("7.8")
    assert strands_total([Decimal(4), None]) is None
    assert strands_passed([D, CD]) is CD
    assert strands_passed([D, None]) is None
    with pytest.raises(ValueError, match="more than 10"):
        strands_total([Decimal(6), Decimal(5)])


@pytest.mark.parametrize(
    ("figures", "remarks", "base", "final"),
    [
        ("8.5 8.2 8 8 8.1 8.4 8.3 4.9", "ĐĐĐĐ", DAT, KHA),
        ("8.5 8.2 8 8 8.1 8.4 8.3 3.0", "ĐĐĐĐ", CHUA, DAT),
        ("7 7 6.5 6.6 7 6.8 6.5 3.0", "ĐĐĐĐ", CHUA, DAT),
        ("8.5 8.2 8 8 8.1 8.4 7 6.5", "ĐĐĐC", DAT, KHA),
        ("7 7 6.5 6.6 7 6.8 6.5 5.2", "ĐĐĐC", DAT, DAT),
        ("8.5 8.2 8 8 8.1 8.4 7 6.4", "ĐĐĐĐ", KHA, KHA),
        ("8.5 8.2 8 8 8.1 8.4 4.3 4.9", "ĐĐĐĐ", DAT, DAT),
        ("8.5 8.2 8 8 8.1 7.4 7.3 4.9", "ĐĐĐĐ", DAT, DAT),
        ("8 8 8 8 8 8 6.5 6.5", "ĐĐĐĐ", TOT, TOT),
        ("5 5 5 5 5 5 3.5 3.5", "ĐĐĐC", DAT, DAT),
        ("5 5 5 5 5 5 3.5 3.5", "ĐĐCC", CHUA, CHUA),
    ],
)
def test_the_level_and_the_adjustment(
    figures: str, remarks: str, base: Level, final: Level
) -> None:
    found = level(figures, remarks)
    assert (found.base, found.level) == (base, final)
    assert (found.adjusted_for is not None) == (base is not final)


def test_the_reading_that_is_not_settled_goes_to_the_principal() -> None:
    assert level("8.5 8.2 8 8 8.1 7.4 7.3 4.9").ambiguous
    assert not level("8.5 8.2 8 8 8.1 8.4 7 6.4").ambiguous


def test_a_level_says_why_and_why_not_the_next() -> None:
    found = level("8.5 8.2 8 8 8.1 8.4 7 6.4")
    assert [(r.why, r.holds) for r in found.carried] == [
        (Why.ALL_AT_LEAST, True),
        (Why.STRONG_AT_LEAST, True),
        (Why.REMARKS_PASSED, True),
    ]
    (against,) = found.against
    assert (against.why, against.against) == (Why.ALL_AT_LEAST, (("TIN", Decimal("6.4")),))


def test_a_missing_subject_gives_no_level() -> None:
    assert level_of(subjects("8 8 8 8 8 8 8 8")[1:], (*CODES, *REMARKS)) is None
    assert level_of([], ()) is None


def test_an_exempt_subject_is_not_in_the_set() -> None:
    without_gym = [s for s in subjects("8 8 8 8 8 8 8 8") if s.code != "GDTC"]
    found = level_of(without_gym, [c for c in (*CODES, *REMARKS) if c != "GDTC"])
    assert found is not None
    assert found.level is TOT


def test_conduct_of_the_year_is_the_table_of_the_circular() -> None:
    rows = {TOT: "TTKK", KHA: "KKKD", DAT: "KDDD", CHUA: "CCCC"}
    names = {"T": TOT, "K": KHA, "D": DAT, "C": CHUA}
    for second, row in rows.items():
        for first, sign in zip((TOT, KHA, DAT, CHUA), row, strict=True):
            assert year_conduct(first, second) is names[sign]
    assert year_conduct(None, TOT) is None


@pytest.mark.parametrize(
    ("results", "conduct", "absent", "outcome"),
    [
        (DAT, DAT, 45, Outcome.PROMOTED),
        (TOT, TOT, 46, Outcome.REPEATS),
        (CHUA, DAT, 0, Outcome.RETEST),
        (DAT, CHUA, 0, Outcome.TRAINING),
        (CHUA, CHUA, 0, Outcome.PRINCIPAL),
    ],
)
def test_promotion(results: Level, conduct: Level, absent: int, outcome: Outcome) -> None:
    found = year_end(results, conduct, absent, subjects("4 8 8 8 8 8 8 3", "ĐĐĐC"))
    assert found is not None
    assert found.outcome is outcome
    wants = ("NV", "TIN", "GDDP") if outcome in (Outcome.RETEST, Outcome.PRINCIPAL) else ()
    assert found.subjects == wants


def test_a_retest_replaces_its_subject_and_all_is_reckoned_anew() -> None:
    year = subjects("3 8 8 8 8 8 3 8")
    assert level_of(year).level is CHUA  # type: ignore[union-attr]  # there is a level
    assert retest_subjects(year) == ("NV", "CN")
    again = with_retests(year, [SubjectResult("NV", Decimal(5)), SubjectResult("CN", Decimal(4))])
    found = level_of(again)
    assert found is not None
    assert found.level is DAT
    after = year_end(found.level, DAT, 10, again, after_summer=True)
    assert after is not None
    assert after.outcome is Outcome.PROMOTED
    failed = year_end(CHUA, DAT, 10, again, after_summer=True)
    assert failed is not None
    assert failed.outcome is Outcome.REPEATS


def test_nobody_with_a_plan_of_their_own_is_decided_here() -> None:
    assert year_end(DAT, DAT, 0, [], own_plan=True) is None


def test_titles_are_of_the_year_and_need_both_levels() -> None:
    high = subjects("9 9 9 9 9 9 8 8")
    assert title_of(TOT, TOT, high) is Title.EXCELLENT
    assert title_of(TOT, TOT, subjects("9 9 9 9 9 8.9 8 8")) is Title.GOOD
    assert title_of(KHA, TOT, high) is None
    assert title_of(TOT, KHA, high) is None


def test_the_circular_came_grade_by_grade() -> None:
    table = {
        2021: "nooo",
        2022: "nnoo",
        2023: "nnno",
        2024: "nnnn",
        2026: "nnnn",
    }
    for autumn, row in table.items():
        for grade, sign in zip((6, 7, 8, 9), row, strict=True):
            wanted = Regime.TT22 if sign == "n" else Regime.TT58
            assert regime_of(grade, autumn) is wanted


FIGURES = some.lists(
    some.one_of(
        some.integers(0, 100),
        some.sampled_from([29, 30, 34, 35, 49, 50, 64, 65, 79, 80, 89, 90]),
    ).map(lambda tenths: Decimal(tenths) / 10),
    min_size=8,
    max_size=8,
)
SIGNS = some.lists(some.sampled_from([D, D, D, CD]), min_size=4, max_size=4)


def made(figures: list[Decimal], signs: list[Passing]) -> list[SubjectResult]:
    marks: list[Mark] = [*figures, *signs]
    return [SubjectResult(c, m) for c, m in zip((*CODES, *REMARKS), marks, strict=True)]


@given(FIGURES, SIGNS, some.integers(0, 11), some.integers(1, 100))
def test_a_better_mark_never_lowers_a_level(
    figures: list[Decimal], signs: list[Passing], at: int, more: int
) -> None:
    before = made(figures, signs)
    after = list(before)
    old = before[at].mark
    better: Mark = D if isinstance(old, Passing) else min(Decimal(10), old + Decimal(more) / 10)
    after[at] = SubjectResult(before[at].code, better)
    one, two = level_of(before), level_of(after)
    assert one is not None
    assert two is not None
    assert two.level >= one.level
    assert two.base >= one.base


@given(FIGURES, SIGNS, some.randoms())
def test_the_order_of_subjects_changes_nothing(
    figures: list[Decimal], signs: list[Passing], lot: object
) -> None:
    first = made(figures, signs)
    second = list(first)
    lot.shuffle(second)  # type: ignore[attr-defined]  # hypothesis hands out a Random
    one, two = level_of(first), level_of(second)
    assert one is not None
    assert two is not None
    assert (one.level, one.base, one.ambiguous) == (two.level, two.base, two.ambiguous)


@given(FIGURES, SIGNS, some.integers(0, 11))
def test_missing_data_never_yields_a_level(
    figures: list[Decimal], signs: list[Passing], at: int
) -> None:
    results = made(figures, signs)
    needed = [result.code for result in results]
    assert level_of([r for i, r in enumerate(results) if i != at], needed) is None


@given(FIGURES, SIGNS)
def test_the_adjustment_lifts_by_one_and_only_from_a_fall_of_two(
    figures: list[Decimal], signs: list[Passing]
) -> None:
    results = made(figures, signs)
    found = level_of(results)
    assert found is not None
    assert found.base == base_level(results)
    assert found.level - found.base == (found.adjusted_for is not None)


@given(
    some.lists(some.integers(0, 100), min_size=2, max_size=4),
    some.integers(0, 100),
    some.integers(0, 100),
    some.integers(0, 5),
)
def test_an_average_lies_within_its_marks_and_grows_with_them(
    regular: list[int], midterm: int, final: int, at: int
) -> None:
    every = [Decimal(tenths) / 10 for tenths in (*regular, midterm, final)]

    def average(marks: list[Decimal]) -> Decimal:
        found = term_result(TermMarks(tuple(marks[:-2]), marks[-2], marks[-1], len(regular)))
        assert isinstance(found, Decimal)
        return found

    found = average(every)
    assert min(every) <= found <= max(every)
    better = list(every)
    place = at % len(every)
    better[place] = min(Decimal(10), better[place] + Decimal("0.3"))
    assert average(better) >= found
