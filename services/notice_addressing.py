"""From the words of a one-line notice to its audience, or to the question that is left to ask.

A pupil is looked for on the class's list by the same rules as in a roll; where two fit, or nobody
quite does, the writer chooses. Nobody is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.audiences import Audience, AudienceKind, chosen, family_of
from services.errors import Invalid
from services.name_syllables import fold
from services.names import Fit, Resolution
from services.notice_command import NoticeCommand, read_command
from services.roll_text.frame_place import unknown_class
from services.rosters import RollList, Roster, classes, roster
from services.unit import Unit
from storage.rosters import Place


@dataclass(frozen=True, slots=True)
class Addressed:
    """The `audience`, or the pupils to choose from (`near`: nobody fits exactly), or neither."""

    body: str
    audience: Audience | None = None
    pupils: Sequence[Place] = ()
    near: bool = False


async def read(unit: Unit, text: str) -> NoticeCommand | None:
    """The notice in a message, against this year's classes; None where there is none."""
    return read_command(text, [each.name for each in await classes(unit)])


async def address(unit: Unit, command: NoticeCommand) -> Addressed:
    """For whom it is. Raises `NotAllowed`, `NotFound`, or `Invalid` for who is not there."""
    if command.pupil:
        return await _family(unit, command)
    if command.classes:
        ids = [c.class_id for c in await classes(unit) if c.name in command.classes]
        found = await chosen(unit, AudienceKind.CLASS, [id for id in ids if id is not None])
    elif command.grades:
        found = await chosen(unit, AudienceKind.GRADE, command.grades)
    elif command.school:
        found = await chosen(unit, AudienceKind.SCHOOL)
    elif command.staff:
        found = await chosen(unit, AudienceKind.STAFF)
    else:
        return Addressed(command.body) if command.unclear else await _own(unit, command.body)
    return Addressed(command.body, found)


async def _own(unit: Unit, body: str) -> Addressed:
    """Nobody is named: a homeroom teacher's one class; else it is asked."""
    strange = unknown_class(body[:12])
    if strange is not None and not body[: strange[1]].strip():
        known = ", ".join(each.name for each in await classes(unit))
        raise Invalid("notice-no-such-class", typed=strange[0], known=known)
    own = unit.who.homeroom_of
    if body and len(own) == 1:
        return Addressed(body, await chosen(unit, AudienceKind.CLASS, list(own)))
    return Addressed(body)


async def _family(unit: Unit, command: NoticeCommand) -> Addressed:
    of = await _list(unit, command)
    names = await roster(unit, of, unit.today)
    body, found = _resolve(names, command)
    if found.fit is Fit.NONE:
        typed = " ".join(command.pupil)
        raise Invalid("notice-no-such-pupil", typed=typed, list=of.name)
    if found.fit is Fit.ONE:
        return Addressed(body, await family_of(unit, found.ids[0]))
    pupils = [names.by_id[id] for id in found.ids]
    return Addressed(body, pupils=pupils, near=found.fit is Fit.NEAR)


def _resolve(names: Roster, command: NoticeCommand) -> tuple[str, Resolution]:
    """Whom the words mean, and the text that is left."""
    words = list(command.pupil)
    if words and fold(words[0]) in ("so", "stt"):
        words.pop(0)
    if words and words[0].isdecimal():
        id = names.numbers().get(int(words[0]))
        rest = command.rests[len(command.pupil) - len(words)] if command.loose else command.body
        return rest, Resolution(Fit.ONE, (id,)) if id else Resolution(Fit.NONE, ())
    if not command.loose:
        return command.body, names.index.resolve(" ".join(words))
    longest = names.index.longest(words, 0)
    if longest is None:
        return command.rests[0], names.index.resolve(words[0])
    return command.rests[longest[0] - 1], longest[1]


async def _list(unit: Unit, command: NoticeCommand) -> RollList:
    """The class on whose list the pupil is looked for."""
    every = await classes(unit)
    named = [each for each in every if each.name in command.classes]
    own = [each for each in every if each.class_id in unit.who.homeroom_of]
    found = named or own
    if len(found) != 1:
        raise Invalid("notice-pupil-class")
    return found[0]
