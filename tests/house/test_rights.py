"""Who may do what, read as the regulation has it (articles 3 to 10), against the program's table.

Whatever a line does not name is refused: each role is tried on each action in each place.
"""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.access import DUTY_TABLE, TABLE, Action, Actor, Duty, Role, Target, may, require
from services.errors import NotAllowed

ME, SOMEBODY = 1, 2
CLASS_7A1, CLASS_7A2, CLASS_8A1 = 71, 72, 81
CLUB, OTHER_CLUB = 5, 6
CHILD, OTHER_CHILD = 15, 16
MATHS, MUSIC = 31, 32
SCIENCES, LETTERS = "Tổ Toán - Tin", "Tổ Ngữ văn"

PRINCIPAL, VICE, TEAM_HEAD, ADMIN, NURSE, OFFICE = (
    Role.PRINCIPAL,
    Role.VICE_PRINCIPAL,
    Role.DEPARTMENT_HEAD,
    Role.ADMINISTRATOR,
    Role.NURSE,
    Role.OFFICE,
)
HOMEROOM, SUBJECT, GUARDIAN = Role.HOMEROOM_TEACHER, Role.SUBJECT_TEACHER, Role.GUARDIAN
STAFF = frozenset(Role) - {GUARDIAN}
NOBODY: frozenset[Role] = frozenset()
HEADS = {PRINCIPAL, VICE}

PLACES = {
    "own_class": Target(class_id=CLASS_7A1),
    "taught_class": Target(class_id=CLASS_7A2),
    "other_class": Target(class_id=CLASS_8A1),
    "named_for_it": Target(class_id=CLASS_8A1, timetabled=frozenset({ME})),
    "other_is_named": Target(class_id=CLASS_8A1, timetabled=frozenset({SOMEBODY})),
    "own_club": Target(group_id=CLUB),
    "other_club": Target(group_id=OTHER_CLUB),
    "own_child": Target(pupil_id=CHILD, class_id=CLASS_8A1),
    "other_child": Target(pupil_id=OTHER_CHILD, class_id=CLASS_8A1),
    "delegated": Target(delegates=frozenset({ME})),
    "other_is_delegated": Target(delegates=frozenset({SOMEBODY})),
    "taught_subject": Target(class_id=CLASS_8A1, subject_id=MATHS),
    "other_subject": Target(class_id=CLASS_8A1, subject_id=MUSIC),
    "own_department": Target(class_id=CLASS_8A1, departments=frozenset({SCIENCES, LETTERS})),
    "other_department": Target(class_id=CLASS_8A1, departments=frozenset({LETTERS})),
    "school": Target(),
}


@dataclass(frozen=True)
class Rule:
    """Who may, by place; `everywhere` adds to each place."""

    everywhere: frozenset[Role] | set[Role] = NOBODY
    own_class: frozenset[Role] | set[Role] = NOBODY
    taught_class: frozenset[Role] | set[Role] = NOBODY
    named_for_it: frozenset[Role] | set[Role] = NOBODY
    own_club: frozenset[Role] | set[Role] = NOBODY
    own_child: frozenset[Role] | set[Role] = NOBODY
    delegated: frozenset[Role] | set[Role] = NOBODY
    taught_subject: frozenset[Role] | set[Role] = NOBODY
    own_department: frozenset[Role] | set[Role] = NOBODY

    def allows(self, role: Role, place: str) -> bool:
        """Whether the rule names this role for this place."""
        return role in self.everywhere or role in getattr(self, place, NOBODY)


