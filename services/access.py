"""Who may do what where: one table, which every service asks before it reads or changes anything.

Roles come with the post or with a class; a duty is granted to a named person and adds to them.
The table is the regulation's (articles 3 to 10 of 38/QĐ-ND) for what the program does so far.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from services.errors import NotAllowed


class Role(StrEnum):
    """The roles of the school; the first homeroom and subject teachers are per class."""

    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    DEPARTMENT_HEAD = "department_head"
    HOMEROOM_TEACHER = "homeroom_teacher"
    SUBJECT_TEACHER = "subject_teacher"
    ADMINISTRATOR = "administrator"
    OFFICE = "office"
    ACCOUNTANT = "accountant"
    LIBRARIAN = "librarian"
    EQUIPMENT = "equipment"
    PORTAL_EDITOR = "portal_editor"
    NURSE = "nurse"
    GUARDIAN = "guardian"


class Duty(StrEnum):
    """Tasks that are granted to named people."""

    PERIODIC_SCORES = "periodic_scores"
    HEALTH = "health"
    STAND_IN = "stand_in"


class Action(StrEnum):
    """What can be asked of the school's services."""

    TAKE_ROLL = "take_roll"
    TAKE_OVER_ROLL = "take_over_roll"
    SEE_ROLL = "see_roll"
    SEE_BOARD = "see_board"
    SEE_ROLL_BOOK = "see_roll_book"
    SETTLE_ABSENCE = "settle_absence"
    SEE_ATTENDANCE = "see_attendance"
    TALK_ABOUT_ATTENDANCE = "talk_about_attendance"
    ADD_REMARK = "add_remark"
    SEE_WEEK = "see_week"
    SEE_PUPIL = "see_pupil"
    SEE_GUARDIAN_PHONES = "see_guardian_phones"
    KEEP_RECORD = "keep_record"
    REPORT_CONTACT = "report_contact"
    ASK_LEAVE = "ask_leave"
    ANSWER_ALERT = "answer_alert"
    WRITE_NOTICE = "write_notice"
    SEND_WITHOUT_APPROVAL = "send_without_approval"
    MARK_URGENT = "mark_urgent"
    WITHDRAW_ANY_NOTICE = "withdraw_any_notice"
    DECIDE_APPROVAL = "decide_approval"
    DELEGATE = "delegate"
    INVITE_FAMILY = "invite_family"
    INVITE_STAFF = "invite_staff"
    UNLINK_FAMILY = "unlink_family"
    UNLINK_STAFF = "unlink_staff"
    CONFIRM_LINK = "confirm_link"
    BAR_GUARDIAN = "bar_guardian"
    GRANT_DUTY = "grant_duty"
    IMPORT_SCHOOL = "import_school"
    EXPORT_SCHOOL = "export_school"
    SEE_SPENDING = "see_spending"
    SET_SPENDING = "set_spending"
    CLOSE_SESSIONS = "close_sessions"
    KEEP_CALENDAR = "keep_calendar"
    SEE_CALENDAR = "see_calendar"
    SET_RULES = "set_rules"
    KEEP_ENROLMENT = "keep_enrolment"
    KEEP_GROUPS = "keep_groups"
    KEEP_MEMBERS = "keep_members"
    KEEP_BOOK = "keep_book"
    FILE_BOOK = "file_book"
    SIGN_BOOK = "sign_book"
    ANSWER_BOOK = "answer_book"


class Scope(StrEnum):
    """How far a permission reaches."""

    OWN_CLASS = "own_class"  # the class one is homeroom teacher of
    TAUGHT_CLASS = "taught_class"  # any class one teaches a subject in
    TIMETABLED = "timetabled"  # the class the timetable or a substitution names one for, then
    OWN_GROUP = "own_group"  # an extra class or club one leads
    OWN_CHILD = "own_child"
    DELEGATED = "delegated"  # what the principal has put into one's hands, by kind, until a day
    SCHOOL = "school"


S, R, A = Scope, Role, Action

