"""What is odd about marks: the statistics by themselves, then who is asked and who answers."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Invalid, NotAllowed, Outdated
from services.oversight import findings, monthly, targets
from services.oversight.oddities import Marks as Column
from services.oversight.oddities import below, far_means, identical, piles
from storage.tables import ScoreFinding
from tests.support.bells import ZONE
from tests.support.marks import Marks


def column(of: int, *marks: str | int, code: str = "1gk", subject: int = 1) -> Column:
    return Column((of, subject, code), 7, tuple(Decimal(mark) for mark in marks))


LOW, MIDDLE = [3, 4, 3, 4, 3, 4, 3, 4, 3, 4], [7, 8, 7, 8, 7, 8, 7, 8, 7, 8]


def test_a_class_far_from_its_grade_is_found_with_its_figures() -> None:
    found = far_means([column(1, *LOW), column(2, *MIDDLE), column(3, *MIDDLE)], 15, 3)
    assert found[0].place == (1, 1, "1gk")
    assert found[0].figures["mean"] == "3.5"
    assert found[0].figures["grade"] == "7.5"


def test_classes_that_are_alike_have_no_finding() -> None:
    assert far_means([column(1, *MIDDLE), column(2, *MIDDLE)], 15, 3) == []


def test_few_marks_say_nothing() -> None:
    assert far_means([column(1, 1, 2), column(2, *MIDDLE)], 15, 3) == []
    assert piles([column(1, 8, 8, 8)], 60) == []


def test_one_value_for_most_of_a_class_is_a_pile() -> None:
    (found,) = piles([column(1, 8, 8, 8, 8, 8, 8, 5, 6, 7, 9)], 60)
    assert found.figures == {"value": "8.0", "count": 6, "all": 10}
    assert piles([column(1, 8, 8, 8, 8, 8, 4, 5, 6, 7, 9)], 60) == []


def test_equal_columns_are_found_in_a_class_and_between_two() -> None:
    marks = [5, 6, 7, 8, 9, 5, 6, 7, 8, 9]
    one, two = column(1, *marks, code="1tx1"), column(1, *marks, code="1tx2")
    other, apart = column(2, *marks, code="1tx1"), column(3, *marks, code="1gk")
    found = {(odd.place, odd.other) for odd in identical([one, two, other, apart])}
    assert found == {(one.place, two.place), (one.place, other.place)}
    assert identical([column(1, *[8] * 10), column(2, *[8] * 10)]) == []


def test_a_test_below_its_target() -> None:
    (found,) = below([column(1, *[4] * 3, *[6] * 7)], {(1, 7): (50, 85)})
    assert found.figures == {"bound": "5.0", "share": 85, "reached": "70.0", "all": 10}
    assert below([column(1, *[4] * 3, *[6] * 7)], {(1, 7): (50, 70)}) == []
    assert below([column(1, *[4] * 10, code="1tx1")], {(1, 7): (50, 70)}) == []


@given(
    st.lists(
        st.lists(st.integers(0, 100), min_size=10, max_size=15), min_size=2, max_size=5
    ).flatmap(lambda lots: st.tuples(st.just(lots), st.permutations(range(len(lots)))))
)
def test_the_order_of_classes_changes_nothing(
    drawn: tuple[list[list[int]], list[int]],
) -> None:
    lots, order = drawn
    made = [
        Column((n, 1, "1gk"), 7, tuple(Decimal(m) / 10 for m in lot)) for n, lot in enumerate(lots)
    ]
    shuffled = [made[n] for n in order]

    def places(found: list[Column]) -> set[tuple[int, int, str]]:
        return {odd.place for odd in far_means(found, 15, 3)}

    assert places(made) == places(shuffled)


async def _asked(school: Marks) -> ScoreFinding:
    for _ in range(2):
        for value in ("5", "6"):
            await school.write("quynh", "7A1", "TOAN", "1tx1", {1: value})
    (row,) = await school.at("hien", findings.findings)
    return row


async def test_a_mark_that_changes_often_is_asked_about_and_answered(marks: Marks) -> None:
    row = await _asked(marks)
    assert row.kind == "changed_often"
    assert row.facts["count"] == 3
    assert row.facts["pupil"] == "Lê Hoàng Lan"
    with pytest.raises(NotAllowed):
        await marks.at("quynh", findings.findings)
    await marks.at("hien", lambda u: findings.ask(u, row.id, "Vì sao đổi nhiều lần?"))
    (question,) = await marks.rows(findings.QUESTION)
    assert question.person_id == marks.ids["quynh"]
    assert question.params["due"] == "04/12/2026"
    with pytest.raises(NotAllowed):
        await marks.at("nhan", lambda u: findings.answer(u, row.id, "không phải tôi"))
    with pytest.raises(Invalid):
        await marks.at("quynh", lambda u: findings.answer(u, row.id, " "))
    await marks.at("quynh", lambda u: findings.answer(u, row.id, "Em nộp bài bổ sung hai lần"))
    (answer,) = await marks.rows(findings.ANSWER)
    assert answer.person_id == marks.ids["hien"]
    await marks.at("hien", lambda u: findings.close(u, row.id))
    assert await marks.at("hien", findings.findings) == []
    with pytest.raises(Outdated):
        await marks.at("hien", lambda u: findings.close(u, row.id))
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    (again,) = await marks.at("hien", findings.findings)  # other figures: it comes back
    assert (again.id, again.status, again.facts["count"]) == (row.id, "open", 4)


async def test_without_an_answer_it_goes_to_principal_and_department(marks: Marks) -> None:
    await marks.link("quang", "hien")
    row = await _asked(marks)
    await marks.at("hien", lambda u: findings.ask(u, row.id))
    marks.now = datetime(2026, 12, 4, 18, 0, tzinfo=ZONE)
    assert not await marks.at(None, findings.watch)
    marks.now = datetime(2026, 12, 5, 18, 0, tzinfo=ZONE)
    assert await marks.at(None, findings.watch)
    told = {r.person_id for r in await marks.rows(findings.RAISED)}
    assert told == {marks.ids["quang"], marks.ids["khoa"]}
    assert not await marks.at(None, findings.watch)


async def test_the_weeks_list_is_silent_where_nothing_is(marks: Marks) -> None:
    await marks.link("hien")
    marks.now = datetime(2026, 12, 7, 18, 0, tzinfo=ZONE)
    assert not await marks.at(None, findings.watch)
    await _asked(marks)
    marks.now = datetime(2026, 12, 14, 18, 0, tzinfo=ZONE)
    assert await marks.at(None, findings.watch)
    (row,) = await marks.rows(findings.DIGEST)
    assert (row.person_id, row.params["count"]) == (marks.ids["hien"], 1)


async def test_a_head_of_department_sets_targets_of_the_own_subjects(marks: Marks) -> None:
    made = await marks.at("khoa", lambda u: targets.aim(u, "toán 7 từ 5,0: 85%"))
    assert (made.subject, made.grade, made.bound, made.share) == ("Toán", 7, Decimal("5.0"), 85)
    with pytest.raises(NotAllowed):
        await marks.at("khoa", lambda u: targets.aim(u, "văn 7 từ 5,0: 85%"))
    for text in ("toán 7", "toán: 85%", "toán 7: 185%", "thể dục 7: 85%"):
        with pytest.raises(Invalid):
            await marks.at("hien", lambda u, t=text: targets.aim(u, t))
    assert len(await marks.at("khoa", targets.aims)) == 1


async def test_the_monthly_remark_is_kept_and_what_is_left_told(marks: Marks) -> None:
    await marks.link("hien")
    of, month, text = await marks.at(
        "hien", lambda u: monthly.read(u, "Kiểm tra sổ 7A1 tháng 11: vào điểm chậm môn Văn")
    )
    assert of is not None
    assert (of.name, month) == ("7A1", date(2026, 11, 1))
    with pytest.raises(NotAllowed):
        await marks.at("nhan", lambda u: monthly.put_remark(u, marks.ids["7A1"], month, text))
    await marks.at("hien", lambda u: monthly.put_remark(u, marks.ids["7A1"], month, text))
    seen = await marks.at("nhan", lambda u: monthly.look(u, marks.ids["7A1"], month))
    assert seen.remark is not None
    assert seen.remark.text == "vào điểm chậm môn Văn"
    assert await marks.at("hien", lambda u: monthly.left(u, month)) == ["7A2", "8A1"]
    marks.now = datetime(2026, 12, 3, 18, 0, tzinfo=ZONE)
    assert await marks.at(None, monthly.remind)
    (row,) = await marks.rows(monthly.NOTICE)
    assert row.params["classes"] == ["7A2", "8A1"]
