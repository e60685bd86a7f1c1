"""From full columns to what a family hears: the first term, the year, the summer."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from services.child_scores import child_scores
from services.errors import AlreadyDecided, Invalid, NotAllowed
from services.results import approval, averages_check, conduct, decisions, own_views, summer
from services.results import term_remarks as remarks
from services.results.kinds import Stage
from services.results.outcomes import child_results, tell_results
from services.results.readiness import Board, board
from services.score_publishing import publish, tell_families
from tests.support.bells import ZONE
from tests.support.marks import STAFF, Marks

GOOD = {
    **dict.fromkeys(("TOAN", "NV", "NN1", "KHTN", "LSDL", "GDCD", "CN", "TIN"), "8,5"),
    **dict.fromkeys(("GDTC", "NT", "TNHN", "GDDP"), "Đ"),
}
TEACHER = {code: name for name, (_, _, _, codes) in STAFF.items() for code in codes}


async def fill(school: Marks, term: int, name: str = "7A1", **other: str) -> None:
    """Every column of a term, and every average confirmed."""
    await school.fill_term(name, term, GOOD | other)
    await confirm(school, term, name)


async def confirm(school: Marks, term: int, name: str = "7A1") -> None:
    for code, teacher in TEACHER.items():
        of, subject = school.ids[name], school.ids[f"subject {code}"]
        await school.at(teacher, lambda u, o=of, s=subject: averages_check.check(u, o, s, term))


async def judge(school: Marks, term: int, text: str = "cả lớp tốt") -> None:
    await school.at("nhan", lambda u: conduct.write(u, f"rèn luyện 7A1 hk{term}: {text}"))
    lines = "\n".join(f"{n}: chăm ngoan" for n in school.numbers("7A1"))
    await school.at("nhan", lambda u: remarks.write(u, f"nhận xét chung 7A1 hk{term}\n{lines}"))


async def hand_up(school: Marks, stage: Stage) -> Board:
    of = school.ids["7A1"]
    return (await school.at("nhan", lambda u: approval.hand_up(u, of, stage)))[0]


async def approve(school: Marks, seen: Board) -> Board:
    return await school.at("quang", lambda u: approval.approve(u, seen.row.id))


async def told(school: Marks) -> list[tuple[str, dict[str, Any]]]:
    """What families heard of results, by person."""
    names = {id: name for name, id in school.ids.items()}
    rows = await school.rows("pupil-result")
    return [(names[r.person_id], r.params) for r in rows if r.person_id is not None]


async def test_a_term_is_settled_and_families_hear_the_next_afternoon(marks: Marks) -> None:
    of = marks.ids["7A1"]
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await marks.fill_term("7A1", 1, GOOD)
    with pytest.raises(Invalid):
        await hand_up(marks, Stage.TERM_ONE)
    seen = await marks.at("nhan", lambda u: board(u, of, Stage.TERM_ONE))
    assert [s.checked for s in seen.subjects] == [False] * 12
    assert len(seen.no_conduct) == len(seen.no_remark) == 5
    await confirm(marks, 1)
    await judge(marks, 1, "cả lớp tốt trừ Gia Huy khá")
    seen = await hand_up(marks, Stage.TERM_ONE)
    with pytest.raises(Invalid):  # it lies with the principal
        await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện 7A1 hk1: Lan khá"))
    with pytest.raises(NotAllowed):
        await marks.at("hien", lambda u: approval.approve(u, seen.row.id))
    done = await approve(marks, seen)
    assert done.row.status == "approved"
    with pytest.raises(AlreadyDecided):
        await approve(marks, seen)
    with pytest.raises(Invalid):  # what is approved is locked
        await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    await marks.at(None, tell_results)
    assert await told(marks) == []
    marks.now = datetime(2027, 1, 10, 17, 0, tzinfo=ZONE)
    await marks.at(None, tell_results)
    await marks.at(None, tell_results)
    (person, facts), *more = await told(marks)
    assert not more
    assert person == "me_lan"
    assert (facts["results"], facts["conduct"], facts["remark"]) == (3, 3, "chăm ngoan")
    lan, minh = marks.pupil("7A1", 1), marks.pupil("7A1", 5)
    (own,) = await marks.at("me_lan", lambda u: child_results(u, lan))
    assert own.facts["pupil"] == "Lê Hoàng Lan"
    with pytest.raises(NotAllowed):
        await marks.at("me_lan", lambda u: child_results(u, minh))


async def test_figures_that_changed_after_handing_up_are_not_approved(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    await judge(marks, 1)
    seen = await hand_up(marks, Stage.TERM_ONE)
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "2"})
    back = await approve(marks, seen)
    assert (back.row.status, back.row.why) == ("open", "overtaken")
    assert not await told(marks)
    with pytest.raises(Invalid):  # the averages are to be read anew
        await hand_up(marks, Stage.TERM_ONE)
    await confirm(marks, 1)
    assert (await approve(marks, await hand_up(marks, Stage.TERM_ONE))).row.status == "approved"


async def test_the_principal_gives_back_with_a_reason_and_may_open_again(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    await judge(marks, 1)
    seen = await hand_up(marks, Stage.TERM_ONE)
    with pytest.raises(Invalid):
        await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, " "))
    await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, "xem lại Gia Huy"))
    with pytest.raises(AlreadyDecided):
        await approve(marks, seen)
    await approve(marks, await hand_up(marks, Stage.TERM_ONE))
    await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, "sót một điểm"))
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện 7A1 hk1: Lan khá"))


async def year(school: Marks, first: dict[str, str], second: dict[str, str]) -> Board:
    """Both terms of 7A1 filled; pupil 1 has other marks than the rest in some subjects."""
    for term, other in ((1, first), (2, second)):
        school.now = datetime(2027, 1 if term == 1 else 5, 8 if term == 1 else 28, 9, tzinfo=ZONE)
        await school.fill_term("7A1", term, GOOD)
        for code, value in other.items():
            for column in ("tx1", "tx2", "tx3", "tx4", "gk", "ck"):
                if column in ("tx3", "tx4") and code not in ("TOAN", "NV", "KHTN"):
                    continue
                await school.write(TEACHER[code], "7A1", code, f"{term}{column}", {1: value})
        await confirm(school, term)
        await judge(school, term)
    return await hand_up(school, Stage.YEAR)


async def test_who_is_not_promoted_hears_first_with_tasks_and_is_tested_again(
    marks: Marks,
) -> None:
    """Two weak subjects: Chưa đạt, a retest in both, promoted after it."""
    seen = await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"})
    assert dict(seen.outcomes) == {"retest": 1, "promoted": 4}
    task = "/Lan 7A1: ôn Toán chương 3 và 4 đến 20/8".removeprefix("/")
    await marks.at("nhan", lambda u: summer.set_task(u, task))
    await approve(marks, seen)
    await marks.at(None, tell_results)
    ((person, facts),) = await told(marks)
    assert person == "me_lan"
    assert facts["outcome"] == "retest"
    assert facts["retest"] == ["Ngữ văn", "Toán"]
    assert (facts["task"], facts["due"]) == ("ôn Toán chương 3 và 4", "20/08/2027")
    marks.now = datetime(2027, 8, 10, 9, 0, tzinfo=ZONE)
    with pytest.raises(Invalid):  # no retest has a mark yet: nobody repeats for that
        await hand_up(marks, Stage.SUMMER)
    await marks.write("quynh", "7A1", "TOAN", "2tl", {1: "4"})
    seen = await marks.at("nhan", lambda u: board(u, marks.ids["7A1"], Stage.SUMMER))
    assert [subject.name for subject in seen.seen.pupils[0].missing] == ["Ngữ văn"]
    assert seen.seen.pupils[0].outcome is None
    await marks.write("quynh", "7A1", "TOAN", "2tl", {1: "5,5"})
    seen = await marks.at("nhan", lambda u: board(u, marks.ids["7A1"], Stage.SUMMER))
    assert [p.place.full_name for p in seen.seen.pupils] == ["Lê Hoàng Lan"]
    await marks.write("nhan", "7A1", "NV", "2tl", {1: "6"})
    seen = await hand_up(marks, Stage.SUMMER)
    assert dict(seen.outcomes) == {"promoted": 1}
    await approve(marks, seen)
    await marks.at(None, tell_results)
    marks.now = datetime(2027, 8, 11, 17, 0, tzinfo=ZONE)
    await marks.at(None, tell_results)
    assert [facts["outcome"] for _, facts in await told(marks)] == ["retest", "promoted"]
    with pytest.raises(Invalid):  # and the retest is closed too
        await marks.write("quynh", "7A1", "TOAN", "2tl", {1: "9"})


async def test_conduct_that_failed_is_trained_in_summer(marks: Marks) -> None:
    await year(marks, {}, {})
    row = (await marks.at("nhan", lambda u: board(u, marks.ids["7A1"], Stage.YEAR))).row
    await marks.at("quang", lambda u: approval.give_back(u, row.id, "xem lại"))
    await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện 7A1 hk2: Lan chưa đạt"))
    seen = await hand_up(marks, Stage.YEAR)
    assert dict(seen.outcomes) == {"training": 1, "promoted": 4}
    await approve(marks, seen)
    marks.now = datetime(2027, 8, 10, 9, 0, tzinfo=ZONE)
    with pytest.raises(Invalid):  # the conduct after the summer is missing
        await hand_up(marks, Stage.SUMMER)
    await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện hè 7A1: Lan đạt"))
    assert dict((await hand_up(marks, Stage.SUMMER)).outcomes) == {"promoted": 1}


async def test_what_the_circular_leaves_open_the_principal_decides(marks: Marks) -> None:
    """Results and conduct both Chưa đạt: whether the retest is open is the principal's word."""
    seen = await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"})
    await marks.at("quang", lambda u: approval.give_back(u, seen.row.id, "xem lại"))
    await marks.at("nhan", lambda u: conduct.write(u, "rèn luyện 7A1 hk2: Lan chưa đạt"))
    seen = await hand_up(marks, Stage.YEAR)
    assert [p.place.full_name for p in seen.left_open] == ["Lê Hoàng Lan"]
    with pytest.raises(Invalid):
        await approve(marks, seen)
    with pytest.raises(NotAllowed):
        await marks.at("nhan", lambda u: decisions.decide(u, "Lan 7A1 lên lớp: thương em"))
    with pytest.raises(Invalid):
        await marks.at("quang", lambda u: decisions.decide(u, "Lan 7A1 kiểm tra lại"))
    await marks.at("quang", lambda u: decisions.decide(u, "Lan 7A1 kiểm tra lại: có tiến bộ"))
    done = await approve(marks, seen)
    assert dict(done.outcomes) == {"retest": 1, "promoted": 4}


