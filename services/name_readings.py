"""The ways in which typed words may be cut into syllables and initials.

"NTLan", "NT Lan", "N.T.Lan", "LanAnh" and "nguyenthilan" all mean more syllables than they have
blanks. A cut is offered only where the word cannot be one syllable or its capitals show the seam:
"thanh" is never read as T Hạnh.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from services.name_syllables import VOWELS, fold, is_plausible, syllable

_CLUSTERS = frozenset(["ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"])
_MOST = 24  # readings tried of one query: a long hostile text must not cost more


def is_initial(base: str) -> bool:
    """Whether these letters may abbreviate a word: one letter, or a cluster such as Ng, Th, Tr."""
    return len(base) == 1 or base in _CLUSTERS


def abbreviates(base: str, mark: str, name_base: str, name_mark: str) -> bool:
    """Whether an initial stands for a word; "D" may be Đức, "Đ" may not be Dung."""
    return name_base.startswith(base) and (not mark or mark == name_mark)


@lru_cache(maxsize=1024)
def split_initials(token: str) -> tuple[tuple[str, ...], ...]:
    """All ways to read a run of consonants as initials: "nth" is N-Th and N-T-H."""
    if not token or len(token) > 6 or not VOWELS.isdisjoint(syllable(token).base):
        return ()
    ways: list[tuple[str, ...]] = [(token,)] if is_initial(syllable(token).base) else []
    for at in range(1, len(token)):
        if is_initial(syllable(token[:at]).base):
            ways += [(token[:at], *rest) for rest in split_initials(token[at:])]
    return tuple(ways)


def initial_readings(typed: Sequence[str], givens: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Readings in which some words are initials and the last is a given name of `givens`."""
    *heads, last = typed
    ways: list[tuple[tuple[str, ...], ...]] = [split_initials(head) or ((head,),) for head in heads]
    ends: list[tuple[str, ...]] = [(last,)] if syllable(last).base in givens else []
    if not is_plausible(syllable(last).base):
        for at in range(1, len(last)):
            if syllable(last[at:]).base in givens:
                ends += [(*way, last[at:]) for way in split_initials(last[:at])]
    for reading in islice(product(*ways, ends), _MOST):
        yield tuple(token for part in reading for token in part)


def capital_reading(typed: Sequence[str]) -> tuple[str, ...] | None:
    """The words cut where capitals show a seam: "NTLan", "LanAnh", "NA Lan"; None without one."""
    if all(word.islower() or word[1:].islower() or len(word) == 1 for word in typed):
        return None
    if all(word.isupper() for word in typed):
        return None
    pieces: list[str] = []
    for at, word in enumerate(typed):
        if word.isupper() and len(word) <= 4 and at + 1 < len(typed):
            pieces += word
        else:
            parts = _seams(word)
            twice = len(parts) == 2 and parts[1].startswith(parts[0])
            if len(parts[0]) == 1 and (twice or parts[0].islower()):
                parts = [word]  # "TThúy" is rather a key hit twice, "aMi" Mai with two swapped
            pieces += parts
    if pieces == list(typed):
        return None
    return tuple(piece.casefold() for piece in pieces)


def _seams(word: str) -> list[str]:
    pieces = [word[:1]]
    for at in range(1, len(word)):
        rises = word[at].isupper() and not word[at - 1].isupper()
        falls = word[at].isupper() and at + 1 < len(word) and word[at + 1].islower()
        if rises or falls or (word[at].isupper() and len(pieces[-1]) == 1 and not word.isupper()):
            pieces.append(word[at])
        else:
            pieces[-1] += word[at]
    return pieces


def glued_readings(typed: Sequence[str], spellings: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Readings with lost blanks put back ("nguyenthi lan"), by the syllables that names have."""
    if all(is_plausible(syllable(token).base) for token in typed):
        return
    ways: list[list[tuple[str, ...]]] = []
    for token in typed:
        if is_plausible(syllable(token).base):
            ways.append([(token,)])
        else:
            ways.append(cuts(token, spellings))
    for reading in islice(product(*ways), _MOST):
        yield tuple(token for part in reading for token in part)


def cuts(token: str, spellings: Collection[str], most: int = 6) -> list[tuple[str, ...]]:
    """The ways to cut a word (NFC) into at most `most` known syllables, itself among them."""
    letters = fold(token)
    if len(letters) != len(token) or len(letters) > 30:
        return []
    ways: list[tuple[str, ...]] = []

    def cut(start: int, pieces: tuple[str, ...]) -> None:
        if start == len(letters):
            ways.append(pieces)
        elif len(pieces) < most and len(ways) < _MOST:
            for end in range(start + 1, min(start + 8, len(letters) + 1)):
                if letters[start:end] in spellings:
                    cut(end, (*pieces, token[start:end]))

    cut(0, ())
    return ways
