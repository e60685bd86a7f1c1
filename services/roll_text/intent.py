"""Whether a message is a roll at all.

Teachers also write questions, thanks, notices and scores to the same bot. Taking one of those for a
roll would mark children absent; taking a roll for talk only costs a second message. So a message
counts as a roll only by a verb of the roll, or by states where a class is named.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from services.attendance_states import State
from services.name_syllables import syllable
from services.roll_text.frame_words import ASKING, HOLIDAY, MARKS, OPENINGS
from services.roll_text.spelling import Lexicon, roll_lexicon
from services.roll_text.tokens import Cut, Token
from services.roll_text.words import Key

_SCORES = re.compile(r":\s*\d+(?:[.,]\d+)?(?:\s+\d+(?:[.,]\d+)?){2,}")
_SURE = frozenset([Key.ABSENT, Key.NOT_ABSENT, Key.LATE, Key.SKIP, Key.LEFT, Key.EXCEPT])
_ONESELF = frozenset(["tôi", "toi", "tui", "mình", "bọn", "chúng", "đoàn", "xe"])
_SHORT_MESSAGE = 9  # words, where no class is named
_PROSE = 4  # more unknown words in a row before the first verb tell a story

Hit = tuple[Key, State | None, int, int]  # what, state, first and after-last word


@cache
def _lexicon() -> Lexicon[str]:
    kinds = {"opening": OPENINGS, "asking": ASKING, "holiday": HOLIDAY, "marks": MARKS}
    return Lexicon({phrase: kind for kind, phrases in kinds.items() for phrase in phrases})


def key_hits(tokens: Sequence[Token]) -> list[Hit]:
    """The longest phrases of the roll in the words, from the left, by token index."""
    lows = [token.low if token.cut is Cut.WORD else "\0" for token in tokens]
    marked = any(syllable(low).marked for low in lows)
    hits: list[Hit] = []
    at = 0
    while at < len(lows):
        found = max(
            roll_lexicon().at(lows, at, marked), key=lambda f: (f.length, -f.cost), default=None
        )
        if found is None:
            at += 1
            continue
        hits.append((*found.means, at, at + found.length))
        at += found.length
    return hits


def is_roll(text: str, tokens: Sequence[Token], has_place: bool, corrects: bool) -> bool:
    """Whether `text` (class, day and session taken off; `tokens` are its own) reads as a roll."""
    if text.lstrip().startswith("/") or "?" in text or _SCORES.search(text):
        return False
    hits = key_hits(tokens)
    if not tokens or _is_other(tokens, hits):
        return False
    meaning = [hit for hit in hits if hit[0] not in (Key.FILLER, Key.PERSONS, Key.TITLE)]
    if not meaning:
        return has_place and any(token.cut is Cut.RATIO for token in tokens)
    known = {at for hit in hits for at in range(hit[2], hit[3])}
    words = [at for at, token in enumerate(tokens) if token.cut is Cut.WORD]
    strange = [at for at in words if at not in known]
    if _tells_a_story(tokens, strange, meaning[0][2]):
        return False
    return any(_speaks(hit, tokens, has_place or corrects, strange) for hit in meaning)


def _tells_a_story(tokens: Sequence[Token], strange: Sequence[int], verb: int) -> bool:
    run, last = 0, -1
    shouted = not any(token.text.islower() for token in tokens)
    for at in strange:
        small = shouted or tokens[at].text.islower()
        run = run + 1 if at == last + 1 and small else 1
        last = at
        if run > _PROSE and at < verb:
            return True
    return False


def _is_other(tokens: Sequence[Token], hits: Collection[Hit]) -> bool:
    """A notice, a question, a holiday or scores."""
    lows = [token.low if token.cut is Cut.WORD else "\0" for token in tokens]
    marked = any(syllable(low).marked for low in lows)
    polite = {at for key, _s, a, b in hits if key in (Key.FILLER, Key.TITLE) for at in range(a, b)}
    taken = {at: b for key, _s, a, b in hits if key is Key.ALL for at in range(a, b)}
    begin = next((at for at in range(len(lows)) if at not in polite), 0)
    for at in range(len(lows)):
        for found in _lexicon().at(lows, at, marked):
            if found.cost > 0 or at + found.length <= taken.get(at, 0):
                continue
            if found.length == 1 and found.means != "asking" and lows[at] != found.word:
                continue  # "huy", "diem" are names as well
            if found.word.endswith((" không", " chưa")) and not _ends(
                tokens, at + found.length, polite
            ):
                continue  # "vắng K Brêm": more follows, so nothing is asked
            if found.means != "opening" or at in (0, begin):
                return True
    return False


def _ends(tokens: Sequence[Token], at: int, polite: Collection[int]) -> bool:
    """Whether nothing but polite words follows before the sentence ends."""
    while at < len(tokens) and tokens[at].cut is Cut.WORD and at in polite:
        at += 1
    return at == len(tokens) or tokens[at].cut is not Cut.WORD


def _speaks(hit: Hit, tokens: Sequence[Token], has_place: bool, strange: Sequence[int]) -> bool:
    key, state, start, end = hit
    word = tokens[start].low
    short = len(strange) < _SHORT_MESSAGE
    single = end - start == 1
    opens = not any(at < start for at in strange)
    if key in _SURE and single and word in ("v", "m"):
        following = tokens[end] if end < len(tokens) else None
        return following is not None and (opens or has_place or following.cut is Cut.NUM)
    if key is Key.ABSENT and word.startswith("ngh"):
        return bool(strange) or any(token.cut is Cut.NUM for token in tokens)
    if key in _SURE:
        return True
    if key is Key.ALL:
        return has_place or (opens and not (single and strange))
    if key is Key.LEFT_IF_TIMED:  # "Minh về lúc 9h30", "Minh về tiết 4"
        timed = any(t.cut is Cut.TIME for t in tokens[end:]) or _names_lesson(tokens, end)
        return timed and bool(strange) and _is_written_as_name(tokens, strange, start)
    if key in (Key.ARRIVED, Key.PRESENT):
        return short and (bool(strange) or has_place)
    if key is Key.SIZE:
        return any(token.cut in (Cut.NUM, Cut.RATIO) for token in tokens[end:])
    if key is Key.STATE:
        sure = state is not State.UNEXPLAINED and not (single and len(word) == 1)
        told = start > 0 and tokens[start - 1].cut in (Cut.WORD, Cut.NUM, Cut.OPEN, Cut.COLON)
        return has_place or (short and (bool(strange) or _numbers(tokens)) and (sure or told))
    return False


def _is_written_as_name(tokens: Sequence[Token], strange: Sequence[int], verb: int) -> bool:
    """Whether what stands before a verb that people use of themselves too is somebody's name."""
    name = tokens[strange[0]]
    return strange[0] < verb and name.text[:1].isupper() and name.low not in _ONESELF


def _names_lesson(tokens: Sequence[Token], at: int) -> bool:
    """Whether "tiết 4" follows soon."""
    soon = range(at, min(at + 3, len(tokens) - 1))
    return any(tokens[n].low in ("tiết", "tiet") and tokens[n + 1].cut is Cut.NUM for n in soon)


def _numbers(tokens: Sequence[Token]) -> bool:
    return any(token.cut is Cut.NUM for token in tokens)
