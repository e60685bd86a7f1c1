"""The school's own plan of a subject: read from words, kept, and what it changes."""

import pytest

from services.errors import Invalid, NotAllowed
from services.subject_plans import PlanChange, plan_of, read_wish, set_plan
from services.subjects import SubjectKind, regular_count
from services.unit import Unit
from tests.support.marks import Marks


async def say(marks: Marks, text: str, who: str = "hien") -> PlanChange:
    async def work(unit: Unit) -> PlanChange:
        return await set_plan(unit, await read_wish(unit, text))

    return await marks.at(who, work)


@pytest.mark.parametrize(
    ("periods", "regular"), [(34, 2), (35, 2), (36, 3), (52, 3), (70, 3), (71, 4), (140, 4)]
)
def test_periods_a_year_give_the_number_of_regular_marks(periods: int, regular: int) -> None:
    assert regular_count(SubjectKind.SCORED, periods) == regular
    assert regular_count(SubjectKind.REMARKS, periods) == 2


async def test_technology_is_taught_more_in_grade_eight(marks: Marks) -> None:
    plan = await marks.at("quang", plan_of)
    found = {g: next(s.regular for s in of if s.code == "CN") for g, of in plan.items()}
    assert found == {6: 2, 7: 2, 8: 3, 9: 3}


async def test_periods_and_kind_are_set_in_words_and_put_back(marks: Marks) -> None:
    done = await say(marks, "CÔNG NGHỆ khối 7: 105 tiết")
    assert (done.before.regular, done.after.regular) == (2, 4)
    done = await say(marks, "tin hoc 7 nhan xet")
    assert (done.after.kind, done.after.regular) == (SubjectKind.REMARKS, 2)
    done = await say(marks, "công nghệ 7 mặc định")
    assert (done.after.periods, done.after.regular) == (35, 2)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("hóa học 7 35 tiết", "subject-plan-which"),
        ("Tin học 35 tiết", "subject-plan-grade"),
        ("Tin học 7", "subject-plan-what"),
        ("Tin học 7 3 tiết", "subject-plan-periods"),
    ],
)
async def test_what_is_not_clear_is_said(marks: Marks, text: str, key: str) -> None:
    with pytest.raises(Invalid, match=key):
        await say(marks, text)


async def test_a_subject_with_marks_stays_of_its_kind(marks: Marks) -> None:
    await marks.write("vu", "7A1", "TIN", "1tx1", "8 7 6 5 4")
    with pytest.raises(Invalid, match="subject-plan-has-marks"):
        await say(marks, "Tin học 7 nhận xét")
    assert (await say(marks, "Tin học 7 70 tiết")).after.regular == 3
    assert (await say(marks, "Tin học 8 nhận xét")).after.kind is SubjectKind.REMARKS


async def test_teachers_do_not_set_it(marks: Marks) -> None:
    with pytest.raises(NotAllowed):
        await say(marks, "Tin học 7 70 tiết", "khoa")
