"""Who asks and what about: the one question that every service puts before it reads or changes
anything. Roles come with the post or with a class; a duty is granted to a named person.
"""

from dataclasses import dataclass, field

from services.errors import NotAllowed
from services.rights import DUTY_TABLE, TABLE
from services.roles import Action, Duty, Role, Scope

__all__ = [
    "CONSOLE",
    "DUTY_TABLE",
    "SCHOOL",
    "TABLE",
    "Action",
    "Actor",
    "Duty",
    "Role",
    "Scope",
    "Target",
    "may",
    "require",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a message, with everything that decides what they may do."""

    person_id: int
    name: str
    language: str = "vi"
    account_id: int | None = None
    roles: frozenset[Role] = frozenset()
    duties: frozenset[Duty] = frozenset()
    homeroom_of: frozenset[int] = frozenset()
    teaches: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    children: frozenset[int] = frozenset()
    subjects: frozenset[tuple[int, int]] = frozenset()  # (class, subject) that one teaches
    department: str | None = None

    @property
    def is_staff(self) -> bool:
        """Whether the person works at the school."""
        return bool(self.roles - {Role.GUARDIAN})

    @property
    def is_guardian(self) -> bool:
        """Whether the person has a child at the school."""
        return Role.GUARDIAN in self.roles


# Whoever sits at the school's own machine, at the command line; in the audit chain it is nobody.
CONSOLE = Actor(person_id=0, name="console", roles=frozenset({Role.ADMINISTRATOR}))


@dataclass(frozen=True, slots=True)
class Target:
    """What an action is about; `timetabled`: whom timetable or substitution name for it;
    `delegates`: who holds a running delegation for its kind; `departments`: whose subject it is."""

    class_id: int | None = None
    group_id: int | None = None
    pupil_id: int | None = None
    timetabled: frozenset[int] = field(default_factory=frozenset)
    delegates: frozenset[int] = field(default_factory=frozenset)
    subject_id: int | None = None
    departments: frozenset[str] = field(default_factory=frozenset)


SCHOOL = Target()


def _reaches(actor: Actor, scope: Scope, target: Target) -> bool:
    if scope is Scope.SCHOOL:
        return True
    if scope is Scope.OWN_CLASS:
        return target.class_id in actor.homeroom_of
    if scope is Scope.TAUGHT_CLASS:
        return target.class_id in actor.teaches
    if scope is Scope.TAUGHT_SUBJECT:
        return (target.class_id, target.subject_id) in actor.subjects
    if scope is Scope.OWN_DEPARTMENT:
        return actor.department in target.departments
    if scope is Scope.TIMETABLED:
        return actor.person_id in target.timetabled
    if scope is Scope.DELEGATED:
        return actor.person_id in target.delegates
    if scope is Scope.OWN_GROUP:
        return target.group_id in actor.leads
    return target.pupil_id in actor.children


def may(actor: Actor, action: Action, target: Target = SCHOOL) -> bool:
    """Whether `actor` may do `action` to `target`."""
    if any(action in DUTY_TABLE[duty] for duty in actor.duties):
        return True
    rights = TABLE[action]
    return any(_reaches(actor, s, target) for role in actor.roles for s in rights.get(role, ()))


def require(actor: Actor, action: Action, target: Target = SCHOOL) -> None:
    """Raise `NotAllowed` unless `actor` may do `action` to `target`."""
    if not may(actor, action, target):
        raise NotAllowed