TABLE: dict[Action, dict[Role, tuple[Scope, ...]]] = {
    A.TAKE_ROLL: {
        # Any member of staff may be asked to stand in for a lesson.
        **dict.fromkeys(set(R) - {R.GUARDIAN}, (S.TIMETABLED,)),
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TIMETABLED, S.OWN_GROUP),
    },
    A.TAKE_OVER_ROLL: {
        # Lessons are swapped in the corridor: who teaches a class may say so and take its roll.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TAUGHT_CLASS,),
    },
    A.SEE_ROLL: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TAUGHT_CLASS, S.OWN_GROUP),
    },
    # The whole school's day at a glance; it names children, so it is the heads' alone.
    A.SEE_BOARD: {R.PRINCIPAL: (S.SCHOOL,), R.VICE_PRINCIPAL: (S.SCHOOL,)},
    A.SEE_ROLL_BOOK: {
        # Article 12.1: the homeroom teacher confirms it, the office keeps it, the principal signs.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.OFFICE: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),  # files where the school has no office in the system
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.SETTLE_ABSENCE: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.SEE_ATTENDANCE: {
        # What a child missed over months: those who answer for the class, and the family.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.GUARDIAN: (S.OWN_CHILD,),
    },
    A.TALK_ABOUT_ATTENDANCE: {R.HOMEROOM_TEACHER: (S.OWN_CLASS,)},
    A.ADD_REMARK: {
        # Praise and reminders: whoever teaches the class.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TAUGHT_CLASS,),
    },
    A.SEE_WEEK: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.SEE_PUPIL: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.NURSE: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TAUGHT_CLASS, S.OWN_GROUP),
        R.GUARDIAN: (S.OWN_CHILD,),
    },
    A.SEE_GUARDIAN_PHONES: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.KEEP_RECORD: {
        # Article 7.1: the homeroom teacher keeps the minimum record of the own class.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.REPORT_CONTACT: {R.GUARDIAN: (S.OWN_CHILD,)},
    A.ASK_LEAVE: {R.GUARDIAN: (S.OWN_CHILD,)},
    A.ANSWER_ALERT: {R.GUARDIAN: (S.OWN_CHILD,)},
    A.WRITE_NOTICE: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.OFFICE: (S.SCHOOL,),
        R.NURSE: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS, S.SCHOOL),
        R.SUBJECT_TEACHER: (S.TAUGHT_CLASS, S.OWN_GROUP),
    },
    A.SEND_WITHOUT_APPROVAL: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.MARK_URGENT: {R.PRINCIPAL: (S.SCHOOL,)},
    A.WITHDRAW_ANY_NOTICE: {R.PRINCIPAL: (S.SCHOOL,)},
    A.DECIDE_APPROVAL: {
        # Any member of staff may be delegated, for the kinds that the delegation names.
        **dict.fromkeys(set(R) - {R.GUARDIAN}, (S.DELEGATED,)),
        R.PRINCIPAL: (S.SCHOOL,),
    },
    A.DELEGATE: {R.PRINCIPAL: (S.SCHOOL,)},
    A.INVITE_FAMILY: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.INVITE_STAFF: {R.PRINCIPAL: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
    A.UNLINK_FAMILY: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.UNLINK_STAFF: {R.PRINCIPAL: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
    A.CONFIRM_LINK: {R.ADMINISTRATOR: (S.SCHOOL,), R.HOMEROOM_TEACHER: (S.OWN_CLASS,)},
    A.BAR_GUARDIAN: {R.PRINCIPAL: (S.SCHOOL,)},
    A.GRANT_DUTY: {R.PRINCIPAL: (S.SCHOOL,)},
    A.IMPORT_SCHOOL: {R.PRINCIPAL: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
    A.SEE_SPENDING: {R.PRINCIPAL: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
    A.SET_SPENDING: {R.PRINCIPAL: (S.SCHOOL,)},
    # Lessons are called off by the heads; the calendar and the rules of the day are also entered by
    # whoever keeps the program. Which days are taught is no secret.
    A.CLOSE_SESSIONS: {R.PRINCIPAL: (S.SCHOOL,), R.VICE_PRINCIPAL: (S.SCHOOL,)},
    A.KEEP_CALENDAR: dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL, R.ADMINISTRATOR), (S.SCHOOL,)),
    A.SEE_CALENDAR: dict.fromkeys(R, (S.SCHOOL,)),
    A.SET_RULES: dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL, R.ADMINISTRATOR), (S.SCHOOL,)),
    A.KEEP_ENROLMENT: {
        # Who came, left or dropped out (article 7.1); a move to another class needs both classes.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.KEEP_GROUPS: {R.PRINCIPAL: (S.SCHOOL,), R.VICE_PRINCIPAL: (S.SCHOOL,)},
    A.KEEP_MEMBERS: {
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.SUBJECT_TEACHER: (S.OWN_GROUP,),
    },
    A.EXPORT_SCHOOL: {
        # Who sees every pupil and every family's telephone number anyway (the office does not).
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
    },
    # The month's roll page (art. 12.1): kept and signed by the homeroom teacher, filed, approved.
    A.KEEP_BOOK: {R.HOMEROOM_TEACHER: (S.OWN_CLASS,)},
    A.FILE_BOOK: {R.OFFICE: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
    A.SIGN_BOOK: {R.PRINCIPAL: (S.SCHOOL,)},
    A.ANSWER_BOOK: {R.GUARDIAN: (S.OWN_CHILD,)},
}

# A duty opens these actions over the whole school, beside what the roles give.
DUTY_TABLE: dict[Duty, tuple[Action, ...]] = {
    Duty.STAND_IN: (A.TAKE_ROLL, A.SEE_ROLL),
    Duty.HEALTH: (A.SEE_PUPIL,),
    Duty.PERIODIC_SCORES: (),
}


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
    `delegates`: who holds a running delegation for its kind."""

    class_id: int | None = None
    group_id: int | None = None
    pupil_id: int | None = None
    timetabled: frozenset[int] = field(default_factory=frozenset)
    delegates: frozenset[int] = field(default_factory=frozenset)


SCHOOL = Target()


def _reaches(actor: Actor, scope: Scope, target: Target) -> bool:
    if scope is Scope.SCHOOL:
        return True
    if scope is Scope.OWN_CLASS:
        return target.class_id in actor.homeroom_of
    if scope is Scope.TAUGHT_CLASS:
        return target.class_id in actor.teaches
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
