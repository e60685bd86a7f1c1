"""The subjects of the school: scored or by remarks, and how many regular marks a term asks for.

The programme of 2018 (circular 32/2018) gives kind and periods a year by grade; a school that
departs from it has a row in `subject_plan`, and a subject nobody knows counts as scored with 105.
"""

from dataclasses import dataclass
from enum import StrEnum

from services.errors import NotFound
from services.name_syllables import fold
from services.unit import Unit
from storage import gradebook

GRADES = (6, 7, 8, 9)
UNKNOWN_PERIODS = 105  # an optional second foreign language or a language of the ethnic groups


class SubjectKind(StrEnum):
    """How a subject is assessed (circular 22/2021 art. 5.3)."""

    SCORED = "scored"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Programme:
    """A subject of the programme; `periods` a year for grades 6 to 9."""

    code: str
    name: str
    kind: SubjectKind
    periods: tuple[int, int, int, int]


_S, _R = SubjectKind.SCORED, SubjectKind.REMARKS
PROGRAMME: tuple[Programme, ...] = (
    Programme("NV", "Ngữ văn", _S, (140, 140, 140, 140)),
    Programme("TOAN", "Toán", _S, (140, 140, 140, 140)),
    Programme("NN1", "Ngoại ngữ 1", _S, (105, 105, 105, 105)),
    Programme("GDCD", "Giáo dục công dân", _S, (35, 35, 35, 35)),
    Programme("LSDL", "Lịch sử và Địa lí", _S, (105, 105, 105, 105)),
    Programme("KHTN", "Khoa học tự nhiên", _S, (140, 140, 140, 140)),
    Programme("CN", "Công nghệ", _S, (35, 35, 52, 52)),
    Programme("TIN", "Tin học", _S, (35, 35, 35, 35)),
    Programme("GDTC", "Giáo dục thể chất", _R, (70, 70, 70, 70)),
    Programme("NT", "Nghệ thuật", _R, (70, 70, 70, 70)),
    Programme("TNHN", "Hoạt động trải nghiệm, hướng nghiệp", _R, (105, 105, 105, 105)),
    Programme("GDDP", "Nội dung giáo dục của địa phương", _R, (35, 35, 35, 35)),
)
_BY_NAME = {fold(p.name): p for p in PROGRAMME}
ORDER = {p.code: place for place, p in enumerate(PROGRAMME)}


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as it is taught in one grade; `code` of the programme, or its number at the school
    ("S17"); `regular` is how many regular marks a term has at least."""

    id: int
    name: str
    code: str
    kind: SubjectKind
    periods: int
    regular: int

    @property
    def is_scored(self) -> bool:
        """Whether marks are figures."""
        return self.kind is SubjectKind.SCORED


def regular_count(kind: SubjectKind, periods: int) -> int:
    """How many regular assessments a term asks for (circular 22/2021 art. 6.2): 2 up to 35 periods
    a year, 3 up to 70, else 4; 2 for subjects by remarks."""
    if kind is SubjectKind.REMARKS or periods <= 35:
        return 2
    return 3 if periods <= 70 else 4


async def subjects(unit: Unit, grade: int) -> dict[int, Subject]:
    """The school's subjects as `grade` has them, by number, in the order of the class book."""

    async def load() -> dict[int, Subject]:
        plans = await gradebook.plans(unit.session)
        found = []
        for id, name in await gradebook.subject_names(unit.session):
            known = _BY_NAME.get(fold(name))
            kind = known.kind if known else SubjectKind.SCORED
            periods = known.periods[GRADES.index(grade)] if known and grade in GRADES else 0
            own = plans.get((id, grade))
            if own is not None:
                kind, periods = SubjectKind(own[0]), own[1]
            periods = periods or UNKNOWN_PERIODS
            code = known.code if known else f"S{id}"
            found.append(Subject(id, name, code, kind, periods, regular_count(kind, periods)))
        found.sort(key=lambda s: (ORDER.get(s.code, len(ORDER)), s.name))
        return {subject.id: subject for subject in found}

    return await unit.cached(("subjects", grade), load)


async def subject(unit: Unit, grade: int, subject_id: int) -> Subject:
    """One of them; raises `NotFound`."""
    found = (await subjects(unit, grade)).get(subject_id)
    if found is None:
        raise NotFound("scores-no-such-subject")
    return found
