"""The homeroom teacher sets levels of conduct (circular 22/2021 art. 8; article 7.3): by judgement.
What was seen of each pupil in the term is shown beside it, and sets nothing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from services.access import Action, Target
from services.attendance_sums import NONE, sums
from services.errors import Invalid
from services.evaluation.kinds import Level
from services.gradebook import class_roster
from services.periods import year_of
from services.remarks import PRAISE, remarks
from services.results.conduct_text import Unread, read_head, read_levels
from services.results.kinds import require_not_approved, stage_of
from services.rosters import Roster, classes
from services.score_terms import term_now
from services.unit import Unit
from storage import results as store
from storage.rosters import Place


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a pupil's term beside a level that was set or not."""

    place: Place
    level: Level | None
    before: Level | None  # of the first term, in the second
    excused: int
    unexcused: int
    late: int
    praise: int
    reminders: int
    views: int
    remark: str


@dataclass(frozen=True, slots=True)
class ConductPage:
    """A class's conduct in a term, pupils in the order of the list."""

    class_id: int
    class_name: str
    term: int
    pupils: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class ConductSaved:
    """What a message set, with what each had before, and what could not be read."""

    page: ConductPage
    changed: tuple[tuple[str, Level | None, Level], ...]
    unread: tuple[Unread, ...]


async def own_class(unit: Unit, name: str | None) -> tuple[int, str]:
    """The class that is named, or the only one whose homeroom teacher one is."""
    lists = [c for c in await classes(unit) if c.class_id is not None]
    named = [c for c in lists if c.name == name] if name else []
    found = named or [c for c in lists if c.class_id in unit.who.homeroom_of]
    if (name and not named) or len(found) != 1 or found[0].class_id is None:
        raise Invalid("results-say-class")
    return found[0].class_id, found[0].name


async def conduct_page(unit: Unit, class_id: int, term: int) -> ConductPage:
    """What the homeroom teacher and the heads see; raises `NotAllowed`."""
    unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    there = await class_roster(unit, class_id)
    first, last = await _days(unit, stage_of(term))
    ids = [place.pupil_id for place in there.members]
    missed = await sums(unit, first, last, pupil_ids=ids)
    said = Counter(
        (each.pupil_id, each.kind == PRAISE)
        for each in await remarks(unit, first, last, pupil_ids=ids)
    )
    views = Counter(each.pupil_id for each in await store.own_views(unit.session, class_id, term))
    kept = await store.pupil_terms(unit.session, class_id)

    def level(id: int, of: int) -> Level | None:
        row = kept.get((id, of))
        return None if row is None or row.conduct is None else Level(row.conduct)

    found = []
    for place in there.members:
        id = place.pupil_id
        own = missed.get(id, NONE)
        row = kept.get((id, term))
        found.append(
            Seen(
                place,
                level(id, term),
                level(id, term - 1) if term > 1 else None,
                own.excused,
                own.unexcused + own.unexplained,
                own.late,
                said[id, True],
                said[id, False],
                views[id],
                (row.remark or "") if row is not None else "",
            )
        )
    return ConductPage(class_id, there.list.name, term, tuple(found))


async def _days(unit: Unit, term: int) -> tuple[date, date]:
    plan = await year_of(unit)
    found = next((each for each in plan.terms if each.number == term), plan.whole)
    return found.first, found.last


async def write(unit: Unit, text: str) -> ConductSaved:
    """Levels in one message; what is clear is saved, what is not is said.

    Raises `Invalid` where no class is meant, where nothing could be read or the results are closed.
    """
    head = read_head(text, [c.name for c in await classes(unit)])
    if head is None:
        raise Invalid("conduct-how", **{"class": "7A1"})
    class_id, name = await own_class(unit, head.class_name)
    if not head.body:
        raise Invalid("conduct-how", **{"class": name})
    there = await class_roster(unit, class_id)
    numbers = {p.number: p.pupil_id for p in there.members if p.number is not None}
    read = read_levels(head.body, there.index, numbers)
    if not read.by_pupil and not read.unread:
        raise Invalid("conduct-how", **{"class": name})
    term = head.term or await term_now(unit)
    return await save(unit, there, term, dict(read.by_pupil), read.unread)


async def everybody(unit: Unit, class_id: int, term: int) -> ConductSaved:
    """[Cả lớp Tốt]: Tốt for those who have no level yet."""
    there = await class_roster(unit, class_id)
    kept = await store.pupil_terms(unit.session, class_id)
    open_ = [
        place.pupil_id
        for place in there.members
        if (row := kept.get((place.pupil_id, term))) is None or row.conduct is None
    ]
    return await save(unit, there, term, dict.fromkeys(open_, Level.VERY_GOOD), ())


async def save(
    unit: Unit, there: Roster, term: int, levels: dict[int, Level], unread: tuple[Unread, ...]
) -> ConductSaved:
    """Keep levels; raises `NotAllowed`, and `Invalid` once the results are closed."""
    class_id = there.list.class_id
    assert class_id is not None  # groups have no conduct
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    stage = stage_of(term)
    await require_not_approved(unit, class_id, there.list.name, stage)
    kept = await store.pupil_terms(unit.session, class_id)
    changed = []
    for id, level in levels.items():
        row = kept.get((id, term))
        old = None if row is None or row.conduct is None else Level(row.conduct)
        if old is level:
            continue
        key = {"class_id": class_id, "pupil_id": id, "term": term}
        values = {
            "conduct": int(level),
            "changed_by": unit.who.person_id,
            "changed_at": unit.now,
        }
        await store.put_pupil_term(unit.session, key, values)
        changed.append((there.by_id[id].full_name, old, level))
        was = None if old is None else int(old)
        unit.audit("conduct.set", f"pupil:{id}", term=term, old=was, new=int(level))
    page = await conduct_page(unit, class_id, term)
    return ConductSaved(page, tuple(changed), unread)