REGULATION = {
    # The roll: in the own class, in the own club, and in a lesson whoever is named for it.
    Action.TAKE_ROLL: Rule(HEADS, own_class={HOMEROOM}, own_club={SUBJECT}, named_for_it=STAFF),
    # A lesson swapped in the corridor: whoever teaches the class may take its card over.
    Action.TAKE_OVER_ROLL: Rule(HEADS, own_class={HOMEROOM}, taught_class={HOMEROOM, SUBJECT}),
    Action.SEE_ROLL: Rule(
        HEADS, own_class={HOMEROOM}, taught_class={HOMEROOM, SUBJECT}, own_club={SUBJECT}
    ),
    Action.SEE_BOARD: Rule(HEADS),
    # The class book's roll pages: who confirms, keeps and signs them (article 12.1).
    Action.SEE_ROLL_BOOK: Rule({*HEADS, OFFICE, ADMIN}, own_class={HOMEROOM}),
    Action.SETTLE_ABSENCE: Rule(HEADS, own_class={HOMEROOM}),
    # What a child missed over months; the talk with the family is the homeroom teacher's.
    Action.SEE_ATTENDANCE: Rule(HEADS, own_class={HOMEROOM}, own_child={GUARDIAN}),
    Action.TALK_ABOUT_ATTENDANCE: Rule(own_class={HOMEROOM}),
    # Praise and reminders by whoever teaches the class; its week for whoever has charge of it.
    Action.ADD_REMARK: Rule(HEADS, own_class={HOMEROOM}, taught_class={HOMEROOM, SUBJECT}),
    Action.SEE_WEEK: Rule(HEADS, own_class={HOMEROOM}),
    # Pupils and families: whoever looks after them; a guardian sees the own child.
    Action.SEE_PUPIL: Rule(
        {*HEADS, ADMIN, NURSE},
        own_class={HOMEROOM},
        taught_class={HOMEROOM, SUBJECT},
        own_club={SUBJECT},
        own_child={GUARDIAN},
    ),
    Action.SEE_GUARDIAN_PHONES: Rule({*HEADS, ADMIN}, own_class={HOMEROOM}),
    # Article 7.1: the homeroom teacher keeps the record; a family reports, and does not write.
    Action.KEEP_RECORD: Rule({*HEADS, ADMIN}, own_class={HOMEROOM}),
    Action.REPORT_CONTACT: Rule(own_child={GUARDIAN}),
    Action.ASK_LEAVE: Rule(own_child={GUARDIAN}),
    Action.ANSWER_ALERT: Rule(own_child={GUARDIAN}),
    # Notices: whoever writes, the principal stands between them and any but the own class.
    Action.WRITE_NOTICE: Rule(
        {*HEADS, OFFICE, NURSE, HOMEROOM}, taught_class={SUBJECT}, own_club={SUBJECT}
    ),
    Action.SEND_WITHOUT_APPROVAL: Rule({PRINCIPAL}, own_class={HOMEROOM}),
    Action.MARK_URGENT: Rule({PRINCIPAL}),
    Action.WITHDRAW_ANY_NOTICE: Rule({PRINCIPAL}),
    Action.DECIDE_APPROVAL: Rule({PRINCIPAL}, delegated=STAFF),
    Action.DELEGATE: Rule({PRINCIPAL}),
    # Accounts: families by their homeroom teacher, staff by the administrator.
    Action.INVITE_FAMILY: Rule({PRINCIPAL, ADMIN}, own_class={HOMEROOM}),
    Action.UNLINK_FAMILY: Rule({PRINCIPAL, ADMIN}, own_class={HOMEROOM}),
    Action.CONFIRM_LINK: Rule({ADMIN}, own_class={HOMEROOM}),
    Action.INVITE_STAFF: Rule({PRINCIPAL, ADMIN}),
    Action.UNLINK_STAFF: Rule({PRINCIPAL, ADMIN}),
    # The principal alone.
    Action.BAR_GUARDIAN: Rule({PRINCIPAL}),
    Action.GRANT_DUTY: Rule({PRINCIPAL}),
    Action.IMPORT_SCHOOL: Rule({PRINCIPAL, ADMIN}),
    Action.EXPORT_SCHOOL: Rule({*HEADS, ADMIN}),
    # Lessons called off: the heads. Calendar and rules of the day: whoever keeps the program, too.
    Action.CLOSE_SESSIONS: Rule(HEADS),
    Action.KEEP_CALENDAR: Rule({*HEADS, ADMIN}),
    Action.SEE_CALENDAR: Rule(frozenset(Role)),
    Action.SET_RULES: Rule({*HEADS, ADMIN}),
    # What messages cost: seen by whoever sees to the messengers, set by the head alone.
    Action.SEE_SPENDING: Rule({PRINCIPAL, ADMIN}),
    Action.KEEP_BACKUPS: Rule({PRINCIPAL, ADMIN}),
    Action.SET_SPENDING: Rule({PRINCIPAL}),
    # Pupils who come and go: the homeroom teacher of the class; groups: the heads, and whoever
    # leads one for its list.
    Action.KEEP_ENROLMENT: Rule({*HEADS, ADMIN}, own_class={HOMEROOM}),
    Action.KEEP_GROUPS: Rule(HEADS),
    Action.KEEP_MEMBERS: Rule(HEADS, own_club={SUBJECT}),
    # The roll book, article 12.1: the homeroom teacher keeps it, the office files, the head signs.
    Action.KEEP_BOOK: Rule(own_class={HOMEROOM}),
    Action.FILE_BOOK: Rule({OFFICE, ADMIN}),
    Action.SIGN_BOOK: Rule({PRINCIPAL}),
    Action.ANSWER_BOOK: Rule(own_child={GUARDIAN}),
    # The gradebook, articles 3.3, 4.1, 5.2, 7.2, 8.1 and 9.2.
    Action.ENTER_SCORES: Rule(taught_subject={SUBJECT}),
    Action.ENTER_PERIODIC_SCORES: Rule(taught_subject={SUBJECT}),
    Action.SEE_CHILD_SCORES: Rule(own_child={GUARDIAN}),
    Action.LOCK_SCORES: Rule({PRINCIPAL}),
    Action.ASK_CORRECTION: Rule(taught_subject={SUBJECT}),
    Action.DECIDE_CORRECTION: Rule({PRINCIPAL}),
    Action.CONFIRM_CORRECTION: Rule({ADMIN, VICE}),
    Action.KEEP_MINUTES: Rule({PRINCIPAL, ADMIN, OFFICE}),
    Action.OVERSEE_SCORES: Rule(HEADS),
    Action.SET_TARGETS: Rule(HEADS, own_department={TEAM_HEAD}),
    Action.ASK_RE_MARKING: Rule(own_child={GUARDIAN}),
    Action.RE_MARK: Rule({HOMEROOM, SUBJECT}),
    Action.KEEP_RESULTS: Rule(own_class={HOMEROOM}),
    Action.APPROVE_RESULTS: Rule({PRINCIPAL}),
    Action.SAY_OWN_VIEW: Rule(own_child={GUARDIAN}),
    Action.SEE_RESULTS: Rule({PRINCIPAL, VICE, ADMIN, OFFICE}, own_class={HOMEROOM}),
    Action.ASK_EXEMPTION: Rule(own_class={HOMEROOM}),
    Action.DECIDE_EXEMPTION: Rule({PRINCIPAL}),
    Action.KEEP_SUBJECTS: Rule({PRINCIPAL, VICE, ADMIN}),
    Action.SEE_SCORES: Rule(
        {PRINCIPAL, VICE, ADMIN, OFFICE},
        own_class={HOMEROOM},
        taught_subject={SUBJECT},
        own_department={TEAM_HEAD},
    ),
}


