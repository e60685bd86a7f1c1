"""Before conduct is set, pupil and family say how they see it (circular 22/2021 art. 8.1c)."""

from collections.abc import Sequence
from typing import Any

from services.access import Action, Target
from services.errors import Invalid, NotFound, Outdated
from services.gradebook import class_roster
from services.leave_dialogue import own_children
from services.name_syllables import fold
from services.results.kinds import require_not_approved, stage_of
from services.score_terms import term_now
from services.unit import Unit
from storage import families
from storage import results as store
from storage.outbox import Priority
from storage.tables import OwnView

NOTICE = "own-view"
VOICES = ("pupil", "family")
LONGEST = 1000


async def ask_families(unit: Unit, class_id: int, term: int) -> int:
    """Ask every linked family of the class once a term; how many were asked now. Raises
    `NotAllowed`, `Invalid` where the results are closed."""
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    there = await class_roster(unit, class_id)
    stage = stage_of(term)
    await require_not_approved(unit, class_id, there.list.name, stage)
    row = await store.class_result(unit.session, class_id, stage)
    row.views_asked_at = unit.now
    asked = 0
    found = await families.guardians(unit.session, [p.pupil_id for p in there.members])
    for pupil_id, people in found.items():
        facts = {
            "pupil": there.by_id[pupil_id].full_name,
            "pupil_id": pupil_id,
            "term": term,
            "class": there.list.name,
        }
        for person in people:
            key = f"{NOTICE}:{class_id}:{term}:{pupil_id}:{person.person_id}"
            put = await unit.notify(
                person.person_id, NOTICE, facts, priority=Priority.NOTICE, key=key
            )
            asked += put is not None and person.linked
    unit.audit("own_view.asked", f"class:{class_id}", term=term, asked=asked)
    return asked


async def open_view(unit: Unit, pupil_id: int, term: int, voice: str) -> dict[str, Any]:
    """Whether the actor may say it now: the child's name and class. Raises `NotAllowed`,
    `Invalid` once the results are closed, `Outdated` for a voice there is not."""
    unit.require(Action.SAY_OWN_VIEW, Target(pupil_id=pupil_id))
    if voice not in VOICES or term not in (1, 2):
        raise Outdated
    pupil = (await families.pupils(unit.session, [pupil_id], unit.today)).get(pupil_id)
    if pupil is None or pupil.class_id is None:
        raise NotFound("child-scores-no-class")
    await require_not_approved(unit, pupil.class_id, pupil.class_name or "", stage_of(term))
    return {"pupil": pupil.name, "class": pupil.class_name or "", "class_id": pupil.class_id}


async def say(unit: Unit, pupil_id: int, term: int, voice: str, text: str) -> dict[str, Any]:
    """Keep what pupil or family says; a later word takes the place of an earlier one."""
    found = await open_view(unit, pupil_id, term, voice)
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        raise Invalid("own-view-length", most=LONGEST)
    key = {
        "class_id": found["class_id"],
        "pupil_id": pupil_id,
        "term": term,
        "voice": voice,
        "person_id": unit.who.person_id,
    }
    await store.put_own_view(unit.session, key, {"text": words, "said_at": unit.now})
    unit.audit("own_view.said", f"pupil:{pupil_id}", term=term, voice=voice)
    return found | {"text": words}


async def in_words(unit: Unit, text: str) -> dict[str, Any]:
    """ "tự nhận xét Lan: …" or "gia đình nhận xét: …" typed by a guardian; raises `Invalid` where
    the child is not clear."""
    head, _, words = text.partition(":")
    voice = "pupil" if fold(head).strip().startswith("tu nhan xet") else "family"
    children = await own_children(unit)
    named = [c for c in children if fold(c.name).split()[-1] in fold(head).split()]
    found = named or children
    if len(found) != 1 or not words.strip():
        raise Invalid("own-view-how")
    return await say(unit, found[0].id, await term_now(unit), voice, words) | {"voice": voice}


async def views(unit: Unit, class_id: int, term: int) -> Sequence[tuple[str, OwnView]]:
    """What was said, with the pupils' names, for the homeroom teacher and the heads."""
    unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    there = await class_roster(unit, class_id)
    found = await store.own_views(unit.session, class_id, stage_of(term))
    return [(there.by_id[v.pupil_id].full_name, v) for v in found if v.pupil_id in there.by_id]
