"""The grammar of the roll: what a teacher means by one typed message."""

from services.attendance_states import Half, SessionKind, State
from services.roll_text.frame import Frame, read_frame
from services.roll_text.marks import read_marks
from services.roll_text.named_class import name_in_full
from services.roll_text.reading import Doubt, Mark, Question, Reading, answer

__all__ = [
    "Doubt",
    "Frame",
    "Half",
    "Mark",
    "Question",
    "Reading",
    "SessionKind",
    "State",
    "answer",
    "name_in_full",
    "read_frame",
    "read_marks",
]