def somebody(*roles: Role) -> Actor:
    """A person with these roles and what comes with them: class 7A1, a lesson in 7A2, a club."""
    return Actor(
        person_id=ME,
        name="Trần Anh Khoa",
        roles=frozenset(roles),
        homeroom_of=frozenset({CLASS_7A1} if HOMEROOM in roles else ()),
        teaches=frozenset({CLASS_7A2} if {HOMEROOM, SUBJECT} & set(roles) else ()),
        leads=frozenset({CLUB} if SUBJECT in roles else ()),
        children=frozenset({CHILD} if GUARDIAN in roles else ()),
        subjects=frozenset({(CLASS_8A1, MATHS)} if SUBJECT in roles else ()),
        department=SCIENCES if roles else None,
    )


def holding(role: Role) -> Actor:
    """One role as a person has it: a homeroom teacher teaches, and leads no club here."""
    if role is HOMEROOM:
        return replace(somebody(HOMEROOM, SUBJECT), leads=frozenset(), subjects=frozenset())
    return somebody(role)


def test_the_regulation_speaks_of_every_action() -> None:
    assert REGULATION.keys() == set(Action) == TABLE.keys()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("action", Action)
def test_who_may_is_who_the_regulation_names(action: Action, place: str) -> None:
    able = {role for role in Role if may(holding(role), action, PLACES[place])}
    assert able == {role for role in Role if REGULATION[action].allows(role, place)}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("action", Action)
def test_one_without_a_role_may_do_nothing(action: Action, place: str) -> None:
    with pytest.raises(NotAllowed):
        require(somebody(), action, PLACES[place])


@pytest.mark.parametrize(
    ("duty", "opened"),
    [
        (Duty.STAND_IN, {Action.TAKE_ROLL, Action.SEE_ROLL}),
        (Duty.HEALTH, {Action.SEE_PUPIL}),
        (Duty.PERIODIC_SCORES, {Action.ENTER_PERIODIC_SCORES}),
    ],
)
def test_a_duty_adds_its_own_actions_over_the_school(duty: Duty, opened: set[Action]) -> None:
    plain = somebody(Role.LIBRARIAN)
    granted = replace(plain, duties=frozenset({duty}))
    gained = {a for a in Action if may(granted, a) and not may(plain, a)}
    assert gained == opened
    assert all(may(granted, a, PLACES["other_class"]) for a in opened)


def test_every_duty_is_in_the_table() -> None:
    assert DUTY_TABLE.keys() == set(Duty)


@given(some.sets(some.sampled_from(Role)), some.sets(some.sampled_from(Role)))
def test_two_roles_together_give_what_each_gives_and_no_more(
    first: set[Role], second: set[Role]
) -> None:
    both = somebody(*first, *second)
    for action in Action:
        for target in PLACES.values():
            each = [replace(both, roles=frozenset(roles)) for roles in (first, second)]
            assert may(both, action, target) is any(may(one, action, target) for one in each)
