"""What a typed word answers to a question of the roll: yes, no, leave it out, write again.

People answer as they speak, whatever the buttons say; a word that does not fit the open question
is no answer to it.
"""

from dataclasses import replace
from enum import StrEnum

from services.attendance_states import State
from services.name_syllables import fold
from services.roll_dialogue import Pending, begin, session_and_roster
from services.roll_text import Doubt, Question, read_frame
from services.unit import Unit


class Said(StrEnum):
    """What a short answer says."""

    YES = "yes"
    NO = "no"
    SKIP = "skip"
    REWRITE = "rewrite"


_SAID = {
    Said.YES: "dung|dung roi|dung vay|co|u|uh|uhm|o|vang|da|da dung|da vang|phai|phai roi|ok|oke"
    "|okay|chuan|dung a|vang a|da dung a|dung roi a|yes|y|chinh xac",
    Said.NO: "khong|ko|k|khong phai|ko phai|k phai|khong dung|ko dung|k dung|sai|sai roi|chua"
    "|khong a|da khong|chua dung|no|n",
    Said.SKIP: "bo qua|bo|thoi bo|bo qua phan nay|bo phan nay",
    Said.REWRITE: "viet lai|sua lai|sua|lam lai|nhap lai",
}
_MEANS = {word: said for said, words in _SAID.items() for word in words.split("|")}
_STATES = {"p": State.EXCUSED, "k": State.UNEXCUSED}
_BARE_VERBS = frozenset(["vang", "nghi", "vang mat", "nghi hoc", "v", "thieu", "hs vang"])


def said(text: str) -> Said | None:
    """Yes, no, leave out or rewrite, however it is typed; None for anything else."""
    return _MEANS.get(" ".join(fold(text).strip(" .,!?;:").split()))


def state_choice(asked: Question, text: str) -> int | None:
    """Which of two states of one pupil "p" or "k" chooses."""
    wanted = _STATES.get(fold(text).strip(" .,!"))
    if asked.doubt is not Doubt.STATE_CLASH or wanted is None:
        return None
    fitting = [at for at, marks in enumerate(asked.choices) if marks[0].state is wanted]
    return fitting[0] if len(fitting) == 1 else None


def none_of(pending: Pending) -> Pending:
    """The roll after "no" to the nearest names: the name itself is asked for."""
    asked = replace(pending.reading.questions[0], doubt=Doubt.NOBODY, candidates=())
    reading = replace(pending.reading, questions=(asked, *pending.reading.questions[1:]))
    return replace(pending, reading=reading)


def unnamed(pending: Pending) -> bool:
    """Whether the message says that pupils are absent, and not who ("7A1 vắng 2")."""
    asked, reading = pending.question, pending.reading
    if asked is None or reading.marks or len(reading.questions) > 1 or asked.choices:
        return False
    if asked.doubt is Doubt.COUNT_MISMATCH:
        return not asked.found and bool(asked.expected)
    return asked.doubt is Doubt.UNREADABLE and fold(asked.fragment) in _BARE_VERBS


async def named_at_last(unit: Unit, pending: Pending, text: str) -> Pending | None:
    """The roll with the names that a message without any is followed by; None for a text that
    speaks of another list or day, or names nobody."""
    frame = read_frame(text, classes=(), groups={}, today=unit.today)
    if frame.date is not None or frame.kind is not None or frame.unknown_class is not None:
        return None
    session, _ = await session_and_roster(unit, pending)
    rest = text if frame.is_roll else f"vắng {text}"
    begun = await begin(unit, session, rest, f"{pending.text}: {text}")
    understood = begun.reading.marks or begun.reading.all_present
    to_choose = any(q.candidates or q.choices for q in begun.reading.questions)
    if not understood and not to_choose:
        return None
    return replace(begun, reading=replace(begun.reading, partial=False))  # these are the absent
