"""The table of rights: role, action and scope, and what a granted duty adds.

It is the regulation's (articles 3 to 10 of 38/QĐ-ND); the gradebook's part lies in score_rights.
"""

from services.roles import Action, Duty, Role, Scope
from services.score_rights import SCORE_TABLE

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
    A.KEEP_BACKUPS: {R.PRINCIPAL: (S.SCHOOL,), R.ADMINISTRATOR: (S.SCHOOL,)},
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
    **SCORE_TABLE,
}

# A duty opens these actions over the whole school, beside what the roles give.
DUTY_TABLE: dict[Duty, tuple[Action, ...]] = {
    Duty.STAND_IN: (A.TAKE_ROLL, A.SEE_ROLL),
    Duty.HEALTH: (A.SEE_PUPIL,),
    Duty.PERIODIC_SCORES: (A.ENTER_PERIODIC_SCORES,),
}
