"""What a remark might say of a pupil's figures: a start for the teacher to change, never saved by
itself (article 7.3; circular 22/2021 art. 6 wants progress, strengths, what to work on).

Pure; words are the handlers'.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.results.term_remarks import BIG_STEP, Hint

STRONG, SOLID, WEAK = Decimal("8.0"), Decimal("6.5"), Decimal("5.0")
UNEVEN = Decimal("3.0")  # between the lowest and the highest mark of a term


class Saying(StrEnum):
    """What may be said."""

    RISEN = "risen"
    FALLEN = "fallen"
    STRONG = "strong"
    SOLID = "solid"
    FAIR = "fair"
    WEAK = "weak"
    UNEVEN = "uneven"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be said; `figure` is the step in points, or the lowest mark."""

    saying: Saying
    figure: Decimal | None = None


def suggestions(hint: Hint) -> tuple[Suggestion, ...]:
    """What the figures of one pupil suggest, the level first; nothing where there are none."""
    found = []
    if isinstance(hint.average, Decimal):
        found.append(Suggestion(_level(hint.average)))
    if hint.step is not None and abs(hint.step) >= BIG_STEP:
        saying = Saying.RISEN if hint.step > 0 else Saying.FALLEN
        found.append(Suggestion(saying, abs(hint.step)))
    low, high = hint.lowest, hint.highest
    if low is not None and high is not None and high - low >= UNEVEN:
        found.append(Suggestion(Saying.UNEVEN, low))
    return tuple(found)


def _level(average: Decimal) -> Saying:
    if average >= STRONG:
        return Saying.STRONG
    if average >= SOLID:
        return Saying.SOLID
    return Saying.FAIR if average >= WEAK else Saying.WEAK
