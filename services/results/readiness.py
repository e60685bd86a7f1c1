"""What a class still lacks before its results can go to the principal (article 3.4: only after
everyone has entered everything)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from services.access import Action, Target
from services.evaluation.promotion import Outcome
from services.gradebook import Page, unguarded_pages
from services.results.averages_check import digest_of
from services.results.kinds import Stage
from services.results.reckoning import ClassStage, PupilStage, class_stage
from services.school_rules import rules_of
from services.subjects import Subject
from services.unit import Unit
from storage import calendar, families
from storage import results as store
from storage.tables import ClassResult

GENERAL, EACH_SUBJECT = 1, 2


@dataclass(frozen=True, slots=True)
class SubjectState:
    """A subject of the class: pupils without an average, without a remark that is demanded, and
    whether its teacher has confirmed the averages as they are, of every term of the stage."""

    subject: Subject
    missing: int
    unremarked: int
    checked: bool
    teachers: tuple[tuple[int, str, str], ...]  # number, name, gender

    @property
    def is_done(self) -> bool:
        """Whether nothing is waited for."""
        return not self.missing and not self.unremarked and self.checked


@dataclass(frozen=True, slots=True)
class Board:
    """A class's results on their way: what is there, what is lacking. `stale`: approved, and the
    figures have changed since. `left_open` are pupils only the principal can decide on."""

    row: ClassResult
    seen: ClassStage
    subjects: tuple[SubjectState, ...]
    no_conduct: tuple[PupilStage, ...]
    no_remark: tuple[PupilStage, ...]
    no_result: tuple[PupilStage, ...]
    left_open: tuple[PupilStage, ...]
    viewed: int
    stale: bool

    @property
    def is_complete(self) -> bool:
        """Whether it can be handed up."""
        lacking = self.no_conduct or self.no_remark or self.no_result
        return bool(self.seen.pupils) and not lacking and all(s.is_done for s in self.subjects)

    @property
    def outcomes(self) -> Counter[str]:
        """How many come to what; at the end of a year."""
        return Counter(p.outcome for p in self.seen.pupils if p.outcome is not None)


async def board(unit: Unit, class_id: int, stage: Stage) -> Board:
    """The state of a class, for its homeroom teacher and the heads; raises `NotAllowed`."""
    unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    return await unguarded_board(unit, class_id, stage)


async def unguarded_board(unit: Unit, class_id: int, stage: Stage) -> Board:
    """The same for services that have asked for a right of their own."""
    row = await store.class_result(unit.session, class_id, stage)
    seen = await class_stage(unit, class_id, stage)
    wanted = (await rules_of(unit)).results_remarks
    summer = stage is Stage.SUMMER
    subjects = () if summer else await _subjects(unit, seen, wanted)
    views = await store.own_views(unit.session, class_id, stage.term)
    judged = [p for p in seen.pupils if p.decided is None]
    needs_remark = wanted >= GENERAL and not summer
    return Board(
        row,
        seen,
        tuple(subjects),
        tuple(p for p in judged if _lacks_conduct(p, stage)),
        tuple(p for p in seen.pupils if needs_remark and not p.remark),
        tuple(p for p in judged if _lacks_result(p, stage)),
        tuple(p for p in seen.pupils if stage.is_year and p.is_left_open),
        len({view.pupil_id for view in views}),
        row.status == "approved" and row.digest != digest_of_class(seen),
    )


def _lacks_conduct(of: PupilStage, stage: Stage) -> bool:
    """Also a pupil with a plan of their own has a conduct; who trained in summer needs it anew."""
    if stage is Stage.SUMMER:
        failed = of.conduct is not None and of.conduct < 1
        return failed and not of.has_conduct
    return not of.has_conduct or of.conduct is None


def _lacks_result(of: PupilStage, stage: Stage) -> bool:
    if of.own_plan:
        return False
    if stage is Stage.TERM_ONE:
        return of.level is None
    return of.end is None


def digest_of_class(seen: ClassStage) -> str:
    """Names what a class comes to, so that what is approved is what was looked at."""
    found = [
        (
            p.place.pupil_id,
            [(mark.code, str(mark.mark)) for mark in p.marks],
            None if p.level is None else int(p.level),
            None if p.conduct is None else int(p.conduct),
            p.outcome,
            p.title,
        )
        for p in seen.pupils
    ]
    return sha256(repr(found).encode()).hexdigest()


async def _subjects(unit: Unit, seen: ClassStage, wanted: int) -> list[SubjectState]:
    terms = (1, 2) if seen.stage.is_year else (1,)
    pages: dict[int, list[Page]] = {}
    for term in terms:
        for page in await unguarded_pages(unit, seen.class_id, term):
            pages.setdefault(page.subject.id, []).append(page)
    checks = await store.average_checks(unit.session, seen.class_id)
    remarked: Counter[int] = Counter()
    for row in await store.subject_remarks(unit.session, seen.class_id, terms[-1]):
        remarked[row.subject_id] += 1
    counted = [p for p in seen.pupils if not p.own_plan and p.decided is None]
    teachers = await _teachers(unit, seen.class_id)
    found = []
    for subject in seen.subjects.values():
        missing = sum(any(m.id == subject.id for m in p.missing) for p in counted)
        own = [p for p in seen.pupils if subject.code in {mark.code for mark in p.marks}]
        left = max(0, len(own) - remarked[subject.id]) if wanted >= EACH_SUBJECT else 0
        checked = all(
            checks.get((subject.id, page.term)) == digest_of(page) for page in pages[subject.id]
        )
        found.append(SubjectState(subject, missing, left, checked, teachers.get(subject.id, ())))
    return found


async def _teachers(unit: Unit, class_id: int) -> dict[int, tuple[tuple[int, str, str], ...]]:
    rows = [
        each
        for each in await calendar.teachings(unit.session)
        if each.class_id == class_id and each.holds(unit.today)
    ]
    people = await families.people(unit.session, {each.person_id for each in rows})
    found: dict[int, tuple[tuple[int, str, str], ...]] = {}
    for each in rows:
        who = people[each.person_id]
        own = (who.id, who.name, who.gender or "")
        found[each.subject_id] = (*found.get(each.subject_id, ()), own)
    return found


def urgent(pupils: Sequence[PupilStage]) -> list[PupilStage]:
    """Those whose families hear first: whoever is not simply promoted."""
    return [p for p in pupils if p.outcome not in (None, Outcome.PROMOTED.value)]
