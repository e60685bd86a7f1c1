"""A wrong level of conduct in approved results, put right by minutes as a mark is (article 11.2):
"sửa rèn luyện Huy 7A1 hk1 khá thành tốt: ghi nhầm em cùng tên"."""

import re
from dataclasses import dataclass
from typing import Any

from services.access import Action, Target
from services.errors import Invalid
from services.evaluation.kinds import Level
from services.gradebook import class_roster
from services.names import Fit
from services.results.changed import tell_changed
from services.results.conduct import own_class
from services.results.conduct_text import TERM, level_of
from services.results.corrected import settle
from services.results.kinds import stage_of
from services.rosters import Roster, classes
from services.score_correction_facts import CONDUCT, OPEN, place_of
from services.score_correction_wish import LONGEST, TO, WHY
from services.score_terms import term_now
from services.score_text.head import folded
from services.score_text.pieces import clean
from services.unit import Unit
from storage import gradebook
from storage import results as store
from storage import score_corrections as corrections
from storage.rosters import Place
from storage.tables import ScoreCorrection

_VERB = re.compile(
    r"(?:xin\s+|de nghi\s+)?(?:sua|chinh|dinh chinh)\s+(?:lai\s+)?(?:muc\s+|ket qua\s+)?"
    r"(?:kqrl|ren luyen|hanh kiem)\b[:\s]*"
)
_OLD_TERM = {"i": 1, "ii": 2, "1": 1, "2": 2}


@dataclass(frozen=True, slots=True)
class LevelWish:
    """A pupil's level of conduct in a term, what it is and what it shall be."""

    class_id: int
    term: int
    place: Place
    old: Level
    new: Level
    reason: str


def is_wish(text: str) -> bool:
    """Whether a text asks for a correction of a level of conduct."""
    return _VERB.match(folded(clean(text))) is not None


async def read_wish(unit: Unit, text: str) -> LevelWish:
    """What shall be corrected; `reason` may still be empty.

    Raises `Invalid` where anything is missing or unclear and where the results are not approved
    (the level is simply written anew then), `NotAllowed` for another's class.
    """
    plain = clean(text)
    verb = _VERB.match(folded(plain))
    rest = plain[verb.end() :] if verb else plain
    to = TO.search(folded(rest))
    if to is None:
        raise Invalid("conduct-fix-how")
    what, after = rest[: to.start()].strip(), rest[to.end() :].strip()
    why = WHY.search(folded(after))
    written = after if why is None else after[: why.start()]
    reason = "" if why is None else " ".join(after[why.end() :].split())[:LONGEST]
    left, new = level_of(written.strip(" .,"))
    if new is None or left:
        raise Invalid("conduct-fix-how")
    what, class_name = _without_class(what, [c.name for c in await classes(unit)])
    what, term = _without_term(what)
    class_id, _ = await own_class(unit, class_name)
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    there = await class_roster(unit, class_id)
    place, said = _pupil(there, what)
    settled = {stage for _, stage in await store.approved(unit.session, [class_id])}
    term = term or max(settled, default=await term_now(unit))
    row = await store.class_result(unit.session, class_id, stage_of(term))
    if row.status != "approved":
        raise Invalid("conduct-fix-open", status=row.status, **{"class": there.list.name})
    kept = (await store.pupil_terms(unit.session, class_id)).get((place.pupil_id, term))
    if kept is None or kept.conduct is None:
        raise Invalid("conduct-fix-none", name=place.full_name)
    old = Level(kept.conduct)
    if said is not None and said is not old:
        raise Invalid("conduct-fix-other", name=place.full_name)
    if old is new:
        raise Invalid("conduct-fix-same", name=place.full_name)
    return LevelWish(class_id, term, place, old, new, reason)


async def begin(unit: Unit, wish: LevelWish) -> ScoreCorrection:
    """A draft, for which evidence is collected; raises `Invalid` where no reason is given or
    another correction of the level is under way."""
    if not wish.reason:
        raise Invalid("score-fix-why")
    _, year_id = await gradebook.grade_and_year(unit.session, wish.class_id)
    row = ScoreCorrection(
        year_id=year_id,
        class_id=wish.class_id,
        subject_id=None,
        pupil_id=wish.place.pupil_id,
        term=wish.term,
        kind=CONDUCT,
        column_number=0,
        old={"level": int(wish.old)},
        new={"level": int(wish.new)},
        reason=wish.reason,
        late=False,
        status="draft",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
    )
    for other in await corrections.in_status(unit.session, OPEN):
        if place_of(other) == place_of(row):
            raise Invalid("score-fix-waiting")
    unit.session.add(row)
    await unit.session.flush()
    return row


async def current_level(unit: Unit, row: ScoreCorrection) -> dict[str, Any] | None:
    """The level as corrections keep it; None where there is none or the pupil has left."""
    there = await class_roster(unit, row.class_id)
    kept = (await store.pupil_terms(unit.session, row.class_id)).get((row.pupil_id, row.term))
    on_list = any(place.pupil_id == row.pupil_id for place in there.members)
    if not on_list or kept is None or kept.conduct is None:
        return None
    return {"level": kept.conduct}


async def write_level(unit: Unit, row: ScoreCorrection) -> None:
    """Write the level that was approved, and what the results come to by it."""
    assert row.old is not None  # a level takes the place of another
    assert row.new is not None
    key = {"class_id": row.class_id, "pupil_id": row.pupil_id, "term": row.term}
    values = {
        "conduct": row.new["level"],
        "changed_by": unit.who.person_id,
        "changed_at": unit.now,
    }
    await store.put_pupil_term(unit.session, key, values)
    unit.audit(
        "conduct.set",
        f"pupil:{row.pupil_id}",
        term=row.term,
        old=row.old["level"],
        new=row.new["level"],
        cause=f"correction:{row.id}",
    )
    await settle(unit, row.class_id, row.pupil_id)
    await tell_changed(unit, row.class_id)


def _without_class(what: str, names: list[str]) -> tuple[str, str | None]:
    low = folded(what)
    for name in sorted(names, key=len, reverse=True):
        found = re.search(rf"(?<!\w)(?:lop\s+)?{re.escape(folded(name))}(?!\w)", low)
        if found:
            return f"{what[: found.start()]} {what[found.end() :]}", name
    return what, None


def _without_term(what: str) -> tuple[str, int | None]:
    found = TERM.search(folded(what))
    if found is None:
        return what, None
    return f"{what[: found.start()]} {what[found.end() :]}", _OLD_TERM[found["term"]]


def _pupil(there: Roster, what: str) -> tuple[Place, Level | None]:
    """The pupil, and the old level if it is said; "Tiến Đạt" is a name before it is a level."""
    name = " ".join(what.split())
    for who, said in ((name, None), level_of(name)):
        plain = folded(who).removeprefix("em ").removeprefix("so ").strip()
        if plain.isdecimal() and int(plain) in there.numbers():
            return there.by_id[there.numbers()[int(plain)]], said
        found = there.index.resolve(who)
        if found.fit is Fit.ONE:
            return there.by_id[found.ids[0]], said
        if found.fit is Fit.SEVERAL:
            names = "; ".join(
                f"{p.number}. {p.full_name}" for p in (there.by_id[id] for id in found.ids)
            )
            raise Invalid("score-fix-who", name=who[:60], names=names)
    raise Invalid("conduct-fix-nobody", name=name[:60])
