"""A roll that is still being understood: what is certain, what must be asked, and its end.

Nothing is saved before the last answer, and nothing that was understood is lost while asking: the
whole of it is a value that a conversation keeps. Rights are asked again at the end, since hours may
lie between.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from services.attendance_states import Half, SessionKind, State
from services.errors import Invalid
from services.name_syllables import fold
from services.names import Fit, NameIndex
from services.roll_permission import require_take
from services.roll_taking import Outcome, current, standing_of, take_roll
from services.roll_text import Doubt, Question, Reading, answer, name_in_full, read_marks
from services.rosters import Roster, index_of, roll_list, roster
from services.school_rules import rules_of
from services.sessions import Session
from services.unit import Unit

MOST_QUESTIONS = 12  # more is no roll, or a list of another class
BY_NAME = frozenset([Doubt.WHO_OF, Doubt.NEAREST, Doubt.NOBODY, Doubt.BAD_NUMBER, Doubt.UNREADABLE])


@dataclass(frozen=True, slots=True)
class Pending:
    """A roll in the making; JSON by `dump` and `load`. `text` is the message as it was written,
    `refused` the pupils who were not on the list that day, `short` the names chosen by hand: as
    typed, whose, and whether to be remembered by the teacher's own word."""

    list_key: str
    day: date
    half: Half
    kind: SessionKind
    reading: Reading
    text: str
    refused: tuple[int, ...] = ()
    short: tuple[tuple[str, int, bool], ...] = ()

    @property
    def question(self) -> Question | None:
        """What is to be asked next."""
        return self.reading.questions[0] if self.reading.questions else None


@cache
def _adapter() -> TypeAdapter[Pending]:
    return TypeAdapter(Pending)


def dump(pending: Pending) -> object:
    """As JSON for the conversation's state."""
    return _adapter().dump_python(pending, mode="json")


def load(data: object) -> Pending:
    """The reverse of `dump`."""
    return _adapter().validate_python(data)


async def session_and_roster(unit: Unit, pending: Pending) -> tuple[Session, Roster]:
    """The session that a roll in the making is of, and its list."""
    of = await roll_list(unit, pending.list_key)
    session = Session(of, pending.day, pending.half, pending.kind)
    return session, await roster(unit, of, pending.day)


async def begin(unit: Unit, session: Session, rest: str, text: str) -> Pending:
    """Read the marks of a message whose session is known; raises the refusals of `require_take`.

    Pupils who were not on the list that day are put aside and the rest is kept.
    """
    await require_take(unit, session)
    of = await roster(unit, session.of, session.day)
    if not of.members:
        raise Invalid("roll-empty-list", list=session.of.name)
    if session.of.class_id is None:
        places = {place.pupil_id: place for place in of.members}
        in_class = {id: place.class_name for id, place in places.items()}
        names = {id: place.full_name for id, place in places.items()}
        rest = name_in_full(rest, of.index, in_class, names)
    reading = read_marks(rest, of.index, of.numbers())
    reading, refused = _without_others(reading, of)
    if len(reading.questions) > MOST_QUESTIONS:
        raise Invalid("roll-too-unclear", count=len(reading.questions))
    return Pending(session.of.key, session.day, session.half, session.kind, reading, text, refused)


def _without_others(reading: Reading, of: Roster) -> tuple[Reading, tuple[int, ...]]:
    """The reading without questions about pupils who left before that day or came after it."""
    if not of.others or not reading.questions:
        return reading, ()
    index, refused, at = index_of(of.others), [], 0
    numbers = {place.number: place.pupil_id for place in of.others if place.number is not None}
    while at < len(reading.questions):
        asked = reading.questions[at]
        found = _other(asked, index, numbers)
        if found is None:
            at += 1
            continue
        refused.append(found)
        reading = answer(reading, at, None)
    return reading, tuple(dict.fromkeys(refused))


def _other(asked: Question, index: NameIndex, numbers: dict[int, int]) -> int | None:
    if asked.doubt not in BY_NAME or asked.doubt is Doubt.WHO_OF:
        return None
    if asked.fragment.isdecimal():
        return numbers.get(int(asked.fragment))
    found = index.fits(asked.fragment)
    return found.ids[0] if found.fit is Fit.ONE else None


