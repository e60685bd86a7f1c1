"""The buttons of the roll and the states of its conversation. A button carries only ids."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from handlers.awaiting import figures


class RollStates(StatesGroup):
    """Where a roll's conversation stands."""

    choosing_list = State()
    asking = State()
    deciding = State()  # somebody else saved a roll of this session
    grid = State()
    naming = State()  # whoever is missing, in words or list numbers
    repeating = State()  # the absentees of the session before are proposed


figures(RollStates.naming)


class PickList(CallbackData, prefix="rl"):
    """The class or group meant; `token` is the question's, `at` its place among those offered."""

    token: str
    at: int


class Reply(CallbackData, prefix="rq"):
    """The answer to a question of the roll: an option, or one of the constants below."""

    token: str
    pick: int


LEAVE_OUT, REWRITE, ACCEPT, NONE_OF = -1, -2, -3, -4


class Decide(CallbackData, prefix="rd"):
    """What to do with the roll that somebody else saved."""

    token: str
    over: bool


class Undo(CallbackData, prefix="ru"):
    """Take back the step that made `version`."""

    roll: int
    version: int


class Edit(CallbackData, prefix="re"):
    """Open the grid of a roll."""

    roll: int


class Forget(CallbackData, prefix="rf"):
    """Forget a short name; `alias` is its number."""

    alias: int


class Tap(CallbackData, prefix="rg"):
    """A pupil of the grid."""

    token: str
    pupil: int


class Repeat(CallbackData, prefix="rs"):
    """The absentees of the session before: `save` them, or change them first."""

    token: str
    save: bool


class GridAct(CallbackData, prefix="ra"):
    """The rest of the grid: `page`, `all`, `save`, `drop`."""

    token: str
    act: str
    page: int = 0
