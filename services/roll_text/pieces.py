"""A message as pieces: separators, numbers, and runs of words with their possible readings."""

import re
from collections.abc import Sequence
from datetime import time
from itertools import groupby

from services.name_syllables import syllable
from services.names import NameIndex
from services.roll_text.items import Item, Part
from services.roll_text.segments import Reader, Stretch
from services.roll_text.strangers import is_parted
from services.roll_text.tokens import Cut, Token
from services.roll_text.words import LETTERS

_CLASS = re.compile(r"(?:6|7|8|9|1[0-2])\s?[a-zđ]\d{1,2}(?!\w)", re.IGNORECASE)


def pieces(tokens: Sequence[Token], index: NameIndex, text: str) -> list[Item | Stretch]:
    """The pieces in order; every word and number of the text is in one of them."""
    marked = any(syllable(token.low).marked for token in tokens if token.cut is Cut.WORD)
    reader = Reader(index, marked)
    out: list[Item | Stretch] = []
    for is_word, some in groupby(
        _without_bullets(_without_classes(list(tokens), text)),
        key=lambda token: token.cut is Cut.WORD and not _CLASS.match(token.text),
    ):
        if is_word:
            out += reader.stretches(list(some))
        else:
            out += [_item(token) for token in some]
    return out


def stands_alone(parts: Sequence[Item | Stretch], at: int) -> bool:
    """Whether the words here are one name, since the writer parts names from each other.

    In "vắng Minh Lan, Huy" they are; in "vắng Minh Lan" or "vắng Huy Minh Lan, An" one cannot know.
    """
    here = parts[at]
    if not isinstance(here, Stretch) or len(here.readings[0]) != 1:
        return False
    if here.readings[0][0].kind is not Part.NAME:
        return False
    touching = {*_ends(parts, at - 1, -1), *_ends(parts, at + 1, 0)} & {Part.NAME, Part.UNKNOWN}
    firsts = [[part] if isinstance(part, Item) else part.readings[0] for part in parts]
    return not touching and is_parted(firsts)


def _ends(parts: Sequence[Item | Stretch], at: int, end: int) -> list[object]:
    if not 0 <= at < len(parts):
        return []
    part = parts[at]
    if isinstance(part, Item):
        return [part.kind]
    return [reading[end].kind for reading in part.readings]


def _item(token: Token) -> Item:
    if token.cut is Cut.TIME:
        hour, minute = token.values
        if hour < 24 and minute < 60:
            return Item(Part.CLOCK, token.start, token.end, at=time(hour, minute))
    elif token.cut is Cut.NUM:
        return Item(Part.NUM, token.start, token.end, number=token.values[0])
    elif token.cut is Cut.RATIO:
        number, other = token.values
        return Item(Part.NUM, token.start, token.end, number=number, other=other)
    elif token.cut is not Cut.WORD:
        return Item(token.cut, token.start, token.end)
    return Item(Part.LOST, token.start, token.end)


def _without_classes(tokens: list[Token], text: str) -> list[Token]:
    """A second class is not read into the first: its whole section becomes one piece."""
    for at, token in enumerate(tokens):
        found = _CLASS.match(text, token.start) if token.cut is Cut.NUM else None
        if found is None or re.fullmatch(r"\d+\s?[pkvmhg]\d+", found.group(), re.IGNORECASE):
            continue
        opens = at == 0 or tokens[at - 1].cut is Cut.HARD or tokens[at - 1].cut is Cut.COMMA
        end = tokens[-1].end if opens else found.end()
        one = Token(Cut.WORD, text[token.start : end], token.start, end)
        rest = [later for later in tokens if later.start >= end]
        return [*tokens[:at], one, *_without_classes(rest, text)]
    return tokens


def _without_bullets(tokens: list[Token]) -> list[Token]:
    """ "1. Lan 2. Minh" is a list of two, not list numbers 1 and 2."""
    places = [at for at in range(len(tokens) - 2) if _is_bullet(tokens, at)]
    if [tokens[at].values[0] for at in places] != list(range(1, len(places) + 1)):
        return tokens
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if at in places:
            out.append(Token(Cut.COMMA, token.text, token.start, token.end))
        elif at - 1 not in places:
            out.append(token)
    return out


def _is_bullet(tokens: Sequence[Token], at: int) -> bool:
    number, sign, word = tokens[at : at + 3]
    if number.cut is not Cut.NUM or word.cut is not Cut.WORD or word.low in LETTERS | {"k"}:
        return False
    opens = at == 0 or tokens[at - 1].cut in (Cut.HARD, Cut.COLON)
    return sign.text in (".", ")") or (opens and sign.text in ("/", "-"))
