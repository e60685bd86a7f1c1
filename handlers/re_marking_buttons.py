"""The buttons of a re-marking, and what is awaited."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from handlers.awaiting import figures


class ReMarkStates(StatesGroup):
    """The principal's reason against; the second marker's papers and mark."""

    why = State()
    marking = State()


figures(ReMarkStates.marking)


class ReMarkName(CallbackData, prefix="rmn"):
    """Choose who marks anew; `person` 0 asks for the list."""

    id: int
    person: int


class ReMarkRefuse(CallbackData, prefix="rmr"):
    """Refuse, with a reason."""

    id: int


class ReMarkWithdraw(CallbackData, prefix="rmw"):
    """The family takes it back."""

    id: int


class ReMarkEnter(CallbackData, prefix="rme"):
    """Send papers and the mark."""

    id: int


class ReMarkPapers(CallbackData, prefix="rmk"):
    """Look at the papers."""

    id: int


class ReMarkMinutes(CallbackData, prefix="rmm"):
    """The minutes as a PDF."""

    id: int
