"""Marks that others enter for a teacher; exemptions from a subject."""

from datetime import timedelta
from typing import Any

import pytest

from services import exemptions
from services.duty_rounds import limit
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.score_confirming import NOTICE, ask_teacher, confirm
from services.score_publishing import publish, tell_families
from services.unit import Unit
from storage.tables import Duty
from tests.support.marks import Marks


async def test_families_see_what_others_entered_once_the_teacher_has_read_it(marks: Marks) -> None:
    duty = Duty(person_id=marks.ids["dao"], kind="periodic_scores", starts=marks.now.date())
    await marks.add(duty)
    done = await marks.write("dao", "7A1", "TOAN", "1gk", "8 7 6 5 4")
    await marks.at("dao", lambda unit: ask_teacher(unit, done.assessment_id))
    (told,) = await marks.rows(NOTICE)
    assert told.person_id == marks.ids["quynh"]
    await marks.at("quynh", lambda unit: publish(unit, done.assessment_id))
    await marks.at(None, tell_families)
    assert await marks.rows("score-news") == []
    with pytest.raises(NotAllowed):
        await marks.at("dao", lambda unit: confirm(unit, done.assessment_id, 1))
    with pytest.raises(Outdated):
        await marks.at("quynh", lambda unit: confirm(unit, done.assessment_id, 2))
    await marks.at("quynh", lambda unit: confirm(unit, done.assessment_id, 1))
    await marks.at(None, tell_families)
    (news,) = await marks.rows("score-news")
    assert news.person_id == marks.ids["me_lan"]
    assert [one["mark"] for one in news.params["marks"]] == ["8"]


async def test_families_hear_of_a_change_once_and_not_of_what_came_back(marks: Marks) -> None:
    done = await marks.write("quynh", "7A1", "TOAN", "1tx1", "8 7 6 5 4")
    await marks.at("quynh", lambda unit: publish(unit, done.assessment_id))
    await marks.at(None, tell_families)
    await marks.at(None, tell_families)
    assert len(await marks.rows("score-news")) == 1
    marks.now += timedelta(minutes=1)
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9"})
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "8"})
    await marks.at("quynh", lambda unit: publish(unit, done.assessment_id))
    await marks.at(None, tell_families)
    assert len(await marks.rows("score-news")) == 1
    marks.now += timedelta(minutes=1)
    await marks.write("quynh", "7A1", "TOAN", "1tx1", {1: "9,5"})
    await marks.at("quynh", lambda unit: publish(unit, done.assessment_id))
    await marks.at(None, tell_families)
    *_, last = await marks.rows("score-news")
    assert [(one["mark"], one["changed"]) for one in last.params["marks"]] == [("9,5", True)]


async def say(marks: Marks, text: str, who: str = "nhan") -> int:
    async def work(unit: Unit) -> int:
        return (await exemptions.ask(unit, text)).id

    return await marks.at(who, work)


async def test_the_principal_lets_a_pupil_off_and_no_mark_is_missing(marks: Marks) -> None:
    await marks.link("quang", "nhan")
    id = await say(marks, "Hoàng Lan 7A1 thể dục: gãy tay, có giấy bệnh viện")

    async def yes(unit: Unit) -> Any:
        return await exemptions.decide(unit, id, approved=True)

    with pytest.raises(NotAllowed):
        await marks.at("nhan", yes)
    facts = await marks.at("quang", yes)
    assert (facts["status"], facts["subject"]) == ("approved", "Giáo dục thể chất")
    with pytest.raises(AlreadyDecided):
        await marks.at("quang", yes)
    with pytest.raises(Invalid, match="scores-exempt"):
        await marks.write("tu", "7A1", "GDTC", "1tx1", {1: "Đ"})
    with pytest.raises(Invalid, match="exemption-there"):
        await say(marks, "Hoàng Lan 7A1 thể dục: gãy tay")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Lan thể dục: gãy tay", "exemption-how"),
        ("7A1 thể dục: gãy tay", "exemption-how"),
        ("Lan 7A1 thể dục", "exemption-why"),
        ("Huy 7A1 thể dục: gãy tay", "exemption-who"),
    ],
)
async def test_what_is_missing_is_said(marks: Marks, text: str, key: str) -> None:
    with pytest.raises(Invalid, match=key):
        await say(marks, text)


async def test_only_the_homeroom_teacher_asks(marks: Marks) -> None:
    with pytest.raises(NotAllowed):
        await say(marks, "Lan 7A1 thể dục: gãy tay", "tu")


async def test_a_duty_is_limited_to_a_test_round(marks: Marks) -> None:
    """Đào enters the midterm of grade 7 until a day; nothing else, and nothing afterwards."""
    duty = Duty(person_id=marks.ids["dao"], kind="periodic_scores", starts=marks.now.date())
    await marks.add(duty)
    made = await marks.at("quang", lambda u: limit(u, "Thầy Cô Dao: giữa kì hk1 khối 7 đến 5/12"))
    assert (made.term, made.kind, made.grade) == (1, "midterm", 7)
    (told,) = await marks.rows("duty-limited")
    assert (told.person_id, told.params["until"]) == (marks.ids["dao"], "05/12/2026")
    assert (await marks.write("dao", "7A1", "TOAN", "1gk", {1: "8"})).changed
    for name, column in (("7A1", "1ck"), ("7A1", "2gk"), ("8A1", "1gk"), ("7A1", "1tx1")):
        with pytest.raises(NotAllowed):
            await marks.write("dao", name, "TOAN", column, {1: "8"})
    with pytest.raises(NotAllowed):
        await marks.at("nhan", lambda u: limit(u, "Thầy Cô Dao: cuối kì"))
    for text in ("Dao", "Thầy Cô Vy: cuối kì", "Thầy Cô Dao: xyz", "Thầy Cô Dao: tx1"):
        with pytest.raises(Invalid):
            await marks.at("quang", lambda u, t=text: limit(u, t))
    marks.now += timedelta(days=5)
    with pytest.raises(NotAllowed):
        await marks.write("dao", "7A1", "TOAN", "1gk", {1: "9"})
    assert (await marks.write("quynh", "7A1", "TOAN", "1ck", {1: "8"})).changed
