"""What a class comes to at a stage: levels, conduct, absences, promotion, titles, and what is still
missing for each pupil (circular 22/2021 articles 8, 9 and 11 to 15). Reckoned, never kept here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.attendance_sums import NONE, sums
from services.class_results import YEAR, PupilResult, unguarded_results
from services.evaluation.kinds import Level, SubjectResult
from services.evaluation.promotion import Outcome, Title, YearEnd, title_of, year_end
from services.evaluation.tt22 import Verdict, year_conduct
from services.periods import year_of
from services.results.kinds import OWN_PLAN, WHOLE_YEAR, Stage
from services.subjects import Subject
from services.unit import Unit
from storage import results as store
from storage.rosters import Place
from storage.tables import PupilOutcome, PupilTerm

Terms = Mapping[tuple[int, int], PupilTerm]


@dataclass(frozen=True, slots=True)
class PupilStage:
    """A pupil at a stage. `conduct` of the term or year; `end` of a year, None while it cannot be
    said; `decided` is the principal's own word. `remark` is the homeroom teacher's of the term."""

    place: Place
    verdict: Verdict | None
    marks: tuple[SubjectResult, ...]
    missing: tuple[Subject, ...]
    conduct: Level | None
    has_conduct: bool
    remark: str
    absent: int
    end: YearEnd | None
    title: Title | None
    own_plan: bool
    decided: str | None

    @property
    def level(self) -> Level | None:
        """The level of results; none for a pupil with a plan of their own."""
        return None if self.verdict is None else self.verdict.level

    @property
    def outcome(self) -> str | None:
        """What the year comes to: the principal's word where there is one."""
        return self.decided or (None if self.end is None else self.end.outcome.value)

    @property
    def is_left_open(self) -> bool:
        """Whether only the principal can say it, and has not."""
        left = self.own_plan or (self.end is not None and self.end.outcome is Outcome.PRINCIPAL)
        return left and self.decided is None


@dataclass(frozen=True, slots=True)
class ClassStage:
    """A class at a stage; pupils in the order of the list (after the summer only those who had
    something to do in it), subjects by code."""

    class_id: int
    class_name: str
    stage: Stage
    pupils: tuple[PupilStage, ...]
    subjects: Mapping[str, Subject]


async def class_stage(unit: Unit, class_id: int, stage: Stage) -> ClassStage:
    """Reckon a class; who may see it is asked before."""
    of_year = stage.is_year
    retests = stage is Stage.SUMMER
    seen = await unguarded_results(unit, class_id, YEAR if of_year else 1, retests=retests)
    terms = await store.pupil_terms(unit.session, class_id)
    decided = await store.decisions(unit.session, class_id)
    before = await store.outcomes(unit.session, class_id, Stage.YEAR) if retests else {}
    plan = await year_of(unit)
    period = plan.whole if of_year else next((t for t in plan.terms if t.number == 1), plan.whole)
    ids = [each.place.pupil_id for each in seen.pupils]
    missed = await sums(unit, period.first, period.last, pupil_ids=ids)
    found = []
    for each in seen.pupils:
        id = each.place.pupil_id
        if retests and (id not in before or before[id].outcome not in SUMMER_WORK):
            continue
        absent = missed.get(id, NONE).total
        pupil = _pupil(each, stage, terms, absent, decided)
        if retests:
            pupil = _waiting(pupil, each, before[id], seen.subjects)
        found.append(pupil)
    return ClassStage(class_id, seen.class_name, stage, tuple(found), seen.subjects)


def _waiting(
    pupil: PupilStage,
    of: PupilResult,
    before: PupilOutcome,
    subjects: Mapping[str, Subject],
) -> PupilStage:
    """After the summer: who still has a retest without a mark comes to nothing yet, unless the
    others carry it already. Who did not sit it is entered so: a missing mark repeats nobody."""
    open_in = set(before.facts["retest"])
    left = tuple(
        subject
        for code, subject in subjects.items()
        if subject.name in open_in and code not in of.retested
    )
    if not left or pupil.end is None or pupil.end.outcome is Outcome.PROMOTED:
        return pupil
    return replace(pupil, missing=left, end=None)


SUMMER_WORK = (Outcome.RETEST.value, Outcome.TRAINING.value)


def _pupil(
    of: PupilResult,
    stage: Stage,
    terms: Terms,
    absent: int,
    decided: Mapping[tuple[int, int], str],
) -> PupilStage:
    id = of.place.pupil_id
    own_plan = decided.get((id, WHOLE_YEAR)) == OWN_PLAN
    said = terms.get((id, stage.term))
    conduct = conduct_of(terms, id, stage)
    verdict = None if own_plan else of.verdict
    end, title = None, None
    if stage.is_year and not own_plan:
        level = None if verdict is None else verdict.level
        after = stage is Stage.SUMMER
        end = year_end(level, conduct, absent, of.marks, after_summer=after)
        title = title_of(level, conduct, of.marks)
    return PupilStage(
        of.place,
        verdict,
        of.marks,
        () if own_plan else of.missing,
        conduct,
        said is not None and said.conduct is not None,
        (said.remark or "") if said is not None else "",
        absent,
        end,
        title,
        own_plan,
        decided.get((id, stage)),
    )


def conduct_of(terms: Terms, pupil_id: int, stage: Stage) -> Level | None:
    """The conduct of the first term; of the year by the table of art. 8.2b; after the summer what
    took its place, if anything did (art. 13)."""

    def level(term: int) -> Level | None:
        row = terms.get((pupil_id, term))
        return None if row is None or row.conduct is None else Level(row.conduct)

    if stage is Stage.TERM_ONE:
        return level(1)
    again = level(Stage.SUMMER.term) if stage is Stage.SUMMER else None
    return again if again is not None else year_conduct(level(1), level(2))
