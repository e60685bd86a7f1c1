"""The buttons of a term's and a year's results, and what is awaited in words."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup


class ResultStates(StatesGroup):
    """The principal's reason for giving results back; what pupil or family say."""

    why = State()
    view = State()


class AveragesCheck(CallbackData, prefix="rac"):
    """A subject's teacher has read the averages."""

    of: int
    subject: int
    term: int


class ResultBoard(CallbackData, prefix="rbd"):
    """A class's board at a stage."""

    of: int
    stage: int


class ResultPupils(CallbackData, prefix="rpu"):
    """Every pupil of a class at a stage."""

    of: int
    stage: int


class ResultNudge(CallbackData, prefix="rnu"):
    """Remind the teachers of subjects that are not done."""

    of: int
    stage: int


class ResultViews(CallbackData, prefix="rvw"):
    """Ask the families for their view, or (`look`) read what they said."""

    of: int
    term: int
    look: bool


class ResultConduct(CallbackData, prefix="rcd"):
    """The page of conduct; `all_good`: Tốt for everybody who has none yet."""

    of: int
    term: int
    all_good: bool


class ResultHandUp(CallbackData, prefix="rhu"):
    """Hand a class's results to the principal."""

    of: int
    stage: int


class ResultDecide(CallbackData, prefix="rde"):
    """The principal's word on a class."""

    id: int
    approved: bool


class ViewSay(CallbackData, prefix="rvs"):
    """A family says how it, or the pupil, sees the pupil's term."""

    pupil: int
    term: int
    voice: str
