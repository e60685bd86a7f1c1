"""What a term and a year come to, on the class page and on the family's card."""

from decimal import Decimal

from services.child_scores import ChildScores, child_scores
from services.evaluation.kinds import Mark
from services.gradebook import unguarded_page
from services.score_publishing import publish, tell_families
from services.score_results import averages, years
from services.unit import Unit
from storage import gradebook
from tests.support.marks import Marks


async def both(marks: Marks, subject: str) -> tuple[dict[int, Mark | None], dict[int, Mark | None]]:
    async def work(unit: Unit) -> tuple[dict[int, Mark | None], dict[int, Mark | None]]:
        of, id = marks.ids["7A1"], marks.ids[f"subject {subject}"]
        first, second = [await unguarded_page(unit, of, id, term) for term in (1, 2)]
        return averages(first), years(first, second)

    return await marks.at("quang", work)


async def let_go(marks: Marks) -> None:
    async def ids(unit: Unit) -> list[int]:
        return [row.id for row in await gradebook.assessments(unit.session, [marks.ids["7A1"]])]

    for id in await marks.at(None, ids):
        await marks.at("quynh", lambda unit, id=id: publish(unit, id))
    await marks.at(None, tell_families)


async def card(marks: Marks, term: int) -> ChildScores:
    lan = marks.pupil("7A1", 1)
    return await marks.at("me_lan", lambda unit: child_scores(unit, lan, term))


async def test_a_year_counts_the_second_term_twice_and_needs_both(marks: Marks) -> None:
    await marks.fill_term("7A1", 2, {"TOAN": "8"})
    one, year = await both(marks, "TOAN")
    assert set(one.values()) == set(year.values()) == {None}
    await marks.fill_term("7A1", 1, {"TOAN": "6,5"})
    one, year = await both(marks, "TOAN")
    assert set(one.values()) == {Decimal("6.5")}
    assert set(year.values()) == {Decimal("7.5")}


async def test_who_did_not_sit_has_nought_and_who_will_has_no_average(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "8"})
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "0!", 2: "v"})
    one, _ = await both(marks, "TOAN")
    assert one[marks.pupil("7A1", 1)] == Decimal("5.3")  # 48 of 9 parts, the final as 0
    assert one[marks.pupil("7A1", 2)] is None
    assert one[marks.pupil("7A1", 3)] == Decimal("8.0")


async def test_a_family_sees_averages_only_of_what_it_was_shown(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "6,5"})
    assert (await card(marks, 1)).is_empty
    await let_go(marks)
    (maths,) = (await card(marks, 1)).subjects
    assert maths.average == Decimal("6.5")
    await marks.fill_term("7A1", 2, {"TOAN": "8"})
    assert (await card(marks, 2)).is_empty
    await let_go(marks)
    (maths,) = (await card(marks, 2)).subjects
    assert (maths.average, maths.year) == (Decimal("8.0"), Decimal("7.5"))
