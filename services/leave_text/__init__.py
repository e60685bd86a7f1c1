"""What a family means by one message about leave."""

from services.leave_text.reading import answer_days, answer_part, read_leave
from services.leave_text.said import Days, Doubt, Kind, LeaveText, Part, Span

__all__ = [
    "Days",
    "Doubt",
    "Kind",
    "LeaveText",
    "Part",
    "Span",
    "answer_days",
    "answer_part",
    "read_leave",
]
