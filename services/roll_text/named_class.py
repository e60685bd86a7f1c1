"""A class written after a name: which of a group's namesakes is meant ("vắng Huy 8A1").

The list of a group holds pupils of many classes, and teachers tell them apart as they speak. Where
name and class leave one pupil the full name takes their place; where they leave none the words
stay as they are, to be asked about.
"""

import re
from collections.abc import Mapping

from services.names import Fit, NameIndex
from services.roll_text.frame_place import class_pattern
from services.roll_text.spelling import roll_lexicon
from services.roll_text.tokens import Cut, Token, clean, tokenise

_BETWEEN = re.compile(r"[\s(\[,]*(?:lớp|lop|l)?\s*$", re.IGNORECASE)
_LONGEST_NAME = 6


def name_in_full(
    text: str, index: NameIndex, classes: Mapping[int, str], names: Mapping[int, str]
) -> str:
    """The text with "Huy 8A1", "Huy (8A1)" or "Huy lớp 8A1" as that pupil's full name.

    `classes` and `names`: pupil id → class and full name, of everybody in `index`.
    """
    text = clean(text)
    for class_name in set(classes.values()):
        low = text.lower()
        if len(low) != len(text):
            break
        ids = {id for id, of in classes.items() if of == class_name}
        for found in reversed(list(class_pattern(class_name).finditer(low))):
            text = _narrowed(text, found.span(), index, ids, names)
    return text


def _narrowed(
    text: str, place: tuple[int, int], index: NameIndex, ids: set[int], names: Mapping[int, str]
) -> str:
    start, end = place
    head = _BETWEEN.sub("", text[:start])
    if "," in text[len(head) : start]:
        return text
    words: list[Token] = []
    for token in reversed(tokenise(head)):
        if token.cut is not Cut.WORD or len(words) == _LONGEST_NAME:
            break
        words.insert(0, token)
    after = end
    if any(sign in text[len(head) : start] for sign in "(["):
        closing = re.match(r"\s*[)\]]", text[end:])
        if closing is None:
            return text
        after += closing.end()
    for at in range(len(words)):
        fit = index.fits(" ".join(token.text for token in words[at:]))
        meant = ids.intersection(fit.ids)
        if fit.fit is Fit.NONE or not meant:
            continue
        name = names[meant.pop()] if len(meant) == 1 else text[words[at].start : len(head)]
        if index.fits(name).fit is not Fit.ONE:
            name = text[words[at].start : len(head)]  # of one name in two classes: asked
        return text[: words[at].start] + name + " " + text[after:]
    if words and _is_strange(words[-1], index):
        return text[: len(head)] + " " + text[after:]  # nobody is called so: asked, without class
    return text


def _is_strange(word: Token, index: NameIndex) -> bool:
    """Whether a word is neither of the roll nor anybody's name."""
    known = any(roll_lexicon().at([word.low], 0, False))
    return not known and index.fits(word.text).fit is Fit.NONE
