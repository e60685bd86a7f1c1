"""Whether two phones of the same story told their reader the same, whatever the form was.

What was read is the set of its lines: an edit, a new message, a toast and a list of choices may
bring them in any order and more than once. Hours differ from run to run.
"""

import re
import unicodedata
from collections.abc import Sequence

HOUR = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2} giờ( \d{1,2})?")
BLANKS = re.compile(r"\s+")


def lines_of(shown: Sequence[str]) -> set[str]:
    """Each line that was read, without what differs from run to run."""
    lines = (line for text in shown for line in unicodedata.normalize("NFC", text).split("\n"))
    told = (BLANKS.sub(" ", HOUR.sub("00:00", line)).strip() for line in lines)
    return {line for line in told if line}


def unequal(usual: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> list[str]:
    """What one reader learned and the other did not, by phone; empty where all learned the same."""
    assert len(usual) == len(other)
    found: list[str] = []
    for n, (here, there) in enumerate(zip(usual, other, strict=True)):
        lost, added = lines_of(here) - lines_of(there), lines_of(there) - lines_of(here)
        found += [f"phone {n} was not told: {line}" for line in sorted(lost)]
        found += [f"phone {n} was told besides: {line}" for line in sorted(added)]
    return found
