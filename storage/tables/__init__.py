"""Every table of the school, one module per subject; importing this package registers them all."""

from storage.tables.attendance import (
    AbsenceCase,
    AbsenceCopy,
    Attendance,
    AttendanceChange,
    LeaveRequest,
    RollCall,
)
from storage.tables.attendance_warnings import AttendanceRecheck, AttendanceWarning
from storage.tables.audit import AuditEvent
from storage.tables.backups import BackupRun
from storage.tables.base import Base, Moment
from storage.tables.board import DaySummary, LiveBoard
from storage.tables.book import BookAnswer, BookCorrection, BookPage
from storage.tables.channel_tokens import ChannelToken
from storage.tables.class_changes import PupilMove
from storage.tables.class_lists import AbsenceReason, Discrepancy
from storage.tables.closures import Closure, MakeupDay
from storage.tables.contacts import ChoiceList, MessengerContact
from storage.tables.gradebook import (
    Assessment,
    Score,
    ScoreChange,
    ScoreLock,
    SubjectExemption,
    SubjectPlan,
)
from storage.tables.identity import Account, Barring, Invite, LinkAttempt, LinkRequest
from storage.tables.links import WebLink
from storage.tables.messages import ChannelPace, ChatState, FileBlob, InboxRow, OutboxRow
from storage.tables.notices import Approval, ApprovalCopy, Delegation, Notice, NoticeRecipient
from storage.tables.oversight import ScoreFinding, ScoreTarget
from storage.tables.people import (
    Duty,
    Enrolment,
    Guardianship,
    NameAlias,
    Person,
    Pupil,
    PupilRecord,
    Staff,
    StaffRole,
)
from storage.tables.re_markings import ReMarking, ReMarkingPaper
from storage.tables.records import ExcusedQuestion, LeavePaper, RecordChange
from storage.tables.remarks import Remark, WeekSummary
from storage.tables.results import (
    AverageCheck,
    ClassResult,
    OwnView,
    PupilOutcome,
    PupilTerm,
    ResultDecision,
    SubjectRemark,
    SummerTask,
)
from storage.tables.roll_cards import RollCard
from storage.tables.school import (
    ActivityGroup,
    DayOverride,
    GroupMember,
    Homeroom,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Setting,
    Subject,
    Substitution,
    Teaching,
    TestDate,
    TimetableSlot,
)
from storage.tables.score_corrections import ScoreCorrection, ScoreEvidence
from storage.tables.score_pages import BookCheck, ScorePageSignature
from storage.tables.score_parts import ScorePart

__all__ = [
    "AbsenceCase",
    "AbsenceCopy",
    "AbsenceReason",
    "Account",
    "ActivityGroup",
    "Approval",
    "ApprovalCopy",
    "Assessment",
    "Attendance",
    "AttendanceChange",
    "AttendanceRecheck",
    "AttendanceWarning",
    "AuditEvent",
    "AverageCheck",
    "BackupRun",
    "Barring",
    "Base",
    "BookAnswer",
    "BookCheck",
    "BookCorrection",
    "BookPage",
    "ChannelPace",
    "ChannelToken",
    "ChatState",
    "ChoiceList",
    "ClassResult",
    "Closure",
    "DayOverride",
    "DaySummary",
    "Delegation",
    "Discrepancy",
    "Duty",
    "Enrolment",
    "ExcusedQuestion",
    "FileBlob",
    "GroupMember",
    "Guardianship",
    "Homeroom",
    "InboxRow",
    "Invite",
    "LeavePaper",
    "LeaveRequest",
    "LinkAttempt",
    "LinkRequest",
    "LiveBoard",
    "MakeupDay",
    "MessengerContact",
    "Moment",
    "NameAlias",
    "Notice",
    "NoticeRecipient",
    "OutboxRow",
    "OwnView",
    "Person",
    "Pupil",
    "PupilMove",
    "PupilOutcome",
    "PupilRecord",
    "PupilTerm",
    "ReMarking",
    "ReMarkingPaper",
    "RecordChange",
    "Remark",
    "ResultDecision",
    "RollCall",
    "RollCard",
    "SchoolClass",
    "SchoolWeek",
    "SchoolYear",
    "Score",
    "ScoreChange",
    "ScoreCorrection",
    "ScoreEvidence",
    "ScoreFinding",
    "ScoreLock",
    "ScorePageSignature",
    "ScorePart",
    "ScoreTarget",
    "Setting",
    "Staff",
    "StaffRole",
    "Subject",
    "SubjectExemption",
    "SubjectPlan",
    "SubjectRemark",
    "Substitution",
    "SummerTask",
    "Teaching",
    "TestDate",
    "TimetableSlot",
    "WebLink",
    "WeekSummary",
]
