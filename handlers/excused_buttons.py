"""The buttons of the quiet question about a P: the family's word, the homeroom teacher's step."""

from aiogram.filters.callback_data import CallbackData


class ExcusedSay(CallbackData, prefix="xqs"):
    """A guardian's answer: deny (has not asked for leave), then left (the child left home)."""

    question: int
    round: int
    say: str


class ExcusedStep(CallbackData, prefix="xqt"):
    """What the homeroom teacher does: unexcused, keep or present."""

    question: int
    step: str
