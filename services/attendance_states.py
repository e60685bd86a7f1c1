"""The words of the roll: how a pupil stood in a session, and which session it was.

They are stored, typed, shown and counted in many places; kept here so that all use the same ones.
"""

from enum import StrEnum


class State(StrEnum):
    """How a pupil stood in one session."""

    PRESENT = "present"
    EXCUSED = "excused"  # P, có phép
    UNEXCUSED = "unexcused"  # K, không phép
    UNEXPLAINED = "unexplained"  # absent, reason not yet known: settled as P or K later
    LATE = "late"
    LEFT_EARLY = "left_early"

    @property
    def is_absent(self) -> bool:
        """Whether the pupil is not there: P, K, or not yet explained."""
        return self in (State.EXCUSED, State.UNEXCUSED, State.UNEXPLAINED)


class Half(StrEnum):
    """Half of a school day (buổi)."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class SessionKind(StrEnum):
    """What a session is; only the main ones count towards the 45 sessions of the regulation."""

    MAIN = "main"  # chính khóa
    EXTRA = "extra"  # phụ đạo, bồi dưỡng, ôn tập
    CLUB = "club"  # câu lạc bộ