def choose(pending: Pending, choice: int | None, remember: bool = False) -> Pending:
    """The roll with its open question answered; None leaves the fragment out (or, for a count,
    says that it is right as it is). Raises `IndexError` for a choice that was not offered."""
    asked = pending.reading.questions[0]
    short = pending.short
    if choice is not None and asked.candidates and 0 <= choice < len(asked.candidates):
        short = (*short, (asked.fragment, asked.candidates[choice], remember))
    return replace(pending, reading=answer(pending.reading, 0, choice), short=short)


def choose_pupil(pending: Pending, pupil_id: int, remember: bool = False) -> Pending:
    """The roll with a pupil named by hand as the answer to a question about a name."""
    asked = replace(pending.reading.questions[0], candidates=(pupil_id,))
    reading = replace(pending.reading, questions=(asked, *pending.reading.questions[1:]))
    return choose(replace(pending, reading=reading), 0, remember)


def typed_pupil(pending: Pending, of: Roster, text: str) -> int | None:
    """Whom a typed answer means: a list number, or a name that fits one of those asked about (or
    anybody, where it was asked because nobody fits)."""
    asked = pending.reading.questions[0]
    if asked.doubt not in BY_NAME:
        return None
    among = (
        asked.candidates if asked.doubt is Doubt.WHO_OF else tuple(p.pupil_id for p in of.members)
    )
    if text.strip().isdecimal():
        found = of.numbers().get(int(text))
        return found if found in among else None
    for ids in (asked.candidates, among):
        fit = index_of([of.by_id[id] for id in ids if id in of.by_id]).fits(text)
        if fit.fit is Fit.ONE:
            return fit.ids[0]
    return None


def wants_memory(text: str) -> tuple[str, bool]:
    """A typed answer without "nhớ" at its end, and whether that was there ("11 nhớ nhé")."""
    kept = text.split()
    asked = False
    while len(kept) > 1 and (last := fold(kept[-1].strip(".,!"))) in ("nho", "nhe", "nha", "a"):
        kept.pop()
        asked = asked or last == "nho"
    return (" ".join(kept).rstrip(",;") if asked else text), asked


def absent_count(pending: Pending) -> int:
    """How many pupils would be absent as far as understood."""
    return sum(mark.state.is_absent for mark in pending.reading.marks)


async def needs_rest(unit: Unit, session: Session, reading: Reading) -> bool:
    """Whether absences are named where no roll was taken, and nothing is said of the others."""
    first = [m for m in reading.marks if m.period is None and (m.state.is_absent or m.at is None)]
    if not reading.partial or not any(mark.state.is_absent for mark in first):
        return False
    if len(first) < len(reading.marks):
        return False
    return await current(unit, session) is None


async def finish(unit: Unit, pending: Pending, seen: int | None = None) -> Outcome:
    """Save what was understood; `seen` as in `take_roll`.

    Raises the refusals of `require_take`, and `Invalid` where nothing is left to save.
    """
    session, of = await session_and_roster(unit, pending)
    await require_take(unit, session)
    reading, rules = pending.reading, await rules_of(unit)
    if not reading.marks and not reading.all_present:
        raise _nothing(pending, session, of)
    named = {
        mark.pupil_id: standing_of(mark, session, rules, unit)
        for mark in reading.marks
        if mark.pupil_id in of.by_id
    }
    full = not reading.partial
    if (
        full
        and not reading.all_present
        and not any(m.state is not State.PRESENT for m in reading.marks)
    ):
        raise _nothing(pending, session, of)
    return await take_roll(unit, of, session, named, full=full, seen=seen)


def _nothing(pending: Pending, session: Session, of: Roster) -> Invalid:
    """Why nothing is saved where nothing is left."""
    if pending.refused:
        names = ", ".join(of.by_id[id].full_name for id in pending.refused)
        day = f"{session.day:%d/%m/%Y}"
        return Invalid("roll-only-others", names=names, list=session.of.name, day=day)
    return Invalid("roll-nothing-left", list=session.of.name)
