"""The pages of all classes at a glance, and one tap for a step that waits in many of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.access import Action, Target, may
from services.book_steps import LATER_STEPS, RIGHTS, STEPS, next_step, take
from services.errors import NotAllowed, Outdated
from services.periods import Kind, Period
from services.rosters import RollList, classes
from services.unit import Unit
from storage import book
from storage.tables import BookPage

BULK = ("filed", "approved")  # what the office and the principal may do for many classes at once


@dataclass(frozen=True, slots=True)
class ClassState:
    """How far a class's page is; `next` empty once all have signed."""

    of: RollList
    page: BookPage | None
    next: str | None
    mine: bool


async def seen_classes(unit: Unit) -> list[RollList]:
    """The classes whose pages the actor may see; raises `NotAllowed` where there are none."""
    found = [
        each
        for each in await classes(unit)
        if may(unit.who, Action.SEE_ROLL_BOOK, Target(class_id=each.class_id))
    ]
    if not found:
        raise NotAllowed("book-not-yours")
    return found


async def board(unit: Unit, period: Period) -> list[ClassState]:
    """Every class the actor may see, with the step that comes next."""
    seen = await seen_classes(unit)
    pages = await book.pages(unit.session, period.kind, period.first)
    return [_state(unit, each, pages.get(each.class_id or 0), period) for each in seen]


def _state(unit: Unit, of: RollList, page: BookPage | None, period: Period) -> ClassState:
    first = STEPS[0] if period.kind is Kind.MONTH else LATER_STEPS[0]
    coming = first if page is None else next_step(page, page.kind)
    target = Target(class_id=of.class_id)
    return ClassState(
        of, page, coming, coming is not None and may(unit.who, RIGHTS[coming], target)
    )


async def take_all(unit: Unit, period: Period, step: str) -> Sequence[str]:
    """File or sign every page whose turn it is; the names of the classes, in order.

    Raises `Outdated` where none waits any more.
    """
    if step not in BULK:
        raise Outdated
    unit.require(RIGHTS[step])
    done = []
    for state in await board(unit, period):
        if state.page is not None and state.next == step:
            await take(unit, state.page.id, step)
            done.append(state.of.name)
    if not done:
        raise Outdated
    return done
