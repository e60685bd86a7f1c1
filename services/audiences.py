"""For whom a notice is: classes, grades, the school, the staff, one pupil's family.

An audience is kept as it was meant and read again when it is sent, so that a family that has
linked or left in between is counted rightly. A person with two children in it is in it once, and
knows which children it is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from services.access import Action, Actor, Target, may
from services.errors import NotAllowed, NotFound
from services.unit import Unit
from storage import households
from storage import notices as store
from storage.tables import SchoolClass


class AudienceKind(StrEnum):
    """What an audience is made of."""

    PUPIL = "pupil"
    CLASS = "class"
    GRADE = "grade"
    SCHOOL = "school"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Audience:
    """`ids`: of the pupil, classes or grades. `classes`: all classes whose families it reaches."""

    kind: AudienceKind
    ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    classes: tuple[int, ...] = ()

    def dump(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "kind": self.kind.value,
            "ids": list(self.ids),
            "names": list(self.names),
            "classes": list(self.classes),
        }

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Audience":
        """The reverse of `dump`."""
        return cls(
            AudienceKind(data["kind"]),
            tuple(data["ids"]),
            tuple(data["names"]),
            tuple(data["classes"]),
        )


@dataclass(slots=True)
class Recipient:
    """One person, once. `about`: pupil and class of each child concerned; empty for staff."""

    person_id: int
    name: str
    linked: bool
    known: bool
    about: list[list[str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """What one may choose from by buttons, own classes first."""

    own: Sequence[SchoolClass]
    others: Sequence[SchoolClass]
    grades: Sequence[int]
    everyone: bool


def targets(audience: Audience) -> list[Target]:
    """What permissions are asked about: each class, or the school as a whole."""
    if audience.kind in (AudienceKind.CLASS, AudienceKind.PUPIL):
        return [Target(class_id=id) for id in audience.classes]
    return [Target()]


def require_address(unit: Unit, audience: Audience) -> Actor:
    """The actor, if they may write to this audience; raises `NotAllowed`."""
    for target in targets(audience):
        unit.require(Action.WRITE_NOTICE, target)
    return unit.who


async def choices(unit: Unit) -> Choices:
    """The classes, grades and wholes that the actor may address; raises `NotAllowed` for none."""
    actor = unit.who
    every = [
        c
        for c in await households.classes(unit.session, unit.today)
        if may(actor, Action.WRITE_NOTICE, Target(class_id=c.id))
    ]
    everyone = may(actor, Action.WRITE_NOTICE)
    if not every and not everyone:
        raise NotAllowed("notice-not-yours")
    own = [c for c in every if c.id in actor.homeroom_of]
    taught = [c for c in every if c.id in actor.teaches and c not in own]
    others = taught + [c for c in every if c not in own and c not in taught]
    return Choices(own, others, sorted({c.grade for c in every}) if everyone else (), everyone)


async def chosen(unit: Unit, kind: str, ids: Sequence[int] = ()) -> Audience:
    """The audience behind a choice; raises `NotFound` for what there is not, `NotAllowed`."""
    classes = await households.classes(unit.session, unit.today)
    if kind == AudienceKind.CLASS:
        found = [c for c in classes if c.id in ids]
        names = tuple(c.name for c in found)
    elif kind == AudienceKind.GRADE:
        found = [c for c in classes if c.grade in ids]
        names = tuple(str(grade) for grade in sorted({c.grade for c in found}))
    elif kind == AudienceKind.SCHOOL:
        found, names = list(classes), ()
    elif kind == AudienceKind.STAFF:
        return _allowed(unit, Audience(AudienceKind.STAFF))
    else:
        raise NotFound("notice-no-such-audience")
    if not found:
        raise NotFound("notice-no-such-audience")
    own_ids = {
        AudienceKind.CLASS: tuple(c.id for c in found),
        AudienceKind.GRADE: tuple(sorted({c.grade for c in found})),
    }.get(AudienceKind(kind), ())
    return _allowed(unit, Audience(AudienceKind(kind), own_ids, names, tuple(c.id for c in found)))


async def family_of(unit: Unit, pupil_id: int) -> Audience:
    """One pupil's family; raises `NotFound` for a pupil in no class, `NotAllowed`."""
    place = await households.pupil_place(unit.session, pupil_id, unit.today)
    if place is None:
        raise NotFound("notice-no-such-audience")
    names = (place.name, place.class_name)
    audience = Audience(AudienceKind.PUPIL, (pupil_id,), names, (place.class_id,))
    return _allowed(unit, audience)


def _allowed(unit: Unit, audience: Audience) -> Audience:
    require_address(unit, audience)
    return audience


async def recipients(unit: Unit, audience: Audience, author_id: int) -> list[Recipient]:
    """Everybody it is for, each once; of the staff all but the author. One query."""
    if audience.kind is AudienceKind.STAFF:
        return [
            Recipient(row.person_id, row.name, row.linked, row.known, [])
            for row in await store.staff(unit.session)
            if row.person_id != author_id
        ]
    only = audience.ids if audience.kind is AudienceKind.PUPIL else None
    ties = await store.guardians_of(unit.session, audience.classes, unit.today, pupil_ids=only)
    found: dict[int, Recipient] = {}
    for tie in ties:
        person = found.setdefault(
            tie.person_id, Recipient(tie.person_id, tie.name, tie.linked, tie.known, [])
        )
        person.about.append([tie.pupil, tie.class_name])
    return list(found.values())
