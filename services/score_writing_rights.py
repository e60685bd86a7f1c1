"""Who enters a column of marks (article 8.1)."""

from services.access import Action
from services.duty_rounds import require_round
from services.gradebook import score_target
from services.score_cells import Column
from services.unit import Unit


async def require_writer(unit: Unit, class_id: int, subject_id: int, column: Column) -> None:
    """Raise `NotAllowed` unless the actor enters this column: the subject's teacher, or for
    midterm and final whoever holds the duty (article 8.1)."""
    target = await score_target(unit, class_id, subject_id)
    action = Action.ENTER_PERIODIC_SCORES if column.is_periodic else Action.ENTER_SCORES
    unit.require(action, target)
    if column.is_periodic and (class_id, subject_id) not in unit.who.subjects:
        await require_round(unit, class_id, subject_id, column)