async def test_a_pupil_with_a_plan_of_their_own_gets_no_level(marks: Marks) -> None:
    word = "Lan 7A1 kế hoạch riêng: khuyết tật trí tuệ, có kế hoạch giáo dục cá nhân"
    await marks.at("quang", lambda u: decisions.decide(u, word))
    seen = await year(marks, {"TOAN": "3"}, {"TOAN": "3"})
    lan = seen.seen.pupils[0]
    assert (lan.own_plan, lan.level, lan.end, lan.title) == (True, None, None, None)
    assert [p.place.full_name for p in seen.left_open] == ["Lê Hoàng Lan"]
    await marks.at("quang", lambda u: decisions.decide(u, "Lan 7A1 lên lớp: đạt kế hoạch"))
    assert dict((await approve(marks, seen)).outcomes) == {"promoted": 5}


async def test_a_missing_mark_is_never_a_result(marks: Marks) -> None:
    marks.now = datetime(2027, 1, 9, 9, 0, tzinfo=ZONE)
    await fill(marks, 1)
    await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "-"})
    seen = await marks.at("nhan", lambda u: board(u, marks.ids["7A1"], Stage.TERM_ONE))
    maths = next(s for s in seen.subjects if s.subject.code == "TOAN")
    assert (maths.missing, maths.checked) == (1, False)
    assert seen.seen.pupils[0].level is None
    with pytest.raises(Invalid):
        await confirm(marks, 1)


