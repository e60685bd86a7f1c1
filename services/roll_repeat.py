"""\"Như hôm qua\": whoever was missing in the session before is proposed for this one.

Only whole absences are carried over, with their state and without the reason that was given then;
nothing is saved before the teacher has seen the names.
"""

from dataclasses import dataclass, replace

from services.attendance_states import Half
from services.errors import NotFound
from services.name_syllables import fold
from services.roll_dialogue import Pending
from services.roll_permission import require_take
from services.roll_taking import key_of, saved
from services.roll_text import Mark, Reading
from services.rosters import Roster, roster
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage import rolls

LIKE = frozenset(("nhu", "giong", "giong nhu", "y nhu", "nhu la", "y chang", "y het"))
BEFORE = frozenset(
    ("hom qua", "ngay hom qua", "hqua", "bua qua", "hom truoc", "buoi truoc", "bua truoc")
)
AROUND = frozenset(  # without their marks
    ["a", "nhe", "nha", "vang", "van", "lop", "diem", "danh", "cung", "co", "thay", "em", "hs"]
)
LONGEST = 12  # words


@dataclass(frozen=True, slots=True)
class Proposal:
    """Yesterday's absentees as a roll to confirm; `before` is the session they were missing in."""

    pending: Pending
    before: Session
    of: Roster
    standings: dict[int, Standing]


def without_phrase(text: str) -> str | None:
    """What a message says besides "như hôm qua"; None where it says something else."""
    words = text.replace(",", " ").replace(".", " ").replace("!", " ").split()
    if len(words) > LONGEST:
        return None
    folded = [fold(word) for word in words]
    for start in range(len(words)):
        for end in range(start + 2, min(start + 6, len(words)) + 1):
            if _means_as_before(folded[start:end]):
                return " ".join((*words[:start], *words[end:]))
    return None


def _means_as_before(words: list[str]) -> bool:
    return any(
        " ".join(words[:at]) in LIKE and " ".join(words[at:]) in BEFORE
        for at in range(1, len(words))
    )


def is_filler(rest: str) -> bool:
    """Whether nothing but small words is left of a message."""
    return all(word in AROUND for word in fold(rest).strip(" .,:!?").split())


async def proposal(unit: Unit, session: Session) -> Proposal:
    """The absentees of the last session of an earlier day, for this session.

    Raises the refusals of `require_take`, and `NotFound` where there was no such roll.
    """
    await require_take(unit, session)
    stored = await rolls.before(unit.session, key_of(session))
    if stored is None:
        raise NotFound("roll-repeat-none", list=session.of.name)
    of, roll = await roster(unit, session.of, session.day), saved(stored)
    members = {place.pupil_id for place in of.members}
    standings = {
        id: Standing(standing.state)
        for id, standing in roll.standings.items()
        if id in members and standing.state.is_absent and standing.period is None
    }
    marks = tuple(
        Mark(id, standing.state, None, None, None, None) for id, standing in standings.items()
    )
    reading = Reading(all_present=not marks, marks=marks, questions=(), partial=False)
    pending = Pending(session.of.key, session.day, session.half, session.kind, reading, "")
    before = replace(session, day=stored.roll.day, half=Half(stored.roll.half))
    return Proposal(pending, before, of, standings)
