"""The words of the table of rights: roles, duties, what can be asked, how far permissions reach."""

from enum import StrEnum


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
    KEEP_BACKUPS = "keep_backups"
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
    ENTER_SCORES = "enter_scores"
    ENTER_PERIODIC_SCORES = "enter_periodic_scores"
    SEE_SCORES = "see_scores"
    SEE_CHILD_SCORES = "see_child_scores"
    LOCK_SCORES = "lock_scores"
    SEE_RESULTS = "see_results"
    ASK_EXEMPTION = "ask_exemption"
    DECIDE_EXEMPTION = "decide_exemption"
    ASK_CORRECTION = "ask_correction"
    DECIDE_CORRECTION = "decide_correction"
    CONFIRM_CORRECTION = "confirm_correction"
    KEEP_MINUTES = "keep_minutes"
    KEEP_SUBJECTS = "keep_subjects"
    OVERSEE_SCORES = "oversee_scores"
    SET_TARGETS = "set_targets"
    ASK_RE_MARKING = "ask_re_marking"
    RE_MARK = "re_mark"
    KEEP_RESULTS = "keep_results"
    APPROVE_RESULTS = "approve_results"
    SAY_OWN_VIEW = "say_own_view"


class Scope(StrEnum):
    """How far a permission reaches."""

    OWN_CLASS = "own_class"  # the class one is homeroom teacher of
    TAUGHT_CLASS = "taught_class"  # any class one teaches a subject in
    TAUGHT_SUBJECT = "taught_subject"  # a subject that one teaches in that class
    OWN_DEPARTMENT = "own_department"  # a subject that a member of one's department teaches
    TIMETABLED = "timetabled"  # the class the timetable or a substitution names one for, then
    OWN_GROUP = "own_group"  # an extra class or club one leads
    OWN_CHILD = "own_child"
    DELEGATED = "delegated"  # what the principal has put into one's hands, by kind, until a day
    SCHOOL = "school"
