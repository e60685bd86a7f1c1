"""A closed mark put right: who, in which order, once, and how it ends where it is not."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from services import score_corrections as fixes
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.gradebook import page
from services.score_cells import Column
from services.score_correction_wish import is_wish, read_wish
from services.score_lock_decisions import decide as lock
from services.unit import Unit
from storage import score_corrections as store
from storage.tables import ScoreCorrection
from tests.support.bells import ZONE
from tests.support.marks import Marks

WISH = "sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3"


async def closed(marks: Marks) -> None:
    """The book of the first term as it was locked."""
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "7 6 5 4 3")
    await marks.at("quang", lambda unit: lock(unit, True, "hk1"))
    await marks.link("quang", "vu", "quynh")


async def drafted(marks: Marks, text: str = WISH, who: str = "quynh") -> int:
    async def work(unit: Unit) -> int:
        return (await fixes.begin(unit, await read_wish(unit, text))).id

    return await marks.at(who, work)


async def asked(marks: Marks, text: str = WISH) -> int:
    id = await drafted(marks, text)

    async def work(unit: Unit) -> None:
        for kind in ("book", "paper"):
            await fixes.add_evidence(unit, id, kind, kind[0] * 64, "jpg")
        await fixes.ask(unit, id)

    await marks.at("quynh", work)
    return id


Step = Callable[..., Awaitable[Any]]


async def do(marks: Marks, who: str | None, step: Step, *args: Any, **options: Any) -> Any:
    async def work(unit: Unit) -> Any:
        return await step(unit, *args, **options)

    return await marks.at(who, work)


async def mark(marks: Marks, column: str = "1tx1") -> str:
    async def work(unit: Unit) -> str:
        seen = await page(unit, marks.ids["7A1"], marks.ids["subject TOAN"], 1)
        cell = seen.cell(Column.of(column), marks.pupil("7A1", 1))
        return "-" if cell is None else str(cell.value)

    return await marks.at("quang", work)


async def row(marks: Marks, id: int) -> ScoreCorrection:
    async def work(unit: Unit) -> ScoreCorrection:
        found = await store.get(unit.session, id)
        assert found is not None
        return found

    return await marks.at(None, work)


async def test_the_second_of_two_taps_writes_and_locks_and_three_sign(marks: Marks) -> None:
    await closed(marks)
    id = await asked(marks)
    await do(marks, "quang", fixes.decide, id, approved=True)
    await do(marks, "vu", fixes.confirm, id)
    assert await mark(marks) == "7.0"
    with pytest.raises(Outdated):
        await do(marks, "vu", fixes.confirm, id)  # one person is not two
    await do(marks, "quynh", fixes.confirm, id)
    assert await mark(marks) == "8.0"
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    for who in ("quang", "vu", "quynh"):
        await do(marks, who, fixes.sign, id)
        with pytest.raises(Outdated):
            await do(marks, who, fixes.sign, id)
    done = await row(marks, id)
    assert (done.status, done.number) == ("written", 1)


async def test_a_column_that_was_opened_is_closed_again_by_the_correction(marks: Marks) -> None:
    await closed(marks)
    id = await asked(marks)
    await do(marks, "quang", fixes.decide, id, approved=True)
    await marks.at("quang", lambda unit: lock(unit, False, "7A1 toán đến 5/12: nhập sót"))
    await do(marks, "vu", fixes.confirm, id)
    await do(marks, "quynh", fixes.confirm, id)
    with pytest.raises(Invalid, match="scores-locked"):
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {2: "9"})
    await marks.write("quynh", "7A1", "TOAN", "1tx2", {2: "9"})  # the rest is still open


async def test_nothing_is_asked_without_reason_or_evidence_or_for_an_open_column(
    marks: Marks,
) -> None:
    await marks.write("quynh", "7A1", "TOAN", "1tx1", "7 6 5 4 3")
    with pytest.raises(Invalid, match="score-fix-open"):
        await drafted(marks)
    await marks.at("quang", lambda unit: lock(unit, True, "hk1"))
    with pytest.raises(Invalid, match="score-fix-why"):
        await drafted(marks, "sửa điểm Lan 7A1 toán tx1 7 thành 8")
    id = await drafted(marks)
    with pytest.raises(Invalid, match="score-fix-no-evidence"):
        await do(marks, "quynh", fixes.ask, id)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sửa điểm Lan 7A1 toán tx1", "score-fix-how"),
        ("sửa điểm Lan thành 8", "score-fix-how"),
        ("sửa điểm Huy 7A1 toán tx1 6 thành 8: x", "score-fix-who"),
        ("sửa điểm Xyzt 7A1 toán tx1 6 thành 8: x", "score-fix-nobody"),
        ("sửa điểm Lan 7A1 toán tx1 6 thành 8: x", "score-fix-other"),
        ("sửa điểm Lan 7A1 toán tx1 7 thành 7: x", "score-fix-same"),
        ("sửa điểm Lan 7A1 toán tx1 7 thành 11: x", "score-fix-mark"),
        ("sửa điểm Lan 7A1 toán tx1 7 thành 05: x", "score-fix-mark"),
    ],
)
async def test_what_is_unclear_is_said(marks: Marks, text: str, key: str) -> None:
    await closed(marks)
    with pytest.raises(Invalid, match=key):
        await drafted(marks, text)


@pytest.mark.parametrize(
    "text",
    [
        "SỬA ĐIỂM lan 7a1 TOÁN tx1 7 thanh 8: cong sot",
        "xin sửa lại điểm 7A1 toán tx1 Lan 7 -> 8 vì cộng sót",
        "sửa điểm số 1 7A1 toán tx1 thành 8: cộng sót",
        "sửa điểm Hoàng Lan toán tx1 7A1 7,0 sang 8,0; cộng sót",
    ],
)
async def test_a_wish_is_read_in_many_forms(marks: Marks, text: str) -> None:
    await closed(marks)
    found = await row(marks, await drafted(marks, text.replace("số 1 ", "1 ")))
    assert found.pupil_id == marks.pupil("7A1", 1)
    assert (found.old, found.new) == (
        {"state": "score", "tenths": 70},
        {"state": "score", "tenths": 80},
    )


@pytest.mark.parametrize("who", ["nhan", "khoa", "quang", "vu", "me_lan"])
async def test_only_the_subject_teacher_asks(marks: Marks, who: str) -> None:
    await closed(marks)
    with pytest.raises(NotAllowed):
        await drafted(marks, who=who)


async def test_only_the_deciders_decide_confirm_and_see_the_pictures(marks: Marks) -> None:
    await closed(marks)
    id = await asked(marks)
    for who in ("hien", "vu", "quynh", "dao"):
        with pytest.raises(NotAllowed):
            await do(marks, who, fixes.decide, id, approved=True)
    for who in ("hien", "vu", "dao", "nhan", "me_lan"):
        with pytest.raises(NotAllowed):
            await do(marks, who, fixes.evidence_of, id)
    assert len(await do(marks, "quang", fixes.evidence_of, id)) == 2
    await do(marks, "quang", fixes.decide, id, approved=True)
    for who in ("nhan", "dao", "hien"):
        with pytest.raises(NotAllowed):
            await do(marks, who, fixes.confirm, id)
    with pytest.raises(Outdated):
        await do(marks, "quang", fixes.confirm, id)  # who decided does not also execute


async def test_a_decision_is_made_once_and_a_rejection_says_why(marks: Marks) -> None:
    await closed(marks)
    id = await asked(marks)
    with pytest.raises(Invalid, match="score-fix-reject-why"):
        await do(marks, "quang", fixes.decide, id, approved=False)
    await do(marks, "quang", fixes.decide, id, approved=False, why="bài làm không khớp")
    with pytest.raises(AlreadyDecided):
        await do(marks, "quang", fixes.decide, id, approved=True)
    assert await mark(marks) == "7.0"
    told = [r for r in await marks.rows("score-correction") if r.params["status"] == "rejected"]
    assert marks.ids["quynh"] in {r.person_id for r in told}


async def test_a_wish_is_overtaken_when_the_cell_changes_otherwise(marks: Marks) -> None:
    await closed(marks)
    id = await asked(marks)
    await do(marks, "quang", fixes.decide, id, approved=True)
    await marks.at("quang", lambda unit: lock(unit, False, "7A1 toán đến 5/12: nhập sót"))
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    await do(marks, "vu", fixes.confirm, id)
    await do(marks, "quynh", fixes.confirm, id)
    assert await mark(marks) == "9.0"
    assert (await row(marks, id)).status == "overtaken"


async def test_a_wish_runs_out_and_one_is_taken_back(marks: Marks) -> None:
    await closed(marks)
    first = await asked(marks)
    with pytest.raises(Invalid, match="score-fix-waiting"):
        await drafted(marks)
    await do(marks, "quynh", fixes.withdraw, first)
    with pytest.raises(AlreadyDecided):
        await do(marks, "quang", fixes.decide, first, approved=True)
    second = await asked(marks)
    marks.now += timedelta(days=14, minutes=1)
    await do(marks, None, fixes.expire)
    assert (await row(marks, second)).status == "expired"
    told = [r for r in await marks.rows("score-correction") if r.params["status"] == "expired"]
    assert {r.person_id for r in told} >= {marks.ids["quynh"], marks.ids["quang"]}


@pytest.mark.parametrize(
    ("day", "late"),
    [(date(2026, 12, 15), False), (date(2026, 12, 16), False), (date(2026, 12, 17), True)],
)
def test_the_last_day_is_a_week_before_the_final_test(day: date, late: bool) -> None:
    assert fixes.is_late(day, date(2026, 12, 23)) is late
    assert not fixes.is_late(day, None)


async def test_what_is_asked_late_is_marked_so(marks: Marks) -> None:
    await closed(marks)
    marks.now = datetime(2026, 12, 18, 9, 0, tzinfo=ZONE)
    assert (await row(marks, await drafted(marks))).late


async def test_the_only_administrator_cannot_be_both_so_a_vice_principal_confirms(
    marks: Marks,
) -> None:
    await marks.write("vu", "7A1", "TIN", "1tx1", "7 6 5 4 3")
    await marks.at("quang", lambda unit: lock(unit, True, "hk1"))
    await marks.link("quang", "vu", "hien")
    id = await drafted(marks, "sửa điểm Lan 7A1 tin tx1 7 thành 8: cộng sót câu 3", "vu")

    async def send(unit: Unit) -> None:
        for kind in ("book", "paper"):
            await fixes.add_evidence(unit, id, kind, kind[0] * 64, "jpg")
        await fixes.ask(unit, id)

    await marks.at("vu", send)
    await do(marks, "quang", fixes.decide, id, approved=True)
    await do(marks, "vu", fixes.confirm, id)
    with pytest.raises(Outdated):
        await do(marks, "vu", fixes.confirm, id)
    await do(marks, "hien", fixes.confirm, id)
    done = await row(marks, id)
    assert (done.status, done.admin_by) == ("written", marks.ids["hien"])


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("sửa điểm Lan 7A1 toán tx1 7 thành 8", True),
        ("XIN SỬA LẠI ĐIỂM 16 7A1 toán tx1 thành 8", True),
        ("sửa điểm danh 7A1: Lan có mặt", False),
        ("sua diem danh hom qua", False),
        ("7A1 toán tx1: 8 7", False),
    ],
)
def test_correcting_a_roll_is_no_wish_for_a_mark(text: str, wish: bool) -> None:
    assert is_wish(text) is wish