async def test_pupil_and_family_say_how_they_see_it_and_only_the_own_child(marks: Marks) -> None:
    of, lan = marks.ids["7A1"], marks.pupil("7A1", 1)
    await marks.link("me_lan")
    assert await marks.at("nhan", lambda u: own_views.ask_families(u, of, 1)) == 1
    assert await marks.at("nhan", lambda u: own_views.ask_families(u, of, 1)) == 0
    with pytest.raises(NotAllowed):
        await marks.at("quynh", lambda u: own_views.ask_families(u, of, 1))
    say = "Em đã cố gắng học Toán hơn"
    await marks.at("me_lan", lambda u: own_views.say(u, lan, 1, "pupil", say))
    await marks.at("me_lan", lambda u: own_views.in_words(u, "gia đình nhận xét: ở nhà cháu ngoan"))
    found = await marks.at("nhan", lambda u: own_views.views(u, of, 1))
    assert [(name, v.voice, v.text) for name, v in found] == [
        ("Lê Hoàng Lan", "pupil", say),
        ("Lê Hoàng Lan", "family", "ở nhà cháu ngoan"),
    ]
    with pytest.raises(NotAllowed):
        await marks.at("bo_ha", lambda u: own_views.say(u, lan, 1, "family", "x"))
    with pytest.raises(NotAllowed):
        await marks.at("quynh", lambda u: own_views.views(u, of, 1))
    page = await marks.at("nhan", lambda u: conduct.conduct_page(u, of, 1))
    assert page.pupils[0].views == 2


