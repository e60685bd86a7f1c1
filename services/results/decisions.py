"""The principal's own word on a pupil: who has a plan of their own (circular 22/2021 art. 11), whom
the circular leaves open (both levels Chưa đạt, a term missing after a transfer; article 3.4)."""

import re
from dataclasses import dataclass

from services.access import Action
from services.errors import Invalid
from services.gradebook import class_roster
from services.name_syllables import fold
from services.names import Fit
from services.results.kinds import OWN_PLAN, WHOLE_YEAR, Stage, require_not_approved
from services.results.readiness import digest_of_class
from services.results.reckoning import class_stage
from services.roll_text.frame_place import find_class
from services.rosters import classes
from services.unit import Unit
from storage import results as store

_OUTCOMES = (
    (r"ke hoach rieng|khkt rieng|own plan", OWN_PLAN),
    (r"khong (?:duoc )?len lop|o lai(?: lop)?|luu ban|repeats?", "repeats"),
    (r"(?:duoc )?len lop|hoan thanh(?: chuong trinh)?|promoted?", "promoted"),
    (r"(?:cho )?(?:kiem tra|danh gia|thi) lai|retest", "retest"),
    (r"(?:cho )?ren luyen(?: trong)?(?: he)?|training", "training"),
)
_SUMMER = re.compile(r"\bsau he\b|\bafter summer\b")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided."""

    name: str
    class_name: str
    outcome: str
    stage: int


async def decide(unit: Unit, text: str) -> Decided:
    """ "Lan 7A1 lên lớp: lí do", "Lan 7A1 kế hoạch riêng: lí do".

    Raises `NotAllowed`, `Invalid` with what is missing, also once the results are approved.
    """
    unit.require(Action.APPROVE_RESULTS)
    head, _, why = text.partition(":")
    reason = " ".join(why.split())[:LONGEST]
    lists = [c for c in await classes(unit) if c.class_id is not None]
    place = find_class(head, [c.name for c in lists])
    if place is None:
        raise Invalid("result-word-how")
    of = next(c for c in lists if c.name == place.class_name)
    assert of.class_id is not None  # groups were left out
    name, said = head[: place.start].strip(" ,"), fold(head[place.end :]).strip(" ,.-")
    found = next((o for words, o in _OUTCOMES if re.search(rf"\b(?:{words})\b", said)), None)
    if found is None or not name:
        raise Invalid("result-word-how")
    if not reason:
        raise Invalid("result-word-why")
    there = await class_roster(unit, of.class_id)
    numbers = {str(p.number): p.pupil_id for p in there.members}
    resolved = there.index.resolve(name)
    id = numbers.get(fold(name).removeprefix("so ").strip())
    if id is None and resolved.fit is Fit.ONE:
        id = resolved.ids[0]
    if id is None:
        raise Invalid("exemption-who", name=name, **{"class": of.name})
    stage = Stage.SUMMER if _SUMMER.search(said) else Stage.YEAR
    at = WHOLE_YEAR if found == OWN_PLAN else int(stage)
    await _require_open(unit, of.class_id, of.name, stage)
    key = {"class_id": of.class_id, "pupil_id": id, "stage": at}
    by = {"decided_by": unit.who.person_id, "decided_at": unit.now}
    await store.put_decision(unit.session, key, {"outcome": found, "reason": reason} | by)
    await _follow(unit, of.class_id)
    unit.audit("result.decided", f"pupil:{id}", stage=at, outcome=found, reason=reason)
    return Decided(there.by_id[id].full_name, of.name, found, at)


async def _require_open(unit: Unit, class_id: int, name: str, stage: Stage) -> None:
    """While results lie with the principal a word on a pupil is just what is waited for."""
    row = await store.class_result(unit.session, class_id, stage)
    if row.status == "approved":
        await require_not_approved(unit, class_id, name, stage)


async def _follow(unit: Unit, class_id: int) -> None:
    """What lies with the principal counts as handed up with this word in it."""
    for stage in (Stage.TERM_ONE, Stage.YEAR, Stage.SUMMER):
        row = await store.class_result(unit.session, class_id, stage)
        if row.status == "asked":
            digest = digest_of_class(await class_stage(unit, class_id, stage))
            await store.move(unit.session, row, "asked", digest=digest)
