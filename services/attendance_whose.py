"""Whose attendance is asked about: one's own child, or a pupil of a class one answers for.

A name that could be two pupils' is asked about, never picked; a list number needs no question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.access import Action
from services.attendance_question import Question
from services.errors import Invalid, NotAllowed
from services.leave_dialogue import own_children
from services.names import Fit, Named, NameIndex, Resolution
from services.pupil_attendance import may_see_class
from services.rosters import RollList, classes, roster
from services.unit import Unit
from storage.families import PupilRow

NOBODY = Resolution(Fit.NONE, ())


@dataclass(frozen=True, slots=True)
class Choice:
    """A pupil who may be meant; `number` is empty where the list number says nothing."""

    pupil_id: int
    name: str
    class_name: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """One pupil, or several to choose from (`near`: none of them was named rightly), or a class."""

    pupil_id: int | None = None
    choices: tuple[Choice, ...] = ()
    lists: tuple[RollList, ...] = ()
    near: bool = False


async def whose(unit: Unit, asked: Question, *, free: bool) -> Whose:
    """Who is meant; in `free` words only a name that fits is taken for one.

    Raises `NotAllowed` for who has neither child nor class, `Invalid` for a name or class that is
    not there.
    """
    actor = unit.who
    children = await own_children(unit)
    own_lists = [one for one in await classes(unit) if one.class_id in actor.homeroom_of]
    sees_all = may_see_class(unit, None)
    if not children and not own_lists and not sees_all:
        raise NotAllowed("attendance-not-yours")
    names_class = bool(asked.class_name or asked.unknown_class)
    if children and not (names_class and (own_lists or sees_all)):
        found = _of_children(asked, children, free)
        if found.fit is not Fit.NONE:
            return _among(found, [_of_child(child) for child in children])
        if not asked.words or (free and not sees_all and not own_lists):
            return _all(children, own_lists)
        if not own_lists and not sees_all:
            names = ", ".join(child.name for child in children)
            raise Invalid("attendance-not-own-child", typed=asked.name, names=names)
    return await _of_class(unit, asked, own_lists, free)


def _all(children: Sequence[PupilRow], lists: Sequence[RollList]) -> Whose:
    """Nobody was named: the only child, or all there are to choose from."""
    if len(children) == 1 and not lists:
        return Whose(children[0].id)
    return Whose(choices=tuple(map(_of_child, children)), lists=tuple(lists))


def _of_child(child: PupilRow) -> Choice:
    return Choice(child.id, child.name, child.class_name or "")


def _of_children(asked: Question, children: Sequence[PupilRow], free: bool) -> Resolution:
    index = NameIndex([Named(child.id, child.name) for child in children])
    return _named(index, asked, free)


def _named(index: NameIndex, asked: Question, free: bool) -> Resolution:
    """The pupil whom the words name; in free words the longest run of them that fits somebody."""
    if not asked.words:
        return NOBODY
    if not free:
        return index.resolve(asked.name)
    best, length = NOBODY, 0
    for start in range(len(asked.words)):
        found = index.longest(asked.words, start)
        if found is not None and found[0] > length:
            length, best = found
    return best


def _among(found: Resolution, choices: Sequence[Choice]) -> Whose:
    if found.fit is Fit.ONE:
        return Whose(found.ids[0])
    by_id = {choice.pupil_id: choice for choice in choices}
    return Whose(choices=tuple(by_id[id] for id in found.ids), near=found.fit is Fit.NEAR)


async def _of_class(unit: Unit, asked: Question, own: Sequence[RollList], free: bool) -> Whose:
    """A pupil of the class named, or of one's own."""
    lists = await _lists(unit, asked, own)
    choices: list[Choice] = []
    near: list[Choice] = []
    for of in lists:
        unit.require(Action.SEE_ATTENDANCE, of.target)
        members = await roster(unit, of, unit.today)
        numbers = members.numbers()
        every = [
            Choice(place.pupil_id, place.full_name, of.name, place.number)
            for place in members.members
        ]
        if asked.name.isdecimal() and int(asked.name) in numbers:
            found = Resolution(Fit.ONE, (numbers[int(asked.name)],))
        else:
            found = _named(members.index, asked, free)
        if found.fit is Fit.NEAR:
            near += _pick(found, every)
        else:
            choices += _pick(found, every)
    if choices or near:
        some = choices or near
        return (
            Whose(some[0].pupil_id)
            if len(choices) == 1
            else Whose(None, tuple(some), near=not choices)
        )
    if asked.words and not free:
        names = ", ".join(of.name for of in lists)
        raise Invalid("attendance-no-such-name", typed=asked.name, list=names)
    return Whose(lists=tuple(lists))


def _pick(found: Resolution, every: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in every if choice.pupil_id in found.ids]


async def _lists(unit: Unit, asked: Question, own: Sequence[RollList]) -> Sequence[RollList]:
    if asked.class_name is not None:
        return [one for one in await classes(unit) if one.name == asked.class_name]
    if asked.unknown_class is not None:
        known = ", ".join(one.name for one in await classes(unit))
        raise Invalid("attendance-unknown-class", typed=asked.unknown_class, known=known)
    if not own:
        raise Invalid("attendance-say-class")
    return own
