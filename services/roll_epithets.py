"""A name with something of the teacher's own behind it ("Huy nhỏ", "Lan bàn đầu").

The grammar knows the name and not the rest, and would ask about both apart. Joined they are one
question, and its answer can be remembered as that teacher's word for the pupil.
"""

import re
from dataclasses import replace

from services.names import Fit, NameIndex
from services.roll_text import Doubt, Question, Reading
from services.roll_text.tokens import clean

REST = frozenset([Doubt.UNREADABLE, Doubt.NOBODY, Doubt.NEAREST])
MOST_WORDS = 3
_NAME = re.compile(r"([^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+$")


def join_epithets(reading: Reading, rest: str, index: NameIndex) -> Reading:
    """The reading with a name and the strange words right behind it as one question; `rest` is
    the text that was read."""
    text = clean(rest)
    for asked in reading.questions:
        if asked.doubt in REST and len(asked.fragment.split()) <= MOST_WORDS:
            place = text.find(asked.fragment)
            before = _NAME.search(text[:place]) if place > 0 else None
            if before is not None:
                reading = _joined(reading, asked, before.group(1).split(), index)
    return reading


def _joined(reading: Reading, asked: Question, words: list[str], index: NameIndex) -> Reading:
    for at in range(len(words)):
        name = " ".join(words[at:])
        both = f"{name} {asked.fragment}"
        found = index.fits(name)
        if found.fit is Fit.NONE or asked.fragment.startswith(name):
            continue
        for other in reading.questions:
            if other.doubt is Doubt.WHO_OF and other.fragment == name:
                one = replace(other, fragment=both)
                kept = [one if q is other else q for q in reading.questions if q is not asked]
                return replace(reading, questions=tuple(kept))
        for mark in reading.marks:
            if found.ids == (mark.pupil_id,):
                one = Question(
                    Doubt.NEAREST,
                    both,
                    candidates=found.ids,
                    state=mark.state,
                    minutes=mark.minutes,
                    period=mark.period,
                    at=mark.at,
                    note=mark.note,
                )
                marks = tuple(m for m in reading.marks if m is not mark)
                kept = [one if q is asked else q for q in reading.questions]
                return replace(reading, marks=marks, questions=tuple(kept))
    return reading
