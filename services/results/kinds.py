"""The stages at which a class's results are settled, and what they take in."""

from enum import IntEnum

from services.errors import Invalid, Outdated
from services.unit import Unit
from storage import results as store

OWN_PLAN = "own_plan"
WHOLE_YEAR = 0  # the stage of a decision that holds for all of them


class Stage(IntEnum):
    """The first term; the year, with its second term; the year again after the summer."""

    TERM_ONE = 1
    YEAR = 2
    SUMMER = 3

    @property
    def term(self) -> int:
        """Under which term conduct and remarks of the stage are kept."""
        return int(self)

    @property
    def is_year(self) -> bool:
        """Whether it is the year that is settled."""
        return self is not Stage.TERM_ONE


def stage_of(number: int) -> Stage:
    """The stage that a button names; raises `Outdated` for one there is not."""
    try:
        return Stage(number)
    except ValueError:
        raise Outdated from None


async def require_not_approved(unit: Unit, class_id: int, class_name: str, stage: Stage) -> None:
    """Raise `Invalid` where the results of a stage lie with the principal or are approved: nothing
    they rest on changes then (article 3.4)."""
    row = await store.class_result(unit.session, class_id, stage)
    if row.status != "open":
        raise Invalid("results-closed", status=row.status, **{"class": class_name})
