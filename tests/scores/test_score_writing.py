"""Writing marks: who may, what is kept of it, what a lock stops."""

from datetime import timedelta

import pytest

from services.errors import Invalid, NotAllowed
from services.gradebook import Page, page
from services.score_cells import Column
from services.unit import Unit
from storage import gradebook
from storage.tables import Duty, ScoreChange, ScoreLock, SubjectExemption
from tests.support.marks import Marks, cell

TX1, GK = "1tx1", "1gk"


async def seen(marks: Marks, who: str, subject: str = "TOAN", name: str = "7A1") -> Page:
    async def work(unit: Unit) -> Page:
        return await page(unit, marks.ids[name], marks.ids[f"subject {subject}"], 1)

    return await marks.at(who, work)


async def values(marks: Marks, column: str = TX1, subject: str = "TOAN") -> list[str]:
    """What stands in a column of 7A1, in the order of the list."""
    found = await seen(marks, "quang", subject)
    cells = [found.cell(Column.of(column), marks.pupil("7A1", n)) for n in marks.numbers("7A1")]
    return ["-" if c is None else str(c.value if c.value is not None else c.state) for c in cells]


async def test_a_column_is_entered_and_one_mark_put_right(marks: Marks) -> None:
    first = await marks.write("quynh", "7A1", "TOAN", TX1, "8 7,5 - v 10")
    again = await marks.write("quynh", "7A1", "TOAN", TX1, {3: "6,25"})
    assert (first.version, again.version) == (1, 2)
    assert await values(marks) == ["8.0", "7.5", "6.3", "make_up", "10.0"]
    assert again.before == {marks.pupil("7A1", 3): None}


async def test_the_same_once_more_changes_nothing(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", TX1, "8 7 6 5 4")
    again = await marks.write("quynh", "7A1", "TOAN", TX1, "8 7 6 5 4")
    assert (again.changed, again.version) == (False, 1)


async def test_who_looked_at_an_older_column_writes_nothing(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", TX1, "8 7 6 5 4", seen=0)
    late = await marks.write("quynh", "7A1", "TOAN", TX1, {1: "3"}, seen=0)
    assert late.conflict
    assert (await values(marks))[0] == "8.0"


@pytest.mark.parametrize("who", ["khoa", "nhan", "quang", "hien", "vu", "dao", "me_lan"])
async def test_only_the_subject_teacher_enters(marks: Marks, who: str) -> None:
    with pytest.raises(NotAllowed):
        await marks.write(who, "7A1", "TOAN", TX1, "8 7 6 5 4")
    assert await values(marks) == ["-"] * 5


async def test_whoever_holds_the_duty_enters_tests_and_the_teacher_reads_them(marks: Marks) -> None:
    duty = Duty(person_id=marks.ids["dao"], kind="periodic_scores", starts=marks.now.date())
    await marks.add(duty)
    await marks.write("dao", "7A1", "TOAN", GK, "8 7 6 5 4")
    row = (await seen(marks, "quynh")).filled[Column.of(GK)].row
    assert row.confirmed_by is None
    with pytest.raises(NotAllowed):
        await marks.write("dao", "7A1", "TOAN", TX1, "8")
    await marks.write("quynh", "7A1", "TOAN", GK, {1: "9"})
    row = (await seen(marks, "quynh")).filled[Column.of(GK)].row
    assert row.confirmed_by == marks.ids["quynh"]


@pytest.mark.parametrize("who", ["quynh", "nhan", "khoa", "quang", "hien", "vu", "dao"])
async def test_who_sees_the_page(marks: Marks, who: str) -> None:
    assert len((await seen(marks, who)).columns) == 6  # four regular, midterm, final


@pytest.mark.parametrize("who", ["vy", "tu", "me_lan"])
async def test_who_does_not(marks: Marks, who: str) -> None:
    with pytest.raises(NotAllowed):
        await seen(marks, who)


async def test_figures_and_remarks_are_not_mixed(marks: Marks) -> None:
    with pytest.raises(Invalid, match="scores-need-figures"):
        await marks.write("quynh", "7A1", "TOAN", TX1, "8 Đ")
    with pytest.raises(Invalid, match="scores-need-remarks"):
        await marks.write("tu", "7A1", "NT", TX1, "Đ 8")
    await marks.write("tu", "7A1", "NT", TX1, "Đ CĐ v 0! -")
    assert await values(marks, subject="NT") == ["passed", "failed", "make_up", "not_sat", "-"]


async def test_every_step_is_kept(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", TX1, "8 7")
    await marks.write("quynh", "7A1", "TOAN", TX1, {1: "-", 2: "9"}, cause="undo")

    async def work(unit: Unit) -> list[ScoreChange]:
        rows = await gradebook.assessments(unit.session, [marks.ids["7A1"]])
        return list(await gradebook.history(unit.session, [rows[0].id], marks.pupil("7A1", 1)))

    steps = await marks.at("quang", work)
    eight = cell("8").to_json()
    assert [(s.version, s.old, s.new, s.cause) for s in steps] == [
        (1, None, eight, None),
        (2, eight, None, "undo"),
    ]


async def test_what_is_closed_is_written_by_nobody_until_it_is_opened(marks: Marks) -> None:
    await marks.write("quynh", "7A1", "TOAN", TX1, "8 7 6 5 4")
    by, day = marks.ids["quang"], timedelta(days=1)
    place = {"year_id": marks.ids["year"], "decided_by": by, "decided_at": marks.now}
    await marks.add(ScoreLock(closes=True, starts=marks.now, term=1, kind="regular", **place))
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", TX1, {1: "9"})
    await marks.write("quynh", "7A1", "TOAN", GK, {1: "9"})  # another column
    opened = {"starts": marks.now, "until": marks.now + day, "class_id": marks.ids["7A1"]}
    await marks.add(ScoreLock(closes=False, **opened, **place))
    await marks.write("quynh", "7A1", "TOAN", TX1, {1: "9"})
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A2", "TOAN", TX1, {1: "9"})  # not the class that was opened
    marks.now += day
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", TX1, {1: "10"})  # the opening has ended by itself
    assert (await values(marks))[0] == "9.0"


async def test_who_is_exempt_or_of_another_class_gets_no_mark(marks: Marks) -> None:
    lan, gym = marks.pupil("7A1", 1), marks.ids["subject GDTC"]
    row = SubjectExemption(
        pupil_id=lan,
        subject_id=gym,
        starts=marks.now.date(),
        reason="gãy tay",
        status="approved",
        asked_by=marks.ids["nhan"],
        asked_at=marks.now,
    )
    await marks.add(row)
    with pytest.raises(Invalid, match="scores-exempt"):
        await marks.write("tu", "7A1", "GDTC", TX1, "Đ Đ Đ Đ Đ")
    await marks.write("tu", "7A1", "GDTC", TX1, dict.fromkeys((2, 3, 4, 5), "Đ"))
    found = await seen(marks, "tu", "GDTC")
    assert found.missing(Column.of(TX1)) == []
    marks.ids["7A1/9"] = marks.pupil("7A2", 1)
    with pytest.raises(Invalid, match="scores-not-on-list"):
        await marks.write("quynh", "7A1", "TOAN", TX1, {9: "8"})
