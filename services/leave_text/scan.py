"""A message taken apart into pieces that each have a sense: phrases, days, hours, the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from services.attendance_states import Half
from services.leave_text import time_words
from services.leave_text.clocks import clock_pieces
from services.leave_text.dates import written_dates
from services.leave_text.english import ENGLISH, TELLING
from services.leave_text.words import PHRASES, Meaning, Sense
from services.name_syllables import syllable
from services.names import Fit, NameIndex
from services.roll_text.spelling import Lexicon, Spelled
from services.roll_text.tokens import Cut, Token, clean, tokenise

assert time_words  # importing it says the words of days and hours
LONGEST = 1000  # characters that are looked at; a request is short
_FORGIVEN = ("nghỉ", "không", "xin", "trễ", "muộn", "bệnh")
_INSIDE = ("k", "v", "kh", "hong", "hông")
_SIGNS = {
    Cut.HARD: Sense.STOP,
    Cut.COMMA: Sense.COMMA,
    Cut.OPEN: Sense.COMMA,
    Cut.CLOSE: Sense.COMMA,
    Cut.COLON: Sense.COMMA,
    Cut.DASH: Sense.DASH,
    Cut.WORD: Sense.WORD,
    Cut.NUM: Sense.NUMBER,
    Cut.RATIO: Sense.BAD_DATE,
}
# Typed without marks these are something else than the phrase, unless they begin the message
# or follow "tu".
_ONLY_FIRST = {"mơi": "moi"}
_ONLY_MARKED = frozenset(["à", "hả", "hở", "ủa", "ói", "nôn", "lẫn", "ngày kìa", "bữa kìa"])
_EXACT = (Sense.UNDO, Sense.NO_LEAVE, Sense.QUESTION)
_CLASS = re.compile(r"(?<!\w)(?:l[oớ]p\s?)?[6-9]\s?[a-fi-oq-zA-FI-OQ-Z]\d{0,2}(?!\w)")
_PRECEDENCE = {Sense.POLITE: 1, Sense.OTHER: 1, Sense.NEXT: 1}
_OR_A_NAME = ("hủy xin nghỉ", "hủy phép")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` of the cleaned message; `day`, `at` and `number` as the sense has them."""

    sense: Sense
    text: str
    start: int
    end: int
    number: int = 0
    half: Half | None = None
    day: date | None = None
    at: time | None = None


@cache
def _lexicon(english: bool) -> Lexicon[Meaning]:
    return Lexicon(ENGLISH if english else PHRASES, _FORGIVEN, _INSIDE)


def scan(text: str, today: date, children: NameIndex | None = None) -> tuple[str, list[Piece]]:
    """The cleaned message and its pieces in order; a message that is too long has none.

    What may be one of the `children` ("Huy") is not read as a phrase that takes a request back.
    """
    cleaned = _CLASS.sub(lambda found: " " * len(found[0]), clean(text)).strip()
    if len(cleaned) > LONGEST:
        return cleaned, []
    placed = [
        Piece(
            Sense.DATE if found.day else Sense.BAD_DATE,
            cleaned[found.start : found.end],
            found.start,
            found.end,
            day=found.day,
        )
        for found in written_dates(cleaned, today)
    ]
    for clock in clock_pieces(cleaned):
        if not any(p.start < clock.end and clock.start < p.end for p in placed):
            words = cleaned[clock.start : clock.end]
            placed.append(
                Piece(Sense.CLOCK, words, clock.start, clock.end, at=clock.at, half=clock.half)
            )
    tokens = [
        token
        for token in tokenise(cleaned)
        if not any(token.start < p.end and p.start < token.end for p in placed)
    ]
    pieces = [*placed, *_phrases(cleaned, tokens, placed, children)]
    return cleaned, sorted(pieces, key=lambda piece: piece.start)


def _phrases(
    text: str, tokens: Sequence[Token], placed: Sequence[Piece], children: NameIndex | None
) -> list[Piece]:
    """Phrases of the lexicon; what none fits stays a word, a number or a sign."""
    lows = [token.low if token.cut is Cut.WORD else "\0" for token in tokens]
    cuts = {p.start for p in placed}
    lexicon = _lexicon(_is_english(lows))
    marked = any(syllable(low).marked for low in lows)
    shouted = not any(sign.islower() for sign in text)
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        name = not shouted and at > 0 and _is_capital(tokens[at - 1], token)
        found = _best(lexicon, lows, at, marked, name=name)
        if found is not None and found.word in _OR_A_NAME and children is not None:
            found = None if children.fits(token.text).fit is not Fit.NONE else found
        if found is None:
            pieces += _single(token)
            at += 1
            continue
        length = found.length
        for inner in range(1, length):  # a phrase does not reach over a date between its words
            if any(tokens[at + inner - 1].end <= cut < tokens[at + inner].start for cut in cuts):
                length = 0
        if not length:
            pieces += _single(token)
            at += 1
            continue
        end, meaning = tokens[at + length - 1].end, found.means
        if meaning.sense is Sense.UNIT and meaning.number > 1 and not _follows_number(tokens, at):
            pieces += _single(token)  # "tuan" may be Tuấn
            at += 1
            continue
        pieces.append(
            Piece(
                meaning.sense,
                text[token.start : end],
                token.start,
                end,
                meaning.number,
                meaning.half,
            )
        )
        at += length
    return pieces


def _best(
    lexicon: Lexicon[Meaning], lows: Sequence[str], at: int, marked: bool, *, name: bool
) -> Spelled[Meaning] | None:
    """The longest phrase; `name`: the word is written as a name, so it must be exact."""
    found = [
        f
        for f in lexicon.at(lows, at, marked)
        if f.cost <= (0 if name and f.length == 1 else 1)
        and not (at and lows[at - 1] != "tu" and lows[at] == _ONLY_FIRST.get(f.word))
        and not (f.cost and f.means.sense in _EXACT)
        and (f.word not in _ONLY_MARKED or syllable(lows[at]).marked)
    ]
    return max(
        found,
        key=lambda f: (f.length, -f.cost, -_PRECEDENCE.get(f.means.sense, 0), f.word),
        default=None,
    )


def _follows_number(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].cut is Cut.NUM


def _is_capital(before: Token, token: Token) -> bool:
    """Whether a word inside a sentence is written with a capital."""
    return before.cut is not Cut.HARD and token.text[:1].isupper()


def _single(token: Token) -> list[Piece]:
    if token.cut is Cut.TIME:
        hour, minute = token.values
        at = time(hour, minute) if hour < 24 and minute < 60 else None
        return [Piece(Sense.CLOCK, token.text, token.start, token.end, at=at)]
    sense = _SIGNS[token.cut]
    if sense is Sense.STOP and "?" in token.text:
        sense = Sense.MARK
    number = token.values[0] if token.values else 0
    return [Piece(sense, token.text, token.start, token.end, number)]


def _is_english(lows: Sequence[str]) -> bool:
    words = [low for low in lows if low != "\0"]
    known = sum(low in TELLING for low in words)
    return known >= 2 and known * 3 >= len(words) and not any(syllable(w).marked for w in words)
