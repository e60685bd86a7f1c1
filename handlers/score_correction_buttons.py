"""The buttons of correcting a mark."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup


class FixStates(StatesGroup):
    """A reason is awaited, evidence, or the principal's reason against."""

    reason = State()
    evidence = State()
    why = State()


class FixSend(CallbackData, prefix="fxs"):
    """Send the draft to the principal."""

    id: int


class FixDrop(CallbackData, prefix="fxd"):
    """Leave the draft."""

    id: int


class FixEvidence(CallbackData, prefix="fxe"):
    """Look at the evidence."""

    id: int


class FixDecide(CallbackData, prefix="fxp"):
    """The principal's word."""

    id: int
    approved: bool


class FixConfirm(CallbackData, prefix="fxc"):
    """Teacher or administrator confirms."""

    id: int


class FixSign(CallbackData, prefix="fxg"):
    """Sign the minutes."""

    id: int


class FixWithdraw(CallbackData, prefix="fxw"):
    """Take an own wish back."""

    id: int


class FixMinutes(CallbackData, prefix="fxm"):
    """The minutes as a PDF."""

    id: int
