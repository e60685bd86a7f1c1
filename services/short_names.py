"""The short names a teacher uses for a pupil ("Huy nhỏ"), learned from how they answered.

Kept only where nobody else could ever be meant by the rules of names: a plain "Tân" that fits two
is asked again every time.
"""

from services.name_syllables import fold, words
from services.names import Fit, given_name
from services.rosters import Roster
from services.unit import Unit
from storage import rosters, school_settings


def is_short_name(of: Roster, fragment: str, pupil_id: int, explicit: bool = False) -> bool:
    """Whether `fragment` is worth remembering for the pupil: it fits nobody by the rules, and has
    the pupil's given name and more; any such fragment where the teacher asked to remember it."""
    typed = [fold(word) for word in words(fragment)]
    if not typed or of.index.fits(fragment).fit is not Fit.NONE or fragment.isdecimal():
        return False
    place = of.by_id[pupil_id]
    called = fold(place.called or given_name(place.full_name)).split()
    return explicit or (len(typed) > len(called) and all(part in typed for part in called))


async def remember(unit: Unit, pupil_id: int, short: str) -> int:
    """Remember a short name for the actor, in place of another pupil's of the same name; its
    number, by which it can be forgotten."""
    person_id = unit.who.person_id
    alias_id = await rosters.keep_alias(unit.session, person_id, pupil_id, short)
    unit.audit("alias.kept", f"pupil:{pupil_id}")
    await school_settings.raise_revision(unit.session)
    return alias_id


async def forget(unit: Unit, alias_id: int) -> bool:
    """Forget one of the actor's own short names; whether it was there."""
    gone = await rosters.drop_alias(unit.session, unit.who.person_id, alias_id)
    if gone:
        unit.audit("alias.forgotten", f"alias:{alias_id}")
        await school_settings.raise_revision(unit.session)
    return gone
