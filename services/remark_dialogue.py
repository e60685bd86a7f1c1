"""From a message to a remark: in which class the names fit, and what must be asked first."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from services.access import Action, may
from services.errors import Invalid, NotAllowed, Outdated
from services.remark_text import Named, Opening, read_names, read_opening
from services.remarks import Saved, add
from services.roll_permission import own_lists
from services.rosters import RollList, classes, roll_list, roster
from services.unit import Unit
from storage.rosters import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A remark on pupils of one class; a slot with more than one pupil, or with one who only
    nearly fits (`near`), is to be asked about."""

    class_id: int
    class_name: str
    kind: str
    slots: tuple[tuple[int, ...], ...]
    text: str
    near: bool = False

    @property
    def asks(self) -> tuple[int, ...] | None:
        """The pupils of whom one must be chosen; None where all is clear."""
        if self.near:
            return self.slots[0]
        return next((slot for slot in self.slots if len(slot) > 1), None)

    def to_json(self) -> dict[str, Any]:
        """As kept in a conversation."""
        return asdict(self)


def load(data: dict[str, Any]) -> Draft:
    """The reverse of `Draft.to_json`."""
    return Draft(**data | {"slots": tuple(tuple(slot) for slot in data["slots"])})


async def opening(unit: Unit, text: str) -> Opening | None:
    """Whether a text of the staff begins like a remark."""
    return read_opening(text, [each.name for each in await classes(unit)])


async def drafts(unit: Unit, said: Opening) -> list[Draft]:
    """What the message can mean, one draft for each class in which its names fit.

    Raises `NotAllowed` for a class one does not teach; `Invalid` where no class can be meant, where
    nobody fits, where nothing is said, or where a second remark follows in the same message.
    """
    lists = await _lists(unit, said)
    read = [(of, await _names(unit, of, said.rest)) for of in lists]
    if not said.rest:
        raise Invalid("remark-say-whom", kind=said.kind, name=lists[0].name)
    exact = [_draft(of, said, named) for of, named in read if named.slots and not named.near]
    whole = [_draft(of, said, named) for of, named in read if named.whole]
    near = [_draft(of, said, named) for of, named in read if named.near]
    found = exact or whole or near
    if not found:
        unknown = read[0][1].unknown or said.rest
        raise Invalid("remark-nobody", kind=said.kind, name=lists[0].name, typed=unknown)
    if said.second or any(named.second for _, named in read if named.slots or named.whole):
        raise Invalid("remark-one-a-message", name=found[0].class_name)
    return found


async def _lists(unit: Unit, said: Opening) -> list[RollList]:
    """The class that is named, or one's own."""
    every = await classes(unit)
    if said.class_name is not None:
        of = next(each for each in every if each.name == said.class_name)
        if not may(unit.who, Action.ADD_REMARK, of.target):
            raise NotAllowed("remark-not-your-class", name=of.name)
        return [of]
    own = [each for each in await own_lists(unit) if each.class_id is not None]
    own = [each for each in own if may(unit.who, Action.ADD_REMARK, each.target)]
    if not own:
        if not any(may(unit.who, Action.ADD_REMARK, each.target) for each in every):
            raise NotAllowed
        raise Invalid("remark-say-class", kind=said.kind)
    return own


async def _names(unit: Unit, of: RollList, rest: str) -> Named:
    there = await roster(unit, of, unit.today)
    return read_names(rest, there.index, there.numbers())


def _draft(of: RollList, said: Opening, named: Named) -> Draft:
    return Draft(of.class_id or 0, of.name, said.kind, named.slots, named.text, named.near)


async def candidates(unit: Unit, draft: Draft) -> list[Place]:
    """The pupils that a draft asks about, in its order."""
    there = await roster(unit, await roll_list(unit, f"class:{draft.class_id}"), unit.today)
    return [there.by_id[id] for id in draft.asks or () if id in there.by_id]


def choose_class(found: Sequence[Draft], class_id: int) -> Draft:
    """The draft of the class that was chosen; raises `Outdated` for one that was not offered."""
    chosen = next((draft for draft in found if draft.class_id == class_id), None)
    if chosen is None:
        raise Outdated
    return chosen


def choose_pupil(draft: Draft, pupil_id: int) -> Draft:
    """The draft with the pupil who was chosen; raises `Outdated` for one not asked about."""
    asked = draft.asks
    if asked is None or pupil_id not in asked:
        raise Outdated
    slots = tuple((pupil_id,) if slot == asked else slot for slot in draft.slots)
    return replace(draft, slots=slots, near=False)


async def save(unit: Unit, draft: Draft) -> Saved:
    """Write a draft down in which nothing is to be asked."""
    if draft.asks is not None:
        raise Outdated
    ids = [slot[0] for slot in draft.slots]
    return await add(unit, draft.class_id, draft.kind, ids, draft.text)
