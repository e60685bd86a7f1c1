"""Which page of the gradebook is asked for, among those that one may see."""

from dataclasses import dataclass

from services.access import Action, may
from services.errors import NotAllowed, NotFound
from services.gradebook import score_target
from services.rosters import classes
from services.score_terms import term_now
from services.score_text.head import read_head
from services.subjects import ORDER, Subject, subjects
from services.unit import Unit
from storage import gradebook


@dataclass(frozen=True, slots=True)
class Wish:
    """A page as far as it is named; `class_ids` are those it may be of."""

    class_ids: tuple[int, ...]
    subject_id: int | None
    term: int

    async def classes(self, unit: Unit) -> list[tuple[int, str]]:
        """The classes to choose from, with their names."""
        names = {c.class_id: c.name for c in await classes(unit)}
        return [(id, names[id]) for id in self.class_ids if id in names]


async def read_wish(unit: Unit, text: str) -> Wish:
    """ "7A1 toán hk2": class, subject and term in any order; raises `NotAllowed` where the actor
    sees no page of what was named."""
    lists = [c for c in await classes(unit) if c.class_id is not None]
    own = [(s.code, s.name) for s in (await subjects(unit, 6)).values() if s.code not in ORDER]
    head = read_head(text, [c.name for c in lists], own)
    named = [c for c in lists if not head.class_names or c.name in head.class_names]
    found: dict[int, list[Subject]] = {}
    for of in named:
        assert of.class_id is not None  # others were left out
        code = head.subject.code if head.subject else None
        seen = [s for s in await subjects_seen(unit, of.class_id) if code in (None, s.code)]
        if seen:
            found[of.class_id] = seen
    if not found:
        raise NotAllowed("score-page-not-yours")
    ids = {s.id for seen in found.values() for s in seen}
    only = next(iter(ids)) if len(ids) == 1 else None
    return Wish(tuple(found), only, head.term or await term_now(unit))


async def subjects_seen(unit: Unit, class_id: int) -> list[Subject]:
    """The subjects of a class whose pages the actor sees."""
    if all(of.class_id != class_id for of in await classes(unit)):
        raise NotFound("roll-no-such-list")
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    found = []
    for subject in (await subjects(unit, grade)).values():
        if may(unit.who, Action.SEE_SCORES, await score_target(unit, class_id, subject.id)):
            found.append(subject)
    return found
