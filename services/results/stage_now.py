"""Which stage of results is meant where nobody says so."""

from services.periods import year_of
from services.results.kinds import Stage
from services.unit import Unit
from storage import results as store


async def stage_now(unit: Unit, class_id: int | None = None) -> Stage:
    """The first term until the second begins, and as long after as a class's are not approved; then
    the year; the summer once the year's are approved."""
    plan = await year_of(unit)
    second = next((each for each in plan.terms if each.number == 2), None)
    if second is None or unit.today < second.first:
        return Stage.TERM_ONE
    done = await store.approved(unit.session, [class_id]) if class_id is not None else set()
    if class_id is None:
        return Stage.YEAR
    if (class_id, int(Stage.YEAR)) in done:
        return Stage.SUMMER
    early = (unit.today - second.first).days < MONTH
    return Stage.TERM_ONE if early and (class_id, int(Stage.TERM_ONE)) not in done else Stage.YEAR


MONTH = 31  # days into the second term in which the first is still being settled
