"""Barring a guardian from a child, as a court or the family's case may demand.

Only the principal decides; no reason is asked for or kept. It holds from the commit on: the child
is no longer theirs in the table of rights, unused invites die, and what waited is not sent.
"""

from collections.abc import Sequence

from services.access import Action, Target
from services.errors import NotFound, Outdated
from services.notice_barring import withhold
from services.people_changed import people_changed
from services.unit import Unit
from storage import barring, households, linking
from storage.households import PupilPlace, Tie
from storage.tables import Account, SchoolClass


async def bar(unit: Unit, person_id: int, pupil_id: int) -> tuple[Tie, Sequence[Account]]:
    """Bar a guardian from a pupil; whom it was about, and their accounts."""
    tie = await tie_of(unit, person_id, pupil_id)
    actor = unit.require(Action.BAR_GUARDIAN, Target(class_id=tie.class_id, pupil_id=pupil_id))
    if not await barring.add(unit.session, person_id, pupil_id, actor.person_id, unit.now):
        raise Outdated("identity-barred-already")
    children = await households.ties_of_person(unit.session, person_id, unit.today)
    alone = not tie.is_staff and all(t.barred for t in children)
    await barring.revoke_invites(unit.session, person_id, pupil_id, unit.now)
    await barring.withdraw_notices(unit.session, person_id, pupil_id, unit.now, all_of_them=alone)
    await withhold(unit, person_id)
    if alone:
        for request in await linking.pending(unit.session, person_ids=[person_id]):
            await linking.decide(unit.session, request.id, "void", None, unit.now)
    unit.audit("guardian.barred", f"pupil:{pupil_id}", person=person_id)
    await people_changed(unit)
    return tie, await linking.accounts_of(unit.session, person_id)


async def lift(unit: Unit, person_id: int, pupil_id: int) -> tuple[Tie, Sequence[Account]]:
    """Take the bar away again."""
    tie = await tie_of(unit, person_id, pupil_id)
    unit.require(Action.BAR_GUARDIAN, Target(class_id=tie.class_id, pupil_id=pupil_id))
    if not await barring.lift(unit.session, person_id, pupil_id):
        raise Outdated("identity-not-barred")
    unit.audit("guardian.unbarred", f"pupil:{pupil_id}", person=person_id)
    await people_changed(unit)
    return tie, await linking.accounts_of(unit.session, person_id)


async def barred(unit: Unit) -> list[Tie]:
    """Who is barred from whom."""
    unit.require(Action.BAR_GUARDIAN)
    return await households.barred_ties(unit.session, unit.today)


async def classes(unit: Unit) -> Sequence[SchoolClass]:
    """The classes of the year, to choose from."""
    unit.require(Action.BAR_GUARDIAN)
    return await households.classes(unit.session, unit.today)


async def pupils(unit: Unit, class_id: int) -> list[PupilPlace]:
    """The pupils of a class, to choose from."""
    unit.require(Action.BAR_GUARDIAN)
    return await households.pupils_of_class(unit.session, class_id, unit.today)


async def guardians(unit: Unit, pupil_id: int) -> list[Tie]:
    """A pupil's guardians; raises `NotFound` where none is recorded."""
    unit.require(Action.BAR_GUARDIAN)
    ties = await households.ties_of_pupil(unit.session, pupil_id, unit.today)
    if not ties:
        raise NotFound("identity-no-such-family")
    return ties


async def tie_of(unit: Unit, person_id: int, pupil_id: int) -> Tie:
    """The guardian of a pupil; raises `NotFound` where there is no such tie."""
    unit.require(Action.BAR_GUARDIAN)
    ties = await households.ties_of_pupil(unit.session, pupil_id, unit.today)
    for tie in ties:
        if tie.person_id == person_id:
            return tie
    raise NotFound("identity-no-such-family")
