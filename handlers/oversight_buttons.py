"""The buttons of looking after marks, and what is awaited in words."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup


class OversightStates(StatesGroup):
    """A question to a teacher; the teacher's answer."""

    question = State()
    answer = State()


class OddAsk(CallbackData, prefix="oda"):
    """Ask the teacher about a finding."""

    id: int


class OddClose(CallbackData, prefix="odc"):
    """Nothing odd."""

    id: int


class OddRaise(CallbackData, prefix="odr"):
    """To the principal and the head of the department."""

    id: int


class OddAnswer(CallbackData, prefix="odw"):
    """The teacher answers."""

    id: int


class CheckDone(CallbackData, prefix="bcd"):
    """The usual remark on a class's book; `month` is "2026-11"."""

    of: int
    month: str