async def test_remarks_of_a_subject_are_its_teachers(marks: Marks) -> None:
    await marks.fill_term("7A1", 1, {"TOAN": "7"})
    text = "nhận xét 7A1 toán hk1\nLan: tiến bộ rõ\nHuy: cần cố gắng\n5. Minh – nắm chắc bài"
    page = await marks.at("quynh", lambda u: remarks.write(u, text))
    assert page.changed == ("Lê Hoàng Lan", "Vũ Đức Minh")
    assert page.unread == (("Huy", "several"),)
    assert page.hints[0].average == Decimal("7.0")
    with pytest.raises(NotAllowed):
        await marks.at("vy", lambda u: remarks.write(u, "nhận xét Lan 7A1 toán: giỏi"))
    with pytest.raises(NotAllowed):
        await marks.at("quynh", lambda u: remarks.write(u, "nhận xét chung Lan 7A1: giỏi"))
    one = "nhan xet Lan 7A1 toan hk1: tiến bộ nhiều"
    page = await marks.at("quynh", lambda u: remarks.write(u, one))
    assert page.hints[0].text == "tiến bộ nhiều"


async def test_reminders_for_the_summer_end_when_it_is_settled(marks: Marks) -> None:
    seen = await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"})
    await approve(marks, seen)
    marks.now = datetime(2027, 8, 17, 18, 0, tzinfo=ZONE)
    assert await marks.at(None, summer.remind)
    assert not await marks.at(None, summer.remind)
    (row, *_) = await marks.rows(summer.REMINDER)
    assert row.params["names"] == ["Lê Hoàng Lan"]
    assert row.params["days"] == 14
    for code in ("TOAN", "NV"):
        await marks.write(TEACHER[code], "7A1", code, "2tl", {1: "6"})
    await approve(marks, await hand_up(marks, Stage.SUMMER))
    marks.now = datetime(2027, 8, 24, 18, 0, tzinfo=ZONE)
    assert not await marks.at(None, summer.remind)


async def test_a_task_has_a_day_that_can_be(marks: Marks) -> None:
    for text in ("Lan 7A1: ôn Toán đến 31/9", "Lan 7A1: ôn Toán đến 15/9", "Lan 7A1:", ": ôn"):
        with pytest.raises(Invalid):
            await marks.at("nhan", lambda u, t=text: summer.set_task(u, t))
    done = await marks.at("nhan", lambda u: summer.set_task(u, "Lan 7A1: ôn Toán"))
    assert (done.due, done.told) == (date(2027, 8, 31), 0)


async def test_a_subjects_remark_is_in_the_childs_marks_when_marks_would_be(marks: Marks) -> None:
    lan = marks.pupil("7A1", 1)
    done = await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "8"})
    await marks.at("quynh", lambda u: publish(u, done.assessment_id))
    await marks.at(None, tell_families)
    await marks.at("quynh", lambda u: remarks.write(u, "nhận xét Lan 7A1 toán: tiến bộ rõ"))
    (maths,) = (await marks.at("me_lan", lambda u: child_scores(u, lan))).subjects
    assert maths.remark == ""
    marks.now = datetime(2026, 12, 2, 17, 0, tzinfo=ZONE)
    (maths,) = (await marks.at("me_lan", lambda u: child_scores(u, lan))).subjects
    assert maths.remark == "tiến bộ rõ"


async def test_who_does_not_sit_the_retest_repeats_only_once_that_is_entered(marks: Marks) -> None:
    await approve(marks, await year(marks, {"TOAN": "3", "NV": "3"}, {"TOAN": "3", "NV": "3"}))
    marks.now = datetime(2027, 8, 10, 9, 0, tzinfo=ZONE)
    for code in ("TOAN", "NV"):
        with pytest.raises(Invalid):
            await hand_up(marks, Stage.SUMMER)
        await marks.write(TEACHER[code], "7A1", code, "2tl", {1: "0!"})
    assert dict((await hand_up(marks, Stage.SUMMER)).outcomes) == {"repeats": 1}
