"""A roll with what the families of its pupils have said, for everybody who is shown it."""

from collections.abc import Mapping
from dataclasses import replace

from services.leave_on_roll import known_of
from services.roll_view import RollView, view
from services.rosters import Roster
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit


async def known_view(
    unit: Unit, session: Session, of: Roster, standings: Mapping[int, Standing]
) -> RollView:
    """The roll of `session` with these standings and the families' words; never their reasons."""
    ids = [place.pupil_id for place in of.members]
    known = await known_of(unit, ids, session.day, session.half.value)
    names = {id: of.by_id[id].full_name for id in known}
    return replace(view(session, of, standings), known=known, names=names)
