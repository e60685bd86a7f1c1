"""Who may do what with the gradebook, as the regulation has it (articles 3 to 9, 11 and 12)."""

from services.roles import Action, Role, Scope

S, R, A = Scope, Role, Action

SCORE_TABLE: dict[Action, dict[Role, tuple[Scope, ...]]] = {
    # Article 8.1: the subject teacher enters; midterm and final also whoever holds the duty.
    A.ENTER_SCORES: {R.SUBJECT_TEACHER: (S.TAUGHT_SUBJECT,)},
    A.ENTER_PERIODIC_SCORES: {R.SUBJECT_TEACHER: (S.TAUGHT_SUBJECT,)},
    A.SEE_CHILD_SCORES: {R.GUARDIAN: (S.OWN_CHILD,)},
    # Article 3.2: when the book is closed and opened is the principal's to decide.
    A.LOCK_SCORES: {R.PRINCIPAL: (S.SCHOOL,)},
    # Article 11.2: the teacher asks, the principal decides, the administrator executes with them;
    # the office keeps the minutes.
    A.ASK_CORRECTION: {R.SUBJECT_TEACHER: (S.TAUGHT_SUBJECT,)},
    A.DECIDE_CORRECTION: {R.PRINCIPAL: (S.SCHOOL,)},
    # A vice principal where the only administrator is the teacher concerned.
    A.CONFIRM_CORRECTION: dict.fromkeys((R.ADMINISTRATOR, R.VICE_PRINCIPAL), (S.SCHOOL,)),
    A.KEEP_MINUTES: dict.fromkeys((R.PRINCIPAL, R.ADMINISTRATOR, R.OFFICE), (S.SCHOOL,)),
    # Articles 3.4, 7.3 and 9.2: the whole class's results are the homeroom teacher's to read.
    A.SEE_RESULTS: {
        **dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL, R.ADMINISTRATOR, R.OFFICE), (S.SCHOOL,)),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
    },
    A.ASK_EXEMPTION: {R.HOMEROOM_TEACHER: (S.OWN_CLASS,)},
    A.DECIDE_EXEMPTION: {R.PRINCIPAL: (S.SCHOOL,)},
    # Which subjects are scored and how often: set up by the heads and the administrator.
    A.KEEP_SUBJECTS: dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL, R.ADMINISTRATOR), (S.SCHOOL,)),
    # Article 7.3 and 3.4: conduct and the general remark are the homeroom teacher's, approval the
    # principal's; circular 22/2021 art. 8 asks for the pupil's and the family's own view.
    # Articles 4.1 and 4.4: the vice principal looks for what is odd; 5.3: targets of a department.
    A.OVERSEE_SCORES: dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL), (S.SCHOOL,)),
    A.SET_TARGETS: {
        **dict.fromkeys((R.PRINCIPAL, R.VICE_PRINCIPAL), (S.SCHOOL,)),
        R.DEPARTMENT_HEAD: (S.OWN_DEPARTMENT,),
    },
    # Article 11.1c: the family asks, the principal names who marks anew; any teacher may be named.
    A.ASK_RE_MARKING: {R.GUARDIAN: (S.OWN_CHILD,)},
    A.RE_MARK: {R.SUBJECT_TEACHER: (S.SCHOOL,)},
    A.KEEP_RESULTS: {R.HOMEROOM_TEACHER: (S.OWN_CLASS,)},
    A.APPROVE_RESULTS: {R.PRINCIPAL: (S.SCHOOL,)},
    A.SAY_OWN_VIEW: {R.GUARDIAN: (S.OWN_CHILD,)},
    A.SEE_SCORES: {
        # Articles 3.3, 4.1, 5.2, 7.2 and 9.2; families see their own child's alone, elsewhere.
        R.PRINCIPAL: (S.SCHOOL,),
        R.VICE_PRINCIPAL: (S.SCHOOL,),
        R.ADMINISTRATOR: (S.SCHOOL,),
        R.OFFICE: (S.SCHOOL,),
        R.DEPARTMENT_HEAD: (S.OWN_DEPARTMENT,),
        R.HOMEROOM_TEACHER: (S.OWN_CLASS,),
        R.SUBJECT_TEACHER: (S.TAUGHT_SUBJECT,),
    },
}
