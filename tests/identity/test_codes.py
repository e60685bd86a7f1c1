"""Invite codes: what they look like, where they are found, and who may use them once."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import NotAllowed, NotFound, Outdated
from services.guessing import MISSES_OF_SCHOOL
from services.invite_codes import (
    ALIKE,
    LENGTH,
    code_in,
    hash_of,
    new_code,
    new_short_code,
    typed,
)
from services.invites import find_pupil, invitable, invite_guardian, invite_staff, revoke
from services.linking import Outcome, open_code
from tests.support.identity import IdentityWorld


def test_codes_ride_in_a_link_and_can_be_typed_from_paper() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert len(code) == LENGTH
        assert code.isalnum()
        assert not ALIKE & set(code)
        assert code not in hash_of(code)


@given(st.sampled_from(["{}", " {} ", "Mã: {}", "mã mời {}.", "«{}»", "MA {}", "ma moi: {}"]))
def test_a_code_is_found_however_it_is_sent(form: str) -> None:
    code = new_code()
    assert code_in(form.format(code)) == code
    assert code_in(f"https://t.me/truong_bot?start={code} ạ") == code


@pytest.mark.parametrize("form", ["{}", "mã {}", "LK {}", "Mã mời: {}.", "lk {}"])
def test_the_short_form_is_read_as_families_type_it(form: str) -> None:
    short = new_short_code()
    for written in (short, typed(short), typed(short).lower(), typed(short).replace("-", " ")):
        assert code_in(form.format(written)) == short


def test_a_code_that_begins_like_a_word_for_code_is_whole() -> None:
    assert code_in("MaKq7ShyVhV8k2sT") == "MaKq7ShyVhV8k2sT"


async def test_the_short_form_opens_the_same_invite_once(world: IdentityWorld) -> None:
    teacher = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, teacher))
    first, second = await world.seat(), await world.seat()
    short = code_in(issued.typed)
    assert short is not None
    assert (await world.run(lambda u: open_code(u, first, short))).outcome is Outcome.LINKED
    assert (await world.run(lambda u: open_code(u, second, issued.code))).outcome is Outcome.USED


@given(st.text(max_size=40))
def test_only_what_looks_like_a_code_is_taken_for_one(text: str) -> None:
    found = code_in(text)
    letters = {c for c in text.upper() if c.isalnum()}
    assert found is None or found in text or set(found) <= letters


@pytest.mark.parametrize(
    "text",
    [
        "7A1 vắng Lan p, Minh k",
        "xinchaocacthayco",
        "0503787576",
        "/start",
        "",
        "1" * 16,
        "THUDAUNA",
        "0503 7875",
        "1A2",
        "Hân 8 điểm",
    ],
)
def test_ordinary_words_are_no_codes(text: str) -> None:
    assert code_in(text) is None


async def test_two_phones_open_one_link_at_once_and_one_wins(world: IdentityWorld) -> None:
    teacher = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, teacher))
    seats = [await world.seat() for _ in range(5)]
    opened = await asyncio.gather(
        *(world.run(lambda u, s=seat: open_code(u, s, issued.code)) for seat in seats)
    )
    outcomes = [o.outcome for o in opened]
    assert sorted(outcomes) == sorted([Outcome.LINKED] + [Outcome.USED] * 4)
    assert [await world.owner(s) for s in seats].count(teacher) == 1


async def test_the_last_moment_counts_and_the_next_does_not(world: IdentityWorld) -> None:
    teacher = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, teacher, days=3))
    seat = await world.seat()
    world.now = issued.expires
    assert (await world.run(lambda u: open_code(u, seat, issued.code))).outcome is Outcome.EXPIRED
    world.later(seconds=-1)
    assert (await world.run(lambda u: open_code(u, seat, issued.code))).outcome is Outcome.LINKED


async def test_one_code_opens_all_of_a_guardians_children(world: IdentityWorld) -> None:
    from storage.tables import Guardianship

    lan, minh = await world.pupil("7A1", 15), await world.pupil("7A1", 16)
    mother = await world.guardian(lan, "mother")

    async def adopt(unit):
        unit.session.add(Guardianship(person_id=mother, pupil_id=minh, relation="guardian"))

    await world.run(adopt)
    issued = await world.console(lambda u: invite_guardian(u, mother, minh))
    seat = await world.seat()
    await world.run(lambda u: open_code(u, seat, issued.code))
    assert (await world.person(mother)).children == {lan, minh}


async def test_waiting_ends_after_a_quarter_of_an_hour(world: IdentityWorld) -> None:
    teacher = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, teacher))
    seat = await world.seat()
    for n in range(5):
        await world.run(lambda u, n=n: open_code(u, seat, f"wrong-code-{n:05}"))
    assert (await world.run(lambda u: open_code(u, seat, issued.code))).outcome is Outcome.WAIT
    world.later(minutes=15, seconds=1)
    assert (await world.run(lambda u: open_code(u, seat, issued.code))).outcome is Outcome.LINKED


async def test_many_guessers_are_slowed_together_and_others_are_not(world: IdentityWorld) -> None:
    administrator, teacher = await world.staff("CB003"), await world.staff("CB012")
    own = await world.seat()
    code = (await world.console(lambda u: invite_staff(u, administrator))).code
    await world.run(lambda u: open_code(u, own, code))
    for n in range(MISSES_OF_SCHOOL):
        if n % 4 == 0:
            seat = await world.seat()
        await world.run(lambda u, n=n, s=seat: open_code(u, s, f"wrong-code-{n:05}"))
    once = await world.seat()
    await world.run(lambda u: open_code(u, once, "wrong-code-once1"))
    assert (await world.run(lambda u: open_code(u, once, "x"))).outcome is Outcome.WAIT
    warnings = [r for r in await world.promised(administrator) if r.notice == "link-guessing"]
    assert len(warnings) == 1
    issued = await world.console(lambda u: invite_staff(u, teacher))
    fresh = await world.seat()
    assert (await world.run(lambda u: open_code(u, fresh, issued.code))).outcome is Outcome.LINKED


async def test_a_code_for_somebody_who_left_is_dead(world: IdentityWorld) -> None:
    from sqlalchemy import update

    from storage.tables import Staff

    teacher = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, teacher))
    await world.run(
        lambda u: u.session.execute(update(Staff).where(Staff.code == "CB012").values(active=False))
    )
    seat = await world.seat()
    assert (await world.run(lambda u: open_code(u, seat, issued.code))).outcome is Outcome.REVOKED


async def test_who_may_invite_whom(world: IdentityWorld) -> None:
    lan, other = await world.pupil("7A1", 15), await world.pupil("6A1", 1)
    mother, stranger = await world.guardian(lan, "mother"), await world.guardian(other, "mother")
    homeroom, vice = await world.actor("CB012"), await world.actor("CB002")
    issued = await world.run(lambda u: invite_guardian(u, mother, lan), homeroom)
    with pytest.raises(NotAllowed):
        await world.run(lambda u: invite_guardian(u, stranger, other), homeroom)
    with pytest.raises(NotFound):
        await world.run(lambda u: invite_guardian(u, stranger, lan), homeroom)
    with pytest.raises(NotAllowed):
        await world.run(lambda u: invite_staff(u, vice.person_id), homeroom)
    with pytest.raises(NotAllowed):
        await world.run(lambda u: revoke(u, issued.invite_id), await world.actor("CB013"))
    await world.run(lambda u: revoke(u, issued.invite_id), homeroom)
    with pytest.raises(Outdated):
        await world.run(lambda u: revoke(u, issued.invite_id), homeroom)


async def test_a_homeroom_teacher_cannot_open_a_colleagues_staff_account(
    world: IdentityWorld,
) -> None:
    from storage.tables import Guardianship

    lan, principal = await world.pupil("7A1", 15), await world.staff("CB001")

    async def adopt(unit):
        unit.session.add(Guardianship(person_id=principal, pupil_id=lan, relation="guardian"))

    await world.run(adopt)
    with pytest.raises(NotAllowed):
        await world.run(lambda u: invite_guardian(u, principal, lan), await world.actor("CB012"))
    assert await world.run(lambda u: invite_guardian(u, principal, lan), await world.actor("CB003"))


async def test_pupils_are_found_by_class_and_number_or_code(world: IdentityWorld) -> None:
    lan = await world.pupil("7A1", 15)
    for words in ("7A1/15", "7a1/15", " 7 a1/15", "6700010137"):
        assert (await world.console(lambda u, w=words: find_pupil(u, w))).pupil_id == lan
    with pytest.raises(NotFound):
        await world.console(lambda u: find_pupil(u, "7A1/99"))


async def test_everybody_who_is_not_linked_can_be_invited(world: IdentityWorld) -> None:
    staff, ties = await world.console(invitable)
    assert len(staff) == 31
    assert len({t.pupil_id for t in ties}) > 450
    with pytest.raises(NotAllowed):
        await world.run(invitable, await world.actor("CB012"))
