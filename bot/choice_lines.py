"""How a list of choices is written down, and by which number or letter each is chosen.

Pupils keep the number they have in their class, so that "16" never means somebody else; whatever
else the list offers then has a letter.
"""

import html
import re
from collections.abc import Sequence

from handlers.texts import Texts
from storage.choices import TAG_LETTERS

PUPIL = re.compile(r"(\d{1,2})(?:\. (.+))?")  # "16. Trần Đức Minh", or "16" alone


def own_numbers(labels: Sequence[str]) -> list[str] | None:
    """The marks of choices that bring numbers of their own; None where they are just counted."""
    found = [PUPIL.fullmatch(label) for label in labels]
    numbers = [match[1] for match in found if match is not None]
    others = len(labels) - len(numbers)
    if not numbers or len(set(numbers)) < len(numbers) or others > len(TAG_LETTERS):
        return None
    letters = iter(TAG_LETTERS.lower())
    return [match[1] if match else next(letters) for match in found]


def numbered(t: Texts, labels: Sequence[str], marks: Sequence[str], tag: str | None) -> list[str]:
    """The list with its heading, as HTML; a bare number stands in the text above already."""
    lines = [
        f"{mark.upper()}) {html.escape(_rest(label, mark), quote=False)}"
        for mark, label in zip(marks, labels, strict=True)
        if label != mark
    ]
    if len(lines) < len(labels):
        return [t("choice-head-above", more="yes" if lines else "no"), *lines]
    if tag:
        return [t("choice-head-tag", tag=tag, first=marks[0].upper()), *lines]
    mixed = any(mark.isalpha() for mark in marks) and any(mark.isdigit() for mark in marks)
    return [t("choice-head-letters" if mixed else "choice-head"), *lines]


def _rest(label: str, mark: str) -> str:
    """The label without the number that is its mark."""
    return label.removeprefix(f"{mark}. ")
