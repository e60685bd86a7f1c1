"""The buttons of entering marks."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from handlers.awaiting import figures


class ScoreStates(StatesGroup):
    """A column of which something is asked, and one that is marked pupil by pupil."""

    asking = State()
    marking = State()


figures(ScoreStates.asking)
figures(ScoreStates.marking)


class ScorePick(CallbackData, prefix="scp"):
    """What was chosen for a draft: `what` is class, subject or column; `value` an id or a code."""

    what: str
    value: str


class ScoreAnswer(CallbackData, prefix="sca"):
    """An option of the question that stands open: `at` is its place; `count` how many answers the
    draft has had, so that an old button is known."""

    at: int
    count: int


class ScoreSave(CallbackData, prefix="scs"):
    """Save what was shown of this version of the column."""

    version: int


class ScoreDrop(CallbackData, prefix="scx"):
    """Leave the draft."""


class ScoreUndo(CallbackData, prefix="scu"):
    """Take back the write that made this version."""

    column: int
    version: int


class ScoreMarking(CallbackData, prefix="scm"):
    """Go on pupil by pupil in this column."""

    column: int


class ScoreTap(CallbackData, prefix="sct"):
    """A pupil's mark by a tap: "75", "p", "f", "v", or "-" for blank."""

    pupil: int
    mark: str


class ScoreGo(CallbackData, prefix="scg"):
    """Go on tapping: `where` is next (behind `pupil`, 0 for the beginning), back (to it), end."""

    where: str
    pupil: int


class ScorePublish(CallbackData, prefix="scf"):
    """Let families see a column now, or not before they are let: `how` is now or hold."""

    column: int
    how: str


class ScoreConfirm(CallbackData, prefix="scc"):
    """The subject teacher has read what others entered."""

    column: int
    version: int
